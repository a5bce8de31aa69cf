"""The words around figures, read once per language: qualifiers, ranges, ordinals, labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any

from msgspec import Struct

from brief.language import fold, table
from brief.quantities import numerals, units
from brief.quantities.around import Cue, Cues, cues, indexed
from brief.quantities.units import Units


class Context(Struct, frozen=True):
    """The words of one language, folded."""

    code: str
    numbers: numerals.Words
    units: Units
    before: Cues
    after: Cues
    verb: Cues
    split: dict[str, Cues]
    between: Cues
    below_zero: Cues
    record: dict[str, str]
    ordinals: dict[str, tuple[int, bool]]
    tens: dict[str, int]
    sets: dict[str, frozenset[str]]
    times: frozenset[str]
    months: frozenset[str]
    pair_endings: tuple[str, ...]
    pair_never: tuple[str, ...]
    prefixes: frozenset[str]
    written: tuple[str, ...]
    masculine: str
    owned: tuple[str, ...]
    article: str
    articles: tuple[str, ...]
    conjunction: str
    stretched: str
    known: frozenset[str]


# Sets of `numbers.toml`: those matched as they stand, and those that take what is written to a word.
_PLAIN = (
    "not_nouns",
    "and_nouns",
    "spans",
    "masculine_spans",
    "of",
    "one",
    "series",
    "day_parts",
    "amount_before",
    "ranked_after",
    "stands",
)
_WRITTEN = (
    "label",
    "names",
    "far_label",
    "groups",
    "clock",
    "vague",
    "amount",
    "percent_before",
    "negative",
    "year",
    "signing",
    "anniversary",
)


@cache
def lexicon(code: str) -> Context:
    """The words of `languages/<code>/numbers.toml`, folded once."""
    data = table(code, "numbers")
    qualifier, context, ranges = data["qualifier"], data["context"], data["range"]
    number, counted = numerals.lexicon(code), units.lexicon(code)
    written = tuple(sorted(number.prefixes, key=len, reverse=True))
    ordinals = _ordinals(data)
    plain = [prefix for prefix in written if not number.prefixes[prefix][2]]
    before = cues(qualifier["before"], plain)
    return Context(
        code=code,
        numbers=number,
        units=counted,
        before=before,
        after=cues(qualifier["after"]),
        verb=cues(qualifier["verb"], data["conjunctions"]),
        split=_split(before, map(fold, data["verb"]["split"])),
        between=cues({"": ranges["between"]}, plain),
        below_zero=cues({"": context["below_zero"]}),
        record={fold(word): name for name, some in qualifier["near"].items() for word in some},
        ordinals=ordinals,
        tens=_tens(number),
        sets=_sets(data, written),
        times=_times(code),
        months=_months(code),
        pair_endings=tuple(context["pair_endings"]),
        pair_never=tuple(map(fold, context["pair_never"])),
        prefixes=frozenset(number.prefixes),
        written=written,
        masculine=fold(context["masculine_ending"]),
        owned=tuple(context["owned_endings"]),
        article=fold(data["article"]),
        articles=tuple(prefix for prefix, (*_, definite) in number.prefixes.items() if definite),
        conjunction=fold(data["and"]),
        stretched=ranges["stretched"],
        known=frozenset([*number.known, *counted.pairs, *map(fold, context["one"]), *ordinals]),
    )


def _split(before: Cues, last: Iterable[str]) -> dict[str, Cues]:
    """«لا يقل عدد القتلى عن 40»: cues whose last word may stand apart from the others."""
    long = [cue for cue in before.phrases.values() if len(cue.words) > 1]
    return {
        word: indexed(Cue(cue.words[:-1], cue.says) for cue in long if cue.words[-1] == word) for word in last
    }


def _tens(number: numerals.Words) -> dict[str, int]:
    """What an ordinal below ten goes on with: «عشر», «والعشرين»."""
    return {
        word: int(known.value)
        for word, known in number.known.items()
        if (known.kind == "ten" and known.joined and known.definite)
        or (known.value == 10 and not (known.joined or known.governed or known.definite))
    }


def _sets(data: dict[str, Any], written: Sequence[str]) -> dict[str, frozenset[str]]:
    context = data["context"]
    sets = {name: frozenset(map(fold, context[name])) for name in _PLAIN}
    sets |= {name: frozenset(_with(written, context[name])) for name in _WRITTEN}
    return sets | {
        "one_after": frozenset(_with(map(fold, data["conjunctions"]), context["one_after"])),
        "to": frozenset(map(fold, data["range"]["to"])),
        "spread": frozenset(_with(written, data["range"]["spread"])),
        "change": frozenset(_with(written, data["range"]["change"])),
        "not_after": frozenset(map(fold, data["verb"]["not_after"])),
        "not_between": frozenset(map(fold, data["verb"]["not_between"])),
        "first_of_more": frozenset(_compounds(data)),
    }


def _with(written: Iterable[str], words: Iterable[str]) -> Iterator[str]:
    folded = [fold(word) for word in words]
    return chain(folded, (prefix + word for prefix in written for word in folded))


def _ordinals(data: dict[str, Any]) -> dict[str, tuple[int, bool]]:
    """Ordinal words of one word, with the number and whether they carry the article."""
    article, found = fold(data["article"]), {}
    for number, words in data["ordinal"].items():
        for word in map(fold, words):
            if " " not in word:
                found[word] = (int(number), word.startswith(article) and len(word) > 4)
                if found[word][1]:
                    continue
                for joint in data["conjunctions"]:
                    found.setdefault(joint + word, found[word])
    return {**dict.fromkeys(_compounds(data), (1, True)), **found}


def _compounds(data: dict[str, Any]) -> list[str]:
    """«الحادي», which is first of eleven or twenty-one, never of all."""
    return [fold(data["article"] + word) for words in data["ordinal_compound"].values() for word in words]


# Lists of `periods.toml` whose words lead to a time without naming one.
_LEADING = frozenset(
    {
        *("prefix", "number_prefix", "article", "comma", "of", "between", "range_before", "to", "and"),
        *("until", "future", "day", "part", "month_after", "year_after", "quarter", "linked", "this"),
        *("gregorian_mark", "month", "years", "year", "not_before", "count"),
        *("counted", "conjunctions", "prepositions", "article_after_l", "fiscal", "of_day"),
    }
)


@cache
def _times(code: str) -> frozenset[str]:
    """Every word without which a text names no time but by a year in digits."""
    months, when = table(code, "months"), table(code, "periods")
    names = [*_leaves(months), *_leaves(when), *when["year"], *when["years"]]
    words = {word for name in names for word in fold(name).split()}
    small = {fold(word) for name in ("of", "to", "this") for word in when[name]} | {fold(when["and"])}
    return frozenset(_with(numerals.lexicon(code).prefixes, words - small))


@cache
def _months(code: str) -> frozenset[str]:
    """The words of the names of months."""
    names = table(code, "months")
    words = [word for name in _leaves([names["gregorian"], names["hijri"]]) for word in fold(name).split()]
    return frozenset(_with(numerals.lexicon(code).prefixes, words))


def _leaves(data: Any) -> Iterator[str]:  # noqa: ANN401 - TOML is any of six types
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for inner in data:
            yield from _leaves(inner)
    elif isinstance(data, dict):
        for key, inner in data.items():
            if key not in _LEADING:
                yield from _leaves(inner)
