"""How far headings and announcements reach."""

from brief.facets import above
from brief.judge.questions import Told
from tests.facets.builders import named, paragraphs, seen, told


def test_what_stands_under_a_heading_inherits_its_facet() -> None:
    """Every statement under the heading has its sign, shared where it promises two."""
    signs = above.headings(seen(told("يقع السوق بين النهرين", "وهو قديم", heading="دوافع وردود")))
    assert signs == [{"headings.motives": 0.5, "headings.reactions": 0.5}] * 2


def test_a_vague_heading_promises_half() -> None:
    """«أبعاد» may mean anything."""
    (signs,) = above.headings(seen(told("يقع السوق بين النهرين", heading="أبعاد القرار")))
    assert signs == {"headings.outcomes": above.VAGUE_SHARE}


def test_an_item_of_a_list_is_what_the_heading_promises() -> None:
    """Its run-in heading counts where it promises something itself, else the section's does."""

    def item(lead: str) -> Told:
        return Told(number=0, text="يقع السوق بين النهرين", source="a", heading="دوافع الإغلاق", lead=lead)

    signs = above.leads(seen([item("رصيف ضيق"), item("ردود الباعة")]))
    assert signs == [{"leads.listed.motives": 1.0}, {"leads.reactions": 1.0}]


def test_an_announced_list_ends_with_its_items() -> None:
    """The items have the facet of the announcement; what follows them has not."""

    def item(number: int, text: str, lead: str | None) -> Told:
        return Told(number=number, text=text, source="a", lead=lead, paragraph=number)

    signs = above.announced(
        seen(
            [
                item(0, "ولذلك أسباب عدة على النحو التالي:", None),
                item(1, "تضيق الساحة بالباعة", "الزحام"),
                item(2, "وتتسع لمئة منهم", "الزحام"),
                item(3, "يقع السوق بين النهرين", None),
            ]
        )
    )
    assert [named(one, "announced") for one in signs] == [{"itself"}, {"motives"}, {"motives"}, set()]


def test_a_question_reaches_the_end_of_its_paragraph() -> None:
    """What stands in the paragraph answers it; a question that closes its paragraph asks the next."""
    question, answer = "فلماذا أغلقت البلدية الساحة؟", "تضيق الساحة بالباعة"
    inside = above.announced(seen([*told(question, answer), *paragraphs("أ", "ب", "ج")[1:]]))
    assert [named(one, "announced") for one in inside] == [{"itself"}, {"motives"}, set(), set()]
    closing = above.announced(seen(paragraphs(question, answer, "يقع السوق بين النهرين")))
    assert [named(one, "announced") for one in closing] == [{"itself"}, {"motives"}, set()]


def test_a_list_of_what_its_heading_promises_adds_nothing() -> None:
    """The announcement under «دوافع» repeats its heading."""
    signs = above.announced(seen(told("لها أسباب كما يلي:", "تضيق الساحة", heading="دوافع الإغلاق")))
    assert signs[1] == {}
