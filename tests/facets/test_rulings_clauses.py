"""Rules of filing: a reason clause, a toll, a promise, a figure of an office, the man in the street."""

import pytest

from brief.model import Facet
from tests.facets.test_rulings import first

CONTEXT, MOTIVES, OUTCOMES = Facet.CONTEXT, Facet.MOTIVES, Facet.OUTCOMES
REACTIONS, IMPLICATIONS = Facet.REACTIONS, Facet.IMPLICATIONS


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        # a body decides, puts off, meets, admits, says what it will do
        ("وأمس، قررت إدارة المتحف تأجيل المعرض إلى الخريف", CONTEXT, OUTCOMES),
        ("قررت إدارة المتحف تأجيل المعرض أمس احتجاجا على القانون", REACTIONS, REACTIONS),
        ("قررت إدارة المتحف عام 1987 إغلاق الجناح يوم الأحد", CONTEXT, CONTEXT),
        ("قرر تاجر أمس أن يبيع متجره", CONTEXT, CONTEXT),
        ("أقرت مديرة المتحف الثلاثاء بأن عدد الزوار تراجع إلى 300 ألف", CONTEXT, OUTCOMES),
        ("أقرت مديرة المتحف بأن الخطة كانت صعبة", REACTIONS, REACTIONS),
        ("ثقافيا، عقدت اللجنة المشتركة أول اجتماعاتها أمس", REACTIONS, OUTCOMES),
        ("عقدت اللجنة المشتركة أمس وقفة تضامن مع الحراس", REACTIONS, REACTIONS),
        ("أعلن مجلس المدينة أن لجنته لن تنظر في الملف هذا الشهر", CONTEXT, OUTCOMES),
        ("أعلنت الحكومة أنها سترفع المنحة إلى 40 دينارا", REACTIONS, OUTCOMES),
        ("أعلنت الحكومة أنها سترفع المنحة إذا وافق البرلمان", REACTIONS, REACTIONS),
        ("أعلنت النقابة أنها ستلجأ إلى القضاء", REACTIONS, REACTIONS),
        ("واجتازت السفينة فحص السلامة في 4 مارس", CONTEXT, OUTCOMES),
        ("واجتازت السفينة فحص السلامة في مارس 2011", CONTEXT, CONTEXT),
        # tolls, pledges, what is said to be approved, passives of a day near by
        ("رفعت السلطات حصيلة الانهيار إلى 14 قتيلا", CONTEXT, OUTCOMES),
        ("رفعت السلطات حصيلة الضرائب", CONTEXT, CONTEXT),
        ("وارتفع عدد المصابين إلى 9", CONTEXT, OUTCOMES),
        ("وارتفع عدد المصابين عام 2009 إلى 9", CONTEXT, CONTEXT),
        ("وقال مصدر طبي إن 7 أشخاص أصيبوا في التدافع", CONTEXT, OUTCOMES),
        ("وقالت الشرطة إنها أوقفت 6 حراس", CONTEXT, OUTCOMES),
        ("تعهدت الحكومة بترميم القاعة", CONTEXT, OUTCOMES),
        ("تعهدت الحكومة بترميم القاعة عام 2005", CONTEXT, CONTEXT),
        ("وقال مصدر في البنك إن المصرف وافق على تمديد المهلة", CONTEXT, OUTCOMES),
        ("ومن أصل 12 حارسا، أُفرج صباح اليوم عن ثمانية", CONTEXT, OUTCOMES),
        ("أُغلق السهم أمس عند 12 دينارا", CONTEXT, CONTEXT),
        ("أَغلق تاجر متجره أمس", CONTEXT, CONTEXT),
        # what was not enough; what an old programme holds
        ("لم يكن الاعتذار كافيا لتهدئة الحراس", MOTIVES, OUTCOMES),
        ("ينص البرنامج الذي أُقر في مارس الماضي على خفض عدد الحراس", OUTCOMES, CONTEXT),
        ("ينص البرنامج الذي أُقر أمس على خفض عدد الحراس", OUTCOMES, OUTCOMES),
    ],
)
def test_what_came_of_it(text: str, filed: Facet, facet: Facet) -> None:
    """Acts of bodies near by, tolls and pledges are results; acts of years ago are none."""
    assert first(text, filed) is facet


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        # why somebody chose it
        ("وقال مصدر إن المديرة عارضت بيع اللوحة، خشية أن يفهم ذلك ضعفا", REACTIONS, MOTIVES),
        ("وسحبت الفرقة العرض حرصا على وحدة أعضائها", CONTEXT, MOTIVES),
        ("ورفضت نقابة الحراس البيع خوفا من التسريح", REACTIONS, REACTIONS),
        ("أما المدينة المجاورة فعلقت الرحلات خشية العدوى", REACTIONS, REACTIONS),
        ("ويرى خبير أن خطوة الفرقة كانت «ورقة تفاوض» لا أكثر", IMPLICATIONS, MOTIVES),
        ("ويرى خبير أن خطوة الفرقة كانت متأخرة", IMPLICATIONS, IMPLICATIONS),
        ("قال المدير: «جئنا لأن الحراس ينتظرون جوابا»", REACTIONS, MOTIVES),
        ("قال المدير: «جئنا مساء وذهبنا صباحا»", REACTIONS, REACTIONS),
        ("برر رئيس البلدية موقفه الجديد بأن «المدينة التي تصغي لا تضعف»", REACTIONS, MOTIVES),
        # no motives
        ("الخطأ أنها فعلت الأمرين في ليلة واحدة", MOTIVES, REACTIONS),
        ("لم يكن خطأ البلدية أنها باعت المسرح", OUTCOMES, REACTIONS),
        ("«الناس تشتري أكثر مما تحتاج»، يقول صاحب الدكان", MOTIVES, REACTIONS),
        ("«الناس تشتري أكثر مما تحتاج»، يقول وزير التجارة", MOTIVES, MOTIVES),
        ("وقد صرح وزير الخارجية بأن «المتحف ليس بندا في جدول حسابات»", MOTIVES, REACTIONS),
        ("وقال وزير الثقافة إن المدينة تريد متحفا أكبر", MOTIVES, MOTIVES),
        ("لو كانت للبلدية يد في البيع، بحسب المتحدث، لما نشرت العقد", MOTIVES, REACTIONS),
        ("يحتاج البيع إلى موافقة المجلس", MOTIVES, IMPLICATIONS),
        ("تحتاج المدينة إلى ميناء أكبر", MOTIVES, MOTIVES),
        ("وفي أواخر الثمانينيات اشترت المدينة حافلات بهدف كسب الناخبين", MOTIVES, CONTEXT),
    ],
)
def test_why_somebody_did_it(text: str, filed: Facet, facet: Facet) -> None:
    """Motives have a wish, a fear, a need or a cause of whoever acts."""
    assert first(text, filed) is facet


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        # figures, rival accounts, what would have been
        ("ووفقا لهيئة المتاحف، استقبل الجناح 6900 زائر حتى مارس", REACTIONS, CONTEXT),
        ("ووفقا لهيئة المتاحف، رحب الزوار بالجناح", REACTIONS, REACTIONS),
        ("تقول وزارة الثقافة إن كلفة التذكرة تقارب 12 دينارا", REACTIONS, CONTEXT),
        ("تقول وزارة الثقافة إن كلفة التذكرة ظلم", REACTIONS, REACTIONS),
        ("وتتباين الروايتان: فالحارس يقول إن الباب كان مفتوحا", OUTCOMES, CONTEXT),
        ("ولو أن الباب كان مغلقا لربما نجا المبنى", IMPLICATIONS, CONTEXT),
        ("ولو أغلق الباب غدا فستخسر المدينة زوارها", IMPLICATIONS, IMPLICATIONS),
        # who says no more, denies, watches; markets; the street
        ("اكتفت وزارة الثقافة، في بيان، بالقول إن «الأمر قيد النظر»", OUTCOMES, REACTIONS),
        ("وقالت الجامعة إنها «أخذت علما» بالبيع", MOTIVES, REACTIONS),
        ("نفى مصرف المرسى، أمس، أن يكون قد باع أسهمه", CONTEXT, REACTIONS),
        ("وقالت الفرقة إنها «تدرس العرض»", CONTEXT, REACTIONS),
        ("وصعد سهم الشركة 6 بالمئة عقب الإعلان", CONTEXT, REACTIONS),
        ("وارتفع سهم الشركة 6 بالمئة خلال العام الماضي", CONTEXT, CONTEXT),
        ("وتقول السيدة هند، وهي خياطة من الحي، إنها لم تتغير", CONTEXT, REACTIONS),
        ("وتقول هند، وهي وزيرة سابقة، إن القانون قديم", CONTEXT, CONTEXT),
    ],
)
def test_who_only_speaks_of_it(text: str, filed: Facet, facet: Facet) -> None:
    """Data and accounts are background; a denial, a share price and the street react."""
    assert first(text, filed) is facet
