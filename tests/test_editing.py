"""The analyst's word over the program's."""

from pathlib import Path

import pytest
from msgspec import structs

from brief import config
from brief.editing import edited, notes, revised
from brief.errors import TopicError
from brief.model import Claim, Edit, Facet, Standing
from brief.pipeline import condense
from brief.select import choose
from tests.builders import ARABIC, anchor, claim, statement

OPENED = claim(statement("وقعت البلدية اتفاق ترميم الحديقة", start=0), score=0.1)
CLOSED = claim(statement("أغلقت البلدية السوق القديم", start=90), anchor("أُغلق السوقُ القديم", "b", 40))
CLAIMS = (OPENED, CLOSED)


def apply(*edits: Edit) -> tuple[Claim, ...]:
    """The claims after edits."""
    return edited(CLAIMS, edits, ARABIC).claims


def test_without_edits_nothing_changes() -> None:
    """No edit, no change, nothing pinned, nothing in vain."""
    done = edited(CLAIMS, (), ARABIC)
    assert done.claims == CLAIMS
    assert not done.pinned
    assert not done.vain


@pytest.mark.parametrize(
    "pin",
    [Edit(action="pin", item=OPENED.id), Edit(action="pin", passage="ترميم  الحديقه")],
    ids=["by id", "by words, spelled loosely"],
)
def test_an_item_is_dropped_or_pinned(pin: Edit) -> None:
    """What is dropped is gone; what is pinned keeps its place and is named as wanted."""
    drop = structs.replace(pin, action="drop")
    assert apply(drop) == (CLOSED,)
    pinned = edited(CLAIMS, (pin,), ARABIC)
    assert pinned.claims == CLAIMS
    assert pinned.pinned == {OPENED.id}
    both = edited(CLAIMS, (pin, drop), ARABIC)
    assert both.claims == (CLOSED,)
    assert not both.pinned


def test_a_passage_of_a_further_source_means_the_claim_too() -> None:
    """A merged claim is found by the words of any source that tells it, marks aside."""
    assert apply(Edit(action="drop", passage="اغلق السوق")) == (OPENED,)


def test_an_item_is_moved() -> None:
    """A moved item has its new facet alone; moved to the outcomes it has a standing if its words give one."""
    moved, rest = apply(Edit(action="move", item=OPENED.id, section=Facet.OUTCOMES))
    assert moved.statement.facets == ((Facet.OUTCOMES, 1.0),)
    assert moved.statement.standing is Standing.SIGNED
    assert rest == CLOSED
    away, _ = apply(
        Edit(action="move", item=OPENED.id, section=Facet.OUTCOMES),
        Edit(action="move", item=OPENED.id, section=Facet.MOTIVES),
    )
    assert (away.statement.facets, away.statement.standing) == (((Facet.MOTIVES, 1.0),), None)


def test_an_item_gets_the_analysts_label() -> None:
    """The label is hers; the words of the item stay the source's."""
    labelled, _ = apply(Edit(action="relabel", item=OPENED.id, label="الحديقة"))
    assert (labelled.label, labelled.statement) == ("الحديقة", OPENED.statement)


def test_an_edit_that_matches_nothing_is_noted() -> None:
    """It changes nothing and is told, with what it was to do."""
    done = edited(CLAIMS, (Edit(action="drop", passage="قبة لم تبن"),), ARABIC)
    assert done.claims == CLAIMS
    (note,) = notes(done.vain)
    assert (note.kind, note.message) == ("edit", "drop «قبة لم تبن»")


def test_blank_words_mean_no_item() -> None:
    """An edit whose passage is blank matches nothing rather than everything."""
    assert apply(Edit(action="drop", passage="  ")) == CLAIMS


def test_only_moves_and_labels_revise() -> None:
    """Pins and drops belong to the choice; a printed claim is revised by the rest alone."""
    edits = (Edit(action="drop", item=OPENED.id), Edit(action="pin", item=CLOSED.id))
    assert tuple(revised(CLAIMS, edits, ARABIC)) == CLAIMS


LINES = (
    "وقعت البلدية أمس اتفاق ترميم الحديقة القديمة مع نقابة المهندسين.",
    "يقع السوق القديم بين المكتبة والنهر منذ زمن طويل في المدينة.",
    "رحبت جمعية التجار بفتح الممر المظلل أمام الباعة والزوار.",
)


def topic(folder: Path, settings: str) -> Path:
    """A topic of one short article."""
    (folder / "a.txt").write_text("\n\n".join(LINES), "utf-8")
    (folder / "brief.toml").write_text(settings, "utf-8")
    return folder


def test_a_build_keeps_what_the_analyst_asked_for(tmp_path: Path) -> None:
    """Pinned, moved, labelled; her judgement stands under her name, and a vain edit is noted."""
    settings = """
        issued = "2019-03-14"
        budget.items = 1
        [[edit]]
        action = "pin"
        passage = "السوق القديم بين المكتبة"
        [[edit]]
        action = "move"
        passage = "السوق القديم بين المكتبة"
        section = "motives"
        [[edit]]
        action = "relabel"
        passage = "السوق القديم بين المكتبة"
        label = "موقع السوق"
        [[edit]]
        action = "drop"
        item = "s0000000000"
        [[judgement]]
        section = "implications"
        text = "الأرجح أن يتأخر الافتتاح."
        analyst = "سعاد"
    """
    folder = topic(tmp_path, settings)
    brief, _ = condense(folder, config.load(folder))
    sections = {section.id: section.items for section in brief.sections}
    (item,) = sections["motives"]
    assert (item.text, item.label, item.label_evidence) == (LINES[1].rstrip("."), "موقع السوق", None)
    (judged,) = sections["implications"]
    assert (judged.kind, judged.analyst, judged.evidence) == ("analyst", "سعاد", ())
    assert judged.text == "الأرجح أن يتأخر الافتتاح."
    assert [note.message for note in brief.notes if note.kind == "edit"] == ["drop «s0000000000»"]
    assert len(brief.edits) == 4


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[[edit]]\naction = "burn"\nitem = "s1"', "'edit.action' must be one of: drop, move, pin, relabel"),
        ('[[edit]]\naction = "drop"', "line 1: 'edit' needs the id of an item or words of its passage"),
        ('[[edit]]\naction = "drop"\nitem = "s1"\npassage = "x"', "one of the two"),
        ('[[edit]]\naction = "move"\nitem = "s1"', "does not say where to; add section"),
        ('[[edit]]\naction = "relabel"\nitem = "s1"', "does not say how; add label"),
        ('[[edit]]\naction = "move"\nitem = "s1"\nsection = "x"', "'edit.section' must be one of: context"),
        ('[[judgement]]\nsection = "motives"\ntext = "x"', "lacks the key 'analyst'"),
        ('[[judgement]]\nsection = "x"\ntext = "x"\nanalyst = "x"', "'judgement.section' must be one of"),
        (
            '[[judgement]]\nsection = "motives"\ntext = " "\nanalyst = "x"',
            "'judgement.text' must be some text",
        ),
    ],
)
def test_an_edit_that_says_too_little_is_refused(tmp_path: Path, settings: str, said: str) -> None:
    """The mistake is told with file and line before anything is built."""
    with pytest.raises(TopicError) as told:
        config.load(topic(tmp_path, settings))
    assert said in str(told.value)
    assert "brief.toml, line" in str(told.value)


def test_pins_go_beyond_the_budget() -> None:
    """Two pinned items are printed though the budget has room for one."""
    weighty = structs.replace(OPENED, score=9.0, id="w", statement=statement("رممت النقابة الجسر", start=500))
    chosen = choose((*CLAIMS, weighty), 1, 100, ARABIC, {one.id for one in CLAIMS})
    assert chosen == CLAIMS
