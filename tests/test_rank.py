"""What makes a claim weigh more, and that its score says why."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from brief.model import Certainty, Claim, Datapoint, Document, Evidence
from brief.rank import centrality, rank
from brief.similarity import Near, Neighbour
from tests.builders import ARABIC, anchor, claim, datapoint, document, statement

BEHIND: tuple[dict[str, bool], ...] = ({}, {"behind": True}, {"behind": True, "overtaken": True})
PLAIN = "افتتحت البلدية حديقة النخيل عند مدخل السوق القديم"


def home(number: int = 10, **said: Any) -> Document:  # noqa: ANN401 - fields of Source
    """A document of so many sentences."""
    return document(*("نص قصير." for _ in range(number)), **said)


def ranked(*claims: Claim, of: Document | None = None, figures: tuple[Datapoint, ...] = ()) -> list[Claim]:
    """The claims with their scores, none being near another; `figures` are those of every document."""
    statements = [one.statement for one in claims]
    evidence = [
        Evidence(document=structs.replace(of or home(), id=name), datapoints=figures) for name in "abc"
    ]
    return list(rank(claims, statements, Near.of([()] * len(claims)), evidence, ARABIC))


def weigh(*claims: Claim, of: Document | None = None) -> list[float]:
    """The scores of claims."""
    return [one.score for one in ranked(*claims, of=of)]


def late(text: str = PLAIN, start: int = 0, **fields: Any) -> Claim:  # noqa: ANN401 - fields of Statement
    """A claim from the middle of a paragraph, where place gives nothing."""
    return claim(statement(text, start=start, position=9, **fields))


def test_more_sources_weigh_more() -> None:
    """A second source makes a claim weightier; a second passage of the same source does not."""
    one = statement(PLAIN)
    alone, corroborated, repeated = weigh(
        claim(one), claim(one, anchor(PLAIN, "b")), claim(one, anchor(PLAIN, "a", 90))
    )
    assert corroborated > alone
    assert repeated == alone


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (late(), late(f"هذا و{PLAIN}")),
        (late(f"{PLAIN} قرب المحطة وموقف الحافلات عند النهر"), late(f"{PLAIN} " + "ثم " * 45)),
        (late(f"{PLAIN} قرب محطة النهر عصر أمس"), late(f"{PLAIN} قرب محطة النهر")),
        (late(certainty=Certainty.HEDGED), late()),
        (late(certainty=Certainty.DENIED), late()),
        (claim(statement(PLAIN, position=0)), claim(statement(PLAIN, position=9))),
    ],
    ids=["no demonstrative", "few words", "no fragment", "a look ahead", "a denial", "the opening"],
)
def test_what_counts_and_what_costs(better: Claim, worse: Claim) -> None:
    """The opening, a look ahead and a denial count; demonstratives, fragments and length cost."""
    assert weigh(better)[0] > weigh(worse)[0]


def test_what_opens_its_paragraph_counts() -> None:
    """It leans least on other sentences."""
    one, whole = late(), document(" ".join(["نص قصير."] * 10))
    assert weigh(one)[0] > weigh(one, of=whole)[0]


def test_what_is_told_before_the_turn_costs() -> None:
    """What holds weighs more; what is overtaken costs more than that, and not both."""
    now, before, over = (structs.replace(late(start=90), **fields) for fields in BEHIND)
    one, two, three = ranked(now, before, over)
    assert one.score > two.score > three.score
    assert "behind" not in dict(three.reasons)


def test_what_sets_anew_what_another_told_counts() -> None:
    """The figure that holds now is to be read before others."""
    plain, new = ranked(late(start=90), structs.replace(late(), renews=True))
    assert new.score > plain.score


def test_figures_count_where_they_stand() -> None:
    """A claim whose passage holds a figure outweighs the same claim further on; a third one adds nothing."""
    point = datapoint(evidence=(anchor("٧ حافلات", "a", 4),))
    plain, told = ranked(late(start=90), late(), figures=(point,))
    assert told.score > plain.score
    assert dict(told.reasons)["figures"] > 0
    two, three = (dict(ranked(late(), figures=(point,) * number)[0].reasons)["figures"] for number in (2, 3))
    assert two == three


def test_what_other_sources_echo_counts() -> None:
    """A statement near to one of another source outweighs one that is near to its own source's alone."""
    one, other = statement(PLAIN), statement(f"{PLAIN} أمس", "b")
    claims = [claim(one), claim(other)]
    evidence = [Evidence(document=structs.replace(home(), id=name)) for name in "ab"]
    near = Near.of([(Neighbour(0.5, 1),), (Neighbour(0.5, 0),)])
    first, _ = rank(claims, [one, other], near, evidence, ARABIC)
    assert dict(first.reasons)["echoed"] > 0
    own = statement(f"{PLAIN} أمس", "a", 90)
    first, _ = rank([claim(one), claim(own)], [one, own], near, evidence, ARABIC)
    assert "echoed" not in dict(first.reasons)


def test_main_actors_count() -> None:
    """A claim that names who is named most outweighs one that names nobody."""
    named, unnamed = weigh(late(actors=("البلدية",)), late(start=90))
    assert named > unnamed


def test_what_is_long_past_costs() -> None:
    """Where most speak of 2019, what names 2012 alone is old; what compares the two years is not."""
    of_now = [late(f"{PLAIN} عام 2019", start=90 * number) for number in (1, 2)]
    old, both = late(f"{PLAIN} عام 2012", start=500), late(f"{PLAIN} بين 2012 و2019", start=600)
    told = ranked(*of_now, old, both)
    assert ["old" in dict(one.reasons) for one in told] == [False, False, True, False]


def test_background_sources_cost() -> None:
    """A source that the analyst marks as background weighs less."""
    assert weigh(late(), of=home(background=True))[0] < weigh(late(), of=home())[0]


def test_the_score_is_the_sum_of_its_reasons() -> None:
    """Whoever asks why finds every part of the score, and no part of no weight."""
    for one in ranked(claim(statement(f"هذا و{PLAIN} 40"), anchor(PLAIN, "b")), late(start=90)):
        assert one.score == pytest.approx(sum(value for _, value in one.reasons), abs=0.002)
        assert all(value for _, value in one.reasons)
        assert len(dict(one.reasons)) == len(one.reasons)


def test_claims_keep_their_order_and_their_words() -> None:
    """Ranking weighs, it neither sorts nor rewrites."""
    claims = [late(start=90), claim(statement(PLAIN))]
    told = ranked(*claims)
    assert [(one.id, one.statement, one.evidence) for one in told] == [
        (one.id, one.statement, one.evidence) for one in claims
    ]


def test_the_centre_of_a_star_is_most_central() -> None:
    """Who is near to all is more central than those who are near to one; the most central has 1."""
    star = [tuple(Neighbour(0.5, other) for other in (1, 2, 3)), *([(Neighbour(0.5, 0),)] * 3), ()]
    weights = centrality(Near.of(star))
    assert weights[0] == 1
    assert weights[1] == weights[2] == weights[3]
    assert weights[0] > weights[1] > weights[4] > 0


@given(st.integers(0, 6), st.data())
def test_centrality_lies_between_nothing_and_one(number: int, data: st.DataObject) -> None:
    """Whoever is near to whom, the weights lie above 0 and up to 1, and somebody has 1."""
    pairs = data.draw(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5))))
    near: list[list[Neighbour]] = [[] for _ in range(number)]
    for one, other in pairs:
        if one < other < number:
            near[one].append(Neighbour(0.4, other))
            near[other].append(Neighbour(0.4, one))
    weights = centrality(Near.of(near))
    assert len(weights) == number
    assert all(0 < weight <= 1 for weight in weights)
    assert not weights or max(weights) == 1


def test_nothing_is_ranked_without_claims() -> None:
    """No claims give no claims."""
    assert ranked() == []


def test_a_view_weighs_less_than_a_report() -> None:
    """What an author concludes is told after what he reports."""
    lines = [
        statement("افتتحت البلدية حديقة النخيل", "a", start=200 * number, view=not number)
        for number in range(2)
    ]
    evidence = [Evidence(document=structs.replace(home(), id="a"))]
    view, report = rank([claim(one) for one in lines], lines, Near.of([(), ()]), evidence, ARABIC)
    assert dict(view.reasons)["view"] < 0
    assert "view" not in dict(report.reasons)


def test_what_is_overtaken_weighs_less() -> None:
    """What no longer holds is told after what does."""
    lines = [statement("افتتحت البلدية حديقة النخيل", "a", start=200 * number) for number in range(2)]
    told = [claim(lines[0], overtaken=True), claim(lines[1])]
    evidence = [Evidence(document=structs.replace(home(), id="a"))]
    past, still = rank(told, lines, Near.of([(), ()]), evidence, ARABIC)
    assert dict(past.reasons)["overtaken"] < 0
    assert "overtaken" not in dict(still.reasons)
