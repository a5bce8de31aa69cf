"""A denial that points back at what stands right before it, or is answered right behind it."""

from __future__ import annotations

from collections.abc import Iterator

from brief import cues
from brief.disagree.deniers import beyond_denier
from brief.disagree.passages import Corpus, Passage, content
from brief.disagree.vocabulary import phrase, told_apart
from brief.language import fold, table
from brief.model import Anchor, Discrepancy
from brief.morphology import morphology

_FEW = 4  # words behind a denial that point back
_EARLY = 6  # words of an answer among which its source stands
_BACK = 4  # clauses before a denial in which what it denies is told
_AHEAD = 4  # clauses behind a denial in which it is answered
_SHORT = 6  # words up to which a denial is told by its whole sentence


def answers(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each denial with the passage before it that it denies, or the one behind it that contradicts it."""
    denied = cues.written(corpus.language, "disagreement", "denial", "denying")
    pointing = cues.of(corpus.language, "disagreement", "answers", "pointing")
    listed = table(corpus.language.code, "disagreement")
    for passage in corpus.holding([*listed["answers"]["pointing"], *listed["denial"]["denying"]]):
        points = pointing.search(passage.folded) is not None
        match = denied.search(passage.text) if not points else None
        if not points and match is None:
            continue
        before = _before(passage, corpus) if match is None else _pointed_at(passage, match.end(), corpus)
        after = None if before else _reply(passage, corpus)
        other = before or after
        if other:
            first, second = sorted((passage, other), key=lambda one: one.order)
            what = phrase((before or passage).text, corpus.language)
            sides = [(_shown(each, passage, corpus),) for each in (first, second)]
            yield told_apart(corpus.language, "differ: negation of %(what)s", what, "conflict", sides)


def _shown(each: Passage, denial: Passage, corpus: Corpus) -> Anchor:
    """The words of a side; its sentence where it is a denial only («ونفت ذلك») or what stands before one."""
    if each is denial:
        return (
            corpus.whole(each) if len(each.text.split()) <= _SHORT and _opens(each, corpus) else each.anchor
        )
    before = each.order < denial.order and each.sentence != denial.sentence and not _opens(each, corpus)
    turned = each.order > denial.order and _is_turned(each, corpus)
    return corpus.whole(each) if before or turned else each.anchor


def _is_turned(each: Passage, corpus: Corpus) -> bool:
    """Whether «but» goes on with a clause in its sentence: «he did look at them, but not at all»."""
    behind = corpus.passages[each.order + 1 : each.order + 2]
    turn = cues.expression(corpus.language, "disagreement", "answers", "turned")
    return any(
        (one.document, one.sentence) == (each.document, each.sentence) and turn.match(one.folded.lstrip())
        for one in behind
    )


def _opens(passage: Passage, corpus: Corpus) -> bool:
    """Whether a clause is the first of its sentence."""
    return corpus.back(passage, _AHEAD).order == passage.order


def _pointed_at(passage: Passage, end: int, corpus: Corpus) -> Passage | None:
    """The clause before a denial of «that»."""
    rest = passage.folded[passage.seen.position(end) :]
    if _goes_on(passage, rest, corpus):
        return None
    match = cues.of(corpus.language, "disagreement", "answers", "that").search(rest)
    if match is None or match.start("cue") > match.start():  # «as well» is no «that»
        return None
    alone = len(rest[: match.start()].split()) < _FEW and not _is_noun(rest[match.end() :], corpus)
    if not alone and _tells(rest[match.end() :], corpus):
        return None
    accused = (
        cues.of(corpus.language, "disagreement", "answers", "accusation").match(match["cue"]) is not None
    )
    return _before(passage, corpus, said=accused)


def _goes_on(passage: Passage, rest: str, corpus: Corpus) -> bool:
    """Whether who spoke in the sentence before denies something else: «She said …. And denied that …»."""
    that = map(fold, table(corpus.language.code, "speech")["that"])
    if not _opens(passage, corpus) or not passage.order or rest.split()[:1] not in [[word] for word in that]:
        return False
    before = corpus.back(corpus.passages[passage.order - 1], _EARLY)
    said = cues.of(corpus.language, "disagreement", "silence", "spoken").match(before.folded)
    one = (before.document, before.sentence + 1) == (passage.document, passage.sentence)
    denies = passage.folded.split()[0]
    feminine = morphology(corpus.language).feminine
    return one and said is not None and said["cue"].endswith(feminine) == denies.endswith(feminine)


def _is_noun(rest: str, corpus: Corpus) -> bool:
    """Whether a definite noun or a clause stands right behind «that»: «ذلك الخبر», «ذلك أن»."""
    first = rest.split()[:1]
    that = map(fold, table(corpus.language.code, "speech")["that"])
    return any(word.startswith(morphology(corpus.language).article) or word in that for word in first)


def _before(passage: Passage, corpus: Corpus, *, said: bool = False) -> Passage | None:
    """The clause before one, in its sentence or the one before; what only tells when or whose is passed.

    What is `said` only is sought where an accusation is denied: «called its envoy back, while they denied
    the accusation» denies no calling back.
    """
    saying = cues.of(corpus.language, "disagreement", "answers", "said")
    adjunct = cues.opening(corpus.language, "disagreement", "answers", "adjunct")
    after = _behind_reason(passage, corpus)
    for before in reversed(corpus.passages[max(0, after.order - _BACK) : after.order]):
        if before.document != passage.document or after.sentence - before.sentence > 1:
            return None
        if said and not saying.search(before.folded):
            continue
        if len(content(before.text, corpus.language)) > 1 and not adjunct.match(before.folded):
            return before
    return None


def _behind_reason(passage: Passage, corpus: Corpus) -> Passage:
    """A clause, or the first of the sentence before it that only gives a reason for what somebody thinks."""
    sentences, place = corpus.documents[passage.document].sentences, passage.sentence - 1
    if place < 1 or not _opens(passage, corpus):
        return passage
    reason = cues.expression(corpus.language, "disagreement", "answers", "reason")
    thinks = cues.expression(corpus.language, "disagreement", "answers", "thinks")
    if not reason.match(fold(sentences[place].anchor.text)):
        return passage
    if not thinks.search(fold(sentences[place - 1].anchor.text)):
        return passage
    return corpus.at(sentences[place].anchor) or passage


def _tells(rest: str, corpus: Corpus) -> bool:
    """Whether the words behind «that» say themselves what is denied: «ذلك الخبر» does not, a clause does."""
    first = cues.of(corpus.language, "disagreement", "contrast", "turn").search(rest)
    return len((rest[: first.start()] if first else rest).split()) > _FEW


def _reply(passage: Passage, corpus: Corpus) -> Passage | None:
    """The clause behind a denial that opens with «but» and a source."""
    reply = cues.of(corpus.language, "disagreement", "answers", "reply")
    sources = cues.of(corpus.language, "disagreement", "answers", "sources")
    for other in corpus.passages[passage.order + 1 : passage.order + 1 + _AHEAD]:
        if other.document != passage.document:
            return None
        match = reply.match(other.folded.lstrip())
        if match:
            opening = " ".join(other.folded.split()[:_EARLY])
            return other if sources.search(opening) and _is_on_it(passage, other, corpus) else None
    return None


def _is_on_it(denial: Passage, other: Passage, corpus: Corpus) -> bool:
    """Whether an answer shares a word with what is denied: the words of a denial behind who denies."""
    match = cues.written(corpus.language, "disagreement", "denial", "denying").search(denial.text)
    denied = content(beyond_denier(denial, match.end() if match else 0, corpus), corpus.language)
    return bool(denied & content(corpus.whole(other).text, corpus.language))
