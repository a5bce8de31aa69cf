"""Rules of filing: terms of a text, what came some days on, years back, scenes, markets, no motives."""

import pytest

from brief.model import Facet
from tests.facets.test_rulings import first

CONTEXT, MOTIVES, OUTCOMES = Facet.CONTEXT, Facet.MOTIVES, Facet.OUTCOMES
REACTIONS, IMPLICATIONS = Facet.REACTIONS, Facet.IMPLICATIONS


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        # terms
        ("وبموجب النص الذي نشرته المدرسة، ترتفع رسوم الحافلات إلى 60 دينارا", CONTEXT, OUTCOMES),
        ("وفي السنة الأولى، وبموجب العقد، تدفع المدرسة 40 دينارا", MOTIVES, OUTCOMES),
        ("بحسب وثيقة وزعتها المدرسة، يغطي القرض ثلث الكلفة", REACTIONS, OUTCOMES),
        ("بموجب العقد السابق كانت المدرسة تدفع 40 دينارا", CONTEXT, CONTEXT),
        ("بموجب الاتفاق الموقع في 2009 تدفع المدرسة 40 دينارا", CONTEXT, CONTEXT),
        ("بحسب وثيقة المدرسة قد ترتفع الرسوم", IMPLICATIONS, IMPLICATIONS),
        ("ولا تنص الخطة على تعويض للسائقين", MOTIVES, OUTCOMES),
        ("تنص الخطة القديمة على تعويض للسائقين", CONTEXT, CONTEXT),
        ("تنص المادة السابعة من الدستور على مجانية التعليم", CONTEXT, CONTEXT),
        # on the ground, some days on, found by those who were to find it
        ("ميدانيا، عادت حافلتان إلى العمل صباحا", CONTEXT, OUTCOMES),
        ("ميدانيا، عادت حافلتان إلى العمل عام 2011", CONTEXT, CONTEXT),
        ("ميدانيا، تبدو الحافلات جديدة", CONTEXT, CONTEXT),
        ("بعد أسبوع على بدء تشغيل الحافلات، لم تنقل سوى ثلث التلاميذ", REACTIONS, OUTCOMES),
        ("بعد خمسين عاما على بدء تشغيل الحافلات، لم تعد كافية", CONTEXT, CONTEXT),
        ("بعد أسبوع على بدء تشغيل الحافلات، يشكو التلاميذ", REACTIONS, REACTIONS),
        ("أما الكلفة فقد حددها ديوان المحاسبة بـ210 آلاف دينار، بعدما كانت 300 ألف", REACTIONS, OUTCOMES),
        ("حددها ديوان المحاسبة عام 2004 بـ210 آلاف دينار", CONTEXT, CONTEXT),
        ("حددها سائق بـ210 دنانير", REACTIONS, REACTIONS),
        # who tells what his own have done; an act of a day near by
        ("وقال مدير النقل لصحيفة «الغد» إن شركته سلمت صباحا عشر حافلات", REACTIONS, OUTCOMES),
        ("وأوضح مدير النقل أن شركته تتسلم منذ مايو حافلتين كل شهر", REACTIONS, OUTCOMES),
        ("وقال مدير النقل إن شركته تسلمت الإنذار وإنها «تحتفظ بحقها في الرد»", REACTIONS, REACTIONS),
        ("وقال مدير النقل إن شركته سلمت عام 2008 عشر حافلات", CONTEXT, CONTEXT),
        ("وقال مدير النقل إن شركته تحترم القرار", REACTIONS, REACTIONS),
        ("قدمت المدرسة أمس إلى البلدية تقريرا عن الحافلات", IMPLICATIONS, OUTCOMES),
        ("قدمت المدرسة أمس تقريرا، وسترد البلدية عليه", IMPLICATIONS, IMPLICATIONS),
        ("قدمت المدرسة تقريرا عن الحافلات", IMPLICATIONS, IMPLICATIONS),
        # what a report says to have happened
        ("وأفادت وزارة الداخلية بتوقيف سبعة سائقين", REACTIONS, OUTCOMES),
        ("وأفادت وزارة الداخلية بتوقيف سبعة سائقين عام 2003", CONTEXT, CONTEXT),
        ("وذكر التلفزيون الرسمي أن حافلتين غادرتا المدرسة", REACTIONS, OUTCOMES),
        ("وقال مسؤول في البلدية إن السائقين لو غادروا لما عادوا", REACTIONS, REACTIONS),
        ("وذكر نائب المديرة أن مجلس المدرسة أقر الشراء مساء", REACTIONS, OUTCOMES),
        ("وذكر نائب المديرة أن مجلس المدرسة أقر الشراء عام 2001", CONTEXT, CONTEXT),
        ("وقال تاجر في المدينة إن سعر الدفاتر صعد 9% خلال أسبوع", REACTIONS, OUTCOMES),
        ("وقال تاجر في المدينة إن سعر الدفاتر صعد 9% منذ مطلع العام", REACTIONS, REACTIONS),
        # what a new version changes, what became of a term, what was put off, voted on, held
        ("وتقلص الصيغة الجديدة مدة العقد إلى خمس سنوات", CONTEXT, OUTCOMES),
        ("تقلص الخطة القديمة مدة العقد إلى خمس سنوات", CONTEXT, CONTEXT),
        ("وترفع رسم الحافلة من 12 إلى 15 دينارا", CONTEXT, OUTCOMES),
        ("ترفع المدرسة الرسم عادة من 12 إلى 15 دينارا", CONTEXT, CONTEXT),
        ("أما بند الصيانة، وكان لعام واحد، فبات لثلاثة أعوام", REACTIONS, OUTCOMES),
        ("أما بند الصيانة فبات عام 2004 لثلاثة أعوام", CONTEXT, CONTEXT),
        ("أما سعر الحافلات فيرى خبير أنه معقول", REACTIONS, REACTIONS),
        ("وتأجل تسليم الحافلات، وكان مقررا في مايو، إلى الأول من سبتمبر", CONTEXT, OUTCOMES),
        ("تأجل تسليم الحافلات العام الماضي إلى سبتمبر", CONTEXT, CONTEXT),
        ("وفي 4 أبريل صوتت لجنة التعليم بأغلبية 7 أصوات ضد العقد", CONTEXT, OUTCOMES),
        ("صوتت لجنة التعليم عام 2002 ضد العقد", CONTEXT, CONTEXT),
        ("وجرت العملية في ساحة المدرسة واستغرقت ساعة", REACTIONS, OUTCOMES),
        ("وجرت العملية عام 2002 في ساحة المدرسة", REACTIONS, REACTIONS),
        # what somebody commits his own to, and what is borne by whom
        ("وقال وزير التعليم إن بلاده ستستضيف مصنع الحافلات", IMPLICATIONS, OUTCOMES),
        ("وقال وزير التعليم إن بلاده ستستضيف المصنع إذا صدر القانون", IMPLICATIONS, IMPLICATIONS),
        ("وستضمن الدولة قرضا قدره 70 مليون دينار", OUTCOMES, OUTCOMES),
        ("وستضمن الدولة ربما قرضا قدره 70 مليون دينار", OUTCOMES, IMPLICATIONS),
        ("وقالت المحكمة في بيان إن العقد «منح إعفاء لا مبرر له»", REACTIONS, OUTCOMES),
        ("وقالت المحكمة إنها ستنظر في الطعن غدا", REACTIONS, REACTIONS),
        ("وعلقت الشركة طلب التعويض عن الحافلات", REACTIONS, OUTCOMES),
        ("وعلقت الشركة على طلب التعويض", REACTIONS, REACTIONS),
        ("وعلقت الشركة المشغلة على طلب التعويض", REACTIONS, REACTIONS),
        ("وعلقت الحكومة عضوية السائقين احتجاجا على القرار", REACTIONS, REACTIONS),
        (
            "وأقر وزير التعليم بأن كلفة الحافلات ارتفعت إلى 90 مليونا وأن التسليم في 2034",
            IMPLICATIONS,
            OUTCOMES,
        ),
        # what figures show, and names that look like a verb to come
        ("وأظهرت تقديرات أولية للبلدية أن أجور السائقين زادت 4%", IMPLICATIONS, OUTCOMES),
        ("وأظهرت تقديرات البلدية أن الأجور زادت وقد تزيد أكثر", IMPLICATIONS, IMPLICATIONS),
        ("سيشل وضعت خطة جديدة لحافلات المدارس", OUTCOMES, OUTCOMES),
        ("اشترت المدرسة حافلات من شركة سيتان وسلمتها", OUTCOMES, OUTCOMES),
    ],
)
def test_terms_and_what_came(text: str, filed: Facet, facet: Facet) -> None:
    """What a text holds and what happened since are results; what an old text holds is none."""
    assert first(text, filed) is facet


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        # years back
        ("قبل ثلاثين عاما، وقع المديرون ميثاقا للحافلات", REACTIONS, CONTEXT),
        ("منذ نحو عقدين تنقل الحافلات تلاميذ القرى", MOTIVES, CONTEXT),
        ("قبل ثلاثين عاما «لم تكن لنا حافلات»", REACTIONS, REACTIONS),
        ("في مطلع عام 2006 اشترت البلدية خمس حافلات", OUTCOMES, CONTEXT),
        ("في عام 2031 ستملك البلدية مئة حافلة", IMPLICATIONS, IMPLICATIONS),
        ("بعد إضراب عام 1974، احتفظت المدرسة بثلاث حافلات", OUTCOMES, CONTEXT),
        ("بعد إضراب عام 1974، تعود المدرسة إلى حافلاتها لأول مرة", OUTCOMES, OUTCOMES),
        ("فبحسب دراسة أصدرها معهد في 2020، يمشي ثلث التلاميذ", OUTCOMES, CONTEXT),
        ("بحسب دراسة أصدرها معهد في 2020، سيمشي ثلث التلاميذ", IMPLICATIONS, IMPLICATIONS),
        ("بحسب دراسة المعهد، يمشي ثلث التلاميذ", OUTCOMES, OUTCOMES),
        ("ويقدر معهد النقل عدد الركاب سنويا بنحو 22 ألف تلميذ", IMPLICATIONS, CONTEXT),
        ("ويقدر معهد النقل عدد الركاب المتوقع بنحو 22 ألف تلميذ", IMPLICATIONS, IMPLICATIONS),
        ("ففي مدينة الجبل، أدى نقص الحافلات عام 2017 إلى إغلاق مدارس", REACTIONS, CONTEXT),
        ("وفي مدينة الجبل، حذر سائق من نقص يشبه نقص عام 2017", REACTIONS, REACTIONS),
        # scenes
        ("في ساحة المدرسة تصطف الحافلات الجديدة جنبا إلى جنب", REACTIONS, CONTEXT),
        ("أمام المدرسة يجلس سائقون مطالبين بأجورهم رفضا للخطة", REACTIONS, REACTIONS),
        ("في ساحة المدرسة تصطف الحافلات، ويقول سائق إنها تأخرت", REACTIONS, REACTIONS),
        # what should be done
        ("وينبغي رفع عدد الحافلات إلى خمسين", CONTEXT, IMPLICATIONS),
        ("ومن المنتظر أن تزور لجنة التعليم المدرسة في 3 أكتوبر", REACTIONS, IMPLICATIONS),
        ("ومن المنتظر أن ترد المدرسة", REACTIONS, REACTIONS),
        ("ينبغي التذكير بأن الحافلات قديمة", CONTEXT, CONTEXT),
    ],
)
def test_background_and_outlook(text: str, filed: Facet, facet: Facet) -> None:
    """Years back and scenes are background, what should be done an outlook."""
    assert first(text, filed) is facet


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        # markets, petitions, answers
        ("وفي أول تعاملات الأسبوع، ارتفعت عقود الورق 6.2 بالمئة", CONTEXT, REACTIONS),
        ("ارتفعت عقود الورق 6.2 بالمئة منذ مطلع العام", CONTEXT, CONTEXT),
        ("ارتفع عقد الإيجار إلى 900 دولار", CONTEXT, CONTEXT),
        ("أعلنت شركة نقل يونانية تحويل حافلاتها إلى مدينة أخرى", CONTEXT, REACTIONS),
        ("أعلنت شركة نقل يونانية عام 2002 تحويل حافلاتها", CONTEXT, CONTEXT),
        ("أعلنت الشركة تحويل حافلاتها إلى مدينة أخرى", CONTEXT, CONTEXT),
        ("ارتفع عدد الموقعين على العريضة إلى 90 ولي أمر", CONTEXT, REACTIONS),
        ("ارتفع عدد الموقعين على الاتفاق إلى تسع دول", CONTEXT, CONTEXT),
        ("وتتمسك المدرسة بأن العدد لا يزيد على 40", CONTEXT, REACTIONS),
        ("وتتمسك المدرسة منذ عقود بأن العدد لا يزيد على 40", CONTEXT, CONTEXT),
        ("وأضافت المديرة «الحافلات وصلت»", CONTEXT, REACTIONS),
        ("وأضافت المدرسة حافلتين", CONTEXT, CONTEXT),
        ("تدافع مديرة النقل عن القرار، وتقول إنه ضروري", IMPLICATIONS, REACTIONS),
        ("ويروي حارس المدرسة ما رآه", IMPLICATIONS, REACTIONS),
        # why nobody is named; what was feared, what a step answered, what it is for
        ("ويقول سائق فضل عدم ذكر اسمه لأنه غير مخول بالحديث إن الحافلات تأخرت", MOTIVES, CONTEXT),
        ("ويقول سائق إنه لم يوقع لأنه غير مخول، وتريد المدرسة خفض الكلفة", MOTIVES, MOTIVES),
        ("وقد خشيت المدرسة عام 1999 السرعة والزحام", CONTEXT, CONTEXT),
        ("وقد خشيت المدرسة أمرين: السرعة والزحام", REACTIONS, MOTIVES),
        ("وقد خشي السكان السرعة والزحام", REACTIONS, REACTIONS),
        ("وقال مدير المدرسة «لم يعد ممكنا أن ننتظر»", REACTIONS, MOTIVES),
        ("وقال نائب معارض «لم يعد ممكنا أن ننتظر»", REACTIONS, REACTIONS),
        ("وقالت وزارة النقل في بيان إن القرار جاء «ردا على حادثين»", REACTIONS, MOTIVES),
        ("وقال رئيس الكتلة المعارضة إن القرار جاء «ردا على حادثين»", REACTIONS, REACTIONS),
        ("وقالت وزارة النقل إن القرار صائب", REACTIONS, REACTIONS),
        ("وقال رئيس الشركة إن الهدف «ليس الربح بل السلامة»", REACTIONS, MOTIVES),
        ("وقال نائب معارض إن الهدف هو الربح", REACTIONS, REACTIONS),
        ("ويخطط بنك التعليم لتوفير 30 مليون دينار للحافلات", MOTIVES, OUTCOMES),
        ("ويخطط بنك التعليم لتوفير 30 مليون دينار خشية الإفلاس", MOTIVES, MOTIVES),
    ],
)
def test_voices_and_what_drives(text: str, filed: Facet, facet: Facet) -> None:
    """Markets and signatures react; a formula of the press drives nobody, a fear told as past does."""
    assert first(text, filed) is facet
