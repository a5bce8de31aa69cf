"""Rules of filing: terms of a text, what came some days on, estimates, scenes, markets, no motives."""

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
        # on the ground, some days on
        ("ميدانيا، عادت حافلتان إلى العمل صباحا", CONTEXT, OUTCOMES),
        ("ميدانيا، عادت حافلتان إلى العمل عام 2011", CONTEXT, CONTEXT),
        ("ميدانيا، تبدو الحافلات جديدة", CONTEXT, CONTEXT),
        ("بعد أسبوع على بدء تشغيل الحافلات، لم تنقل سوى ثلث التلاميذ", REACTIONS, OUTCOMES),
        ("بعد خمسين عاما على بدء تشغيل الحافلات، لم تعد كافية", CONTEXT, CONTEXT),
        ("بعد أسبوع على بدء تشغيل الحافلات، يشكو التلاميذ", REACTIONS, REACTIONS),
        # who tells what his own have done
        ("وقال مدير النقل لصحيفة «الغد» إن شركته سلمت صباحا عشر حافلات", REACTIONS, OUTCOMES),
        ("وأوضح مدير النقل أن شركته تتسلم منذ مايو حافلتين كل شهر", REACTIONS, OUTCOMES),
        ("وقال مدير النقل إن شركته تسلمت الإنذار وإنها «تحتفظ بحقها في الرد»", REACTIONS, REACTIONS),
        ("وقال مدير النقل إن شركته سلمت عام 2008 عشر حافلات", CONTEXT, CONTEXT),
        ("وقال مدير النقل إن شركته تحترم القرار", REACTIONS, REACTIONS),
        # what somebody commits his own to
        ("وقال وزير التعليم إن بلاده ستستضيف مصنع الحافلات", IMPLICATIONS, OUTCOMES),
        ("وقال وزير التعليم إن بلاده ستستضيف المصنع إذا صدر القانون", IMPLICATIONS, IMPLICATIONS),
        (
            "وأقر وزير التعليم بأن كلفة الحافلات ارتفعت إلى 90 مليونا وأن التسليم في 2034",
            IMPLICATIONS,
            OUTCOMES,
        ),
        # names that look like a verb to come
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
        # estimates
        ("وقدرت غرفة النقل خسائر الحافلات بنحو مليون دينار", REACTIONS, CONTEXT),
        ("وقدرت غرفة النقل موقف البلدية ووصفته بأنه حكيم", REACTIONS, REACTIONS),
        ("ويقدر معهد النقل عدد الركاب سنويا بنحو 22 ألف تلميذ", IMPLICATIONS, CONTEXT),
        ("ويقدر معهد النقل عدد الركاب المتوقع بنحو 22 ألف تلميذ", IMPLICATIONS, IMPLICATIONS),
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
    """Estimates and scenes are background, what should be done an outlook."""
    assert first(text, filed) is facet


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        # markets, petitions, answers
        ("وفي أول تعاملات الأسبوع، ارتفعت عقود الورق 6.2 بالمئة", CONTEXT, REACTIONS),
        ("ارتفعت عقود الورق 6.2 بالمئة منذ مطلع العام", CONTEXT, CONTEXT),
        ("ارتفع عقد الإيجار إلى 900 دولار", CONTEXT, CONTEXT),
        ("ارتفع عدد الموقعين على العريضة إلى 90 ولي أمر", CONTEXT, REACTIONS),
        ("ارتفع عدد الموقعين على الاتفاق إلى تسع دول", CONTEXT, CONTEXT),
        ("وتتمسك المدرسة بأن العدد لا يزيد على 40", CONTEXT, REACTIONS),
        ("وتتمسك المدرسة منذ عقود بأن العدد لا يزيد على 40", CONTEXT, CONTEXT),
        ("وأضافت المديرة «الحافلات وصلت»", CONTEXT, REACTIONS),
        ("وأضافت المدرسة حافلتين", CONTEXT, CONTEXT),
        ("تدافع مديرة النقل عن القرار، وتقول إنه ضروري", IMPLICATIONS, REACTIONS),
        ("ويروي حارس المدرسة ما رآه", IMPLICATIONS, REACTIONS),
        # why nobody is named
        ("ويقول سائق فضل عدم ذكر اسمه لأنه غير مخول بالحديث إن الحافلات تأخرت", MOTIVES, CONTEXT),
        ("ويقول سائق إنه لم يوقع لأنه غير مخول، وتريد المدرسة خفض الكلفة", MOTIVES, MOTIVES),
    ],
)
def test_voices_and_what_drives(text: str, filed: Facet, facet: Facet) -> None:
    """Markets and signatures react; a formula of the press drives nobody."""
    assert first(text, filed) is facet
