"""Rules of filing: who voices support, whose account it is, what sources tell as done, what stays open."""

import pytest

from brief.model import Facet
from tests.facets.test_rulings import first

CONTEXT, MOTIVES, OUTCOMES = Facet.CONTEXT, Facet.MOTIVES, Facet.OUTCOMES
REACTIONS, IMPLICATIONS = Facet.REACTIONS, Facet.IMPLICATIONS


@pytest.mark.parametrize(
    ("text", "filed", "facet"),
    [
        # support, readiness, worry
        ("أبدت جمعية الصيادين دعمها للمشروع", OUTCOMES, REACTIONS),
        ("وأعرب رئيس النادي عن قلقه من إغلاق الملعب", IMPLICATIONS, REACTIONS),
        ("أبدت البلديتان استعدادهما للتمويل، ووقعا عقدا بذلك", OUTCOMES, OUTCOMES),
        ("أبدت اللجنة ملاحظاتها على الخطة", OUTCOMES, OUTCOMES),
        # an account against another
        ("تقول البلدية إن المقاول طلب المهلة في مايو، خلافا لما أعلنه النادي", OUTCOMES, CONTEXT),
        ("وطلب المقاول المهلة في مايو خلافا للعقد", OUTCOMES, OUTCOMES),
        # why those acted who speak
        ('وقال رئيس النادي: "أغلقناه لحماية اللاعبين"', REACTIONS, MOTIVES),
        ('وقال رئيس النادي: "أغلقناه للمرة الثانية"', REACTIONS, REACTIONS),
        # over, and breathing again
        ("انتهت أسابيع من الترقب في ملعب المدينة", CONTEXT, OUTCOMES),
        ("انتهت أسابيع التدريب في ملعب المدينة", CONTEXT, CONTEXT),
        ("أما سائقو الحافلات فتنفسوا الصعداء", CONTEXT, REACTIONS),
        ("أما سائقو الحافلات فتنفسوا هواء الجبل", CONTEXT, CONTEXT),
        # done, as a source tells
        ("وقالت مصادر في الميناء إن الشرطة أوقفت ثلاثة حراس", REACTIONS, OUTCOMES),
        ("وقالت مصادر في الميناء إن الشرطة تبالغ في الأرقام", REACTIONS, REACTIONS),
        ("وقالت النقابة إن الشرطة أوقفت ثلاثة حراس", REACTIONS, REACTIONS),
        # two counts
        ("تتحدث البلدية عن ثلاثة جرحى، فيما أحصى النادي سبعة", REACTIONS, CONTEXT),
        ("تتحدث البلدية عن ثلاثة مشاريع جديدة", REACTIONS, REACTIONS),
        # an estimate
        ("وقدرت غرفة النقل خسائر الحافلات بنحو مليون دينار", REACTIONS, CONTEXT),
        ("وقدرت غرفة النقل موقف البلدية ووصفته بأنه حكيم", REACTIONS, REACTIONS),
        # what stays open
        ("ويبقى مصير الملعب القديم معلقا", CONTEXT, IMPLICATIONS),
        ("ويبقى الملعب القديم أكبر ملاعب المدينة", CONTEXT, CONTEXT),
    ],
)
def test_filed(text: str, filed: Facet, facet: Facet) -> None:
    """A rule fires on its construction, and not on words that look like it."""
    assert first(text, filed) is facet
