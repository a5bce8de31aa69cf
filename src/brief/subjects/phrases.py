"""A noun phrase, followed from its head as far as definite words, nations and small words of titles reach."""

from __future__ import annotations

from brief.gazetteer import Name, Token
from brief.language import Language, fold
from brief.subjects.lines import Actor, Line
from brief.subjects.words import Words, unowned, words_of

_LONGEST_PHRASE = 16
_SHORTEST_NOUN = 3


def actor(where: Line, index: int, language: Language, *, strict: bool = False) -> Actor | None:
    """The actor whose phrase begins with word `index`, or None.

    `strict` where a definite noun after the phrase may be the object of a verb before it.
    """
    if index >= len(where.tokens):
        return None
    if index in where.names:
        name, last = where.names[index]
        words = words_of(language)
        if (name.adjective and not _is_people(where, index, words)) or _is_land(where, index, name, words):
            return None
        return named(where, name, last, language)
    return _office(where, index, language, strict=strict) if heads(where, index, words_of(language)) else None


def _is_land(where: Line, index: int, name: Name, words: Words) -> bool:
    """Whether the name of a state is that of a land or a water, which nobody speaks for: «نهر السنغال»."""
    if name.kind != "country" or not index or not where.tokens[index].joined:
        return False
    return where.tokens[index - 1].word in words.landmarks


def _is_people(where: Line, index: int, words: Words) -> bool:
    """Whether an adjective of nation stands for its people: «الأوروبيون», after no noun of theirs."""
    word = where.tokens[index].word
    several = word.endswith(words.letters.plural[0]) and words.letters.article in word[:3]
    return several and not (index and where.tokens[index - 1].word.endswith(words.letters.plural[0]))


def heads(where: Line, index: int, words: Words) -> bool:
    """Whether the word at `index` opens a phrase: an office, a body, or one with its owner written on."""
    word = where.tokens[index].word
    if word not in words.heads and word[:1] in words.letters.joining:
        word = word[1:]
    if word in words.bodies and not words.crowds.isdisjoint(where.words(index + 1, index + 2)):
        return False  # no body is completed by a number
    if word in words.greatest:
        return not words.bodies.isdisjoint(where.words(index + 1, index + 2))
    if word not in words.weak:
        return (
            word in words.heads
            or unowned(word, words) in words.heads
            or (word.endswith(words.letters.accusative) and word[:-1] in words.offices)
        )
    after = where.tokens[index + 1].word if index + 1 < len(where.tokens) else ""
    return after.startswith(words.definite) or index + 1 in where.names or after in words.bodies


def named(where: Line, name: Name, last: int, language: Language) -> Actor:
    """The actor behind a name, with the office that stands after a person."""
    start, end = name.start, name.end
    role = _apposed(where, last, language) if name.kind == "person" else None
    text = where.text[start - where.offset : end - where.offset]
    return Actor(start, end, text, name.label, role, name.key, name.kind)


def _apposed(where: Line, last: int, language: Language) -> str | None:
    """The office that follows a personal name: «…، الزميل في معهد …»."""
    place = last + 1
    if place >= len(where.tokens) or not (where.tokens[place].joined or where.tokens[place].comma):
        return None
    if where.tokens[place].word not in words_of(language).offices:
        return None
    end = _reach(where, place, language, strict=False)
    start, stop = where.span(place, end - 1)
    return where.text[start - where.offset : stop - where.offset]


def _office(where: Line, index: int, language: Language, *, strict: bool) -> Actor | None:
    words = words_of(language)
    end = _reach(where, index, language, strict=strict)
    person = person_at(where, end)
    if strict and person is None:
        furthest = _reach(where, index, language, strict=False)
        person = person_at(where, furthest)
        end = furthest if person else end
    first = where.tokens[index].word
    cut = int(
        first not in words.heads
        and first[:1] in words.letters.joining
        and len(first) > 1
        and (first[1:] in words.heads or first[1:] in words.greatest)
    )
    start, stop = where.span(index, end - 1)
    phrase = where.text[start + cut - where.offset : stop - where.offset]
    if person:
        return Actor(person.start, person.end, person.label, person.label, phrase, person.key, "person")
    if end == index + 1 and not _alone(first[cut:], words):
        return None
    return Actor(start + cut, stop, phrase, phrase, None, fold(phrase), "role")


def _alone(word: str, words: Words) -> bool:
    """Whether one word is a phrase: definite, an office, or people of no number: «اقتصاديون»."""
    several = word in words.alone or (word in words.bodies and word.endswith(words.letters.plural[0]))
    return word.startswith(words.letters.article) or word in words.offices or several


def person_at(where: Line, index: int) -> Name | None:
    """The person named at `index`, a comma before the name allowed."""
    found = where.names.get(index)
    token = where.tokens[index] if index < len(where.tokens) else None
    if (
        found
        and token
        and found[0].kind == "person"
        and not found[0].clitic
        and (token.joined or token.comma)
    ):
        return found[0]
    return None


def _reach(where: Line, head: int, language: Language, *, strict: bool) -> int:
    """The place after the last word of the phrase that begins at `head`."""
    words = words_of(language)
    place = head + 1
    while place < min(head + _LONGEST_PHRASE, len(where.tokens)) and where.tokens[place].joined:
        step = _step(where, head, place, words)
        if not step or (strict and step == 1 and not _describes(where, head, place, words)):
            break
        place += step
    return place


def _step(where: Line, head: int, place: int, words: Words) -> int:
    """How many words the phrase gains at `place`; none where it ends.

    A preposition is gained where the phrase goes on after it.
    """
    after = place
    furthest = min(head + _LONGEST_PHRASE, len(where.tokens))
    while after < furthest and _prepares(where, head, after, words):
        after += 1
    gained = _gained(where, head, after, words) if after < len(where.tokens) else 0
    return gained if after == place else min(gained, 1)


def _prepares(where: Line, head: int, place: int, words: Words) -> bool:
    """Whether a preposition that such an office or mission takes stands at `place`."""
    word = where.tokens[place].word
    if place in where.names:
        return False
    before = where.words(head, place)
    opening = before[0].removesuffix(words.letters.accusative) if before else ""
    mission = word in words.mission_prepositions and not words.missions.isdisjoint((*before, opening))
    return mission or word in words.office_prepositions


def _gained(where: Line, head: int, place: int, words: Words) -> int:
    """How many words a name, or a word that agrees, adds to the phrase at `place`."""
    if place in where.names:
        name, last = where.names[place]
        bound = name.clitic.strip(words.letters.joining) != "" and name.kind != "organisation"
        fits = (name.kind != "person" and not bound) or name.adjective
        return last - place + 1 if fits and not name.clitic.startswith(words.letters.conjunction) else 0
    word = where.tokens[place].word
    if word in words.closing or word in words.weekdays:
        return 0
    return int(
        _agrees(where, head, place, words)
        or _owns(where, head, place, words)
        or _serves(where, head, place, words)
    )


def _serves(where: Line, head: int, place: int, words: Words) -> bool:
    """Whether the phrase tells whom or what it is for: «المنظمة … لحقوق الإنسان»."""
    if where.tokens[place].word not in words.serving or place + 1 >= len(where.tokens):
        return False
    following, before = where.tokens[place + 1], where.tokens[place - 1].word
    definite = following.word.startswith(words.letters.article) or place + 1 in where.names
    described = before.startswith(words.letters.definite) or before.endswith(words.letters.adjective)
    return definite and following.joined and described and place > head


def _owns(where: Line, head: int, place: int, words: Words) -> bool:
    """Whether an indefinite noun goes on with such a head and is itself completed: «اتحاد عمال المناجم»."""
    letters, token = words.letters, where.tokens[place]
    short = len(token.word) < _SHORTEST_NOUN and token.word not in words.landmarks
    if place + 1 >= len(where.tokens) or not where.tokens[place + 1].joined or short:
        return False
    before = where.tokens[place - 1].word
    if before.startswith(letters.definite) or where.tokens[head].word.lstrip(letters.joining).startswith(
        letters.article
    ):
        return False
    following = where.tokens[place + 1]
    definite = following.word.startswith(letters.article) or (
        place + 1 in where.names and not where.names[place + 1][0].clitic
    )
    return definite and place - 1 not in where.places and not _like_verb(token, words)


def _like_verb(token: Token, words: Words) -> bool:
    """Whether a word looks like a verb: of the present, or of the past with a feminine subject."""
    word, letters = token.word, words.letters
    long_vowel = word[-2] == letters.dotted_ya
    several = word.endswith(letters.accusative + letters.feminine)
    present = word[0] == letters.dotted_ya or (word[0] in letters.imperfect and not long_vowel)
    present = present and not several
    past = word.endswith(letters.feminine) and not several
    return ((present or past) and not token.nominal) or word in words.nameless


def _many(where: Line, head: int, place: int, words: Words) -> bool:
    """Whether an indefinite plural goes on with its adjective: «خبراء مستقلون», not «خبراء يشككون»."""
    plural, word = words.letters.plural[0], where.tokens[place].word
    opening = where.tokens[head].word.lstrip(words.letters.joining)
    acts = word.startswith(tuple(words.letters.imperfect)) and not word.endswith(words.letters.adjective)
    return (
        place == head + 1
        and word.endswith(plural)
        and not acts
        and (opening.endswith(plural) or opening in words.plurals)
    )


def _of_kind(where: Line, head: int, place: int, words: Words) -> bool:
    """Whether several houses go on with the adjective that tells their kind: «منظمات حقوقية»."""
    opening = where.tokens[head].word.lstrip(words.letters.joining)
    several = opening.endswith(words.several) or opening in words.plurals
    if place != head + 1 or opening not in words.bodies or not several:
        return False
    return where.tokens[place].word.endswith(words.letters.adjective[1])


def _describes(where: Line, head: int, place: int, words: Words) -> bool:
    """Whether a definite word describes the office, or completes it: «وزير الدفاع»."""
    word, letters = where.tokens[place].word, words.letters
    if place in where.names or not word.startswith(words.definite):
        return True
    opening = where.tokens[head].word.lstrip(letters.joining)
    previous = where.tokens[place - 1].word
    completes = (
        not opening.startswith(letters.article)
        and not previous.startswith(letters.article)
        and (place == head + 1 or place - 1 not in where.names)
    )
    follows_preposition = not previous.startswith(letters.article) and previous in words.leading
    adjective = (
        word.endswith(letters.adjective) or word in words.qualities or word.startswith(letters.conjunction)
    )
    return completes or follows_preposition or adjective or _is_named_for(where, head, place, words)


def _is_named_for(where: Line, head: int, place: int, words: Words) -> bool:
    """Whether a body is named by what it is for, after l-: «المنظمة الدولية للهجرة».

    Behind a verb that gives or calls with that particle so only where nothing else can follow it there.
    """
    serves = words.letters.attach(words.letters.to, words.letters.article)
    opening = where.tokens[head].word.lstrip(words.letters.joining)
    if opening not in words.named_for or not where.tokens[place].word.startswith(serves) or place == head + 1:
        return False
    if head == 0 or where.tokens[head - 1].word not in words.giving:
        return True
    behind = where.tokens[place + 1 : place + 2]
    return any(not one.joined or one.word in words.governing for one in behind)


def _agrees(where: Line, head: int, place: int, words: Words) -> bool:
    """Whether a word can still be of the phrase: not an object with the article that follows it."""
    word, opening, previous = (where.tokens[one].word for one in (place, head, place - 1))
    if not word.startswith(words.definite):
        if word in words.offices and previous.startswith(words.letters.article):
            plain = opening.lstrip(words.letters.joining)
            if plain in words.bodies and plain not in words.offices:
                return False
        completes = not previous.startswith(words.letters.article) and unowned(word, words) is not None
        return (
            word in words.inside
            or word in words.own
            or completes
            or _many(where, head, place, words)
            or _of_kind(where, head, place, words)
        )
    joining, article = words.letters.joining, words.letters.article
    serves = words.letters.attach(words.letters.to, article)
    if (
        word.startswith(serves)
        and opening not in words.offices
        and not opening.lstrip(joining).startswith(article)
    ):
        return False
    if word in words.bodies and opening.lstrip(joining).startswith(article) and previous.startswith(article):
        return False
    return not (place - 1 in where.places and where.tokens[place].nominal and not where.tokens[head].nominal)
