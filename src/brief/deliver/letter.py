"""What a message says of an issue: its summary as text and as a page that mail programs show.

Mail programs drop style sheets, pictures and whatever they do not know, so the page is tables with
styles of their own, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from brief import shelf
from brief.annex import Annex, annex
from brief.deliver import Parcel
from brief.deliver.lines import Line, flat, line, spoken
from brief.deliver.news import News, blocks, news
from brief.framed import printed, tongue
from brief.model import Anchor, Brief, Item, SourceEntry
from brief.outputs import record
from brief.pages.captions import citation, source_name
from brief.pages.cover import Cover, cover
from brief.printed import plain
from brief.short import is_short
from brief.templating import environment
from brief.words import Words, words

# More than that is no subject any more.
_LONGEST_TITLE = 120
# Tells a line of text whose letters run from the right where it begins.
_MARKS = {"rtl": "\u200f", "ltr": ""}


class Letter(Struct, frozen=True, kw_only=True):
    """All that a message says, in the order it is read; `remarks` are what must not be missed.

    `link` is the address of the issue's page in the archive, empty where there is none.
    """

    words: Words
    language: str
    subject: str
    kicker: str
    marking: str
    title: str
    subtitle: str
    facts: tuple[str, ...]
    remarks: tuple[str, ...]
    news: News | None
    bottom_line: tuple[Line, ...]
    points: tuple[Line, ...]
    doubts: str
    sources: tuple[str, ...]
    link: str
    closing: tuple[str, ...]


def letter(parcel: Parcel) -> Letter:
    """What a message says of the issue of a parcel; raises `TopicError` where its record cannot be read."""
    brief = record.load(parcel.folder / "brief.json")
    said = words(brief.language, brief.locale)
    found = annex(brief, said)
    first = cover(brief, None, len(found.passages), said)
    box = news(brief, found, said)
    told = (*(box.passages if box else ()), *_passages((*first.bottom_line, *first.points)))
    return Letter(
        words=said,
        language=brief.language,
        subject=_subject(brief, parcel, said),
        kicker=f"{said.say('Policy brief')} {said.dot} {_edition(parcel, said)}",
        marking=brief.marking or "",
        title=brief.title,
        subtitle=brief.subtitle or "",
        facts=_facts(brief, said),
        remarks=tuple(_remarks(parcel, said)),
        news=box,
        bottom_line=_lines(first.bottom_line, found, said),
        points=_lines(first.points, found, said),
        doubts=_doubts(brief, said),
        sources=tuple(_named(entry, said) for entry in found.sources(told)),
        link=parcel.link or "",
        closing=(
            *(() if is_short(brief) else (_extent(first, said),)),
            said.say("The whole brief, with every passage it stands on, is in the attached file."),
        ),
    )


def sealed(parcel: Parcel) -> Letter:
    """The message that goes with an encrypted copy: nothing of what the copy keeps to itself.

    Raises as `letter`.
    """
    brief = record.load(parcel.folder / "brief.json")
    said = words(brief.language, brief.locale)
    subject = f"{said.say('Policy brief')} {said.dot} {_edition(parcel, said)}"
    return Letter(
        words=said,
        language=brief.language,
        subject=subject,
        kicker=subject,
        marking=brief.marking or "",
        title=said.say("The brief is attached as an encrypted file"),
        subtitle="",
        facts=(),
        remarks=(said.say("Draft: nobody has approved this issue yet."),) if parcel.draft else (),
        news=None,
        bottom_line=(),
        points=(),
        doubts="",
        sources=(),
        link="",
        closing=(said.say("It opens with the password that was given to you apart from this message."),),
    )


def page(told: Letter) -> str:
    """The letter as HTML; whatever it says is data, never markup."""
    said = told.words
    filters = {
        "plain": plain,
        "printed": lambda text: printed(text, said),
        "tongue": lambda text: tongue(text, said),
    }
    return environment(said, filters).get_template("mail/summary.html").render(letter=told)


def text(told: Letter) -> str:
    """The letter as plain text."""
    mark = _MARKS[told.words.direction]
    parts = (part for part in _parts(told) if part)
    said = "\n\n".join("\n".join(f"{mark}{line}" for line in part) for part in parts)
    # An address stands alone in its line, without a mark that would be copied with it.
    return f"{said}\n\n{told.link}\n" if told.link else f"{said}\n"


def _parts(told: Letter) -> Iterator[list[str]]:
    said = told.words
    yield [flat(one, said) for one in (told.marking, told.kicker) if one]
    yield [flat(one, said) for one in told.remarks]
    yield [flat(one, said) for one in (told.title, told.subtitle, *told.facts) if one]
    yield list(blocks(told.news, said)) if told.news else []
    yield [spoken(one, said) for one in told.bottom_line]
    if told.points:
        yield [f"{said.say('Key points')}:", *(f"- {spoken(one, said)}" for one in told.points)]
    yield [flat(told.doubts, said)] if told.doubts else []
    if told.sources:
        yield [f"{said.say('Sources')}:", *(flat(name, said) for name in told.sources)]
    yield [flat(one, said) for one in told.closing]
    yield [f"{said.say('Read this issue in the archive')}:"] if told.link else []


def _subject(brief: Brief, parcel: Parcel, said: Words) -> str:
    """What the issue is, on a line that names draft and correction first."""
    kind = "Correction" if parcel.corrects else "Draft" if parcel.draft else "Policy brief"
    title = flat(brief.title, said)
    if len(title) > _LONGEST_TITLE:
        title = title[:_LONGEST_TITLE].rpartition(" ")[0] + "\u2026"
    # A head decodes what looks encoded, though it is a word of a source.
    return plain(f"{said.say(kind)}: {title} ({_edition(parcel, said)})").replace("=?", "= ?")


def _edition(parcel: Parcel, said: Words) -> str:
    return _days_of(parcel.folder, parcel.issue, said)


def _days_of(folder: Path, name: str, said: Words) -> str:
    """The days of a weekly issue, or else its name, which is a date."""
    edition = shelf.read(folder)
    return said.period(edition.start, edition.end) if edition else said.date(name)


def _facts(brief: Brief, said: Words) -> tuple[str, ...]:
    days = filter(None, (said.date(brief.issued, weekday=True), said.hijri(brief.issued)))
    audience = (said.say("For: %(audience)s", audience=brief.audience),) if brief.audience else ()
    return (f" {said.dot} ".join(days), *audience)


def _remarks(parcel: Parcel, said: Words) -> Iterator[str]:
    if parcel.draft:
        yield said.say("Draft: nobody has approved this issue yet.")
    if parcel.corrects:
        yield said.say(
            "This edition takes the place of that of %(issue)s which was sent before; that one is withdrawn.",
            issue=_days_of(parcel.corrects.folder, parcel.corrects.issue, said),
        )
        yield said.say("What was wrong: %(reason)s", reason=parcel.corrects.reason)


def _lines(items: Iterable[Item], found: Annex, said: Words) -> tuple[Line, ...]:
    return tuple(line(item, found, said) for item in items)


def _extent(first: Cover, said: Words) -> str:
    return said.say("list separator").join((first.items, first.passages, first.sources))


def _passages(items: Iterable[Item]) -> Iterator[Anchor]:
    return (anchor for item in items for anchor in (*item.evidence, *item.contrary))


def _named(entry: SourceEntry, said: Words) -> str:
    name = source_name(entry, said)
    return f"{citation(entry.number, said)} {said.word(name)}".strip()


def _doubts(brief: Brief, said: Words) -> str:
    """How much the sources disagree on, nothing where they do not."""
    if not brief.discrepancies:
        return ""
    counted = said.counted(
        len(brief.discrepancies), "%(n)s difference between sources", "%(n)s differences between sources"
    )
    return f"{counted}: {said.say('details in the full brief')}."
