"""One article under several names is one source; articles that quote each other are not."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brief.copies import MOST_COMPARED, candidates, is_copy, originals, print_of, sort_out
from brief.model import Document
from tests.builders import document

LETTERS = "ابتجحخدذرزسشصضطعغفقكلمنهوي"
SENTENCES = 20
Lines = list[str]
Change = Callable[[Lines, random.Random], Lines]


def vocabulary(chance: random.Random) -> list[str]:
    """Words of no language, few enough to come again and again."""
    return ["".join(chance.choices(LETTERS, k=chance.randint(2, 7))) for _ in range(400)]


WORDS = vocabulary(random.Random(1))  # noqa: S311 - made up, no secret


def sentence(chance: random.Random) -> str:
    """A sentence of 8 to 30 words."""
    return " ".join(chance.choices(WORDS, k=chance.randint(8, 30))) + "."


def article(seed: int, number: int = SENTENCES) -> Lines:
    """The lines of an article, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - see WORDS
    return [sentence(chance) for _ in range(number)]


def told(*lines: str, path: str = "a.txt", published: str | None = None) -> Document:
    """The document of these lines."""
    return document(*lines, path=path, published=published)


def rewritten(lines: Lines, chance: random.Random) -> Lines:
    """A quarter of the sentences are others."""
    places = set(chance.sample(range(len(lines)), len(lines) // 4))
    return [sentence(chance) if number in places else line for number, line in enumerate(lines)]


def reworded(lines: Lines, chance: random.Random) -> Lines:
    """Two words are others in every third sentence."""
    return [_with_other_words(line, chance) if not number % 3 else line for number, line in enumerate(lines)]


def _with_other_words(line: str, chance: random.Random) -> str:
    words = line.split()
    for place in chance.sample(range(len(words)), 2):
        words[place] = chance.choice(WORDS)
    return " ".join(words)


def without_a_paragraph(lines: Lines, chance: random.Random) -> Lines:
    """Three sentences in a row are left out."""
    start = chance.randrange(len(lines) - 3)
    return lines[:start] + lines[start + 3 :]


def halved(lines: Lines, _chance: random.Random) -> Lines:
    """Its first half."""
    return lines[: len(lines) // 2]


def framed(lines: Lines, chance: random.Random) -> Lines:
    """Another beginning, another end."""
    return [sentence(chance), *lines, sentence(chance)]


def joined(lines: Lines, _chance: random.Random) -> Lines:
    """The same sentences in fewer paragraphs, one spelling changed all through."""
    return [" ".join(lines[:9]), " ".join(lines[9:]).replace("ا", "أ")]


CHANGES: tuple[Change, ...] = (rewritten, reworded, without_a_paragraph, halved, framed, joined)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
@pytest.mark.parametrize("seed", range(12))
def test_a_changed_copy_is_found(change: Change, seed: int) -> None:
    """Small edits, other frames and cuts leave a copy a copy."""
    lines = article(seed)
    copy = change(lines, random.Random(seed))  # noqa: S311 - see WORDS
    assert len(set(originals([told(*lines), told(*copy, path="b.txt")]))) == 1


@pytest.mark.parametrize("seed", range(40))
def test_articles_that_share_paragraphs_are_two_sources(seed: int) -> None:
    """Three sentences of ten in common, as when both quote one statement, are no copy."""
    one, other = article(seed), article(1000 + seed)
    start = seed % (SENTENCES - 6)
    other[start : start + 6] = one[4:10]
    assert originals([told(*one), told(*other, path="b.txt")]) == (0, 1)


def test_a_bulletin_of_another_day_is_no_copy() -> None:
    """The same words with other figures throughout are news, not a copy."""
    lines = article(5, 8)
    first, second = ([f"{line[:-1]} {day}{number}." for number, line in enumerate(lines)] for day in (31, 32))
    assert originals([told(*first), told(*second, path="b.txt")]) == (0, 1)
    assert originals([told(*first), told(*first[:6], path="b.txt")]) == (0, 0)


@pytest.mark.parametrize(
    ("dates", "lengths", "original"),
    [
        (("2024-06-21", "2024-06-20"), (20, 20), 1),
        ((None, "2024-06-20"), (20, 20), 1),
        ((None, None), (19, 20), 1),
        ((None, None), (20, 20), 0),
        (("2024-06-20", "2024-06-21"), (10, 20), 1),
        (("2024-06-20", "2024-06-21"), (18, 20), 0),
    ],
)
def test_the_original_is_the_first_published_then_the_longest_then_the_first_by_path(
    dates: tuple[str | None, str | None], lengths: tuple[int, int], original: int
) -> None:
    """A text that was cut by more than a fifth is the copy whenever it appeared."""
    lines = article(7)
    documents = [
        told(*lines[: lengths[number]], path=f"{number}.txt", published=dates[number]) for number in (0, 1)
    ]
    assert originals(documents) == (original, original)


def test_a_short_text_inside_of_two_others_does_not_make_them_one() -> None:
    """What two articles both took in is a copy of one of them; they stay two."""
    statement = article(3, 5)
    one, other = [*statement, *article(4)], [*article(5), *statement]
    texts = (told(*lines, path=f"{n}.txt") for n, lines in enumerate((one, other, statement)))
    found = originals(list(texts))
    assert found[:2] == (0, 1)
    assert found[2] in (0, 1)


def test_versions_of_versions_have_one_original() -> None:
    """A copy of a copy belongs to the first of them, a cut one too."""
    chance = random.Random(1)  # noqa: S311 - see WORDS
    first = article(8)
    second = reworded(first, chance)
    texts = (first, second, reworded(second, chance), halved(second, chance))
    assert originals([told(*lines, path=f"{n}.txt") for n, lines in enumerate(texts)]) == (0, 0, 0, 0)


def test_the_same_text_under_many_names_keeps_its_id_once() -> None:
    """Each copy has an id of its own, in its passages too, and names its original's."""
    lines = article(9, 6)
    documents = [document(*lines, headings=(lines[2],), path=f"{n}.txt") for n in range(4)]
    found = sort_out(documents)
    assert found.documents == (documents[0],)
    assert [copy.original for copy in found.copies] == [documents[0].id] * 3
    assert len({documents[0].id, *(copy.document.id for copy in found.copies)}) == 4
    for copy in found.copies:
        anchors = [sentence.anchor for sentence in copy.document.sentences]
        anchors += [heading.anchor for heading in copy.document.headings]
        anchors += [one.heading for one in copy.document.sentences if one.heading]
        assert {anchor.source for anchor in anchors} == {copy.document.id}


@pytest.mark.parametrize(
    "lines", [("كلمة.",), ("كلمة واحدة.", "كلمة واحدة."), ("1" * 200_000,), ("ا " * 50_000,)]
)
def test_odd_texts_are_copies_of_themselves_alone(lines: tuple[str, ...]) -> None:
    """One word, one endless word, one word without end: nothing breaks, nothing is a copy by chance."""
    texts = [told(*lines), told(*lines, path="b.txt"), told(*article(1), path="c.txt")]
    assert originals(texts) == (0, 0, 2)


def test_no_text_is_compared_with_all() -> None:
    """Of a thousand articles put together from the same sentences each is compared with a few."""
    chance = random.Random(2)  # noqa: S311 - see WORDS
    bank = article(11, 300)
    articles = [told(*chance.sample(bank, SENTENCES), path=f"{n}.txt") for n in range(1000)]
    prints = [print_of(one) for one in articles]
    pairs = list(candidates(prints))
    assert len(pairs) <= MOST_COMPARED * len(prints)
    assert not any(is_copy(prints[one], prints[other]) for one, other in pairs)
    again = [told(*articles[900 + n].text.splitlines()[:17], path=f"x{n}.txt") for n in range(30)]
    found = originals([*articles, *again])
    assert sum(found[1000 + n] == 900 + n for n in range(30)) >= 27


shapes = st.lists(st.tuples(st.integers(0, 3), st.sampled_from((None, *CHANGES))), min_size=1, max_size=7)


def some(shape: list[tuple[int, Change | None]]) -> list[Document]:
    """Articles and copies of them."""
    return [
        told(
            *(change(article(seed), random.Random(number)) if change else article(seed)),  # noqa: S311 - see WORDS
            path=f"{number}.txt",
            published=f"2024-06-{10 + (seed + number) % 5}",
        )
        for number, (seed, change) in enumerate(shape)
    ]


def pairs_of(documents: list[Document]) -> dict[str, str]:
    """The path of each document with that of its original."""
    return {
        one.path: documents[first].path for one, first in zip(documents, originals(documents), strict=True)
    }


@settings(max_examples=25)
@given(shape=shapes, order=st.randoms(use_true_random=False))
def test_the_order_of_files_makes_no_difference(
    shape: list[tuple[int, Change | None]], order: random.Random
) -> None:
    """However the documents come, each has the same original."""
    documents = some(shape)
    mixed = list(documents)
    order.shuffle(mixed)
    assert pairs_of(documents) == pairs_of(mixed)


@settings(max_examples=25)
@given(shape=shapes, place=st.integers(0, 7))
def test_an_unrelated_article_changes_nothing(shape: list[tuple[int, Change | None]], place: int) -> None:
    """It is a source of its own, and the others are what they were."""
    documents = some(shape)
    mixed = list(documents)
    mixed.insert(place, told(*article(77), path="z.txt", published="2024-06-12"))
    assert pairs_of(mixed) == {**pairs_of(documents), "z.txt": "z.txt"}


@settings(max_examples=25)
@given(shape=shapes)
def test_originals_are_copies_of_nothing(shape: list[tuple[int, Change | None]]) -> None:
    """Sorted out once more, the sources stay as they are, and nothing was lost."""
    documents = some(shape)
    found = sort_out(documents)
    assert sort_out(found.documents).documents == found.documents
    assert len(found.documents) + len(found.copies) == len(documents)
    assert {copy.original for copy in found.copies} <= {one.id for one in found.documents}
