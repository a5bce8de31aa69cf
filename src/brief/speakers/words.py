"""The words that hand speech over, and the press's ways of naming a channel, from `speech.toml`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from brief.language import Language, fold, table
from brief.morphology import Morphology, morphology
from brief.subjects import Line

_SHORTEST = 3


class Words(Struct, frozen=True):
    """The words that hand speech over, folded, with «and» and «so» before them.

    `stations` are channels and agencies, `handing` stands before them and `ending` after them.
    `telling` verbs take no object but what is said; the verb after `manner` hands over the words before.
    `carried` are the particles a channel's name may carry; with `to` it needs no verb. `feminine` and
    `masculine` are the verbs and participles that tell that one woman, or house, or one man says it.
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
    later: frozenset[str]
    to_whom: frozenset[str]
    topics: frozenset[str]
    turning: frozenset[str]
    when: frozenset[str]
    manners: frozenset[str]
    where: frozenset[str]
    no_speaker: frozenset[str]
    stating: frozenset[str]
    relayed: frozenset[str]
    relative: frozenset[str]
    feminine: frozenset[str]
    masculine: frozenset[str]
    unsaid: frozenset[str]
    occasions: frozenset[str]
    asked: frozenset[str]
    answering: frozenset[str]
    asking: frozenset[str]
    being: frozenset[str]
    about: frozenset[str]
    then: str
    talking: frozenset[str]
    informing: frozenset[str]
    objects: frozenset[str]
    there: frozenset[str]
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
    feminine, masculine = _genders(
        frozenset(map(fold, [*data["verbs"], *data["later_verbs"]])),
        frozenset(map(fold, data["participles"])),
        letters,
    )
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
        ending=from_ | verbs | passing | joined([*data["ending"], *data["meanwhile"]]),
        crediting=joined(data["crediting"]),
        credited=frozenset(map(fold, data["credited"])),
        meanwhile=frozenset(map(fold, data["meanwhile"])),
        later=joined(data["later_verbs"]),
        unsaid=joined(data["unsaid"]),
        occasions=joined(data["occasions"]),
        asked=frozenset(map(fold, data["asked"])),
        answering=joined(data["answering"]),
        asking=joined(data["asking"]),
        being=joined(data["being"]),
        about=joined(data["about"]),
        then=fold(data["then"]),
        talking=joined(data["talking"]),
        informing=joined(data["informing"]),
        objects=frozenset(map(fold, data["objects"])),
        there=frozenset(map(fold, data["there"])),
        to_whom=frozenset(map(fold, data["to_whom"])),
        topics=joined(data["topics"]),
        turning=joined(data["turning"]),
        when=joined(data["when"]),
        manners=joined(data["manners"]),
        where=frozenset(map(fold, data["where"])),
        no_speaker=joined(data["no_speaker"]),
        stating=joined([*data["stating"], *data["later_verbs"]]),
        relayed=joined(data["relayed"]),
        relative=frozenset(map(fold, data["relative"])),
        feminine=joined(sorted(feminine)),
        masculine=joined(sorted(masculine)),
        carried=letters.joining + letters.by + letters.to,
        to=letters.to,
    )


def _genders(
    verbs: frozenset[str], participles: frozenset[str], letters: Morphology
) -> tuple[frozenset[str], frozenset[str]]:
    """The verbs and participles of one woman and those of one man; «لفت» is his, «لفتت» hers."""
    he, she = letters.imperfect[0], letters.imperfect[1]
    past = {
        word for word in verbs if word.endswith(letters.feminine) and word + letters.feminine not in verbs
    }
    present = {word for word in verbs if word.startswith(she) and he + word[1:] in verbs}
    longer = {word for word in verbs if any(word[:cut] in verbs for cut in range(_SHORTEST, len(word)))}
    hers = {word for word in participles if word.endswith(fold(letters.nominal[0]))}
    his = {word for word in participles if word.endswith(letters.accusative)}
    held = {word for word in verbs if word.endswith(letters.possessive)}
    return frozenset(past | present | hers), frozenset((verbs - past - present - longer - held) | his)


def accords(line: Line, index: int, words: Words) -> bool:
    """Whether «وفقا», «على حد» or their like stand at `index`."""
    return (
        line.tokens[index].word in words.according
        or " ".join(line.words(index, index + 2)) in words.according
    )


def hears(told: Sequence[str], words: Words) -> bool:
    """Whether these folded words tell to which station something is said: «لإذاعة محلية»."""
    bare = told[0].removeprefix(words.to)
    return bare != told[0] and not words.stations.isdisjoint((bare, " ".join((bare, *told[1:2]))))
