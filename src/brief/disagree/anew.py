"""«815 instead of the 780 planned», «19 hours, not 31»: a figure that a text tells anew or disputes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief import quantities
from brief.disagree.passages import Corpus, Passage
from brief.disagree.vocabulary import phrase, told_apart
from brief.extract.events.alike import stems
from brief.language import fold
from brief.model import Discrepancy, Sentence
from brief.overtaken.anew import is_open, is_seldom, tells_matter
from brief.overtaken.figures import Revision, fits, revisions
from brief.overtaken.passages import akin

# So much is needed of what two texts share: words, a seldom figure, a unit. Where a thing may only have
# changed, so many words.
_SAID, _CHANGED, _SELDOM, _UNIT = 2, 3, 2, 1


def told_anew(corpus: Corpus, known: Iterable[Discrepancy]) -> Iterator[Discrepancy]:
    """Each figure that a text sets anew or disputes, with the passage that gives the other one.

    Sentences of which a disagreement is `known` are left out.
    Set anew is what a text of an earlier day gives; disputed may be what another sentence of the same does.
    """
    told = [anchor for one in known for item in one.items for anchor in item.evidence]
    for document in corpus.documents:
        for sentence in document.sentences:
            if any(sentence.anchor.shares(one) for one in told):
                continue
            for one in revisions(sentence.anchor.text, corpus.language):
                said = _said(one, sentence, document.published or "", corpus)
                if said:
                    kind = "amount" if one.dispute else "revision"
                    what = phrase(said.text, corpus.language)
                    sides = [(said.anchor,), (sentence.anchor,)]
                    yield told_apart(corpus.language, f"differ: {kind} of %(what)s", what, "conflict", sides)


def _said(one: Revision, sentence: Sentence, published: str, corpus: Corpus) -> Passage | None:
    """The clause that gives the other figure and shares most with the sentence."""
    found: list[tuple[int, int, Passage]] = []
    here = stems(fold(sentence.anchor.text), corpus.language)
    for other in corpus.holding([one.key]):
        whole = corpus.whole(other)
        day = corpus.published(other) or ""
        earlier = "" < day < published
        if (
            not (earlier or (one.dispute and whole.source == sentence.anchor.source))
            or whole == sentence.anchor
        ):
            continue
        unit = _gives(one, other, corpus)
        if unit is None or any(each.was == one.was for each in revisions(whole.text, corpus.language)):
            continue
        shared = len(akin(stems(fold(whole.text), corpus.language), here, corpus.language))
        seldom = is_seldom(one.was)
        points = shared + _SELDOM * seldom + _UNIT * (unit == one.unit and tells_matter(unit))
        if one.said or one.dispute:
            is_same = shared > 0 and points >= _SAID
        else:
            is_same = shared + seldom >= _CHANGED and is_open(other.folded, corpus.language)
        if is_same:
            found.append((points, -other.order, other))
    return max(found, key=lambda entry: entry[:2])[2] if found else None


def _gives(one: Revision, other: Passage, corpus: Corpus) -> str | None:
    """The unit in which a clause gives the figure of before; None where it does not, or gives the new one."""
    told = [each for each in quantities.find(other.text, corpus.language) if each.value is not None]
    if any(each.value == one.new and fits(each.unit, one.unit) for each in told):
        return None
    return next((each.unit for each in told if each.value == one.was and fits(each.unit, one.unit)), None)
