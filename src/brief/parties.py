"""Whose a figure is, and against whom: by verbs, prepositions and who is named around it.

A name is a party only where something says so; what might only be right is nobody's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise

from msgspec import Struct

from brief import names
from brief.gazetteer import Name
from brief.language import Language, View, fold, table, view
from brief.measures import Measure, Words
from brief.model import Document

Pair = tuple[str, str]

_NEAR = 12  # characters between «the two countries» and the names that follow it
_VERB = 40  # characters between a verb and the name it speaks of
_DOMINANT = 3  # sentences in which the parties of a document are named together, at the least


class Parties(Struct, frozen=True):
    """Whose figure it is (the seller, where something is sold) and against whom."""

    subject: str | None = None
    counterpart: str | None = None


class Company(Struct, frozen=True):
    """Which states a stretch of text names, each once, and which two it joins by «and»."""

    states: tuple[str, ...]
    couples: tuple[Pair, ...]


class Scene(Struct, frozen=True):
    """A sentence with its names (persons left out) and who is named before it.

    `earlier` are the sentences before it in its paragraph, the last first; `principal` are
    the two states that the whole document is about.
    """

    text: str
    folded: View
    names: tuple[Name, ...]
    earlier: tuple[Company, ...]
    principal: Pair | None
    words: Words

    def fold(self, start: int, end: int) -> str:
        """The folded sentence between two places of the original."""
        return self.folded.text[self.folded.position(start) : self.folded.position(end)]


class Seat(Struct, frozen=True):
    """A figure in its scene: its span, its clause, where its reach begins, the names it may claim.

    `model` are the parties of the figure that it leans on; `bare` says that nothing but
    comparing words leads to it.
    """

    start: int
    end: int
    clause: tuple[int, int]
    since: int
    own: tuple[Name, ...]
    measure: Measure | None
    model: Parties | None
    bare: bool


def parties(seat: Seat, scene: Scene) -> Parties:
    """The two sides of a figure, each None where its sentence does not tell it."""
    within, labels = scene.fold(*seat.clause), _labels(seat.own)
    earlier = [name.label for name in scene.names if name.start < seat.clause[0]]
    if scene.words.last_named.search(within) and earlier:
        other = next((label for label in labels if label != earlier[-1]), None)
        return Parties(other, earlier[-1]) if other else Parties(earlier[-1], None)
    if seat.measure is not None and seat.measure.bilateral:
        told = _between(seat.own, scene) or _dual(seat, scene)
        if told is not None:
            return told
    if seat.model is not None and not labels:
        return seat.model if seat.bare else Parties()  # else of somebody whom the names do not know
    if seat.model is not None and len(labels) == 1:
        return _leaning(seat.own[0], seat, seat.model, scene)
    return _guarded(seat, scene) if seat.measure is None else _measured(seat, seat.measure, scene)


def _labels(found: Iterable[Name]) -> list[str]:
    return list(dict.fromkeys(name.label for name in found))


# Who is named -------------------------------------------------------------------------------


def named(text: str, language: Language, words: Words) -> tuple[Name, ...]:
    """The names of `text`, and states whose name is also a common word where «and» joins them to one.

    «موريتانيا ومالي» are two states, «دعم عسكري ومالي» are none.
    """
    found = names.find(text, language)
    if not any(name.kind == "country" for name in found):
        return found
    return tuple(sorted([*found, *_recovered(found, view(text), language, words)]))


def _recovered(found: Sequence[Name], folded: View, language: Language, words: Words) -> Iterator[Name]:
    for key, label in _doubtful(language):
        form = rf"(?P<name>{re.escape(fold(label))})(?!\w)"
        after = re.compile(rf"\s+{words.conjunction}\s?{form}")
        before = re.compile(rf"(?<!\w){_either(words.between)}\s+{form}(?=\s+{words.conjunction}\s?$)")
        for name in found:
            if name.kind != "country" or name.adjective:
                continue
            first, last = folded.position(name.start), folded.position(name.end)
            match = after.match(folded.text, last) or before.search(folded.text[:first])
            if match is not None:
                yield Name(*folded.span(*match.span("name")), key, "country", label)


def _either(values: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(value).replace(r"\ ", r"\s+") for value in sorted(values)) + ")"


@cache
def _doubtful(language: Language) -> tuple[tuple[str, str], ...]:
    """The states whose bare name the names do not know, as key and label."""
    known = table(language.code, "names")["country"].items()
    return tuple((key, names.canonical(key, language)) for key, one in known if not one.get("bare", True))


# Two states without their names -------------------------------------------------------------


def company(text: str, found: Sequence[Name], words: Words) -> Company:
    """The states that `found` names in `text`."""
    states = [name for name in found if name.kind == "country"]
    return Company(tuple(_labels(states)), tuple(_couples(states, view(text), words)))


def _couples(states: Sequence[Name], folded: View, words: Words) -> Iterator[Pair]:
    """Every two states joined by «and», or two adjectives side by side, but no longer row."""
    rows: list[list[Name]] = []
    for name in states:
        if rows and _joined(rows[-1][-1], name, folded, words):
            rows[-1].append(name)
        else:
            rows.append([name])
    for row in rows:
        labels = _labels(row)
        if len(labels) == 2:
            yield labels[0], labels[1]


def _joined(first: Name, second: Name, folded: View, words: Words) -> bool:
    gap = folded.text[folded.position(first.end) : folded.position(second.start)].strip()
    return gap == words.conjunction or (not gap and first.adjective and second.adjective)


def principal(document: Document, sentences: Sequence[Company], language: Language, words: Words) -> Pair | None:
    """The two states that a document is about, None where they are not evident.

    Those that the title joins, or names alone and the text names together; else those that the
    opening joins and no two are named together more often; else those named together in most
    sentences, clearly.
    """
    counted = Counter(
        pair for one in sentences for pair in combinations(sorted(one.states), 2) if len(one.states) <= 3
    )
    title = document.title or ""
    top = company(title, named(title, language, words), words)
    if len(top.couples) == 1:
        return top.couples[0]
    if len(top.states) == 2 and counted[_ordered(*top.states)] >= 2:
        return top.states[0], top.states[1]
    ranked = [*counted.most_common(2), (("", ""), 0), (("", ""), 0)]
    opening = next((one for one in sentences if one.states), None)
    joined = opening is not None and len(opening.states) == 2 and opening.couples
    if joined and counted[_ordered(*joined[0])] == ranked[0][1]:
        return joined[0]
    clear = ranked[0][1] >= _DOMINANT and ranked[0][1] >= 2 * ranked[1][1]
    return ranked[0][0] if clear else None


def _ordered(first: str, second: str) -> Pair:
    return (first, second) if first < second else (second, first)


def _dual(seat: Seat, scene: Scene) -> Parties | None:
    """The parties of «البلدين»: nobody where they are not evident, None where no such word stands."""
    match = scene.words.both_named.search(scene.fold(*seat.clause))
    if match is None:
        return None
    shift = scene.folded.position(seat.clause[0])
    start, end = scene.folded.span(shift + match.start(), shift + match.end())
    after = [name for name in scene.names if end <= name.start < seat.clause[1]]
    if after and after[0].start - end < _NEAR:
        named = company(scene.text, after[:2], scene.words).couples
        return Parties(*named[0]) if named else Parties()
    before = company(scene.text, [name for name in scene.names if name.start < start], scene.words)
    pair = _evident((before, *scene.earlier), scene.principal)
    return Parties(*pair) if pair else Parties()


def _evident(spoken: Iterable[Company], principal: Pair | None) -> Pair | None:
    """The two that were named together last, unless others stand between; else the principal two."""
    since: set[str] = set()
    for one in spoken:
        if len(one.states) < 2:
            since.update(one.states)
            continue
        if principal is not None and set(principal) <= set(one.states):
            return principal
        alone = len(one.states) == 2 and not since - set(one.states)
        sure = alone and (principal is None or bool(one.couples))
        return (one.states[0], one.states[1]) if sure else None
    return principal


def _between(own: Sequence[Name], scene: Scene) -> Parties | None:
    """«بين مصر وكينيا»: the two, whoever else is named."""
    for first, second in pairwise(own):
        if _word_before(first, scene)[0] in scene.words.between and _joined(
            first, second, scene.folded, scene.words
        ):
            return Parties(first.label, second.label) if first.label != second.label else None
    return None


# What stands before a name ------------------------------------------------------------------


def _word_before(name: Name, scene: Scene) -> tuple[str, str]:
    """The word before a name and the letters that are written to the name, both folded."""
    leading = scene.fold(max(0, name.start - _VERB), name.start)
    match = re.search(r"(\w+)\s+(\w*)$", leading)
    if match is None:
        return "", re.sub(r".*\W", "", leading)
    return match[1], match[2].removesuffix(scene.words.article)


def _slot(name: Name, measure: Measure, scene: Scene) -> str | None:
    """Which side of a figure the word before a name gives it."""
    word, written = _word_before(name, scene)
    words = scene.words
    if written.strip(words.joining):
        return None
    if measure.bilateral and word in words.with_:
        return "counterpart"
    if word in words.to:
        return measure.to
    if word in words.source:
        return measure.source
    owns = word in measure.owners or word.lstrip(words.joining) in measure.owners
    return measure.owner if owns else None


def _governed(name: Name, scene: Scene) -> bool:
    """Whether a name is a place, an aim or a topic of its clause."""
    word, written = _word_before(name, scene)
    bare = word.lstrip(scene.words.joining)
    return bool(written.strip(scene.words.joining)) or bare in scene.words.governed


# Figures that lean on another -----------------------------------------------------------------


def _leaning(name: Name, seat: Seat, model: Parties, scene: Scene) -> Parties:
    """The sides of an elliptic figure that names one party: the other is that of its model."""
    measure = seat.measure
    if measure is None:
        told = _guarded(seat, scene)
        return told if told.subject is None else Parties(told.subject, told.counterpart or model.counterpart)
    if measure.bilateral:
        return Parties()
    slot = _slot(name, measure, scene) or _leaning_slot(name, measure, model, seat, scene)
    if slot is None:
        return Parties()
    if slot == "counterpart":
        return Parties(model.subject, name.label) if model.subject != name.label else Parties()
    return Parties(name.label, model.counterpart) if model.counterpart != name.label else Parties()


def _leaning_slot(name: Name, measure: Measure, model: Parties, seat: Seat, scene: Scene) -> str | None:
    """«مقابل 5 دولارات لماليزيا»: a seller where the verb before speaks of who pays."""
    if scene.words.for_ in _word_before(name, scene)[1]:
        verb = _verb(scene.fold(0, seat.start), scene.words)
        if verb is not None:
            return "counterpart" if verb.re is scene.words.seller_first else "subject"
        return "subject" if not measure.strict and model.counterpart is None else None
    return None if _governed(name, scene) else "subject"


# Figures that stand alone -----------------------------------------------------------------------


def _measured(seat: Seat, measure: Measure, scene: Scene) -> Parties:
    """The sides of a figure whose measure is known."""
    slots: dict[str, str] = {}
    for name in seat.own:
        slot = _slot(name, measure, scene)
        if slot and slots.setdefault(slot, name.label) != name.label:
            return Parties()
    free = [name for name in seat.own if measure.bilateral or not _governed(name, scene)]
    rest = [label for label in _labels(free) if label not in slots.values()]
    if slots:
        return _filled(slots, rest)
    told = None if measure.bilateral else _by_verb(seat, measure, scene)
    if told is not None:
        return told
    if measure.strict:
        return Parties()
    if not seat.own:
        rest = _labels(name for name in scene.names if name.start < seat.clause[0])
        rest = rest if len(rest) == 1 and not measure.bilateral else []
    if len(rest) > 2 or (measure.bilateral and len(rest) < 2):
        return Parties()
    return Parties(*rest)


def _filled(slots: dict[str, str], rest: Sequence[str]) -> Parties:
    """The side that no preposition gives is that of the one name left."""
    other = rest[0] if len(rest) == 1 else None
    return Parties(slots.get("subject", other), slots.get("counterpart", other if "subject" in slots else None))


def _verb(text: str, words: Words) -> re.Match[str] | None:
    """The verb of selling or buying that stands last in folded `text`."""
    found = [*words.seller_first.finditer(text), *words.buyer_first.finditer(text)]
    return max(found, key=lambda match: match.end(), default=None)


def _by_verb(seat: Seat, measure: Measure, scene: Scene) -> Parties | None:
    """Who sells and who buys by the verb of the clause, or of the one before a clause without names."""
    since = seat.clause[0] if seat.own else seat.since
    known = list(seat.own) or [name for name in scene.names if name.start >= since]
    verb = _verb(scene.fold(since, seat.start), scene.words)
    if verb is None or not known:
        return None
    place = scene.folded.span(0, scene.folded.position(since) + verb.end())[1]
    after = [name for name in known if name.start >= place]
    before = [name for name in known if name.start < place][::-1]
    near = after and after[0].start - place < _VERB
    labels = _labels([*after, *before] if near else [*before, *after])
    others = [label for label in _labels(scene.names) if label != labels[0]]
    second = labels[1] if len(labels) > 1 else others[0] if len(others) == 1 else None
    sells = (verb.re is scene.words.seller_first) != (measure.to == "subject")  # imports are the buyer's
    return Parties(labels[0], second) if sells else Parties(second, labels[0])


def _guarded(seat: Seat, scene: Scene) -> Parties:
    """Of a figure that measures nothing known: who does something before it, to whom it goes after it."""
    told = _between(seat.own, scene)
    if told is not None:
        return told
    subject = next(
        (name.label for name in seat.own if name.end <= seat.start and not _governed(name, scene)), None
    )
    aims = [name.label for name in seat.own if _receives(name, seat, scene) and name.label != subject]
    return Parties(subject, aims[0] if aims else None)


def _receives(name: Name, seat: Seat, scene: Scene) -> bool:
    word, written = _word_before(name, scene)
    if word in scene.words.to and not written:
        return True
    between = scene.fold(seat.end, name.start).strip() if name.start >= seat.end else ""
    return bool(between) and between.removesuffix(scene.words.article) == scene.words.for_
