"""Page -> the articles that a topic can use: in its language, and of an article's length."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import islice

import regex
from msgspec import structs

from brief.clean import clean
from brief.clean.reasons import Reason
from brief.errors import SourceError
from brief.identify import Guess, english_name, identify
from brief.language import Language, table
from brief.model import Article, Furniture, Source

# A long report of a research centre; what follows grows with the words read, but nobody
# briefs a minister from a book.
MAX_LETTERS = 400_000
# Letters of another alphabet in a paragraph: a name or a quotation has fewer.
STRANGE = 4


def admit(source: Source, language: Language) -> tuple[Article, ...]:
    """The articles of a page in the topic's language; the lines of others count as removed from the first.

    Raises `SourceError` where there is none, or where one is too long to be an article.
    """
    if source.refused:
        raise SourceError(source.refused.message, source.refused.kind)
    articles = clean(source, language)
    if not articles:
        raise _without_article(identify(source.text, language), language)
    guesses = [identify(_body(article), language) for article in articles]
    pairs = tuple(zip(articles, guesses, strict=True))
    own = [article for article, guess in pairs if not guess.differs(language)]
    if not own:
        raise _in_another_language(guesses[0], language)
    foreign = (article for article, guess in pairs if guess.differs(language))
    removed = tuple(piece for article in foreign for piece in _removed(article))
    own = [_without_foreign_lines(article, language) for article in own]
    first = structs.replace(own[0], furniture=_in_order((*own[0].furniture, *removed)))
    if any(_length(article) > MAX_LETTERS for article in own):
        raise SourceError(
            "holds more than %(most)s letters, which is no article; split it into its parts.",
            "large",
            language.code,
            most=f"{MAX_LETTERS:,}",
        )
    return first, *own[1:]


def _without_foreign_lines(article: Article, language: Language) -> Article:
    """The article without paragraphs in a neighbour's language, which its own letters give away."""
    foreign = [
        line for line in article.lines if _is_foreign(article.source.text[line.start : line.end], language)
    ]
    if not foreign or len(foreign) == len(article.lines):
        return article  # what is foreign as a whole was judged as a whole
    removed = (Furniture(line.start, line.end, Reason.LANGUAGE) for line in foreign)
    return structs.replace(
        article,
        lines=tuple(line for line in article.lines if line not in foreign),
        furniture=_in_order((*article.furniture, *removed)),
    )


def _is_foreign(text: str, language: Language) -> bool:
    strange = sum(1 for _ in islice(_strange(language).finditer(text), STRANGE))
    return strange == STRANGE and identify(text, language).differs(language)


@cache
def _strange(language: Language) -> regex.Pattern[str]:
    """Letters of the language's script that it does not have itself; drawn shapes of letters are neither."""
    alphabet = table(language.code, "language")["alphabet"]
    script = rf"[\p{{L}}&&\p{{Script={language.script}}}]"
    return regex.compile(rf"[{script}--[{alphabet}]--[\ufb50-\ufdff\ufe70-\ufeff]]", regex.V1)


def _length(article: Article) -> int:
    return sum(line.end - line.start for line in article.lines)


def _body(article: Article) -> str:
    return "\n".join(article.source.text[line.start : line.end] for line in article.lines)


def _removed(article: Article) -> tuple[Furniture, ...]:
    """All lines of an article that is left out for its language."""
    lines = (Furniture(line.start, line.end, Reason.LANGUAGE) for line in article.lines)
    return (*lines, *article.furniture)


def _in_order(pieces: Iterable[Furniture]) -> tuple[Furniture, ...]:
    return tuple(sorted(pieces, key=lambda piece: piece.start))


def _without_article(guess: Guess, language: Language) -> SourceError:
    if guess.differs(language):
        return _in_another_language(guess, language)
    return SourceError(
        "holds no article: no run of sentences in the topic's language was found.", "no_article", guess.code
    )


def _in_another_language(guess: Guess, language: Language) -> SourceError:
    found, expected = english_name(guess.code), english_name(language.code)
    return SourceError(
        "is mostly in %(found)s, not in %(expected)s, the language that is read; "
        "leave it out or translate it.",
        "language",
        guess.code,
        found=found,
        expected=expected,
    )
