"""The agency, paper or station that passes words on."""

from __future__ import annotations

from brief.speakers.places import Reading
from brief.speakers.words import Words
from brief.subjects import Line

_HANDING = 3
_LONGEST_CHANNEL = 5
_LONGEST_PARTICLE = 2


def channel_in(line: Line, reading: Reading) -> str | None:
    """The agency, paper or station that passes the words on."""
    words = reading.words
    for index, token in enumerate(line.tokens):
        word = _station(token.word, words)
        two = " ".join([word, *line.words(index + 1, index + 2)])
        if word not in words.channels and not {word, two} & words.agencies:
            continue
        given = line.words(max(0, index - _HANDING), index)
        if token.word[0] != words.to and words.handing.isdisjoint(given):
            continue
        if _is_other(line, index, words) or (_is_bare(line, index, words) and word in words.channels):
            continue
        start, end = line.span(index, _channel_end(line, index, words))
        cut = len(token.word) - len(word)
        return line.text[start + cut - line.offset : end - line.offset]
    return None


def _is_other(line: Line, index: int, words: Words) -> bool:
    """Whether a channel is told to have passed on something else than the words quoted.

    «بعد تقرير نشرته صحيفة»; what «بحسب ما» and «في مقال» lead to are the words themselves.
    """
    verb = next(
        (
            one
            for one in range(index - 1, max(-1, index - 1 - _HANDING), -1)
            if line.tokens[one].word in words.relayed
        ),
        None,
    )
    if verb is None:
        return False
    before = line.words(max(0, verb - _HANDING), verb)
    own = words.according | words.where
    return bool(before) and own.isdisjoint((*before, " ".join(before[-2:])))


def _is_bare(line: Line, index: int, words: Words) -> bool:
    """Whether nothing names the channel: «قال للقناة», of the paper that prints it."""
    return _channel_end(line, index, words) == index and line.tokens[index].word[:1] == words.to


def _station(word: str, words: Words) -> str:
    """The word without the particles before the name of a channel: «لوكالة», «ولصحيفة»."""
    for cut in range(_LONGEST_PARTICLE + 1):
        if word[cut:] in words.stations and all(letter in words.carried for letter in word[:cut]):
            return word[cut:]
    return word.lstrip(words.carried)


def _channel_end(line: Line, index: int, words: Words) -> int:
    last = index
    while (
        last + 1 < min(index + _LONGEST_CHANNEL, len(line.tokens))
        and line.tokens[last + 1].joined
        and line.tokens[last + 1].word not in words.ending
        and not line.tokens[last + 1].dotted
    ) or (last + 1 < len(line.tokens) and last + 1 in line.names and line.tokens[last + 1].joined):
        last += 1
    return last
