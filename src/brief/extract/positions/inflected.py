"""The forms of a verb that takes a stance, made from four words: past, present, participle, verbal noun."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from brief.morphology import Morphology

NONE = "-"


class Endings(Struct, frozen=True, forbid_unknown_fields=True):
    """What the language writes onto those four words; `stances.toml` says of each what it is."""

    weak: tuple[str, ...]
    past: tuple[str, ...]
    past_weak: tuple[str, ...]
    we: tuple[str, ...]
    present: tuple[str, ...]
    persons: tuple[str, ...]
    speakers: tuple[str, ...]
    object: tuple[str, ...]
    participle: tuple[str, ...]
    participle_plural: tuple[str, ...]
    owner: tuple[str, ...]
    noun: tuple[str, ...]
    carried: tuple[str, ...]
    opened: tuple[str, str]
    seats: tuple[tuple[str, str], ...]


class Forms(Struct, frozen=True):
    """The forms of one verb, as they are written, by what they do.

    `finite` have a subject, `held` carry their object, `ours` have the speaker as subject; `participles`
    are indefinite, `groups` definite plurals; `nouns` stand bare or carry their owner, `definite` have the
    article.
    """

    finite: frozenset[str]
    held: frozenset[str]
    ours: frozenset[str]
    participles: frozenset[str]
    groups: frozenset[str]
    nouns: frozenset[str]
    definite: frozenset[str]


def forms(root: str, endings: Endings, letters: Morphology) -> Forms:
    """All forms of a verb written «past present participle noun»."""
    past, present, participle, noun = root.split()
    finite = frozenset([*_past(past, endings), *_present(present, endings.persons, endings, letters)])
    articled = f"{letters.article}{participle}"
    nouns = frozenset(_nouns(noun, endings))
    return Forms(
        finite=finite,
        held=frozenset(_held(finite, endings)),
        ours=frozenset([*_ours(past, endings), *_present(present, endings.speakers, endings, letters)]),
        participles=frozenset(_with(participle, endings.participle)),
        groups=frozenset(_with(articled, endings.participle_plural)) if participle != NONE else frozenset(),
        nouns=nouns | {clitic + one for one in nouns for clitic in endings.carried},
        definite=frozenset(_definite(noun, endings, letters)),
    )


def _with(stem: str, endings: Iterable[str]) -> Iterator[str]:
    if stem != NONE:
        yield from (stem + ending for ending in endings)


def _past(stem: str, endings: Endings) -> Iterator[str]:
    if stem.endswith(endings.weak):
        yield stem
        yield from _with(stem[:-1], endings.past_weak)
    else:
        yield from _with(stem, endings.past)


def _ours(stem: str, endings: Endings) -> Iterator[str]:
    if not stem.endswith(endings.weak):
        yield from _with(stem, endings.we)


def _present(stem: str, persons: Iterable[str], endings: Endings, letters: Morphology) -> Iterator[str]:
    """The present and the future of a stem in the third person, for these persons."""
    if stem == NONE:
        return
    for person in persons:
        yield from (tense + person + stem[1:] for tense in ("", letters.future))
        base = stem[1:-1] if stem.endswith(endings.weak) else stem[1:]
        yield from (person + base + ending for ending in endings.present)


def _held(finite: Iterable[str], endings: Endings) -> Iterator[str]:
    weak = endings.weak
    for form in finite:
        stem = form[:-1] + weak[0] if form.endswith(weak) else form
        yield from (stem + one for one in endings.object)


def _nouns(noun: str, endings: Endings) -> Iterator[str]:
    if noun == NONE:
        return
    closed, open_ = endings.opened
    if noun.endswith(closed):
        yield noun
        stems = [noun.removesuffix(closed) + open_]
    else:
        yield from (noun + ending for ending in endings.noun)
        stems = [noun, *(noun.removesuffix(old) + new for old, new in endings.seats if noun.endswith(old))]
    yield from (stem + owner for stem in stems for owner in endings.owner)


def _definite(noun: str, endings: Endings, letters: Morphology) -> Iterator[str]:
    if noun != NONE:
        for clitic in ("", *endings.carried):
            plain = letters.attach(clitic, letters.article + noun)
            yield from (plain, plain + endings.noun[-1])
