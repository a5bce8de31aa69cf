"""The words that hand speech over, and the press's ways of naming a channel, from `speech.toml`."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from brief.language import Language, fold, table
from brief.morphology import morphology
from brief.subjects import Line


class Words(Struct, frozen=True):
    """The words that hand speech over, folded, with «and» and «so» before them.

    `stations` are channels and agencies, `handing` stands before them and `ending` after them.
    `telling` verbs take no object but what is said; the verb after `manner` hands over the words before.
    `carried` are the particles a channel's name may carry; with `to` it needs no verb.
    """

    verbs: frozenset[str]
    participles: frozenset[str]
    ambiguous: frozenset[str]
    nouns: frozenset[str]
    according: frozenset[str]
    passing: frozenset[str]
    channels: frozenset[str]
    agencies: frozenset[str]
    naming: frozenset[str]
    telling: frozenset[str]
    manner: frozenset[str]
    titles: frozenset[str]
    from_: frozenset[str]
    that: frozenset[str]
    obtained: frozenset[str]
    stations: frozenset[str]
    handing: frozenset[str]
    ending: frozenset[str]
    crediting: frozenset[str]
    credited: frozenset[str]
    meanwhile: frozenset[str]
    carried: str
    to: str


@cache
def words_of(language: Language) -> Words:
    """The words of speech of a language, read once."""
    data = table(language.code, "speech")
    letters = morphology(language)

    def joined(words: list[str]) -> frozenset[str]:
        return frozenset(clitic + fold(word) for word in words for clitic in ("", *letters.joining))

    verbs = joined([*data["verbs"], *data["participles"], *data["later_verbs"]])
    according, passing = joined(data["according"]), joined(data["passing"])
    channels, agencies = frozenset(map(fold, data["channels"])), frozenset(map(fold, data["agencies"]))
    from_ = frozenset(map(fold, data["from"]))
    return Words(
        verbs=verbs,
        participles=joined(data["participles"]),
        ambiguous=joined(data["ambiguous"]),
        nouns=joined(data["nouns"]),
        according=according,
        passing=passing,
        channels=channels,
        agencies=agencies,
        naming=joined(data["naming"]),
        telling=verbs - joined([*data["transitive"], *data["participles"], *data["ambiguous"]]),
        manner=joined(data["manner"]),
        titles=joined(data["titles"]),
        from_=from_,
        that=frozenset(map(fold, data["that"])),
        obtained=joined(data["obtained"]),
        stations=channels | agencies,
        handing=passing | according,
        ending=from_ | verbs | passing | joined(data["ending"]),
        crediting=joined(data["crediting"]),
        credited=frozenset(map(fold, data["credited"])),
        meanwhile=frozenset(map(fold, data["meanwhile"])),
        carried=letters.joining + letters.by + letters.to,
        to=letters.to,
    )


def accords(line: Line, index: int, words: Words) -> bool:
    """Whether «وفقا», «على حد» or their like stand at `index`."""
    return (
        line.tokens[index].word in words.according
        or " ".join(line.words(index, index + 2)) in words.according
    )
