"""Rules of filing that outvote the weights."""

import pytest

from brief.facets.rulings import ruled
from brief.model import Facet
from tests.builders import ARABIC


def first(text: str, *facets: Facet, promised: tuple[Facet, ...] = ()) -> Facet:
    """The facet a statement is filed under that the weights file under these."""
    shares = tuple((facet, 0.5 / number) for number, facet in enumerate(facets, 1))
    return ruled(text, shares, promised, ARABIC)[0][0]


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        ("وكانت البلدية قد رفعت أجرة المواقف في الربيع", Facet.OUTCOMES, Facet.CONTEXT),
        ("رفعت البلدية أجرة المواقف", Facet.OUTCOMES, Facet.OUTCOMES),
        ("قرار البلدية إغلاق السوق جاء بعد يوم من الحريق", Facet.OUTCOMES, Facet.CONTEXT),
        ("تفاعلت وسائل إعلام محلية مع إغلاق السوق", Facet.OUTCOMES, Facet.REACTIONS),
        ("«لن يفتح السوق قبل الصيف»", Facet.OUTCOMES, Facet.REACTIONS),
        ("وذكرت البلدية أن من السلع التي يشملها القرار الفحم والخشب", Facet.REACTIONS, Facet.OUTCOMES),
        ("رفضت النقابة قيودا يشملها القرار", Facet.REACTIONS, Facet.REACTIONS),
        ("ويخشى الباعة أن تتراجع المبيعات", Facet.CONTEXT, Facet.IMPLICATIONS),
        ("إن زيارة الوزير تهدف إلى طمأنة الباعة", Facet.IMPLICATIONS, Facet.MOTIVES),
        ("سترفع الزيارة المبيعات وقد تهدف إلى أكثر", Facet.IMPLICATIONS, Facet.IMPLICATIONS),
        ("أغلقت البلدية الجسر تمهيدا لترميمه", Facet.MOTIVES, Facet.OUTCOMES),
        ("توجه الوزير بالشكر إلى رجال الإطفاء", Facet.MOTIVES, Facet.REACTIONS),
        ("وامتد الحريق مساء السبت إلى مخازن السوق", Facet.REACTIONS, Facet.CONTEXT),
        ("وفي السوق القديم، أكبر أسواق المدينة، فتح الباعة محلاتهم", Facet.REACTIONS, Facet.CONTEXT),
        ("واستمر اعتصام الباعة احتجاجا على القرار", Facet.REACTIONS, Facet.REACTIONS),
        ("ونفت البلدية أن تكون زيارة الوزير مرتبطة بالحريق", Facet.MOTIVES, Facet.REACTIONS),
        ("اتهم الباعة البلدية بإهمال السوق", Facet.IMPLICATIONS, Facet.REACTIONS),
        ("وفي بيان وزع مساء السبت أدانت النقابتان إغلاق السوق", Facet.OUTCOMES, Facet.REACTIONS),
        ("وفي بيان للصحف تعهد الوزيران بترميم السوق", Facet.OUTCOMES, Facet.OUTCOMES),
        ("ودعت النقابة الباعة إلى الهدوء", Facet.IMPLICATIONS, Facet.REACTIONS),
        ("ويساهم مصرف المدينة في الترميم بـ30 مليون دينار", Facet.IMPLICATIONS, Facet.OUTCOMES),
        ("وقد يساهم مصرف المدينة في الترميم بـ30 مليون دينار", Facet.IMPLICATIONS, Facet.IMPLICATIONS),
        ("وثمة مخاوف من انهيار سقف السوق", Facet.MOTIVES, Facet.IMPLICATIONS),
        ("يمكن أن يؤدي إغلاق السوق إلى هجرة الباعة", Facet.CONTEXT, Facet.IMPLICATIONS),
        (
            "ودعت النقابة الباعة إلى الرحيل مما قد يؤدي إلى الخراب",
            Facet.IMPLICATIONS,
            Facet.IMPLICATIONS,
        ),
        ("ويساهم مصرف المدينة بـ30 مليون دينار ربما في الربيع", Facet.IMPLICATIONS, Facet.IMPLICATIONS),
        ("أغلقت البلدية الجسر تمهيدا لترميمه فهي تريد سوقا أكبر", Facet.MOTIVES, Facet.MOTIVES),
        ("وأشاد الوزير بالباعة لأنه يريد أصواتهم", Facet.MOTIVES, Facet.MOTIVES),
    ],
)
def test_grammar_outvotes_the_weights(text: str, filed: Facet, facet: Facet) -> None:
    """The pluperfect is no outcome, praise no motive, a fear no background."""
    assert first(text, filed) is facet


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        ("كما أن المباراة المقررة في يونيو ستجعل إغلاق الملعب أصعب", Facet.OUTCOMES, Facet.IMPLICATIONS),
        ("وسيدخل الفريق الموسم المقبل من موقع أضعف", Facet.OUTCOMES, Facet.IMPLICATIONS),
        ("قررت البلدية أنها ستغلق الملعب في يونيو", Facet.OUTCOMES, Facet.OUTCOMES),
        ("ستغلق البلدية الملعب بموجب العقد", Facet.OUTCOMES, Facet.OUTCOMES),
        ("عادت سيارات الإسعاف إلى الملعب", Facet.OUTCOMES, Facet.OUTCOMES),
        ("وقد تضطر البلدية إلى بيع الملعب لدفع الديون", Facet.MOTIVES, Facet.IMPLICATIONS),
        ("وقد أرادت البلدية بيع الملعب لدفع الديون", Facet.MOTIVES, Facet.MOTIVES),
        ("وقد توصلت البلدية إلى البيع لأنها مدينة", Facet.MOTIVES, Facet.MOTIVES),
    ],
)
def test_what_may_come_is_no_result_and_no_motive(text: str, filed: Facet, facet: Facet) -> None:
    """A future main verb that nobody decides is what may follow; nouns and past verbs are none."""
    assert first(text, filed) is facet


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        # praise and blame for what others did
        ("وفي السياق ذاته، ندد حزب الحدائق بهدم السور", Facet.OUTCOMES, Facet.REACTIONS),
        ("أشادت نقابة الممثلين بترميم القاعة", Facet.IMPLICATIONS, Facet.REACTIONS),
        ("وأشادت القاعة للعرض خشبة جديدة", Facet.OUTCOMES, Facet.OUTCOMES),
        # no answer, and who will not have it
        ("ولم يؤكد المصرف الرسالة ولم ينفها لأسباب", Facet.MOTIVES, Facet.REACTIONS),
        ("ولم ترد الفرقة على أسئلتنا", Facet.CONTEXT, Facet.REACTIONS),
        ("ولم يرد ذكر الفرقة في العقد", Facet.OUTCOMES, Facet.OUTCOMES),
        ("وامتنع المدير عن التعليق على ثمن البيع", Facet.IMPLICATIONS, Facet.REACTIONS),
        ("ورفضت البلدية تأكيد موعد البيع", Facet.CONTEXT, Facet.REACTIONS),
        ("رفضت البلدية بيع المسرح", Facet.OUTCOMES, Facet.OUTCOMES),
        ("قال رئيس الفرقة: «لن نقبل نقل المسرح إلى الضاحية»", Facet.IMPLICATIONS, Facet.REACTIONS),
        ("اتفق الجانبان على ألا تنقل: «لن نقبل نقل المسرح»", Facet.OUTCOMES, Facet.OUTCOMES),
        ("قال رئيس الفرقة: «لن يبدأ الموسم قبل الخريف»", Facet.IMPLICATIONS, Facet.IMPLICATIONS),
        # those whom it touches, those who watch
        ("فجمعية «أصدقاء المسرح»، التي نشأت في الحي، ترى فيه «نصف حل»", Facet.CONTEXT, Facet.REACTIONS),
        ("جمعية أصدقاء المسرح، ومقرها الحي القديم، تضم ألفي عضو", Facet.CONTEXT, Facet.CONTEXT),
        ("جمعية المسرح التي ترفض البيع نشأت في الحي القديم", Facet.CONTEXT, Facet.CONTEXT),
        ("وحذرت الباحثة سناء حمدان من إهمال المسرح", Facet.OUTCOMES, Facet.REACTIONS),
        ("ويرى باحث في المتحف أن العادة تعود إلى زمن الحصاد", Facet.CONTEXT, Facet.CONTEXT),
        ("ويرى باحث في المتحف أن البيع خطأ", Facet.CONTEXT, Facet.REACTIONS),
        ("وحذر الحاكم مرتين قبل الحريق", Facet.CONTEXT, Facet.CONTEXT),
        ("تقول بائعة التذاكر هند (41 عاما): «بكيت حين سمعت الخبر»", Facet.CONTEXT, Facet.REACTIONS),
        ("يقول وزير الثقافة سامي (41 عاما): «بيع المسرح»", Facet.CONTEXT, Facet.CONTEXT),
        ("وطلبت مدينة الميناء أمس الانضمام إلى رابطة المدن", Facet.OUTCOMES, Facet.OUTCOMES),
        ("أغلق المسرح فيما كان عماله يهتفون ضد البيع", Facet.CONTEXT, Facet.REACTIONS),
        # what was settled long ago, what is demanded, what stands still
        ("وينص العقد، الموقع في أيار/مايو 2011، على ترميم القاعة", Facet.OUTCOMES, Facet.CONTEXT),
        ("وينص العقد، الموقع في 12 مايو 2011، على ترميم القاعة", Facet.OUTCOMES, Facet.OUTCOMES),
        ("الفرقة تطالب بقاعة أكبر", Facet.OUTCOMES, Facet.CONTEXT),
        ("الفرقة تطالب بقاعة أكبر بموجب الاتفاق", Facet.OUTCOMES, Facet.OUTCOMES),
        ("وتوقفت أعمال الترميم في سقف القاعة", Facet.OUTCOMES, Facet.CONTEXT),
        ("وتوقفت أعمال الترميم بأمر من المحكمة", Facet.OUTCOMES, Facet.OUTCOMES),
        ("وتوقفت أعمال الترميم بعد اتفاق مع الملاك", Facet.OUTCOMES, Facet.OUTCOMES),
        ("وتوقف إطلاق النار عند منتصف الليل", Facet.OUTCOMES, Facet.OUTCOMES),
        # terms that were fixed
        ("وثُبّت ثمن التذكرة عند 3 دنانير", Facet.CONTEXT, Facet.OUTCOMES),
        ("وثبّت العمال السقف بالحديد", Facet.CONTEXT, Facet.CONTEXT),
        ("أما الديون فحُددت بألف دينار", Facet.CONTEXT, Facet.OUTCOMES),
        ("ومُنح المسرح اسمه عام 1931", Facet.CONTEXT, Facet.CONTEXT),
        ("ورُفعت حصيلة الجرحى إلى 12", Facet.CONTEXT, Facet.OUTCOMES),
        ("أما شرط الترميم، وهو قديم، فقد أُحيل إلى لجنة", Facet.CONTEXT, Facet.OUTCOMES),
        ("فالاتفاقية، خلافا لما قيل، لم تُوقّع بعد", Facet.IMPLICATIONS, Facet.OUTCOMES),
        ("أما رسم الدخول، وهو دينار، فدخل حيز التنفيذ أمس", Facet.CONTEXT, Facet.OUTCOMES),
        ("ودخل القانون حيز التنفيذ عام 1998", Facet.CONTEXT, Facet.CONTEXT),
        ("وأكدت الوثيقة أن القاعة تباع خالية", Facet.CONTEXT, Facet.OUTCOMES),
        ("وأكدت الوثيقة، الموقعة في ربيع 2011، أن القاعة تباع", Facet.CONTEXT, Facet.CONTEXT),
        # what drives nobody
        ("وصمد السقف لأنه من حجر", Facet.MOTIVES, Facet.CONTEXT),
        ("وصمدت الفرقة لأنها تريد القاعة", Facet.MOTIVES, Facet.MOTIVES),
        ("ويتطلع المدير إلى جمهور أوسع", Facet.CONTEXT, Facet.MOTIVES),
        ("ويتطلع أهل الحي منذ عقود إلى جمهور أوسع", Facet.CONTEXT, Facet.CONTEXT),
        # what may come, what it made others do, where it comes from
        ("وثمة خطر أبعد، هو أن يُهدم السقف", Facet.REACTIONS, Facet.IMPLICATIONS),
        ("ومن شأن بيع القاعة أن يحول الحي إلى سوق", Facet.CONTEXT, Facet.IMPLICATIONS),
        ("فبيع القاعة له عواقب على تجار الحي", Facet.CONTEXT, Facet.IMPLICATIONS),
        ("وكان حريق القاعة له عواقب على تجار الحي", Facet.CONTEXT, Facet.CONTEXT),
        ("أما الأثر الثاني فهو على تجار الحي", Facet.CONTEXT, Facet.IMPLICATIONS),
        ("وهو ما دفع نقابة الممثلين إلى التعبير عن غضبها", Facet.IMPLICATIONS, Facet.REACTIONS),
        ("وهو ما دفع نقابة الممثلين إلى بيع مقرها", Facet.MOTIVES, Facet.MOTIVES),
        ("بدأت القصة حين تسرب المطر إلى القاعة", Facet.OUTCOMES, Facet.CONTEXT),
        ("لا يمكن فهم البيع بعيدا عن ديون البلدية", Facet.OUTCOMES, Facet.CONTEXT),
        ("لا يمكن بيع القاعة بعيدا عن المجلس", Facet.OUTCOMES, Facet.OUTCOMES),
        # what hangs in the air, what was lost, what papers wrote
        ("ويبقى باب المتحف مفتوحا على كل الاحتمالات", Facet.CONTEXT, Facet.IMPLICATIONS),
        ("ويظل باب المتحف مفتوحا يوميا", Facet.CONTEXT, Facet.CONTEXT),
        ("ويظل باب المتحف مفتوحا على مدار الساعة", Facet.CONTEXT, Facet.CONTEXT),
        ("ويبقى المدير في منصبه معلق العضوية بموجب العقد", Facet.OUTCOMES, Facet.OUTCOMES),
        ("وقدّر المدير الخسارة بألف دينار", Facet.IMPLICATIONS, Facet.CONTEXT),
        ("وقدّر المدير أن المسرح سيخسر ألف دينار", Facet.IMPLICATIONS, Facet.IMPLICATIONS),
        ("وتناقلت صحف المدينة صورة السقف", Facet.IMPLICATIONS, Facet.REACTIONS),
        ("وتناقلت صحف المدينة أن السقف سينهار", Facet.IMPLICATIONS, Facet.IMPLICATIONS),
        # what was settled, resumed, voted, lost; a price settles every day
        (
            "أما الإيجار، وهو أصل النزاع، فقد استقر بعد الوساطة عند 40 ألف دينار",
            Facet.CONTEXT,
            Facet.OUTCOMES,
        ),
        ("استقر سعر التفاح عند 40 دينارا", Facet.CONTEXT, Facet.CONTEXT),
        ("وعادت الحافلات إلى العمل صباح اليوم", Facet.CONTEXT, Facet.OUTCOMES),
        ("وعادت الحافلات إلى العمل صباح الأحد في مايو عام 2011", Facet.CONTEXT, Facet.CONTEXT),
        ("وبدأ حراس المتحف إضرابا عن العمل صباح اليوم", Facet.CONTEXT, Facet.CONTEXT),
        ("أيّد الحكم ستة قضاة وخالفه ثلاثة", Facet.REACTIONS, Facet.OUTCOMES),
        ("أيّد الحكم 54 نائبا", Facet.REACTIONS, Facet.OUTCOMES),
        ("أيّد الحكم 12 قاضيا وخالفه قاضيان", Facet.REACTIONS, Facet.OUTCOMES),
        ("وخالف الحكم قاضيان", Facet.REACTIONS, Facet.OUTCOMES),
        ("أيّد الحكم كثيرون من أهل القرية", Facet.REACTIONS, Facet.REACTIONS),
        ("وكبّد الحريق باعة السوق خسائر قدرها ألف دينار", Facet.CONTEXT, Facet.OUTCOMES),
        ("وكبّد حريق عام 2009 باعة السوق خسائر كبيرة", Facet.CONTEXT, Facet.CONTEXT),
        ("وذكرت السلطات المحلية أن صيادين توفيا في العاصفة", Facet.REACTIONS, Facet.OUTCOMES),
        ("وذكرت السلطات المحلية أن العاصفة لا تبرر الإهمال", Facet.REACTIONS, Facet.REACTIONS),
        # the terms of whoever decides are no outlook
        ("وذكر بيان للبلدية أن المستأجر سيدفع رسما ثابتا عن كل قارب", Facet.IMPLICATIONS, Facet.OUTCOMES),
        ("وقالت البلدية إن المستأجر ربما سيدفع رسما", Facet.IMPLICATIONS, Facet.IMPLICATIONS),
        # who decided tells why
        ("وقد دافع وزير الثقافة عن القرار بالقول إن المتحف لا ينتظر", Facet.REACTIONS, Facet.MOTIVES),
        ("دافع الباعة عن القرار بالقول إن السوق لهم", Facet.REACTIONS, Facet.REACTIONS),
        # what drives nobody
        ("تراجع العائد على سندات البلدية ليمحو نصف ارتفاعه", Facet.MOTIVES, Facet.CONTEXT),
        ("تراجعت الأسهم فسعى الملاك إلى البيع", Facet.MOTIVES, Facet.MOTIVES),
        ("ويغطي القرض نصف الدين على شريحتين", Facet.MOTIVES, Facet.OUTCOMES),
        ("وصرفت المنحة لأن البلدية تريد إنقاذ المتحف", Facet.MOTIVES, Facet.MOTIVES),
        # who is no party calls for something
        ("ودعت جمعية الصيادين إلى نشر الدراسة قبل البدء", Facet.OUTCOMES, Facet.REACTIONS),
        ("ودعت نقابة الصيادين أعضاءها إلى إضراب ليوم واحد", Facet.OUTCOMES, Facet.OUTCOMES),
        # who calls for calm, and what it ended in
        ("ودعت المملكة القريتين إلى ضبط النفس والعودة إلى الصلح", Facet.IMPLICATIONS, Facet.REACTIONS),
        ("ودعت المملكة القريتين إلى مأدبة في العيد", Facet.CONTEXT, Facet.CONTEXT),
        ("انتهى النزاع إلى حل وسط بين البلدية والباعة", Facet.CONTEXT, Facet.OUTCOMES),
        ("انتهى النزاع إلى تسوية عام 1997 بين البلدية والباعة", Facet.CONTEXT, Facet.CONTEXT),
        # nobody reacts
        ("وقد جاء تحركها بعد شهرين من الفيضان", Facet.REACTIONS, Facet.CONTEXT),
        ("وقد جاء تحركها بعد الفيضان احتجاجا على الإهمال", Facet.REACTIONS, Facet.REACTIONS),
        ("وتشير الموظفة إلى ضعف الميزانية", Facet.REACTIONS, Facet.REACTIONS),
        ("إغلاق الجسر القديم في أول الصيف سيؤدي إلى ازدحام السوق", Facet.REACTIONS, Facet.IMPLICATIONS),
        ("ورأت النقابة أن إغلاق الجسر سيؤدي إلى ازدحام السوق", Facet.REACTIONS, Facet.REACTIONS),
        # what was is no outlook
        ("أما في الأشهر الأربعة الأولى فبلغت المبيعات ألف طن", Facet.IMPLICATIONS, Facet.CONTEXT),
        ("أما في الأشهر المقبلة فبلغت التوقعات ألف طن", Facet.IMPLICATIONS, Facet.IMPLICATIONS),
    ],
)
def test_constructions_that_tell_what_a_sentence_does(text: str, filed: Facet, facet: Facet) -> None:
    """Who answers, what came of it, terms and reasons are told by how the sentence is built."""
    assert first(text, filed) is facet


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("القياس مضلل، فالمسرح كان مغلقا أما المتحف فيريد زوارا", Facet.CONTEXT),
        ("لا ينبغي تضخيم هذا العامل، فحاجة البلدية إلى المال صغيرة", Facet.CONTEXT),
        ("البلدية تحتاج إلى المال", Facet.MOTIVES),
        ("وقدّرت البلدية أنها تحتاج إلى المال", Facet.MOTIVES),
    ],
)
def test_a_rebuttal_is_no_motive_under_any_heading(text: str, facet: Facet) -> None:
    """What somebody says against a motive that was named is not one, though it speaks of needs."""
    assert first(text, Facet.MOTIVES, Facet.CONTEXT, promised=(Facet.MOTIVES,)) is facet


def test_an_outlook_looks_ahead() -> None:
    """A long sentence without future, hedge, condition or consequence is none; sure weights know better."""
    plain = "لم تكن هذه القاعة في ذلك الحي يوما سوى مخزن قديم تركته البلدية خلف السوق"
    shares = ((Facet.IMPLICATIONS, 0.4), (Facet.CONTEXT, 0.2))
    assert ruled(plain, shares, (), ARABIC)[0][0] is Facet.CONTEXT
    assert ruled(plain, shares, (Facet.IMPLICATIONS,), ARABIC)[0][0] is Facet.IMPLICATIONS
    assert ruled(f"{plain} سنوات", shares, (), ARABIC)[0][0] is Facet.CONTEXT
    assert ruled(f"{plain} وقد تباع", shares, (), ARABIC)[0][0] is Facet.IMPLICATIONS
    sure = ((Facet.IMPLICATIONS, 0.7), (Facet.CONTEXT, 0.2))
    assert ruled(plain, sure, (), ARABIC)[0][0] is Facet.IMPLICATIONS
    assert ruled("وهكذا كان", shares, (), ARABIC)[0][0] is Facet.IMPLICATIONS


def test_where_the_weights_are_sure_a_motive_needs_no_sign() -> None:
    """From a share on they know motives that no list of words tells."""
    plain = "في المدينة ثلاثة أسواق قديمة"
    for share, facet in ((0.55, Facet.CONTEXT), (0.65, Facet.MOTIVES)):
        assert ruled(plain, ((Facet.MOTIVES, share), (Facet.CONTEXT, 0.2)), (), ARABIC)[0][0] is facet


def test_what_leaves_its_facet_is_ruled_on_where_it_goes() -> None:
    """A forecast that shows no motive is no outcome either, though that fits next best."""
    text = "المباراة المقررة في يونيو ستجعل إغلاق الملعب أصعب"
    assert first(text, Facet.MOTIVES, Facet.OUTCOMES) is Facet.IMPLICATIONS


def test_a_motive_needs_a_sign_of_its_own_or_of_its_heading() -> None:
    """Without purpose, cause or interest a sentence is filed where it fits next best."""
    plain = "في المدينة ثلاثة أسواق قديمة"
    assert first(plain, Facet.MOTIVES, Facet.REACTIONS) is Facet.REACTIONS
    assert first(plain, Facet.MOTIVES) is Facet.CONTEXT
    assert first(plain, Facet.MOTIVES, promised=(Facet.MOTIVES,)) is Facet.MOTIVES
    assert first("تريد البلدية أسواقا أكبر", Facet.MOTIVES, Facet.CONTEXT) is Facet.MOTIVES


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("تأسست جمعية الصيادين عام 1987 وتضم ألفي عضو", Facet.CONTEXT),
        ("جمعية الصيادين، ومقرها الميناء القديم، تضم ألفي عضو", Facet.CONTEXT),
        ("يبلغ عدد أعضاء الجمعية ألفين", Facet.CONTEXT),
        ("في الميناء القديم ألفا قارب", Facet.MOTIVES),
        ("تضم الجمعية ألفي عضو وتريد ميناء أكبر", Facet.MOTIVES),
    ],
)
def test_what_only_describes_is_a_motive_under_no_heading(text: str, facet: Facet) -> None:
    """Whom a body counts is background even under «motives», unless the sentence tells what it wants."""
    assert first(text, Facet.MOTIVES, Facet.CONTEXT, promised=(Facet.MOTIVES,)) is facet


def test_an_aside_is_no_motive_under_its_heading() -> None:
    """What is only «worth mentioning» does not tell what the heading above promises; other facets stay."""
    text = "تريد البلدية أسواقا أكبر"
    motives = ((Facet.MOTIVES, 0.5), (Facet.CONTEXT, 0.3))
    aside = ruled(text, motives, (Facet.MOTIVES,), ARABIC, aside=True)
    assert [facet for facet, _ in aside] == [Facet.CONTEXT]
    assert ruled(text, motives, (), ARABIC, aside=True) == motives
    told = ((Facet.REACTIONS, 0.5), (Facet.CONTEXT, 0.3))
    assert ruled(text, told, (Facet.REACTIONS,), ARABIC, aside=True) == told


@pytest.mark.parametrize(
    ("text", "facet"),
    [
        ("وفي ظل الجفاف ارتفعت أسعار العسل بسبب نقص الأزهار", Facet.CONTEXT),
        ("تراجعت مبيعات السجاد بسبب الرطوبة", Facet.CONTEXT),
        ("ارتفعت أسعار العسل، وتريد البلدية خفضها", Facet.MOTIVES),
        ("تراجعت البلدية عن البيع بسبب الديون", Facet.MOTIVES),
    ],
)
def test_prices_have_causes_and_no_motives(text: str, facet: Facet) -> None:
    """That something rose or fell because of something else drove nobody, even under «motives»."""
    assert first(text, Facet.MOTIVES, promised=(Facet.MOTIVES,)) is facet


def test_no_facet_is_lost_or_named_twice() -> None:
    """What is filed anew keeps its other facets and the share of the surest."""
    shares = ((Facet.OUTCOMES, 0.5), (Facet.CONTEXT, 0.3), (Facet.REACTIONS, 0.1))
    made = ruled("وكانت البلدية قد رفعت أجرة المواقف", shares, (), ARABIC)
    assert made == ((Facet.CONTEXT, 0.5), (Facet.REACTIONS, 0.1))
    assert ruled("نص", (), (), ARABIC) == ()
