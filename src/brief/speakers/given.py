"""Who is given words by a verb: its subject, whoever it passes them on from, or the sentence's."""

from __future__ import annotations

from msgspec import structs

from brief import cues, subjects
from brief.language import Language, fold
from brief.morphology import morphology
from brief.speakers.bounds import has_pronoun, held_subject, is_inscribed, issued_by, within
from brief.speakers.callings import beyond_whom, called, is_whereabouts
from brief.speakers.families import families
from brief.speakers.holders import holder_of_own, named_behind
from brief.speakers.places import Reading
from brief.speakers.turns import put_first
from brief.speakers.words import Words, accords, hears
from brief.speakers.words import words_of as speech_of
from brief.subjects import Actor, Line
from brief.subjects.words import unowned, words_of

# How many words stand between what hands words over and who said them, at most.
_ACCORDING = 3
_PASSED = 2
_PEOPLE = frozenset({"person", "role"})
_FAR = 8
_HOW = 4  # letters of the longest word that is no participle
_SPAN = 14


def speaker(reading: Reading, line: Line, verb: int) -> Actor | None:
    """Who says the words that the verb or noun at `verb` hands over, in the words before them."""
    words, language = reading.words, reading.language
    if accords(line, verb, words):
        return named_after(line, verb, language)
    if is_inscribed(line, verb, language):
        return None
    passed = _passed_from(reading, line) or _of_being(reading, line, verb) or issued_by(line, verb, language)
    if passed:
        return passed
    own = None if line.tokens[verb].word in words.verbs else subjects.before(line, verb, language)
    found = own or after_verb(reading, line, verb)
    if found is None and not is_against(line, verb, language):
        found = within(reading, line, verb, _put_before(reading, line, verb))
    if found and found.kind == "role":
        found = named_behind(line, found, language) or found
    if found and fold(found.text).split()[-1] in words.nouns:  # «honesty asks to say that»
        return None
    return None if found and _is_adjective(line, found, language) else found


def _of_being(reading: Reading, line: Line, verb: int) -> Actor | None:
    """Who stands between «was» and the verb that tells what he had said: «وإن كان الوزير قد أكد أن»."""
    end = verb - 1
    if not line.words(end, verb) or line.tokens[end].word not in words_of(reading.language).subject_before:
        return None
    for place in range(max(1, end - _SPAN), end):
        if line.tokens[place - 1].word in reading.words.being:
            found = subjects.actor(line, place, reading.language)
            beyond = line.index(found.end) if found else end
            beyond += line.tokens[beyond].word in reading.words.there
            return found if beyond == end else None
    return None


def is_against(line: Line, verb: int, language: Language) -> bool:
    """Whether a verb opens what another says, put against what stands before: «فيما خلص تقرير إلى»."""
    against = cues.of(language, "speech", "against")
    return verb > 0 and against.fullmatch(line.tokens[verb - 1].word) is not None


def _put_before(reading: Reading, line: Line, verb: int) -> Actor | None:
    """Who stands before a verb as its subject, and is not put off by a clause of time."""
    answers = line.tokens[verb].word in reading.words.answering
    asking = next((place for place in range(verb) if line.tokens[place].word in reading.words.asking), None)
    if answers and asking is not None:
        return _asked_by(reading, line, asking, verb)
    when = line.tokens[0].word in reading.words.when if line.tokens else False
    if when and line.tokens[verb].word not in reading.words.participles:
        return _asked(reading, line, verb)
    if line.words(verb - 1, verb) and line.tokens[verb - 1].word in reading.words.relative:
        return _related(reading, line, verb - 1)
    right = _right_before(line, verb, reading)
    return right or put_first(reading, line) or _main_subject(reading, line, verb)


def _asked_by(reading: Reading, line: Line, asking: int, verb: int) -> Actor | None:
    """Whom somebody asked who is told behind the verb: «سأل نواب الوزير عن السبب فأجاب»."""
    about = reading.words.about
    end = next((place for place in range(asking, verb) if line.tokens[place].word in about), verb)
    place, told = asking + 2, None
    while place < end:
        found = subjects.actor(line, place, reading.language)
        if found and found.kind in _PEOPLE:
            told = found
        place = max(line.index(found.end), place + 1) if found else place + 1
    return told


def _asked(reading: Reading, line: Line, verb: int) -> Actor | None:
    """Who was asked in the clause of time before an answer: «حين سئل الوزير عن السبب أجاب بأن»."""
    if line.tokens[verb].word not in reading.words.answering:
        return None
    return next(
        (
            subjects.after(line, place, reading.language)
            for place in range(1, min(_ACCORDING, verb))
            if line.tokens[place].word in reading.words.asked
        ),
        None,
    )


def _related(reading: Reading, line: Line, relative: int) -> Actor | None:
    """The actor that «الذي» right behind it tells of: «…، الذي قال إنه»."""
    for place in range(max(0, relative - _FAR), relative):
        found = subjects.actor(line, place, reading.language)
        if found and line.index(found.end) == relative:
            led = line.words(place - 1, place)
            house = found.kind == "country" and place and line.tokens[place].joined and led
            return None if house and not _is_led_by_verb(reading, led) else found
    return None


def _is_led_by_verb(reading: Reading, led: list[str]) -> bool:
    """Whether a verb or a preposition stands there, and no noun whose place a country is: «جامعة النيل»."""
    words = words_of(reading.language)
    return any(word in reading.words.verbs or word in words.governing for word in led)


def describes(line: Line, index: int, words: Words) -> bool:
    """Whether a verb tells of who speaks, by a verb before it: «قال مدير يتابع الملف إن»."""
    place = index
    while place and line.tokens[place].joined and index - place < _SPAN:
        place -= 1
        word = line.tokens[place].word
        if word in words.from_:
            return False
        if word in words.verbs and word not in words.ambiguous:
            return line.tokens[index].word[0] not in words.carried and index - place > 1
    return False


def _right_before(line: Line, verb: int, reading: Reading) -> Actor | None:
    """A definite noun that opens the clause of a verb right behind it: «، والنقابة تقول إن»."""
    place = verb - 1
    if place < 0 or line.tokens[verb].word in reading.words.participles or not line.tokens[verb].joined:
        return None
    found = subjects.definite_at(line, place, reading.language)
    opens = place == 0 or not line.tokens[place].joined
    return found if opens and found and line.index(found.end) == verb else None


def named_after(line: Line, index: int, language: Language, reach: int = _ACCORDING) -> Actor | None:
    """The actor right after «وفقا ل», «بحسب», whose name may carry the preposition."""
    for place in range(index + 1, index + 1 + reach):
        found = subjects.actor(line, place, language)
        if found:
            return _counted(line, place, found, language) if place > index + 1 else found
    return None


def _counted(line: Line, place: int, found: Actor, language: Language) -> Actor:
    """Several houses with how many they are: «نقلا عن ثلاثة مصادر مصرفية»."""
    counts = found.kind == "role" and line.tokens[place - 1].word in words_of(language).crowds
    if not counts or not line.tokens[place].joined:
        return found
    start, stop = line.span(place - 1, line.index(found.end) - 1)
    text = line.text[start - line.offset : stop - line.offset]
    return structs.replace(found, start=start, text=text, label=text, key=fold(text))


def _passed_from(reading: Reading, line: Line) -> Actor | None:
    """The speaker in «نقلت وكالة … عن فلان قوله»."""
    words, passing, crediting = reading.words, False, False
    pronominal = cues.of(reading.language, "speech", "pronominal")
    naming = {word for word in words.from_ - words.that if not pronominal.fullmatch(word)}
    for index, token in enumerate(line.tokens):
        passing = passing or token.word in words.passing
        crediting = crediting or token.word in words.crediting
        if (passing and token.word in naming) or (crediting and token.word in words.credited):
            found = (
                named_after(line, index, reading.language, _PASSED)
                or subjects.spelled(line, index, reading.language)
                or (_is_quoting(reading, line, index) and called(line, index, reading.language))
            )
            if found:
                return found
    return None


def _is_quoting(reading: Reading, line: Line, index: int) -> bool:
    """Whether a verb that only passes words on stands before «from» at `index`: «نقلت الوكالة عن مصادر»."""
    quoting = cues.of(reading.language, "speech", "quoting")
    return any(quoting.fullmatch(token.word) for token in line.tokens[:index])


def _main_subject(reading: Reading, line: Line, verb: int) -> Actor | None:
    """The subject of the sentence that a participle or a second verb goes on with."""
    language = reading.language
    for index in range(verb - 1, -1, -1):
        word, unsaid = (
            line.tokens[index].word,
            reading.words.unsaid.intersection(line.words(index - 1, index)),
        )
        held = held_subject(reading, line, index)
        if held:
            return held
        if word in reading.words.verbs and word not in reading.words.ambiguous and not unsaid:
            found = after_verb(reading, line, index) or subjects.before(line, index, language)
            if found:
                return found
    found = subjects.before(line, verb, language)
    if found:
        return found
    free = subjects.standing(line, 0, verb, language)
    found = next((one for one in free if one.kind in _PEOPLE), None)
    if found and _is_adjective(line, found, language):
        return None
    return found or according(reading, line, verb) or _been(reading, line, verb)


def _been(reading: Reading, line: Line, verb: int) -> Actor | None:
    """A house between «was» and «had», which a participle goes on with: «كانت وكالة دولية قد خفضت …»."""
    small = words_of(reading.language)
    told = [token.word for token in line.tokens[: min(verb, _FAR)]]
    end = next((place for place, word in enumerate(told) if word in small.subject_before), 0)
    if end <= _PASSED or told[0] not in reading.words.being or told[1] not in small.bodies:
        return None
    if not all(token.joined for token in line.tokens[1 : end + 1]):
        return None
    start, stop = line.span(1, end - 1)
    text = line.text[start - line.offset : stop - line.offset]
    return Actor(start, stop, text, text, None, fold(text), "role")


def _is_adjective(line: Line, one: Actor, language: Language) -> bool:
    """Whether a word of office is an adjective of the noun before it: «المجموعة الاقتصادية»."""
    place, article = line.index(one.start), morphology(language).article
    if place == 0 or one.kind != "role" or not line.tokens[place].joined:
        return False
    if line.tokens[place - 1].word in speech_of(language).occasions:
        return True
    return all(token.word.startswith(article) for token in line.tokens[place - 1 : place + 1])


def according(reading: Reading, line: Line, end: int) -> Actor | None:
    """Whoever «بحسب» names last before word `end`."""
    places = [place for place in range(end) if accords(line, place, reading.words)]
    return named_after(line, places[-1], reading.language) if places else None


def after_verb(reading: Reading, line: Line, index: int) -> Actor | None:
    """The subject after a verb; what follows a participle is its object."""
    words, language = reading.words, reading.language
    manner = is_manner(line, index + 1, language) or has_pronoun(line, index, language)
    if manner or line.tokens[index].word in words.participles:
        return None
    start = beyond_whom(line, index, language) - 1
    found = subjects.after(line, start, language) or _spelled(reading, line, start)
    if found is None and start + 1 < len(line.tokens):
        found = holder_of_own(line, start + 1, language)
    heard = found is not None and hears(fold(found.text).split(), words)
    if found and found.kind == "role":
        holder = holder_of_own(line, line.index(found.start), language)
        found = holder or named_behind(line, found, language) or found
    timed = found and line.tokens[line.index(found.start)].word in words.when
    if found and (heard or timed or is_whereabouts(found, language) or _is_addressed(reading, line, index)):
        return None
    if found and _is_spoken_of(reading, line, index, found):
        found = subjects.definite_after(line, index, language)
        return None if found is None or _is_spoken_of(reading, line, index, found) else found
    if found or line.tokens[index].word not in words.telling:
        return found or subjects.people_after(line, start, language)
    found = subjects.definite_after(line, start, language)
    if found or line.tokens[index].word not in words.stating:
        return found
    found = _by_last_name(reading, line, start + 1) or called(line, index, language)
    return None if found and hears(fold(found.text).split(), words) else found


def is_manner(line: Line, place: int, language: Language) -> bool:
    """Whether how somebody spoke stands last before what is said: «قال مبتسما», of a man «يقول ضاحكا»."""
    if place >= len(line.tokens) or place in line.names:
        return False
    after = line.tokens[place + 1 : place + 2]
    if after and after[0].joined and after[0].word not in speech_of(language).from_:
        return False
    letters, word = morphology(language), line.tokens[place].word
    if not word.endswith(letters.accusative) or len(word) <= _HOW:
        return False
    doing = word[1] == letters.accusative and line.tokens[place - 1].word in speech_of(language).masculine
    return doing or (word.startswith(letters.participle) and place + 1 == len(line.tokens))


def _by_last_name(reading: Reading, line: Line, place: int) -> Actor | None:
    """A person right behind a verb whose office and first name stand before.

    «الوزير سامي عواضة» … «قال عواضة».
    """
    if place >= len(line.tokens) or not line.tokens[place].joined:
        return None
    start, end = line.span(place, place)
    first, told = families(reading).get(line.tokens[place].word, ("", end))
    if told >= line.offset:
        return None
    name = f"{first} {reading.document.text[start:end]}"
    return Actor(start, end, name, name, None, fold(name), "person")


def _spelled(reading: Reading, line: Line, index: int) -> Actor | None:
    """A bare name behind a verb, not one that tells when or to whom it is said."""
    found = subjects.spelled(line, index, reading.language)
    if found is None:
        return None
    first = line.index(found.start)
    word = line.tokens[first].word
    if word in reading.words.when or word in reading.words.to_whom:
        return None
    own = unowned(word, words_of(reading.language)) in words_of(reading.language).offices
    office = structs.replace(found, kind="role") if own and line.index(found.end) == first + 1 else found
    return holder_of_own(line, first, reading.language) or office


def _is_addressed(reading: Reading, line: Line, verb: int) -> bool:
    """Whether the word behind a verb is to whom it is said: its ending shows that it is not the subject.

    An office that ends so of itself («الأمين العام») speaks.
    """
    letters, after = morphology(reading.language), line.tokens[verb + 1 : verb + 2]
    speaking = words_of(reading.language).offices
    named = verb + 1 in line.names
    return not named and any(
        one.word.startswith(letters.article)
        and one.word.endswith(letters.plural[1])
        and one.word not in speaking
        for one in after
    )


def _is_spoken_of(reading: Reading, line: Line, verb: int, found: Actor) -> bool:
    """Whether an actor stands behind «that»: he is spoken of, whoever speaks."""
    end = line.index(found.start)
    return any(token.word in reading.words.that for token in line.tokens[verb + 1 : end])


def attributed(reading: Reading, line: Line, index: int) -> Actor | None:
    """Who is named after «وفقا ل» or «بحسب ما ذكر» behind a quotation."""
    for place in range(index, min(index + 4, len(line.tokens))):
        word = line.tokens[place].word
        if word in reading.words.passing or word in reading.words.verbs:
            return subjects.after(line, place, reading.language)
    return named_after(line, index, reading.language)
