"""The words that noun phrases are made of: heads, what goes on with them, and what ends them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import Struct

from brief.language import Language, fold, table
from brief.morphology import Morphology, morphology


class Words(Struct, frozen=True):
    """The words of noun phrases, folded.

    `closing` ends a phrase, `governing` keeps the actor after it from being a subject, `times` are no
    subjects, `nameless` is part of no family name, `leading` calls for the definite word after it, `own`
    tells that an office is somebody's, `oblique` are plurals in a case that no subject has, `serving` is
    whom or what a body is for, after l-; `crowds` count people, after a hedge of `about`, and `counted` are
    those people; `alone` are people who need no other word, `several` ends the plural of a house;
    `named_for` are houses named by what they are for, `giving` verbs that take to whom; `greatest` opens a
    phrase before a body, `landmarks` the name of a land or water; `opened` is the ending that opens before
    an owner.
    """

    heads: frozenset[str]
    offices: frozenset[str]
    bodies: frozenset[str]
    weak: frozenset[str]
    inside: frozenset[str]
    asides: frozenset[str]
    openers: frozenset[str]
    office_prepositions: frozenset[str]
    mission_prepositions: frozenset[str]
    missions: frozenset[str]
    clauses: frozenset[str]
    plurals: frozenset[str]
    transitive: frozenset[str]
    addressing: frozenset[str]
    subject_before: frozenset[str]
    qualities: frozenset[str]
    particles: frozenset[str]
    definite: tuple[str, ...]
    closing: frozenset[str]
    governing: frozenset[str]
    times: frozenset[str]
    weekdays: frozenset[str]
    nameless: frozenset[str]
    leading: frozenset[str]
    oblique: frozenset[str]
    own: frozenset[str]
    serving: frozenset[str]
    crowds: frozenset[str]
    about: frozenset[str]
    counted: frozenset[str]
    alone: frozenset[str]
    several: str
    named_for: frozenset[str]
    giving: frozenset[str]
    greatest: frozenset[str]
    landmarks: frozenset[str]
    opened: str
    letters: Morphology


@cache
def words_of(language: Language) -> Words:
    """The words of noun phrases of a language, read once."""
    person = table(language.code, "names")["person"]
    speech = table(language.code, "speech")
    letters = morphology(language)

    def both(words: Iterable[str]) -> frozenset[str]:
        folded = [fold(word) for word in words]
        return frozenset([*folded, *(letters.article + word for word in folded)])

    def plain(key: str) -> frozenset[str]:
        return frozenset(map(fold, person[key]))

    joining = ("", *letters.joining)
    stops = [
        fold(word)
        for word in [*person["stops"], *speech["verbs"], *speech["participles"], *speech["later_verbs"]]
    ]
    people = [fold(form) for word in person["bodies"] for form in _cases(word, letters)]
    linked = both([*person["links"], *person["roles"], *people]) - plain("prepositions")
    offices = both(person["roles"])
    inside = linked | frozenset(letters.attach(letters.conjunction, word) for word in linked)
    barred = frozenset(clitic + stop for stop in stops for clitic in joining) - linked
    office, mission = plain("office_prepositions"), plain("mission_prepositions")
    clauses = frozenset(map(fold, speech["from"]))
    return Words(
        heads=offices | both(people) | plain("construct"),
        offices=offices,
        bodies=both(people),
        weak=plain("weak_roles") | plain("construct"),
        inside=inside,
        asides=plain("asides"),
        openers=plain("openers"),
        office_prepositions=office,
        mission_prepositions=mission,
        missions=both(person["missions"]),
        clauses=clauses,
        plurals=plain("plurals"),
        transitive=frozenset(clitic + fold(verb) for verb in speech["transitive"] for clitic in joining),
        addressing=frozenset(clitic + fold(verb) for verb in speech["addressing"] for clitic in joining),
        subject_before=plain("subject_before"),
        qualities=plain("qualities"),
        particles=plain("particles"),
        definite=tuple(
            letters.attach(clitic, letters.article) for clitic in ("", letters.conjunction, letters.to)
        ),
        closing=barred | office | mission | frozenset(map(fold, speech["adverbs"])),
        governing=frozenset(clitic + fold(word) for word in person["governing"] for clitic in joining),
        times=plain("times"),
        weekdays=frozenset(map(fold, table(language.code, "months")["weekdays"])),
        nameless=barred | clauses,
        leading=inside | office,
        oblique=both(
            [form for word in [*person["roles"], *person["bodies"]] for form in _oblique(word, letters)]
        )
        - offices,
        own=plain("own"),
        serving=frozenset(letters.attach(letters.to, word) for word in (*people, *plain("causes"))),
        crowds=plain("crowds"),
        about=plain("about"),
        counted=plain("counted"),
        alone=plain("alone"),
        several=letters.accusative + letters.feminine,
        named_for=frozenset(letters.article + fold(word) for word in person["named_for"]),
        giving=frozenset(clitic + fold(verb) for verb in person["giving"] for clitic in joining),
        greatest=plain("greatest"),
        landmarks=frozenset(
            clitic + fold(word)
            for word in speech["landmarks"]
            for clitic in (*joining, *letters.prepositions)
        ),
        opened=fold(letters.nominal[0]),
        letters=letters,
    )


def _cases(word: str, letters: Morphology) -> Iterator[str]:
    """A word of people, and where it is a sound plural its other case and what stands before a genitive."""
    yield word
    nominative = letters.plural[0]
    if word.endswith(nominative):
        yield word.removesuffix(nominative) + nominative[0]
        yield from _oblique(word, letters)
    if word.endswith(letters.nominal[0]):
        yield from (word[:-1] + letters.feminine + dual for dual in letters.plural[1:])


def _oblique(word: str, letters: Morphology) -> Iterator[str]:
    """The cases of a sound plural that no subject has."""
    nominative, oblique, _ = letters.plural
    if word.endswith(nominative):
        stem = word.removesuffix(nominative)
        yield from (stem + oblique, stem + oblique[0])


def unowned(word: str, words: Words) -> str | None:
    """A word of offices without the owner written onto it («خارجيته»); None where it carries none."""
    letters = words.letters
    if word in words.inside or not word.endswith(letters.possessive):
        return None
    for owner in sorted(letters.possessive, key=len, reverse=True):
        stem = word.removesuffix(owner)
        opened = stem.removesuffix(letters.feminine) + words.opened
        known = next((one for one in (stem, opened) if one in words.inside), None)
        if known and stem != word:
            return known
    return None
