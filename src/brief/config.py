"""A topic's brief.toml, read once and checked key by key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, cast, get_args

from msgspec import Struct, field

from brief import keyed, themes
from brief.addresses import Address, host_name, is_own, parse, spelled
from brief.errors import Remark, SourceError, TopicError, joined
from brief.judge import JUDGES
from brief.keyed import Key, Written
from brief.language import available
from brief.model import Action, ChartKind, Edit, Facet, Judgement, Query
from brief.outputs import OUTPUTS
from brief.weeks import STARTS

FILE_NAME = "brief.toml"
# The families of digits by the name of the key; a locale names them as Unicode does.
DIGITS = {"european": "latn", "arabic": "arab"}


class Budget(Struct, frozen=True, forbid_unknown_fields=True):
    """How much the five facets may hold together."""

    items: int = 60
    words: int = 2000


class PeriodSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """The days the brief speaks of (ISO dates)."""

    start: str | None = None
    end: str | None = None


class SourceSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the analyst says of one source, a `file` or a `url`; it wins over what the text says."""

    file: str | None = None
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: str | None = None
    grade: str | None = None
    background: bool = False


class FetchSettings(Struct, frozen=True, forbid_unknown_fields=True):
    """How addresses are fetched: `timeout` is seconds and `max_bytes` the size of one address.

    `allow_hosts` names the private hosts that may be asked, `max_entries` is how many
    entries of a feed are followed.
    """

    allow_hosts: tuple[str, ...] = ()
    timeout: float = 30.0
    max_bytes: int = 10 * 1024 * 1024
    max_entries: int = 20

    def hosts(self) -> frozenset[str]:
        """The private hosts that may be asked, as the network knows them; raises `SourceError`."""
        return frozenset(map(host_name, self.allow_hosts))


class WeeklySettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How issues are made on their own: `starts` is the first day of a week, the country's where it is None.

    `fetch` lets each run ask the network; `empty` says what a week without news gives, a `short` issue
    or `none`; `background` is how many older articles stand behind the news at most; `drafts` whether
    what nobody approved may be sent; `formats` are those of `brief build --to`.
    """

    starts: str | None = None
    fetch: bool = False
    empty: str = "short"
    background: int = 25
    drafts: str = "refuse"
    formats: tuple[str, ...] = ("pdf", "html", "json")


class ChartRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """A chart that the brief should try to draw; see `model.Query` for what its keys ask."""

    id: str
    title: str | None = None
    measure: str | None = None
    subject: str | tuple[str, ...] = ()
    counterpart: str | tuple[str, ...] = ()
    unit: str | None = None
    period: str | None = None
    kind: str | None = None

    def query(self) -> Query:
        """The request as the brief records it."""
        return Query(
            id=self.id,
            title=self.title,
            measure=self.measure,
            subject=_several(self.subject),
            counterpart=_several(self.counterpart),
            unit=self.unit,
            period=self.period,
            kind=cast("ChartKind | None", self.kind),
        )


class EditSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A change to one item, found by its id or by words of its passage; see `model.Edit`."""

    action: str
    item: str | None = None
    passage: str | None = None
    section: str | None = None
    label: str | None = None

    def edit(self) -> Edit:
        """The change as the brief records it."""
        return Edit(
            action=cast("Action", self.action),
            item=self.item,
            passage=self.passage,
            section=Facet(self.section) if self.section else None,
            label=self.label,
        )


class JudgeSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who judges beside the rules (`by`), and where the language model answers that is asked.

    Its `url` is on this machine, or its host is one of `hosts`. `window` and `answer` are the most tokens
    of a request with its answer and of an answer alone; `timeout` is seconds for a request, `retries` how
    often one is made again, `at_once` how many run at a time.
    """

    by: str | None = None
    url: str | None = None
    model: str | None = None
    hosts: tuple[str, ...] = ()
    window: int = 8192
    answer: int = 2048
    timeout: float = 120.0
    at_once: int = 2
    retries: int = 3

    def address(self) -> Address:
        """Where the model is asked; raises `SourceError` for what may not be asked, or where none is named.

        Another machine than this one must be named, and asked under cover: what is sent are articles.
        """
        address, hosts = spelled(self.url or ""), frozenset(map(host_name, self.hosts))
        if "?" in address.target:
            raise SourceError("holds a question mark; end it with the path, such as /v1.", "address")
        if is_own(address.host):
            return address
        if address.host not in hosts:
            raise SourceError(
                "leads to another machine than this one; name its host in hosts of [judge] if it is meant.",
                "address",
            )
        if address.scheme != "https":
            raise SourceError(
                "would send articles to another machine in plain sight; write https there.", "address"
            )
        return address


class JudgementSettings(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A judgement of the analyst's own: its `section`, its `text` and her name."""

    section: str
    text: str
    analyst: str


def _several(names: str | tuple[str, ...]) -> tuple[str, ...]:
    return (names,) if isinstance(names, str) else names


class Topic(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A topic's settings; every one has a default, so that a bare folder builds too."""

    title: str | None = None
    subtitle: str | None = None
    language: str = "ar"
    locale: str | None = None
    digits: str | None = None
    issued: str | None = None
    audience: str | None = None
    marking: str | None = None
    theme: str = "modern"
    inbox: str = "inbox"
    period: PeriodSettings = field(default_factory=PeriodSettings)
    budget: Budget = field(default_factory=Budget)
    fetch: FetchSettings = field(default_factory=FetchSettings)
    judge: JudgeSettings = field(default_factory=JudgeSettings)
    weekly: WeeklySettings = field(default_factory=WeeklySettings)
    source: tuple[SourceSettings, ...] = ()
    chart: tuple[ChartRequest, ...] = ()
    edit: tuple[EditSettings, ...] = ()
    judgement: tuple[JudgementSettings, ...] = ()

    @property
    def spoken(self) -> str:
        """The locale of dates and numbers, `@numbers=arab` behind it where Arabic-Indic digits are wanted."""
        locale = self.locale or self.language
        if self.digits is None or "@" in locale:
            return locale
        return f"{locale.partition('@')[0]}@numbers={DIGITS[self.digits]}"

    def edits(self) -> tuple[Edit, ...]:
        """The changes to items, in their order."""
        return tuple(one.edit() for one in self.edit)

    def judgements(self) -> tuple[Judgement, ...]:
        """The analyst's judgements, in their order."""
        return tuple(
            Judgement(section=one.section, text=one.text, analyst=one.analyst) for one in self.judgement
        )


_TABLES: dict[str, type[Struct]] = {
    "budget": Budget,
    "fetch": FetchSettings,
    "judge": JudgeSettings,
    "period": PeriodSettings,
    "weekly": WeeklySettings,
    "source": SourceSettings,
    "chart": ChartRequest,
    "edit": EditSettings,
    "judgement": JudgementSettings,
}


def load(folder: Path) -> Topic:
    """The settings of the topic in `folder`; defaults where it has no brief.toml.

    Raises `TopicError` naming file, line, key and what is allowed.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        return Topic()
    topic, written = keyed.read(path, Topic, _TABLES)
    _check_values(written, topic)
    _check_theme(written, topic)
    _check_addresses(written, topic)
    _check_judge(written, topic.judge)
    _check_edits(written, topic)
    return topic


def _check_values(written: Written, topic: Topic) -> None:
    for key, value, allowed, fits in _values(topic):
        if value is not None and not fits(value):
            raise written.unfit(key, allowed, repr(value))


_Check = tuple[Key, Any, Remark, Callable[[Any], bool]]
_SOME_DAY = Remark('a date such as "2024-06-25"')
# More than that is not read, so it need not be fetched.
MOST_BYTES = 32 * 1024 * 1024
_ONE_OR_MORE = Remark("1 or more")
_FETCHABLE = range(1, MOST_BYTES + 1)
_EMPTY, _DRAFTS = ("short", "none"), ("refuse", "share")
# Room for the words around a question, and more than any model takes.
LEAST_WINDOW, MOST_WINDOW = 4096, 1_000_000
_LEAST_ANSWER = 256
_FORMATS = Remark("a list of some of: %(names)s", names=", ".join(sorted(OUTPUTS)))
_KINDS = get_args(ChartKind)
_ACTIONS = get_args(Action)
_FACETS = tuple(facet.value for facet in Facet)
_SECTIONS = ("summary", *_FACETS, "indicators")
_SOME_PERIOD = Remark('a time such as "2024", "2024-Q1", "2024-06" or "2019/2023"')
_SOME_DATE = Remark('a date such as "2024-06-25", "2024-06" or "2024"')


def _values(topic: Topic) -> Iterator[_Check]:
    """Each value that its type alone does not check, with what is allowed."""
    yield Key("budget", "items"), topic.budget.items, _ONE_OR_MORE, lambda number: number >= 1
    yield Key("budget", "words"), topic.budget.words, _ONE_OR_MORE, lambda number: number >= 1
    yield Key("", "issued"), topic.issued, _SOME_DAY, is_day
    yield Key("", "language"), topic.language, _one_of(available()), available().__contains__
    yield Key("", "digits"), topic.digits, _one_of(DIGITS), DIGITS.__contains__
    yield Key("period", "start"), topic.period.start, _SOME_DAY, is_day
    yield Key("period", "end"), topic.period.end, _SOME_DAY, is_day
    yield (
        Key("fetch", "timeout"),
        topic.fetch.timeout,
        Remark("1 to 600 seconds"),
        lambda seconds: 1 <= seconds <= 600,
    )
    yield Key("fetch", "max_bytes"), topic.fetch.max_bytes, _to(1, MOST_BYTES), _FETCHABLE.__contains__
    yield Key("fetch", "max_entries"), topic.fetch.max_entries, _to(0, 1000), range(1001).__contains__
    yield Key("", "inbox"), topic.inbox, Remark("the name of a folder in the topic"), _is_name
    yield Key("weekly", "starts"), topic.weekly.starts, _one_of(STARTS), STARTS.__contains__
    yield Key("weekly", "formats"), topic.weekly.formats, _FORMATS, _are_formats
    yield Key("weekly", "empty"), topic.weekly.empty, _one_of(_EMPTY), _EMPTY.__contains__
    yield Key("weekly", "drafts"), topic.weekly.drafts, _one_of(_DRAFTS), _DRAFTS.__contains__
    yield (
        Key("weekly", "background"),
        topic.weekly.background,
        Remark("0 or more"),
        lambda number: number >= 0,
    )
    yield from _judge_values(topic.judge)
    for index, source in enumerate(topic.source):
        yield Key("source", "date", index), source.date, _SOME_DATE, is_date
    for index, chart in enumerate(topic.chart):
        yield Key("chart", "kind", index), chart.kind, _one_of(_KINDS), _KINDS.__contains__
        yield Key("chart", "period", index), chart.period, _SOME_PERIOD, is_period
    for index, edit in enumerate(topic.edit):
        yield Key("edit", "action", index), edit.action, _one_of(_ACTIONS), _ACTIONS.__contains__
        yield Key("edit", "section", index), edit.section, _one_of(_FACETS), _FACETS.__contains__
    for index, said in enumerate(topic.judgement):
        yield Key("judgement", "section", index), said.section, _one_of(_SECTIONS), _SECTIONS.__contains__
        yield Key("judgement", "text", index), said.text.strip(), Remark("some text"), bool
        yield Key("judgement", "analyst", index), said.analyst.strip(), Remark("a name"), bool


def _judge_values(judge: JudgeSettings) -> Iterator[_Check]:
    # What is asked, and the words around it, need most of the window.
    most = judge.window // 4
    yield Key("judge", "by"), judge.by, _one_of(JUDGES), JUDGES.__contains__
    yield Key("judge", "model"), judge.model, Remark("the name of a model"), _is_plain
    yield (
        Key("judge", "window"),
        judge.window,
        _to(LEAST_WINDOW, MOST_WINDOW),
        range(LEAST_WINDOW, MOST_WINDOW + 1).__contains__,
    )
    yield (
        Key("judge", "answer"),
        judge.answer,
        _to(_LEAST_ANSWER, most),
        range(_LEAST_ANSWER, most + 1).__contains__,
    )
    yield (
        Key("judge", "timeout"),
        judge.timeout,
        Remark("1 to 3600 seconds"),
        lambda seconds: 1 <= seconds <= 3600,
    )
    yield Key("judge", "at_once"), judge.at_once, _to(1, 16), range(1, 17).__contains__
    yield Key("judge", "retries"), judge.retries, _to(0, 10), range(11).__contains__


def _check_theme(written: Written, topic: Topic) -> None:
    """Raises `TopicError` for a look that neither the package nor the topic's folder has."""
    if topic.theme not in themes.bundled() and not themes.is_within(topic.theme, written.path.parent):
        raise written.unfit(Key("", "theme"), themes.known(), repr(topic.theme))


def _check_addresses(written: Written, topic: Topic) -> None:
    """Raises `TopicError` for a host or an address that cannot be asked, and for a source of two kinds."""
    key = Key("fetch", "allow_hosts")
    try:
        hosts = topic.fetch.hosts()
        for index, source in enumerate(topic.source):
            key = Key("source", "", index)
            _one_of_two(source)
            if source.url is not None:
                key = Key("source", "url", index)
                parse(source.url, hosts)
    except SourceError as error:
        raise TopicError(joined((written.where(key), error.message))) from error


def _check_judge(written: Written, judge: JudgeSettings) -> None:
    """Raises `TopicError` for a model that may not be asked, or that is meant and not named."""
    key = Key("judge", "hosts")
    try:
        for host in judge.hosts:
            host_name(host)
        key = Key("judge", "url")
        if judge.url is not None:
            judge.address()
    except SourceError as error:
        raise TopicError(joined((written.where(key), error.message))) from error
    for name in ("url", "model") if judge.by == "model" else ():
        if getattr(judge, name) is None:
            where = written.where(Key("judge", ""))
            raise TopicError("%(where)s lacks the key %(key)r; add it.", where=where, key=name)


def _check_edits(written: Written, topic: Topic) -> None:
    """Raises `TopicError` for a change that names no item, or does not say where to or what to print."""
    for index, edit in enumerate(topic.edit):
        if (edit.item is None) == (edit.passage is None):
            said = Remark("needs the id of an item or words of its passage, one of the two.")
        elif edit.action == "move" and edit.section is None:
            said = Remark("moves an item and does not say where to; add section.")
        elif edit.action == "relabel" and not edit.label:
            said = Remark("labels an item anew and does not say how; add label.")
        else:
            continue
        raise TopicError(joined((written.where(Key("edit", "", index)), said)))


def _one_of_two(source: SourceSettings) -> None:
    if source.file is None and source.url is None:
        raise SourceError("has neither a file nor a url; add one of the two.", "address")
    if source.file is not None and source.url is not None:
        raise SourceError("has both a file and a url; keep one of the two.", "address")


def _to(least: int, most: int) -> Remark:
    return Remark("%(least)s to %(most)s", least=least, most=most)


def _are_formats(names: Iterable[str]) -> bool:
    return set(names) <= OUTPUTS.keys()


def _one_of(names: Iterable[str]) -> Remark:
    return Remark("one of: %(names)s", names=", ".join(sorted(names)))


def _is_name(text: str) -> bool:
    """Whether a folder in the topic's own can be called so; a dot before it would hide its files."""
    return "/" not in text and not text.startswith(".")


def _is_plain(text: str) -> bool:
    """Whether a name can be printed as it is."""
    return bool(text.strip()) and text.isprintable() and len(text) <= 200


def is_date(text: str) -> bool:
    """Whether `text` is a day, a month or a year of the calendar, in ISO form."""
    return bool(re.fullmatch(r"\d{4}(-\d\d){0,2}", text)) and is_day(f"{text}-01-01"[:10])


def is_period(text: str) -> bool:
    """Whether `text` is a date, a quarter (`2024-Q1`) or two of either with a stroke between them."""
    return all(re.fullmatch(r"\d{4}-Q[1-4]", end) or is_date(end) for end in text.split("/", 1))


def is_day(text: str) -> bool:
    """Whether `text` is a day of the calendar, YYYY-MM-DD."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
