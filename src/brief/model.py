"""The values that travel between the stages, all frozen.

Offsets are code points of the text a document was read from. The names of the fields of
`Brief` and of everything inside it are those of brief.json, version 1: other programs
read them, so fields may be added, never renamed.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Literal

from msgspec import Struct


class Facet(StrEnum):
    """What a statement tells a decision-maker; also the ids of the sections, in page order."""

    CONTEXT = "context"
    MOTIVES = "motives"
    OUTCOMES = "outcomes"
    REACTIONS = "reactions"
    IMPLICATIONS = "implications"


class Certainty(StrEnum):
    """How firmly a source puts a statement."""

    STATED = "stated"
    ATTRIBUTED = "attributed"
    HEDGED = "hedged"
    DENIED = "denied"


class Standing(StrEnum):
    """How far an outcome has come, by the words of its source."""

    ADOPTED = "adopted"
    SIGNED = "signed"
    ANNOUNCED = "announced"
    REPORTED = "reported"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"


class Qualifier(StrEnum):
    """What a source adds to a figure."""

    APPROX = "approx"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    ONLY = "only"
    RECORD = "record"
    FORECAST = "forecast"

    @property
    def is_least(self) -> bool:
        """Whether the figure may be larger without end."""
        return self in {self.AT_LEAST, self.MORE_THAN}

    @property
    def is_bound(self) -> bool:
        """Whether the figure itself is not told, only what it is above or below."""
        return self.is_least or self in {self.AT_MOST, self.LESS_THAN}


AT_LEAST = frozenset(one for one in Qualifier if one.is_least)
AT_MOST = frozenset(one for one in Qualifier if one.is_bound) - AT_LEAST


class Stance(StrEnum):
    """How an actor stands towards a target."""

    SUPPORT = "support"
    OPPOSE = "oppose"
    NEUTRAL = "neutral"
    MIXED = "mixed"
    CONCERNED = "concerned"


# What a large topic holds by the hundred thousand says `gc=False`: it is never part of a cycle, and
# smaller without the collector's mark.
class Anchor(Struct, frozen=True, order=True, gc=False):
    """A passage of a document: `document.text[start:end] == text`, always."""

    source: str
    start: int
    end: int
    text: str

    def common(self, other: Anchor) -> int:
        """How many code points two passages have in common; none where they are of two sources."""
        both = min(self.end, other.end) - max(self.start, other.start)
        return max(0, both) if self.source == other.source else 0

    def shares(self, other: Anchor) -> bool:
        """Whether two passages have half of the shorter one in common."""
        return 2 * self.common(other) >= min(self.end - self.start, other.end - other.start)


# The folder of an issue that holds the texts of its sources.
TEXTS = "sources"


def text_place(path: str, text_path: str | None) -> str:
    """Where the text of the file `path` stands within an issue."""
    return text_path or f"{TEXTS}/{path}"


# Reading and cleaning ------------------------------------------------------------------


class Hint(Struct, frozen=True):
    """What the format of a file says of the lines of its text from `start` to `end`.

    Headings and paragraphs are the article's; what is aside is not, and `reason` says why.
    """

    start: int
    end: int
    kind: Literal["heading", "paragraph", "aside"]
    reason: str | None = None


class Refusal(Struct, frozen=True):
    """Why a part of a file cannot be used: a sentence for the analyst and the name of the reason."""

    message: str
    kind: str


class Page(Struct, frozen=True, kw_only=True):
    """What a file, or a part of it that stands alone, says.

    `verbatim` text is the decoded file itself; any other was taken out of it, is told in
    `mended` where its letters had to be mended, and is kept beside the brief. `published`
    is an ISO date. A page without hints is judged by the form of its lines alone; one with a
    refusal is no article and is set aside.
    """

    text: str
    verbatim: bool = False
    mended: str | None = None
    refused: Refusal | None = None
    hints: tuple[Hint, ...] = ()
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


class Enclosed(Struct, frozen=True, kw_only=True):
    """Content of another format inside of a file: the body of a message, the entry of a feed.

    `suffix` names the format («.html»), `charset` the encoding that the file declares, `name`
    an attachment's file, `mended` how letters of it were mended already. What the file says
    about it wins over what it says of itself.
    """

    suffix: str
    name: str | None = None
    content: bytes
    mended: str | None = None
    charset: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None


class Source(Struct, frozen=True, kw_only=True):
    """A page with its place in the topic and what the analyst said of it.

    `text_path` is the place of the text within an issue where it is not the file itself.
    """

    path: str
    text: str
    text_path: str | None = None
    mended: str | None = None
    refused: Refusal | None = None
    hints: tuple[Hint, ...] = ()
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None
    grade: str | None = None
    background: bool = False


class Heading(Struct, frozen=True, gc=False):
    """A heading of an article, or the run-in heading that opens a paragraph."""

    anchor: Anchor
    level: int


class Sentence(Struct, frozen=True, kw_only=True, gc=False):
    """A sentence of an article, with what it stands under.

    `heading` is the nearest heading above it, `lead` the run-in heading («1. سوق السلاح:») of
    its list item, which may go on over paragraphs; `position` counts sentences from the top of the article.
    """

    anchor: Anchor
    paragraph: int
    position: int
    heading: Anchor | None = None
    lead: Anchor | None = None


class Furniture(Struct, frozen=True, gc=False):
    """A line of the page that is no part of the article, with the reason it was removed."""

    start: int
    end: int
    reason: str


class Line(Struct, frozen=True, gc=False):
    """A line of an article that is kept, without the blanks around it; `judged` where not by the rules."""

    start: int
    end: int
    heading: bool = False
    judged: bool = False


class Article(Struct, frozen=True, kw_only=True):
    """One article of a source: its lines, what the page says about it, what was removed."""

    source: Source
    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None


class Document(Struct, frozen=True, kw_only=True):
    """The article of a source. A second article in one file is a document of its own.

    An `opinion` gives its author's view: a leader, a column or an assessment (`metadata.opinion`).
    """

    id: str
    path: str
    text_path: str | None
    url: str | None
    text: str
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    grade: str | None
    background: bool
    lines: tuple[Line, ...]
    headings: tuple[Heading, ...]
    sentences: tuple[Sentence, ...]
    furniture: tuple[Furniture, ...]
    mended: str | None = None
    opinion: bool = False

    @property
    def place(self) -> str:
        """Where the text stands within an issue."""
        return text_place(self.path, self.text_path)

    def anchor(self, start: int, end: int) -> Anchor:
        """The passage from `start` to `end` (code points of `text`)."""
        return Anchor(self.id, start, end, self.text[start:end])


class Copy(Struct, frozen=True):
    """A document that is another version of one that counts as a source, whose id is `original`."""

    document: Document
    original: str


# What one document offers ---------------------------------------------------------------


class Statement(Struct, frozen=True, kw_only=True, gc=False):
    """A sentence or clause with what it tells.

    `text` is words of the passage in their order; `facets` are ordered by confidence
    (0 to 1), the surest first, and may be empty. One that leans on words around it makes no
    sense alone: it is never printed, but may bear out what another source tells. A `view` is its
    author's own conclusion, for which nobody else is named.
    """

    anchor: Anchor
    text: str
    sentence: Sentence
    facets: tuple[tuple[Facet, float], ...]
    certainty: Certainty
    standing: Standing | None = None
    label: Anchor | None = None
    actors: tuple[str, ...] = ()
    leans: bool = False
    view: bool = False


class Datapoint(Struct, frozen=True, kw_only=True, gc=False):
    """A figure with its unit, what it measures, of whom, against whom and when.

    Scale is applied (111 مليار دولار is 111000000000 usd); a range has `low` and `high`
    instead of `value`; `period` is an ISO year, quarter, month, date or `start/end`.
    `evidence[0]` is the passage it is read from, the others tell the same figure; `certainty`
    says how firmly the first puts it, `said_by` whose word it is where the passage names one.
    """

    id: str
    measure: str | None
    subject: str | None
    counterpart: str | None
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    qualifier: Qualifier | None
    period: str | None
    certainty: Certainty = Certainty.STATED
    said_by: str | None = None
    evidence: tuple[Anchor, ...]

    @property
    def anchor(self) -> Anchor:
        """The passage that the figure is read from."""
        return self.evidence[0]


class Quote(Struct, frozen=True, kw_only=True, gc=False):
    """Words between quotation marks with who said them, in what role, through whom."""

    id: str
    speaker: str | None
    role: str | None
    via: str | None
    text: str
    evidence: Anchor


class Event(Struct, frozen=True, kw_only=True, gc=False):
    """Something that happened, or is to happen, on a date (ISO year, month or day).

    Its `joint` is what its source writes onto the first word of the passage, to tie it to the words before.
    """

    start: str
    end: str | None
    text: str
    evidence: tuple[Anchor, ...]
    joint: str = ""


class Position(Struct, frozen=True, kw_only=True, gc=False):
    """How an actor stands towards something or somebody."""

    actor: str
    target: str | None
    stance: Stance
    evidence: tuple[Anchor, ...]


class Evidence(Struct, frozen=True, kw_only=True):
    """All that one document offers to the brief."""

    document: Document
    statements: tuple[Statement, ...] = ()
    datapoints: tuple[Datapoint, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()


# What all documents offer together ------------------------------------------------------


# Stands for the day on which a passage was written, where its document has none.
UNDATED = "undated"


class Claim(Struct, frozen=True, kw_only=True):
    """What one or more sources say: the statement it is told by, and all its passages.

    `evidence[0]` is the passage of `statement`; those of `contrary` tell it otherwise than that one.
    `as_of` is the ISO date on which it was written (or `UNDATED`), where its words count time from that
    day, a later source has `overtaken` it, or it is told `behind` the turn of the matter: before the day on
    which later sources last overtook earlier ones, and by none from then on. One that `renews` tells the
    figure, time, deal or stance that takes the place of what an earlier source told. `score` ranks the
    claim and `reasons` say why, in the order they were added; `by_rule` is the rules' own score where
    somebody else weighed it.
    """

    id: str
    statement: Statement
    evidence: tuple[Anchor, ...]
    contrary: tuple[Anchor, ...] = ()
    as_of: str | None = None
    overtaken: bool = False
    behind: bool = False
    renews: bool = False
    label: str | None = None
    score: float = 0.0
    reasons: tuple[tuple[str, float], ...] = ()
    by_rule: float | None = None


class Account(Struct, frozen=True):
    """One side of a disagreement, in the words of its sources."""

    text: str
    evidence: tuple[Anchor, ...]


DiscrepancyKind = Literal["conflict", "precision", "typo"]


class Discrepancy(Struct, frozen=True, kw_only=True):
    """Claims that cannot all be true as they stand; the brief adopts none of them.

    `note` says in a sentence of the brief's language what differs.
    """

    topic: str
    kind: DiscrepancyKind
    items: tuple[Account, ...]
    note: str | None = None


class Pool(Struct, frozen=True, kw_only=True):
    """Everything the sources offer, merged and ranked; builders of sections draw from it.

    The passages `past` no longer hold; `turn` is the ISO day on which later sources last overtook earlier
    ones, empty where none did. `columns` are the ids of the documents that give their author's view.
    """

    claims: tuple[Claim, ...]
    datapoints: tuple[Datapoint, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    positions: tuple[Position, ...]
    discrepancies: tuple[Discrepancy, ...]
    past: tuple[Anchor, ...] = ()
    turn: str = ""
    columns: frozenset[str] = frozenset()
    judgements: tuple[Judgement, ...] = ()
    notes: tuple[Note, ...] = ()


# The brief ------------------------------------------------------------------------------


Action = Literal["pin", "drop", "move", "relabel"]


class Edit(Struct, frozen=True, kw_only=True):
    """What the analyst wants done with a claim, found by its `item` id or by words of its `passage`.

    `pin` prints it whatever its score, `drop` leaves it out, `move` files it under `section`,
    `relabel` prints `label` over it.
    """

    action: Action
    item: str | None = None
    passage: str | None = None
    section: Facet | None = None
    label: str | None = None


class Judgement(Struct, frozen=True, kw_only=True):
    """What the analyst herself says, in a section of the brief and under her name."""

    section: str
    text: str
    analyst: str


class Item(Struct, frozen=True, kw_only=True):
    """A line of the brief: words of its first passage, and every passage that tells it.

    Those of `contrary` tell it otherwise: another count, day or condition of the same act. `as_of` is the
    ISO date on which it was written, or `UNDATED`, where the words cannot be understood without it.
    A `label` stands in the source as a heading (`label_evidence`), or is the ISO date of an
    indicator, or the analyst's own, and then there is none. A `view` is what the author of the first
    passage concludes or values, for which he names nobody else. A
    line of the kind `analyst` is the judgement of the `analyst` named and has no passage. Its `joint` is what
    the source writes onto the first word of its passage, to tie it to the words before.
    """

    id: str
    label: str | None
    text: str
    actors: tuple[str, ...]
    certainty: Certainty
    label_evidence: Anchor | None = None
    standing: Standing | None
    evidence: tuple[Anchor, ...]
    contrary: tuple[Anchor, ...] = ()
    as_of: str | None = None
    view: bool = False
    kind: Literal["passage", "analyst"] = "passage"
    analyst: str | None = None
    score: float = 0.0
    reasons: tuple[tuple[str, float], ...] = ()
    joint: str = ""


class Section(Struct, frozen=True):
    """A part of the brief with its title in the brief's language."""

    id: str
    title: str
    items: tuple[Item, ...]


ChartKind = Literal["bars", "grouped", "change", "share", "range", "line"]


class Query(Struct, frozen=True, kw_only=True):
    """A chart that is asked for, by what its figures must be; what is left open is not asked.

    `measure` is an id of `measures.toml` or words of the sources, `unit` a unit of a datapoint,
    `period` an ISO time or `start/end` in which theirs must lie. An id alone is a ready request.
    """

    id: str
    title: str | None = None
    measure: str | None = None
    subject: tuple[str, ...] = ()
    counterpart: tuple[str, ...] = ()
    unit: str | None = None
    period: str | None = None
    kind: ChartKind | None = None


class Mark(Struct, frozen=True, kw_only=True):
    """One drawn figure of a chart.

    `low` equals `high` unless the figure is a range; both are in the chart's display unit
    (after `scale`). `apart` says that it must not be compared with the others, `rival` that
    another mark of the same label, group and period gives the figure of another source.
    """

    label: str
    group: str | None
    low: Decimal
    high: Decimal
    qualifier: Qualifier | None
    period: str | None
    datapoint: str
    accent: bool = False
    apart: bool = False
    rival: bool = False


class Chart(Struct, frozen=True, kw_only=True):
    """A chart as data: what is drawn, what it is called, and what is said beside it.

    `unit` is a datapoint unit; figures are divided by `scale` (1, 10^6, 10^9) for
    display and `unit_label` says so in words. `marks` is empty where the sources hold no
    comparable figures, and `note` then says it. What the marks of a kind are:

    - bars: a row each, `group` is the heading above its rows;
    - grouped: marks of one label stand together, `group` is the series (a year, a party);
    - change: two marks for each label, the earlier and the later by `period`;
    - share: parts of one whole of 100 percent;
    - range: a row each, from `low` to `high`;
    - line: marks of one `group` are one line over `period`, three or more points of time.
    """

    id: str
    title: str
    kind: Literal["bars", "grouped", "change", "share", "range", "line", "none"]
    unit: str | None
    unit_label: str | None
    scale: int
    datapoints: tuple[str, ...]
    marks: tuple[Mark, ...]
    evidence: tuple[Anchor, ...]
    note: str | None
    alt: str


class SourceEntry(Struct, frozen=True, kw_only=True):
    """A source as the brief lists it; `number` is the one printed in citations.

    `lines` and `removed` are the lines of its text: those of the article, and the rest with
    the reason why it is none of it. `copy_of` is the id of the source that it is another version
    of; a copy is set aside, and has a number where it tells something otherwise. `mended` tells
    how letters of the text were mended. `earlier` is the name of the issue that a text stood in which
    is no source of this one: what changed since is told from it, nothing else.
    """

    id: str
    path: str
    text_path: str | None = None
    url: str | None = None
    number: int | None
    title: str | None
    publisher: str | None
    author: str | None
    published: str | None
    language: str
    digest: str
    grade: str | None
    background: bool
    status: Literal["used", "set_aside"]
    reason: str | None
    reason_kind: str | None = None
    copy_of: str | None = None
    mended: str | None = None
    lines: tuple[Line, ...] = ()
    removed: tuple[Furniture, ...] = ()
    earlier: str | None = None

    @property
    def place(self) -> str:
        """Where the text stands within an issue."""
        return text_place(self.path, self.text_path)

    @property
    def is_kept(self) -> bool:
        """Whether its text stands in the issue: a source in use, a copy of one, or an earlier issue's."""
        return self.status == "used" or self.copy_of is not None or self.earlier is not None


class Note(Struct, frozen=True):
    """Something the reader or the analyst should know about how the brief came to be."""

    kind: str
    message: str
    source: str | None = None


class Period(Struct, frozen=True):
    """The days a brief speaks of, ISO dates, the end included."""

    start: str | None
    end: str | None


# What changed since an earlier issue ---------------------------------------------------------


class Since(Struct, frozen=True):
    """The earlier issue: its name, its ISO date and the digest (SHA-256, hex) of its brief.json."""

    name: str
    issued: str
    digest: str


class Fresh(Struct, frozen=True):
    """An item that the earlier issue did not have, from a source that it did not have."""

    section: str
    item: Item


GoneReason = Literal["withdrawn", "lost", "overtaken"]


class Gone(Struct, frozen=True):
    """An item of the earlier issue that no longer stands.

    `withdrawn`: its source was changed and does not say it any more; `lost`: its source is no
    longer there; `overtaken`: a later source tells how the matter went on.
    """

    item: Item
    reason: GoneReason


class Strengthened(Struct, frozen=True, kw_only=True):
    """An item that `now` has more independent tellers than it had `before`; `added` are what they say.

    `earlier` is the line as the earlier issue's sources tell it, printed there or not.
    """

    item: Item
    earlier: Item
    added: tuple[Anchor, ...]
    before: int
    now: int


class Revision(Struct, frozen=True):
    """One figure as the earlier issue and this one give it."""

    before: Datapoint
    after: Datapoint


class Settled(Struct, frozen=True):
    """A conflict of the earlier issue; what was said in the accounts `fallen` (from 0) stands no more."""

    doubt: Discrepancy
    fallen: tuple[int, ...]


class Due(Struct, frozen=True):
    """What was to be watched for on a date (ISO) that has come since, and what is `told` of it now."""

    date: str
    item: Item
    told: Account | None = None


class Changes(Struct, frozen=True, kw_only=True):
    """What changed since an earlier issue; each thing is told once, the most telling first."""

    since: Since
    figures: tuple[Revision, ...] = ()
    opened: tuple[Discrepancy, ...] = ()
    settled: tuple[Settled, ...] = ()
    due: tuple[Due, ...] = ()
    gone: tuple[Gone, ...] = ()
    strengthened: tuple[Strengthened, ...] = ()
    new: tuple[Fresh, ...] = ()


# Who answers where judgement is needed: the program's own rules, a language model, or a person.
Who = Literal["rules", "model", "person"]


class Tally(Struct, frozen=True):
    """How many decisions were whose; the rules have no name."""

    judge: Who
    name: str | None
    decisions: int


class Brief(Struct, frozen=True, kw_only=True):
    """Everything the reader will see, decided before any markup exists.

    `judges` is empty where the rules alone decided.
    """

    schema: Literal["brief/1"] = "brief/1"
    topic: str
    title: str
    subtitle: str | None
    issued: str
    language: str
    locale: str
    direction: Literal["rtl", "ltr"]
    audience: str | None
    marking: str | None
    theme: str
    period: Period
    sources: tuple[SourceEntry, ...]
    sections: tuple[Section, ...]
    datapoints: tuple[Datapoint, ...]
    key_figures: tuple[str, ...]
    charts: tuple[Chart, ...]
    queries: tuple[Query, ...] = ()
    edits: tuple[Edit, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    quotes: tuple[Quote, ...]
    timeline: tuple[Event, ...]
    positions: tuple[Position, ...]
    discrepancies: tuple[Discrepancy, ...]
    notes: tuple[Note, ...]
    judges: tuple[Tally, ...] = ()
    changes: Changes | None = None


class Artifact(Struct, frozen=True):
    """A finished file: its name, media type and bytes."""

    name: str
    media_type: str
    content: bytes
