"""The subject that a clause sets before its verb: whom «as for» puts first, or what somebody owns."""

from __future__ import annotations

from brief import subjects
from brief.extract.positions.clauses import Clause
from brief.language import fold
from brief.speakers.callings import first_named, is_adverb, names
from brief.speakers.words import words_of as speech_of
from brief.subjects import Actor
from brief.subjects.words import unowned, words_of


def is_answer(clause: Clause, index: int) -> bool:
    """Whether the verb at `index` answers «أما» at the head of its clause: «أما سلوان، …، فاكتفت بالصمت»."""
    tokens, cues = clause.line.tokens, clause.cues
    word, so = tokens[index].word, cues.letters.joining[-1]
    opened = index > 1 and tokens[0].word in speech_of(clause.language).topics
    # A verb may begin with that letter itself.
    verbs = (cues.triggers, cues.ways["having"])
    return opened and word.startswith(so) and any(word[1:] in some for some in verbs)


def put_first(clause: Clause) -> Actor | None:
    """Whom «أما» puts first: by a list, by the article or as a name that no list knows."""
    line, language = clause.line, clause.language
    known = subjects.actor(line, 1, language) or subjects.definite_at(line, 1, language)
    return known or first_named(line, 1, language)


def named_alone(clause: Clause, index: int) -> Actor | None:
    """A name of one word that no list knows between a verb without object and its preposition.

    «تحفظت سلوان على البيان»; none where the word is an adverb, a small word or a common noun.
    """
    line, cues, small = clause.line, clause.cues, words_of(clause.language)
    place, behind = index + 1, index + 2
    if line.tokens[index].word not in cues.verbs or behind >= len(line.tokens):
        return None
    token, led = line.tokens[place], line.tokens[behind]
    if (
        not (token.joined and led.joined)
        or token.nominal
        or place in line.names
        or token.word in cues.triggers
    ):
        return None
    preposition = clause.has("leading", behind, behind + 1) or led.word.startswith(
        (cues.letters.by + cues.letters.article, cues.letters.attach(cues.letters.to, cues.letters.article))
    )
    if not preposition or not names(line, place, place, clause.language):
        return None
    if token.word[:1] in cues.letters.prepositions or is_adverb(line, place, clause.language):
        return None
    nouns = (small.crowds, small.heads, small.counted)
    if any(token.word in some for some in nouns) or clause.has("unnamed", place, place + 1):
        return None
    start, end = line.span(place, place)
    text = line.text[start - line.offset : end - line.offset]
    return Actor(start, end, text, text, None, fold(text), "person")


def is_of_owned(clause: Clause, index: int) -> bool:
    """Whether the subject of the verb at `index` is a noun of somebody's right before it.

    «فقوانينها لا تسمح بالتصدير» tells of the laws; not so «في بيانها ترفض», nor a verb with «and» of its own.
    """
    tokens, letters = clause.line.tokens, clause.cues.letters
    begin = index - clause.negated(index)
    place = begin - 1
    if place < 0 or not tokens[begin].joined or tokens[begin].word.startswith(letters.conjunction):
        return False
    word = tokens[place].word
    owned = word.endswith(clause.cues.owners) and not tokens[place].nominal and place not in clause.line.names
    small = words_of(clause.language)
    verb = tokens[index].word.startswith(tuple(letters.imperfect))
    if not owned or not verb or clause.has("pronouns", place, place + 1) or word in clause.cues.triggers:
        return False
    opens = place == 0 or not tokens[place].joined or tokens[place - 1].word in small.openers
    body = word in small.own or unowned(word, small) is not None  # a country or a ministry takes stances
    return opens and not body and word not in small.asides
