"""What one passage denies, calls absent or unconfirmed, and another states.

Only where the two speak of one thing by several words of their own, one of them rare: negation
between passages that are merely alike tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

import msgspec
from msgspec import Struct

from brief import cues, quantities
from brief.disagree.deniers import beyond_denier
from brief.disagree.passages import Corpus, Passage, agree, content, in_order
from brief.disagree.vocabulary import Kind, phrase, told_apart
from brief.language import Language, fold, table, view
from brief.model import Discrepancy
from brief.morphology import morphology
from brief.rivals import COUNTED
from brief.same.told import base_of

_SHARED = 2
_HEADED = frozenset({"absent", "none", "un", "undone"})
_HALF, _MOSTLY = 0.5, 0.6
_BESIDE = 2
_MOST = 2  # passages that state what one denies
_CROWD = 200
_FIGURE = 2  # words that a figure in common stands for
_BETWEEN = 2  # clauses between who denies and what
_NEGATION: tuple[str, Kind] = ("differ: negation of %(what)s", "conflict")
_TOLD: dict[str, tuple[str, Kind]] = {
    "absent": _NEGATION,
    "denying": _NEGATION,
    "none": _NEGATION,
    "un": _NEGATION,
    "undone": _NEGATION,
    "unconfirmed": ("differ: confirmation of %(what)s", "precision"),
}


class _Denial(Struct, frozen=True):
    """A clause that denies, the stems of what it denies, the first of them and the words that say it.

    `none` says that it calls the thing absent, `figures` are the amounts that it denies.
    """

    passage: Passage
    form: str
    stems: frozenset[str]
    head: str
    what: str
    loose: bool
    names: frozenset[str]
    none: bool
    figures: frozenset[tuple[Decimal, str]]


def denials(corpus: Corpus) -> Iterator[Discrepancy]:
    """Each denial with the passages that state what it denies."""
    for passage in _candidates(corpus):
        denial = _denial(_whole(passage, corpus), corpus)
        sides = _claims(denial, corpus) if denial else []
        if denial and sides:
            template, kind = _TOLD[denial.form]
            passages = [(denial.passage.anchor,), *((one.anchor,) for one in sides)]
            yield told_apart(corpus.language, template, denial.what, kind, passages)


def _candidates(corpus: Corpus) -> list[Passage]:
    """The clauses that may deny something."""
    listed = table(corpus.language.code, "disagreement")["denial"]
    keys = ("absent", "denying", "unconfirmed", "negating", "un", "undone")
    return corpus.holding(word for key in keys for word in listed[key])


def _whole(passage: Passage, corpus: Corpus) -> Passage:
    """A denial with the clause that tells what is denied, where words stand between."""
    written = cues.written(corpus.language, "disagreement", "denial", "denying").search(passage.text)
    of_what = cues.expression(corpus.language, "disagreement", "denial", "denied_behind")
    if written is None or of_what.search(fold(passage.text[written.end() :])):
        return passage
    document = corpus.documents[passage.document]
    for after in corpus.passages[passage.order + 1 : passage.order + 1 + _BETWEEN]:
        if (after.document, after.sentence) != (passage.document, passage.sentence):
            break
        if of_what.match(after.folded.lstrip()):
            whole = document.anchor(passage.anchor.start, after.anchor.end)
            return msgspec.structs.replace(passage, anchor=whole)
    return passage


def _denial(passage: Passage, corpus: Corpus) -> _Denial | None:
    """What a clause denies, told by the words after the denial, or by all of it where those are few."""
    text, language = passage.text, corpus.language
    for form in _TOLD:
        end = _end(text, form, language)
        if end is None:
            continue
        what = _what(text, end, form, language)
        loose = form == "denying" and what == text[end:]
        if loose:
            what = beyond_denier(passage, end, corpus)
        stems = in_order(what, language)
        own = corpus.own(passage, frozenset(stems))
        head = next((stem for stem in stems if stem in own), None)
        if head is None:
            continue
        if len(own) < _SHARED and form in _HEADED:
            own |= corpus.own(passage, content(text[:end], language))
        cut = msgspec.structs.replace(passage.anchor, end=passage.anchor.start + end + len(what))
        names = corpus.names_at(passage.document, cut)
        none = cues.of(language, "disagreement", "denial", "there_is_none").search(passage.folded)
        figures = _figures(what, language) if form == "denying" else frozenset()
        return _Denial(
            passage, form, own, head, phrase(what, language), loose, names, none is not None, figures
        )
    return None


def _what(text: str, end: int, form: str, language: Language) -> str:
    """What is denied: the words before «did not take place», those after any other denial."""
    if form == "undone":
        return text[:end]
    return _until(_object(text[end:], language) if form == "denying" else text[end:], language)


def _end(text: str, form: str, language: Language) -> int | None:
    """Where the words of a denial end in `text`."""
    if form == "denying":
        written = cues.written(language, "disagreement", "denial", form).search(text)
        return written.end() if written else None
    seen = view(text)
    own = {"none": _none, "un": _un}.get(form)
    listed = own(language) if own else cues.of(language, "disagreement", "denial", form)
    found = listed.search(seen.text)
    unless = cues.of(language, "disagreement", "denial", "unless")
    if found and any(one.end() >= found.start() for one in unless.finditer(seen.text, 0, found.end())):
        return None
    return seen.span(found.start(), found.end())[1] if found else None


@cache
def _none(language: Language) -> re.Pattern[str]:
    """«Did not receive any»: a negation, its verb, and «any»."""
    words = table(language.code, "disagreement")["denial"]
    negating, any_ = ("|".join(map(fold, words[key])) for key in ("negating", "any"))
    joining = morphology(language).joining
    # «Nobody disputes that any …» denies nothing of it.
    that = "|".join(map(fold, table(language.code, "speech")["that"]))
    between = rf"(?:(?!(?:{that})\s)\w+\s+){{0,4}}"
    return re.compile(rf"(?<!\w)[{joining}]?(?:{negating})\s+{between}(?:{any_})(?!\w)")


@cache
def _un(language: Language) -> re.Pattern[str]:
    """«Not binding»: the negation of an adjective without the article."""
    words = table(language.code, "disagreement")["denial"]
    un, turns = ("|".join(map(fold, words[key])) for key in ("un", "not_un"))
    return re.compile(rf"(?<!\w)(?:{un})\s+(?!(?:{turns})(?!\w)|{morphology(language).article})")


def _object(text: str, language: Language) -> str:
    """What is denied: the words after «that», «the existence of» and their kin, else all of them."""
    seen = view(text)
    end = None
    for match in cues.of(language, "disagreement", "denial", "of_what").finditer(seen.text):
        if end is None and match["cue"] in _any(language):
            before = seen.text[: match.start()].split()
            return (
                text[seen.span(match.start() - len(before[-1]) - 1, match.start())[0] :] if before else text
            )
        if end is None or match.start() - end <= 1:
            end = match.end()
    return text if end is None else text[seen.span(end - 1, end)[1] :]


@cache
def _any(language: Language) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "disagreement")["denial"]["any"]))


def _until(text: str, language: Language) -> str:
    """The words before those that only tell when."""
    seen = view(text)
    match = cues.of(language, "disagreement", "denial", "until").search(seen.text)
    return text[: seen.span(match.start(), match.end())[0]] if match and match.start() else text


# Who states it --------------------------------------------------------------------------


def _claims(denial: _Denial, corpus: Corpus) -> list[Passage]:
    """The passages that state what is denied, the nearest of each document, the nearest first."""
    found: dict[int, tuple[int, Passage]] = {}
    headed = denial.form in _HEADED
    stems = corpus.kin(denial.head) if headed else [s for s in denial.stems if corpus.is_rare(s)]
    orders = {order for stem in stems for order in corpus.holders.get(stem, ())[:_CROWD]}
    least = max(_SHARED, _HALF * len(denial.stems)) - headed  # the head itself may be told by a kin word
    for other in (corpus.passages[order] for order in sorted(orders)):
        near = denial.stems.intersection(other.kept)
        if len(near) < least - _FIGURE * bool(denial.figures) and other.document != denial.passage.document:
            continue
        shared = corpus.own(other, near)
        if denial.form == "denying":
            shared -= _plain(corpus.language)
        if headed and other.stems.intersection(stems):
            shared |= {denial.head}
        best = found.get(other.document)
        if (best is None or len(shared) > best[0]) and _states(denial, other, shared, corpus):
            found[other.document] = (len(shared), other)
    ranked = sorted(found.values(), key=lambda entry: (-entry[0], entry[1].order))
    return [passage for _, passage in ranked[:_MOST]]


@cache
def _plain(language: Language) -> frozenset[str]:
    """Stems of adjectives that tell nothing of what they are said of."""
    return content(" ".join(table(language.code, "disagreement")["denial"]["plain"]), language)


def _states(denial: _Denial, other: Passage, shared: frozenset[str], corpus: Corpus) -> bool:
    """Whether a clause with the head of a denial states what is denied."""
    mine = denial.passage
    at_home = other.document == mine.document
    least = _SHARED + at_home + (denial.loose or denial.head not in shared)
    same = bool(denial.figures and shared and denial.figures & _figures(other.text, corpus.language))
    many = len(shared) + _FIGURE * same >= max(least, _HALF * len(denial.stems))
    absent = denial.form == "absent" and at_home
    told = denial.none and _is_measured(denial.head, other.text, corpus.language)
    if not (many or absent or told) or (other.document, other.sentence) == (mine.document, mine.sentence):
        return False
    if _is_turned(denial, other, corpus) or not agree(denial.names, corpus.names(other)):
        return False
    if absent and _is_there(denial.head, other.text, corpus.language):
        return True
    if told:
        return True
    return many and (same or any(map(corpus.is_rare, shared)) or _is_close(denial, shared, other, corpus))


def _figures(text: str, language: Language) -> frozenset[tuple[Decimal, str]]:
    """The amounts that a text gives."""
    found = quantities.find(text, language)
    return frozenset(
        (one.value, base_of(one.unit, language)) for one in found if one.value and one.unit not in COUNTED
    )


def _is_close(denial: _Denial, shared: frozenset[str], other: Passage, corpus: Corpus) -> bool:
    """Whether most words of a denial stand side by side in another clause too."""
    ordered = in_order(other.text, corpus.language)
    places = [place for place, stem in enumerate(ordered) if stem in shared]
    beside = any(0 < later - place <= _BESIDE for place, later in pairwise(places))
    return beside and len(shared) >= _MOSTLY * len(denial.stems)


def _is_there(head: str, text: str, language: Language) -> bool:
    """Whether a clause says that there is what it names."""
    seen = view(text)
    matches = cues.of(language, "disagreement", "denial", "there").finditer(seen.text)
    return any(in_order(seen.text[match.end() :], language)[:1] == [head] for match in matches)


def _is_measured(head: str, text: str, language: Language) -> bool:
    """Whether a clause tells how much there is of what it names: «ديون قيمتها 70 مليونا»."""
    words = view(text).text.split()
    places = [place for place, word in enumerate(words) if in_order(word, language)[:1] == [head]]
    return any(_worth(language).intersection(words[place + 1 : place + 1 + _BESIDE]) for place in places)


@cache
def _worth(language: Language) -> frozenset[str]:
    return frozenset(map(fold, table(language.code, "disagreement")["denial"]["worth"]))


def _is_turned(denial: _Denial, other: Passage, corpus: Corpus) -> bool:
    """Whether a negation, a question or a condition stands before the last word that both share."""
    seen = other.folded
    turned = cues.of(corpus.language, "disagreement", "denial", "turned"), _un(corpus.language)
    found = (pattern.search(seen) for pattern in turned)
    ends = [match.end() for match in found if match]
    return any(content(seen[end:], corpus.language) & denial.stems for end in ends)
