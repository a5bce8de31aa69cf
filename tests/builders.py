"""Small values of every stage, and texts of every shape, for tests to start from."""

from typing import Any

import msgspec
from hypothesis import strategies as st

from brief.language import Language, load
from brief.model import (
    Anchor,
    Article,
    Certainty,
    Claim,
    Datapoint,
    Document,
    Event,
    Facet,
    Line,
    Pool,
    Sentence,
    Source,
    Statement,
)
from brief.segment import segment

ARABIC: Language = load("ar")


def article(*lines: str, headings: tuple[str, ...] = (), **said: Any) -> Article:  # noqa: ANN401 - fields of Source
    """An article of these lines, those in `headings` being headings; `said` goes to its source."""
    source = Source(**{"path": "a.txt", "text": "\n".join(lines), **said})
    placed, start = [], 0
    for line in lines:
        placed.append(Line(start, start + len(line), line in headings))
        start += len(line) + 1
    return Article(source=source, lines=tuple(placed), furniture=(), published=source.published)


def document(*lines: str, headings: tuple[str, ...] = (), **said: Any) -> Document:  # noqa: ANN401 - fields of Source
    """The document of `article` with the same arguments."""
    return segment(article(*lines, headings=headings, **said), ARABIC)


def anchor(text: str, source: str = "a", start: int = 0) -> Anchor:
    """A passage that reads `text`."""
    return Anchor(source, start, start + len(text), text)


def statement(
    text: str,
    source: str = "a",
    start: int = 0,
    *,
    facet: Facet | None = Facet.CONTEXT,
    **fields: Any,  # noqa: ANN401 - fields of Statement, and paragraph and position of its sentence
) -> Statement:
    """A statement that is a whole sentence of its document."""
    passage = anchor(text, source, start)
    paragraph, position = fields.pop("paragraph", 0), fields.pop("position", 0)
    return Statement(
        **{
            "anchor": passage,
            "text": text,
            "sentence": Sentence(anchor=passage, paragraph=paragraph, position=position),
            "facets": ((facet, 0.6),) if facet else (),
            "certainty": Certainty.STATED,
            **fields,
        }
    )


def claim(told: Statement | str, *others: Anchor, score: float = 1.0, **fields: Any) -> Claim:  # noqa: ANN401
    """A claim told by a statement, or by words of which one is made."""
    by = statement(told) if isinstance(told, str) else told
    id_ = fields.pop("id", f"s{by.anchor.source}{by.anchor.start}")
    return Claim(id=id_, statement=by, evidence=(by.anchor, *others), score=score, **fields)


def pool(*claims: Claim, events: tuple[Event, ...] = ()) -> Pool:
    """A pool of claims and events."""
    return Pool(claims=claims, datapoints=(), quotes=(), events=events, positions=(), discrepancies=())


def event(start: str, text: str, **fields: Any) -> Event:  # noqa: ANN401 - fields of Event
    """Something dated, told by one passage."""
    return Event(**{"start": start, "end": None, "text": text, "evidence": (anchor(text),), **fields})


def datapoint(**fields: Any) -> Datapoint:  # noqa: ANN401 - fields of Datapoint
    """A figure of which everything is unknown but what is given."""
    unknown = {field.name: None for field in msgspec.structs.fields(Datapoint)}
    known = {"id": "d1", "unit": "count", "certainty": Certainty.STATED, "evidence": (anchor("7"),)}
    return Datapoint(**{**unknown, **known, **fields})


def headings_of(made: Document) -> list[tuple[str, int]]:
    """The words and levels of a document's headings."""
    return [(heading.anchor.text, heading.level) for heading in made.headings]


# Texts of every shape -------------------------------------------------------------------

VOCABULARY = """
بلدية النخيل المكتبة حديقة سوق افتتحت أعلنت المتوقع أن التي وقال في إلى ترميم 4.5 ٣ 2019 د. «الواحة»
"ساحة" (أ) مجلس: القرار؛ السكان، أطفالٌ library LED 20% وهي كما بينما شارك المصدر: #حي 1. أولا: لم
"""
WORDS = tuple(VOCABULARY.split())
ENDS = ("", ".", "؟", "…", "...", ":", '."', ".»", "،")

characters = st.one_of(
    st.sampled_from(
        'ابتجدرسعفقكلمنهويةىأإآؤئءـ\u064b\u0651\u064e ..،؛؟!:«»"”()[]-–…•#%/0123456789٠٣٩۵ \u00a0\u200f\u202e'
    ),
    st.sampled_from("abcXYZéß\ufefb\ufdfa\n\r\t\u2028\x0b\x85\ufeff\u0130"),
    st.characters(exclude_categories=["Cs"]),
)
# Arabic, Latin, digits, marks and controls in any order.
mixed_texts = st.text(characters, max_size=120)
_prose = st.builds(
    lambda words, end: " ".join(words) + end,
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=40),
    st.sampled_from(ENDS),
)
_frame = st.sampled_from(
    (
        "اقرأ أيضا",
        "اقرأ أيضا: سوق الخضار يعود",
        "أخبار ذات صلة",
        "المصدر: نشرة الحي",
        "شارك",
        "14 مارس 2019",
        "",
        "  ",
    )
)
# Pages as the web leaves them: prose, headings, frames and rubbish under each other.
pages = st.builds(
    lambda lines, newline: newline.join(lines),
    st.lists(st.one_of(_prose, _prose, _frame, mixed_texts), max_size=12),
    st.sampled_from(("\n", "\r\n", "\n\n")),
)
