"""The words by which stances are told, from `stances.toml`, folded and in all their forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct, structs

from brief.extract.positions.inflected import Endings, Forms, forms
from brief.language import Language, fold, table
from brief.model import Stance
from brief.morphology import Morphology, morphology

Phrases = dict[str, tuple[tuple[tuple[str, ...], Stance], ...]]


class Frame(Struct, frozen=True):
    """What makes a stance of a verb within `reach` words after it.

    `denied` where a negation must precede, `calls` where the act asked for is the target; a word of `needed`
    must stand near too, where there are any.
    """

    reach: int
    denied: bool
    phrases: Phrases
    always: Stance | None
    calls: bool
    needed: Phrases


class Cues(Struct, frozen=True):
    """Folded cue words of each kind with the stance they stand for."""

    verbs: dict[str, Stance]
    held: dict[str, Stance]
    ours: dict[str, Stance]
    participles: dict[str, Stance]
    groups: dict[str, Stance]
    nouns: dict[str, Stance]
    definite: dict[str, Stance]
    transitive_nouns: frozenset[str]
    transitive: frozenset[str]
    backing: frozenset[str]
    frames: dict[str, tuple[Frame, ...]]
    our_frames: dict[str, tuple[Frame, ...]]
    judging: frozenset[str]
    judging_held: frozenset[str]
    judged: Phrases
    foreseen: Phrases
    undotted: frozenset[str]
    ways: dict[str, frozenset[str]]
    speech: frozenset[str]
    papers: frozenset[str]
    breaks: re.Pattern[str]
    letters: Morphology
    asked: frozenset[str]
    several: dict[str, int]
    triggers: frozenset[str]
    owners: tuple[str, ...]
    seats: tuple[tuple[str, str], ...]


@cache
def cues(language: Language) -> Cues:
    """The cue words of a language, read once; raises `msgspec.ValidationError` where endings lack."""
    data, speech = table(language.code, "stances"), table(language.code, "speech")
    letters = morphology(language)
    endings = msgspec.convert(data["endings"], Endings)
    made = {
        stance: [forms(root, endings, letters) for root in roots] for stance, roots in data["verbs"].items()
    }
    judging = [forms(root, endings, letters) for root in data["judged"]["verbs"]]
    roots = [root for many in data["verbs"].values() for root in many]
    known = Cues(
        triggers=frozenset(),
        verbs=_by_stance(made, "finite", letters) | _listed(data["words"], letters),
        held=_by_stance(made, "held", letters),
        ours=_by_stance(made, "ours", letters),
        participles=_by_stance(made, "participles", letters) | _listed(data["participles"], letters),
        groups=_by_stance(made, "groups", letters),
        nouns=_by_stance(made, "nouns", letters) | _listed(data["nouns"], letters),
        definite=_by_stance(made, "definite", letters),
        transitive_nouns=_carried(data["transitive_nouns"], letters),
        transitive=_finite(data["transitive"], roots, endings, letters),
        backing=_finite(data["backing"], roots, endings, letters),
        frames=_frames(data["frames"], endings, letters),
        our_frames=_our_frames(data["frames"], endings, letters),
        judging=_carried([word for one in judging for word in one.finite | one.participles], letters),
        judging_held=_carried([word for one in judging for word in one.held], letters),
        judged=phrases(data["judged"]),
        foreseen=phrases(data["foreseen"]),
        undotted=_carried(
            [past for past in (root.split()[0] for root in roots) if past.endswith(letters.undotted_ya)],
            letters,
        ),
        ways={key: _carried(words, letters) for key, words in data["ways"].items()},
        speech=_carried([*speech["verbs"], *speech["later_verbs"]], letters)
        - _carried(speech["ambiguous"], letters),
        papers=frozenset(map(fold, [*speech["channels"], *data["papers"]])),
        breaks=_breaks(data["ways"]["breaks"], letters),
        letters=letters,
        several={
            word: count
            for number, words in data["several"].items()
            for word in map(fold, words)
            for count in (int(number),)
        },
        asked=frozenset(
            fold(phrase)
            for entry in data["frames"]
            for stance in Stance
            for phrase in entry.get(stance.value, ())
        ),
        owners=tuple(sorted(letters.possessive, key=len, reverse=True)),
        seats=tuple((fold(seated)[-1:], fold(bare)[-1:]) for bare, seated in endings.seats[:1]),
    )
    return structs.replace(known, triggers=frozenset(_triggers(known)))


def _triggers(known: Cues) -> Iterator[str]:
    """The words, or first words, that a stance can be told by; no other word is looked at."""
    listed: tuple[Iterable[str], ...] = (
        *(known.verbs, known.held, known.ours, known.participles, known.groups, known.nouns, known.definite),
        *(known.frames, known.our_frames, known.judging, known.judging_held, known.speech),
        *(known.ways[key] for key in ("viewed", "refusing", "reproaching")),
    )
    yield from (word.split()[0] for words in listed for word in words)


def phrases(groups: dict[str, Any]) -> Phrases:
    """The phrases of a table by their first word, the longest first; keys that are no stance are left out."""
    found: dict[str, list[tuple[tuple[str, ...], Stance]]] = {}
    stances = {stance.value for stance in Stance}
    for stance, written in groups.items():
        for phrase in written if stance in stances else ():
            first, *rest = fold(phrase).split()
            found.setdefault(first, []).append((tuple(rest), Stance(stance)))
    return {first: tuple(sorted(many, key=lambda one: -len(one[0]))) for first, many in found.items()}


def _breaks(words: Iterable[str], letters: Morphology) -> re.Pattern[str]:
    opened = "|".join(rf"[،,]\s*(?=[{letters.joining}]?{fold(one)}\b)" for one in words)
    return re.compile(rf"؛\s*|{opened}")


def _carried(words: Iterable[str], letters: Morphology) -> frozenset[str]:
    """The folded words, bare and after the particles that join."""
    folded = [fold(word) for word in words]
    return frozenset(clitic + word for word in folded for clitic in ("", *letters.joining))


def _by_stance(made: dict[str, list[Forms]], kind: str, letters: Morphology) -> dict[str, Stance]:
    return {
        word: Stance(stance)
        for stance, many in made.items()
        for one in many
        for word in _carried(getattr(one, kind), letters)
    }


def _listed(groups: dict[str, list[str]], letters: Morphology) -> dict[str, Stance]:
    return {word: Stance(stance) for stance, words in groups.items() for word in _carried(words, letters)}


def _finite(
    pasts: Iterable[str], roots: Iterable[str], endings: Endings, letters: Morphology
) -> frozenset[str]:
    """The finite forms of the verbs among `roots` that are listed by their past."""
    listed = set(pasts)
    made = (forms(root, endings, letters) for root in roots if root.split()[0] in listed)
    return _carried([word for one in made for word in one.finite | one.held], letters)


def _frames(
    entries: list[dict[str, Any]], endings: Endings, letters: Morphology
) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for entry in entries:
        frame = _frame(entry)
        for word in sorted(set(_heads(entry["verbs"], endings, letters))):
            found.setdefault(word, []).append(frame)
    return {word: tuple(many) for word, many in found.items()}


def _our_frames(
    entries: list[dict[str, Any]], endings: Endings, letters: Morphology
) -> dict[str, tuple[Frame, ...]]:
    """The frames whose verb the speaker uses of herself: «ندعو», «طالبنا»."""
    found: dict[str, list[Frame]] = {}
    for entry in entries:
        frame = _frame(entry)
        for root in entry["verbs"]:
            for word in sorted(_carried(forms(root, endings, letters).ours, letters)):
                found.setdefault(word, []).append(frame)
    return {word: tuple(many) for word, many in found.items()}


def _frame(entry: dict[str, Any]) -> Frame:
    return Frame(
        reach=entry["reach"],
        denied=entry.get("denied", False),
        phrases=phrases(entry),
        always=next((Stance(one) for one, written in entry.items() if written == ["*"]), None),
        calls=entry.get("calls", False),
        needed=phrases({Stance.SUPPORT.value: entry.get("with", ())}),
    )


def _heads(roots: Iterable[str], endings: Endings, letters: Morphology) -> Iterator[str]:
    """The verbs that open a frame, and the participles that go on with another verb."""
    for root in roots:
        one = forms(root, endings, letters)
        participle = root.split()[2]
        yield from _carried([*one.finite, *(word for word in one.participles if word != participle)], letters)
