"""How firmly a figure is told, and whose word it is."""

from __future__ import annotations

from bisect import bisect_left

from msgspec import Struct

from brief import cues, subjects
from brief.extract.datapoints import clauses, handing, voices
from brief.extract.datapoints.voices import Cue, Heard, Memory
from brief.language import Language, fold, view
from brief.model import Certainty
from brief.speakers import Reading

_HANDED = 200  # characters after a figure in which words may give it to somebody


class Voice(Struct, frozen=True):
    """How firmly a figure is told, by whom; `start` and `end` are the speaker's words in the document."""

    certainty: Certainty = Certainty.STATED
    said_by: str | None = None
    start: int = 0
    end: int = 0


def hear(text: str, start: int, number: int, reading: Reading) -> Heard:
    """What a sentence, the `number`th of its document, says of who speaks."""
    folded, words = view(text), handing.lexicon(reading.language)
    found = [Cue(*folded.span(*match.span())) for match in words.handing.finditer(folded.text)]
    found += [
        Cue(*folded.span(*match.span()), according=True) for match in words.according.finditer(folded.text)
    ]
    denials = cues.written(reading.language, "facets", "certainty", "denied").finditer(text)
    found += [Cue(*match.span(), denies=True) for match in denials]
    marked = cues.written(reading.language, "measures", "voices", "written").finditer(text)
    found += [Cue(*match.span()) for match in marked]
    never = {folded.span(*match.span())[0] for match in words.never.finditer(folded.text)}
    found = [cue for cue in found if cue.start not in never]
    return Heard(
        start=start,
        number=number,
        text=text,
        line=subjects.line(text, start, reading.names, reading.language),
        cues=tuple(sorted(found, key=lambda cue: cue.start)),
        breaks=tuple(folded.span(*match.span())[0] for match in words.breaks.finditer(folded.text)),
    )


def voice(
    heard: Heard, figure: tuple[int, int], clause: tuple[int, int], known: Memory, reading: Reading
) -> Voice:
    """How firmly a figure of a sentence is told, by whom; its place and its clause's are of the sentence."""
    cue = _cue(heard, figure)
    hedged = _hedged(heard.text, clause, figure[0], reading.language)
    if cue is None:
        return Voice(Certainty.HEDGED if hedged else Certainty.STATED)
    speaker = voices.speaker(heard, cue, known, reading)
    if speaker is not None:
        known.last, known.sentence = speaker, heard.number
        if len(speaker.name.split()) > 1:
            known.heads[voices.head(speaker.name, reading.language)] = speaker.name
    certainty = Certainty.DENIED if cue.denies else Certainty.HEDGED if hedged else Certainty.ATTRIBUTED
    return Voice(certainty, speaker.name, speaker.start, speaker.end) if speaker else Voice(certainty)


def _cue(heard: Heard, figure: tuple[int, int]) -> Cue | None:
    """What hands a figure over: «بحسب …» after it, else the last word of speech before it."""
    start, end = figure
    at = bisect_left(heard.breaks, end)
    turns = heard.breaks[at] if at < len(heard.breaks) else len(heard.text)
    after = clauses.within(heard.cues, end, min(end + _HANDED, turns))
    told = next((cue for cue in after if cue.according), None)
    if told is not None:
        return told
    at = bisect_left(heard.breaks, start)
    before = clauses.within(heard.cues, heard.breaks[at - 1] if at else 0, start)
    return before[-1] if before else None


def _hedged(text: str, clause: tuple[int, int], start: int, language: Language) -> bool:
    """Whether a modal or a doubt stands before a figure in its clause, and nothing turns it since."""
    words, leading = handing.lexicon(language), fold(text[min(clause[0], start) : start])
    turned = max((match.end() for match in words.turns.finditer(leading)), default=0)
    found = words.hedged.finditer(leading, turned)
    return any(not words.past.match(leading, match.start()) for match in found)
