"""Clauses of all documents, found again by the rare stems that they share."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import islice, pairwise, takewhile

from msgspec import Struct

from brief import names
from brief.gist import small_words, stem_of
from brief.language import Language, View, fold, table, view
from brief.model import Anchor, Document, Evidence, Sentence
from brief.morphology import Morphology, morphology
from brief.names import Name
from brief.same.roots import root

_BREAK = re.compile(r"[،؛;:]+\s+|\s[-\u2013\u2014]\s")
_WORD = re.compile(r"\w+")
PERSON, HAPPENING = "person:", "happening:"
_APART = re.compile(r"[^\w\s]+")
_SHORTEST = 3
_OPEN = "*"  # a phrase that ends so goes on
_FEWEST_WORDS = 4
_LONGEST = 420
_DAY = len("2024-06-20")
# A stem that more clauses hold brings no pairs; fewer in a small topic.
_CROWD, _FEW, _SHARE = 24, 6, 0.03


class Passage(Struct, frozen=True, gc=False):
    """A clause with its stems, those of its happening included («happening:visit»).

    `document` and `order` count documents and clauses from 0, `sentence` those of its document.
    A large topic has hundreds of thousands of clauses: what follows from the passage is made anew
    when it is asked for, and the stems are kept in the least room.
    """

    anchor: Anchor
    document: int
    order: int
    sentence: int
    kept: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words of the clause."""
        return self.anchor.text

    @property
    def folded(self) -> str:
        """The words of the clause, folded."""
        return fold(self.anchor.text)

    @property
    def seen(self) -> View:
        """The words of the clause, folded, with their way back."""
        return view(self.anchor.text)

    @property
    def stems(self) -> frozenset[str]:
        """The stems of the clause, those of its happening included."""
        return frozenset(self.kept)


class Corpus(Struct, frozen=True):
    """The clauses of all documents and which of them hold a stem; `named` keeps what was asked for."""

    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    holders: Mapping[str, Sequence[int]]
    language: Language
    named: dict[int, tuple[Name, ...]]
    bounds: tuple[tuple[int, int], ...]
    numbers: dict[str, int]
    roots: dict[str, list[str]]
    written: Mapping[str, Sequence[int]]
    alphabet: list[str]

    def cued(self, *keys: str) -> list[Passage]:
        """The clauses that may hold a phrase of a list of `disagreement.toml`, in order: none else can."""
        listed = table(self.language.code, "disagreement")
        for key in keys:
            listed = listed[key]
        return self.holding(listed)

    def holding(self, phrases: Iterable[str]) -> list[Passage]:
        """The clauses with the first word of one of these phrases, a particle before it or not, in order."""
        orders: set[int] = set()
        for phrase in phrases:
            first = fold(phrase).split()[0]
            open_ended = first.endswith(_OPEN)
            for form in (first, *(clitic + first for clitic in self.language.proclitics)):
                words = self._opening_with(form[:-1]) if open_ended else (form,)
                orders.update(order for word in words for order in self.written.get(word, ()))
        return [self.passages[order] for order in sorted(orders)]

    def _opening_with(self, letters: str) -> Iterator[str]:
        """The words of all documents that begin so."""
        first = bisect_left(self.alphabet, letters)
        return takewhile(lambda word: word.startswith(letters), islice(self.alphabet, first, None))

    def kin(self, stem: str) -> list[str]:
        """The stems of one root with a stem, itself among them: «تحذير» and «حذر»."""
        if not self.roots:
            for known in self.holders:
                self.roots.setdefault(root(known, self.language), []).append(known)
        return self.roots.get(root(stem, self.language), [stem])

    def is_rare(self, stem: str) -> bool:
        """Whether few enough clauses hold a stem for it to tell what they speak of."""
        return len(self.holders.get(stem, ())) <= max(_FEW, min(_CROWD, _SHARE * len(self.passages)))

    def near(self, stems: frozenset[str], least: int) -> Iterator[tuple[Passage, frozenset[str]]]:
        """The clauses that share `least` of these stems, one of them rare, in order, with what is shared."""
        rare = [stem for stem in stems if self.is_rare(stem)]
        for order in sorted({order for stem in rare for order in self.holders.get(stem, ())}):
            passage = self.passages[order]
            shared = stems.intersection(passage.kept)
            if len(shared) >= least:
                yield passage, shared

    def at(self, anchor: Anchor) -> Passage | None:
        """The clause that a passage begins in."""
        document = self.numbers.get(anchor.source)
        if document is None:
            return None
        first, last = self.bounds[document]
        order = bisect_right(self.passages, anchor.start, first, last, key=lambda one: one.anchor.start) - 1
        return self.passages[order] if order >= first else None

    def words(self, document: int, anchor: Anchor) -> frozenset[str]:
        """The stems of any passage that stand in no name of a country or body."""
        stems = content(anchor.text, self.language)
        return self._own(document, anchor, stems, persons=True)

    def names(self, passage: Passage, *, adjectives: bool = True) -> frozenset[str]:
        """The keys of the names in a clause, persons by their family names too."""
        return self.names_at(passage.document, passage.anchor, adjectives=adjectives)

    def names_at(self, document: int, anchor: Anchor, *, adjectives: bool = True) -> frozenset[str]:
        """The keys of the names in any passage of a document."""
        return frozenset(
            name.key
            for name in self.all_names(document)
            if anchor.start <= name.start < anchor.end and name.key and (adjectives or not name.adjective)
        )

    def named_first(self, passage: Passage, words: int) -> tuple[str, ...]:
        """The keys of the names that begin within the first words of a clause."""
        anchor = passage.anchor
        found = (
            name
            for name in self.all_names(passage.document)
            if anchor.start <= name.start < anchor.end
            and len(anchor.text[: name.start - anchor.start].split()) <= words
        )
        return tuple(dict.fromkeys(name.key for name in found if name.key))

    def people(self, passage: Passage) -> frozenset[str]:
        """The keys of the persons in a clause."""
        return frozenset(key for key in self.names(passage) if key.startswith(PERSON))

    def back(self, passage: Passage, clauses: int) -> Passage:
        """The clause so many before another one, or the first of its sentence."""
        before = self.passages[max(0, passage.order - clauses) : passage.order + 1]
        same = (passage.document, passage.sentence)
        return next(one for one in before if (one.document, one.sentence) == same)

    def opening(self, document: int) -> frozenset[str]:
        """The stems of the first two sentences of a document."""
        first, last = self.bounds[document]
        opening = (one for one in self.passages[first:last] if one.sentence <= 1)
        return frozenset(stem for one in opening for stem in one.kept)

    def sentence_at(self, document: int, place: int) -> Anchor:
        """The sentence of a document in which a place lies."""
        sentences = self.documents[document].sentences
        at = bisect_right(sentences, place, key=lambda one: one.anchor.start) - 1
        return sentences[max(at, 0)].anchor

    def all_names(self, document: int) -> tuple[Name, ...]:
        """The names of a document in order."""
        if document not in self.named:
            self.named[document] = names.named(self.documents[document], self.language)
        return self.named[document]

    def agree(self, one: Passage, other: Passage) -> bool:
        """Whether two clauses may speak of the same persons and places."""
        return agree(self.names(one), self.names(other))

    def own(self, passage: Passage, stems: frozenset[str]) -> frozenset[str]:
        """Those of some stems of a clause that stand in no name."""
        return self._own(passage.document, passage.anchor, stems)

    def _own(
        self, document: int, anchor: Anchor, stems: frozenset[str], *, persons: bool = False
    ) -> frozenset[str]:
        """Those that stand in no name, or in none but of `persons`."""
        inside = (
            name
            for name in self.all_names(document)
            if anchor.start <= name.start < anchor.end and not (persons and name.kind == "person")
        )
        for name in inside:
            start = max(name.start - anchor.start - 1, 0)
            stems -= _of_name(anchor.text[start : name.end - anchor.start], self.language)
        return stems

    def published(self, passage: Passage) -> str | None:
        """When the document of a clause was published."""
        return self.documents[passage.document].published

    def at_once(self, one: Passage, other: Passage, days: int) -> bool:
        """Whether the texts of two clauses were published within so many days."""
        dates = [self.published(passage) or "" for passage in (one, other)]
        if any(len(day) != _DAY for day in dates):
            return False
        return abs((date.fromisoformat(dates[0]) - date.fromisoformat(dates[1])).days) <= days

    def whole(self, passage: Passage) -> Anchor:
        """The sentence of a clause, or the clause alone where that is long."""
        sentence = self.documents[passage.document].sentences[passage.sentence].anchor
        return sentence if len(sentence.text) <= _LONGEST else passage.anchor


def agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one person and one place are named in both, each where both name any."""
    for kind in (True, False):
        mine = {key for key in one if key.startswith(PERSON) is kind}
        theirs = {key for key in other if key.startswith(PERSON) is kind}
        if mine and theirs and not mine & theirs:
            return False
    return True


def corpus(evidence: Sequence[Evidence], language: Language) -> Corpus:
    """The clauses of all documents, with the index of their stems."""
    documents = tuple(each.document for each in evidence)
    found: list[Passage] = []
    written: defaultdict[str, array[int]] = defaultdict(_orders)
    bounds: list[tuple[int, int]] = []
    for number, document in enumerate(documents):
        first = len(found)
        for place, sentence in enumerate(document.sentences):
            for anchor in clauses(document, sentence):
                folded = fold(anchor.text)
                for word in set(_WORD.findall(folded)):
                    written[word].append(len(found))
                stems = tuple(dict.fromkeys(_in_order(folded, language)))
                found.append(Passage(anchor, number, len(found), place, stems))
        bounds.append((first, len(found)))
    holders: defaultdict[str, array[int]] = defaultdict(_orders)
    for passage in found:
        for stem in passage.kept:
            holders[stem].append(passage.order)
    numbers = {document.id: number for number, document in enumerate(documents)}
    return Corpus(
        documents=documents,
        passages=tuple(found),
        holders=dict(holders),
        language=language,
        named={},
        bounds=tuple(bounds),
        numbers=numbers,
        roots={},
        written=dict(written),
        alphabet=sorted(written),
    )


def _orders() -> array[int]:
    return array("i")


def clauses(document: Document, sentence: Sentence) -> Iterator[Anchor]:
    """The parts of a sentence between its commas; one of few words goes with the part after it."""
    text, offset = sentence.anchor.text, sentence.anchor.start
    start = 0
    ends = [(match.start(), match.end()) for match in _BREAK.finditer(text)]
    for stop, after in [*ends, (len(text), len(text))]:
        last = after == len(text)
        if not last and len(text[start:stop].split()) < _FEWEST_WORDS:
            continue
        if text[start:stop].strip():
            whole = (start, stop) == (0, len(text))
            yield sentence.anchor if whole else document.anchor(offset + start, offset + stop)
        start = after


def content(text: str, language: Language) -> frozenset[str]:
    """The stems of the words that bear meaning; the words of one kind of happening are one."""
    return frozenset(in_order(text, language))


@lru_cache(maxsize=100_000)
def _of_name(text: str, language: Language) -> frozenset[str]:
    """The stems of a name; a topic has few names, each in many passages."""
    return content(text, language)


def in_order(text: str, language: Language) -> list[str]:
    """The same stems in the order of their words."""
    return _in_order(fold(text), language)


def _in_order(folded: str, language: Language) -> list[str]:
    small, known = _small(language), _happenings(language)
    words = (word for word in _WORD.findall(folded) if len(word) >= _SHORTEST and not word[0].isdigit())
    return [known.get(word) or _stem(word, language) for word in words if word not in small]


def diverge(one: str, other: str, language: Language, only: frozenset[str] | None = None) -> bool:
    """Whether a word, one of `only` where they are given, goes on differently in two texts.

    «كلفة النفق» and «كلفة الملعب».
    """
    mine, theirs = _followers(one, language), _followers(other, language)
    first, second = content(one, language), content(other, language)
    return any(
        mine[head] and theirs[head] and not mine[head] & second and not theirs[head] & first
        for head in mine.keys() & theirs.keys() & (only if only is not None else mine.keys())
    )


def _followers(text: str, language: Language) -> dict[str, set[str]]:
    """The stems right behind each word that bears meaning, nothing standing between."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for part in _APART.split(fold(text)):
        stems = [_in_order(word, language) for word in part.split()]
        for head, after in pairwise(stems):
            if head and after:
                found[head[0]].add(after[0])
    return found


@cache
def _small(language: Language) -> frozenset[str]:
    particles = map(fold, table(language.code, "disagreement")["words"]["particles"])
    small = small_words(language.code) | frozenset(particles)
    return frozenset(joined + word for word in small for joined in ("", *morphology(language).joining))


@cache
def _stem(word: str, language: Language) -> str:
    letters = morphology(language)
    ending = letters.possessive[0]  # folded, the feminine ending is written like «his»
    known = _happenings(language)
    if word[0] == word[1] and word[0] in letters.joining:
        word = word[1:]
    if word in _whole(language):
        return stem_of(word, language)
    bare = next((word.removesuffix(one) for one in letters.possessive if word.endswith(one)), word)
    owned = _owned(language).sub(ending, word)
    return known.get(bare) or known.get(owned) or _verb(stem_of(owned, language), letters)


@cache
def _whole(language: Language) -> frozenset[str]:
    """Words that only look like a happening between a particle and an ending."""
    return frozenset(map(fold, table(language.code, "disagreement")["words"]["whole"]))


def _verb(stem: str, letters: Morphology) -> str:
    """The stem without the feminine ending of a verb: «طلبت» is «طلب»."""
    ends = len(stem) > _SHORTEST and stem.endswith(letters.feminine)
    return stem[:-1] if ends else stem


@cache
def _owned(language: Language) -> re.Pattern[str]:
    """Whose it is, at the end of a feminine noun: «كلفته» is «كلفة»."""
    letters = morphology(language)
    return re.compile(rf"(?<=\w{{2}}){letters.feminine}(?:{'|'.join(letters.possessive)})$")


def happenings(passage: Passage) -> frozenset[str]:
    """What kinds of happening a clause tells."""
    return frozenset(stem for stem in passage.kept if stem.startswith(HAPPENING))


def kind_of(name: str) -> str:
    """The stem that stands for all words of a kind of happening."""
    return HAPPENING + name


_MEASURE = "measure:"


@cache
def _happenings(language: Language) -> dict[str, str]:
    """The kind of each word of happening or measuring, with the particles that it may carry."""
    data, letters = table(language.code, "disagreement"), morphology(language)
    before = ["", *letters.prepositions, letters.article, letters.to + letters.to]
    before += [letters.attach(clitic, letters.article) for clitic in letters.prepositions]
    clitics = {joining + clitic for joining in ("", *letters.joining) for clitic in before}
    kinds = {HAPPENING + kind: words for kind, words in data["happenings"].items()}
    kinds |= {_MEASURE + kind: words for kind, words in data["measuring"].items()}
    return {
        clitic + fold(word): kind for kind, words in kinds.items() for word in words for clitic in clitics
    }
