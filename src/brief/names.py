"""Countries, blocs, persons and offices that a text names, each under one key.

Countries and blocs come from CLDR and `names.toml`; persons are known by their form (an
office, then two to four words that can be nothing else), never from a list of persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct

from brief.gazetteer import Name, Token, canonical, known, tokenise
from brief.language import Language, View, fold, table, view
from brief.marks import MARKS
from brief.model import Document
from brief.morphology import Morphology, morphology

__all__ = ["Name", "canonical", "find", "named", "people", "person_key"]

_TOKEN = re.compile(r"\w+")
# No person's name holds a quotation mark: there a word with a particle on it goes before quoted words.
_LONGEST_OFFICE = 12
_LONGEST_NAME = 5
_LONGEST_WITH_OURS = 5  # letters of a small word with «our», like «ladayna»
_LONGEST_CALLING = 3
_SHORT = 5


class _Forms(Struct, frozen=True):
    """The words by which a personal name is told from its surroundings, folded."""

    roles: frozenset[str]
    weak: frozenset[str]
    links: frozenset[str]
    stops: frozenset[str]
    given: frozenset[str]
    articled: frozenset[str]
    particles: frozenset[str]
    honours: frozenset[str]
    fathers: frozenset[str]
    owners: tuple[str, ...]
    unowned: tuple[str, ...]
    sacred: frozenset[str]
    speech: frozenset[str]
    introducing: frozenset[str]
    undotted: frozenset[str]
    ambiguous: frozenset[str]
    transitive: frozenset[str]
    opening: frozenset[str]
    occasions: frozenset[str]
    between: frozenset[str]
    barred: frozenset[str]
    closing: frozenset[str]
    enclitics: tuple[str, ...]
    letters: Morphology


# The same sentence is asked about by every kind of evidence and again when claims are compared.
@lru_cache(maxsize=2**15)
def find(text: str, language: Language) -> tuple[Name, ...]:
    """The countries, blocs and introduced persons of `text`, in order, none overlapping."""
    seen = view(text)
    tokens = tokenise(text, language)
    places = known(tokens, seen, language)
    persons = _introduced(tokens, places, seen, language, text)
    taken = {index for name, used in persons for index in used}
    kept = [name for name, used in places if not taken & set(used) and name.key]
    return tuple(sorted([*kept, *(name for name, _ in persons)]))


def people(document: Document, language: Language) -> tuple[Name, ...]:
    """The persons of a document in order, later mentions by family name included."""
    return tuple(name for name in named(document, language) if name.kind == "person")


def named(document: Document, language: Language) -> tuple[Name, ...]:
    """All names of a document in order, none overlapping, persons also by family name.

    Spans are code points of `document.text`.
    """
    anchors = [sentence.anchor for sentence in document.sentences]
    found = [_moved(name, anchor.start) for anchor in anchors for name in find(anchor.text, language)]
    fathers = _forms(language).fathers
    found = _apart([name for name in found if name.kind != "person" or MARKS.isdisjoint(name.label)], fathers)
    found = _lengthened(found, language)
    families = _families([name for name in found if name.kind == "person"], language)
    taken = {place for name in found for place in range(name.start, name.end)}
    later = [
        name
        for anchor in anchors
        for name in _by_family(anchor.text, anchor.start, families, language)
        if name.start not in taken
    ]
    return tuple(sorted([*found, *later]))


def _lengthened(found: list[Name], language: Language) -> list[Name]:
    """The names, those of a man by his father («ولد سيديا») as the full name that ends so, where one does."""
    particles = _forms(language).particles
    full = [name for name in found if name.kind == "person" and fold(name.label).split()[0] not in particles]
    return [_of_father(name, full, particles) for name in found]


def _of_father(name: Name, full: Sequence[Name], particles: frozenset[str]) -> Name:
    words = fold(name.label).split()
    if name.kind != "person" or words[0] not in particles:
        return name
    owners = {one.key: one for one in full if fold(one.label).split()[-len(words) :] == words}
    if len(owners) != 1:
        return name
    (owner,) = owners.values()
    return Name(name.start, name.end, owner.key, name.kind, owner.label, name.adjective, name.clitic)


def _apart(found: list[Name], fathers: frozenset[str]) -> list[Name]:
    """Without «names» that are two family names met side by side, as after a verb; «A son of B» is one."""
    words = {name: _TOKEN.findall(fold(name.label)) for name in found if name.kind == "person"}
    last = {told[-1] for told in words.values()}
    return [
        name
        for name in found
        if name.kind != "person" or words[name][0] not in last or not fathers.isdisjoint(words[name][1:2])
    ]


def person_key(name: str, language: Language) -> str:
    """One key for the spellings of a person's name: doubled sounds and long vowels folded.

    «غوميز» and «جوميز» meet in it; so do «سلفادور» and «سلفدور».
    """
    return "person:" + " ".join(_skeleton(word, language) for word in fold(name).split())


# Persons -------------------------------------------------------------------------------


@cache
def _forms(language: Language) -> _Forms:
    data = table(language.code, "names")
    person = data["person"]
    clitics = ("", *data["proclitics"])
    letters = morphology(language)
    joining = ("", *letters.joining)

    def carried(words: Iterable[str], clitics: tuple[str, ...] = clitics) -> frozenset[str]:
        return frozenset(letters.attach(fold(c), fold(w)) for w in words for c in clitics)

    roles = person["roles"]
    speech = table(language.code, "speech")
    verbs = [*speech["verbs"], *speech["participles"], *speech["later_verbs"]]
    stops = carried([*person["stops"], *person["bodies"], *verbs], joining)
    offices = carried([*roles, *(letters.article + role for role in roles)])
    spoken = carried(verbs, joining)
    return _Forms(
        roles=offices,
        weak=carried(person["weak_roles"]),
        links=carried(person["links"]),
        stops=stops,
        barred=stops | offices,
        between=carried([*person["links"], *person["bodies"], *person["causes"], *person["own"]]) | offices,
        closing=carried(person["closing"]),
        enclitics=tuple(map(fold, person["enclitics"])),
        given=frozenset(map(fold, person["given"])),
        articled=frozenset(map(fold, speech["articled"])),
        particles=frozenset(map(fold, person["particles"])),
        owners=tuple(one for one in letters.possessive if len(one) > 1),
        fathers=frozenset(map(fold, person["fathers"])),
        honours=frozenset(map(fold, person["honours"])),
        unowned=tuple(map(fold, person["unowned_endings"])),
        sacred=frozenset(map(fold, person["sacred"])),
        speech=spoken,
        introducing=spoken | offices,
        undotted=carried([verb for verb in verbs if verb.endswith(letters.undotted_ya)], joining),
        ambiguous=carried(speech["ambiguous"], joining),
        transitive=carried(speech["transitive"], joining),
        opening=frozenset(map(fold, speech["from"])),
        occasions=carried(speech["occasions"]),
        letters=letters,
    )


def _introduced(
    tokens: Sequence[Token], places: list[tuple[Name, range]], seen: View, language: Language, text: str
) -> list[tuple[Name, range]]:
    """Persons whose office, or a verb of speech, stands just before their name."""
    forms = _forms(language)
    placed = {index for _, used in places for index in used}
    # Behind a first name an adjective of nation without its article is of the name («Sami Suri»).
    loose = {
        used[0]
        for name, used in places
        if name.adjective and len(used) == 1 and not _definite(tokens[used[0]], forms)
    }
    found: list[tuple[Name, range]] = []
    index = 0
    while index < len(tokens):
        introduces = tokens[index].word in forms.introducing
        used = _name_after(tokens, index, placed, loose, forms) if introduces else range(0)
        if not used:
            index += 1
            continue
        begin, end = seen.span(tokens[used[0]].start, tokens[used[-1]].end)
        found.append(
            (Name(begin, end, person_key(text[begin:end], language), "person", text[begin:end]), used)
        )
        index = used[-1] + 1
    return found


def _name_after(
    tokens: Sequence[Token], index: int, placed: set[int], loose: set[int], forms: _Forms
) -> range:
    """The places of the name that the word at `index` introduces; empty where it does not.

    After a comma, and after a verb that is often another word, the name must be set off
    by punctuation at its end too.
    """
    word = tokens[index].word
    spoken = word in forms.speech and not (tokens[index].dotted and word in forms.undotted)
    start = index + 1 if spoken else _after_office(tokens, index, placed, forms)
    if start is None or start >= len(tokens) or (spoken and not tokens[start].joined):
        return range(0)
    called = _called(tokens, start, placed, forms) if spoken and word not in forms.transitive else start
    used = _name_run(tokens, called, placed if spoken else placed - loose, forms)
    doubtful = word in forms.ambiguous or tokens[start].comma or called != start
    return range(0) if doubtful and used and not _set_off(tokens, used[-1] + 1, forms) else used


def _called(tokens: Sequence[Token], start: int, placed: set[int], forms: _Forms) -> int:
    """The place after a definite noun and its adjectives, by which somebody is called: «المزارع العجوز …»."""
    place = start
    while place < min(start + _LONGEST_CALLING, len(tokens) - 1) and tokens[place].joined:
        named = place in placed and place == start
        if named or not _definite(tokens[place], forms) or tokens[place].word in forms.barred:
            break
        place += 1
    return place


def _set_off(tokens: Sequence[Token], end: int, forms: _Forms) -> bool:
    """Whether a name that ends before `end` ends there for sure."""
    return end >= len(tokens) or not tokens[end].joined or tokens[end].word in forms.opening


def _after_office(tokens: Sequence[Token], index: int, placed: set[int], forms: _Forms) -> int | None:
    if not _is_office(tokens, index, placed, forms):
        return None
    for place in range(index + 1, min(index + _LONGEST_OFFICE, len(tokens))):
        token = tokens[place]
        if not token.joined:
            return place if token.comma and place > index + 1 else None
        if _is_son(tokens, place, forms) or _is_articled(tokens, place, placed, forms):
            return place
        if place in placed or _definite(token, forms) or token.word in forms.between:
            continue
        if tokens[place - 1].word in forms.between and _is_owned(token.word, forms):
            continue
        if _is_completed(tokens, index, place, forms):
            continue
        return place if _opens(tokens, place, placed, forms) else None
    return None


def _is_son(tokens: Sequence[Token], place: int, forms: _Forms) -> bool:
    """Whether a first name with the article stands before «son of»: «المحامي الحسن ولد بوبا»."""
    word, following = tokens[place].word, tokens[place + 1 : place + 2]
    given = not forms.given.isdisjoint((word, word.removeprefix(forms.letters.article)))
    return given and any(one.joined and one.word in forms.fathers for one in following)


def _is_articled(tokens: Sequence[Token], place: int, placed: set[int], forms: _Forms) -> bool:
    """Whether a first name with the article stands before a family's: «رئيس الغرفة الصادق بوزيان من أن».

    The name ends behind that, or it may be one more definite word of the office.
    """
    family, behind = tokens[place + 1 : place + 2], tokens[place + 2 : place + 3]
    if tokens[place].word not in forms.articled or not family or place + 1 in placed:
        return False
    own = family[0].joined and not (
        family[0].nominal
        or family[0].word in forms.given
        or _definite(family[0], forms)
        or _is_barred(family[0], tokens[place].word, forms)
        or _has_ending(family[0].word, forms)
    )
    return own and all(not one.joined or one.word in forms.stops for one in behind)


def _is_owned(word: str, forms: _Forms) -> bool:
    """Whether a word tells by its pronoun whose an office is: «رئيس مجلس إدارتها»."""
    return word.endswith(forms.owners) and len(word) >= _LONGEST_WITH_OURS


def _is_completed(tokens: Sequence[Token], index: int, place: int, forms: _Forms) -> bool:
    """Whether a noun at `place` completes an office, itself completed by the next: «وزير تقنيات الاتصال»."""
    if place + 1 >= len(tokens):
        return False
    token, following = tokens[place], tokens[place + 1]
    if not (following.joined and _definite(following, forms)):
        return False
    led = place == index + 1 and not _definite(tokens[index], forms)
    led = led or tokens[place - 1].word in forms.links
    noun = led and (token.nominal or _has_ending(token.word, forms))
    return noun and token.word not in forms.given and token.word not in forms.barred


def _opens(tokens: Sequence[Token], place: int, placed: set[int], forms: _Forms) -> bool:
    """Whether a name can begin at `place`: the office before it is complete."""
    before = tokens[place - 1]
    return (
        place - 1 in placed
        or _definite(before, forms)
        or before.word in forms.closing
        or before.word not in forms.links
    )


def _is_office(tokens: Sequence[Token], index: int, placed: set[int], forms: _Forms) -> bool:
    word, after = tokens[index].word, index + 1
    if word not in forms.roles or _is_of_occasion(tokens, index, forms):
        return False
    return (
        word not in forms.weak or after >= len(tokens) or after in placed or _definite(tokens[after], forms)
    )


def _is_of_occasion(tokens: Sequence[Token], index: int, forms: _Forms) -> bool:
    """Whether an office is an adjective of what words are said at: «مؤتمر صحفي»."""
    token = tokens[index]
    adjective = token.word.endswith(forms.letters.adjective)
    return adjective and index > 0 and token.joined and tokens[index - 1].word in forms.occasions


def _definite(token: Token, forms: _Forms) -> bool:
    return token.word.startswith(forms.letters.definite) and not token.seated


def _name_run(tokens: Sequence[Token], start: int, placed: set[int], forms: _Forms) -> range:
    """The places of the words of a name that begins at `start`; empty where none does."""
    end = start
    longest = start + _LONGEST_NAME
    while end < min(longest, len(tokens)) and _part(tokens, end, start, placed, forms):
        longest += tokens[end].word in forms.particles
        end += 1
    words = [token.word for token in tokens[start:end]]
    closed = (end < len(tokens) and not tokens[end].joined) or end == len(tokens)
    end = start + _length(words, forms, closed=closed)
    while end > start and words[end - start - 1] in forms.particles:
        end -= 1
    counted = [word for word in words[: end - start] if word not in forms.particles]
    return range(start, end) if len(words[: end - start]) > 1 and counted else range(0)


def _part(tokens: Sequence[Token], place: int, start: int, placed: set[int], forms: _Forms) -> bool:
    """Whether the word at `place` can belong to a name that begins at `start`."""
    token = tokens[place]
    before = tokens[place - 1].word if place > start else ""
    following = tokens[place + 1 : place + 2]
    goes_on = any(one.joined and one.word in forms.particles for one in following)
    opens = place == start and (_is_son(tokens, place, forms) or _is_articled(tokens, place, placed, forms))
    if opens or (goes_on and token.joined and before in forms.given):
        return True
    if not (token.joined or place == start) or _is_barred(token, before, forms):
        return False
    if _definite(token, forms):
        earlier = tokens[place - 2].word if place > start + 1 else ""
        articled = place > start and _definite(tokens[place - 1], forms)
        named = before in forms.given or before in forms.particles
        named = named or (place > start and token.word in forms.sacred)
        family = before in forms.sacred and token.word.endswith(forms.letters.adjective[0])
        return named or family or (articled and earlier in forms.particles)
    if place in placed:
        return before in forms.particles
    if goes_on:
        return True
    known = token.word in forms.given or before in forms.fathers
    return known or not (token.nominal or _has_ending(token.word, forms))


def _has_ending(word: str, forms: _Forms) -> bool:
    """Whether a plural or possessive ending stands on a stem long enough to be a word."""
    if word.endswith(forms.unowned) and len(word) > _LONGEST_WITH_OURS:
        return False
    return any(word.endswith(ending) and len(word) >= len(ending) + 3 for ending in forms.enclitics)


def _is_barred(token: Token, before: str, forms: _Forms) -> bool:
    """Whether a word can be no part of a name: foreign letters, figures, small words, «and»."""
    if token.word.isascii() or token.word[0].isdigit() or len(token.word) == 1:
        return True
    if before and token.word.startswith(forms.letters.conjunction) and len(token.word) > _SHORT - 1:
        return True
    if before in forms.particles and token.word in forms.honours:
        return False
    return token.word in forms.barred and not (token.dotted and token.word in forms.given)


def _length(words: list[str], forms: _Forms, *, closed: bool) -> int:
    """How many of the words that might be a name are taken for it."""
    sure = min(len(words), 2)
    while sure < len(words) and (
        words[sure - 1] in forms.particles
        or words[sure - 1] in forms.sacred
        or (words[sure - 2] in forms.particles and words[sure - 1] in forms.honours)
        or words[sure] in forms.particles
        or words[sure].startswith(forms.letters.definite)
        or (
            not _closes(words[sure - 1], forms)
            and forms.fathers.isdisjoint(words[1:sure])
            and (
                (sure == 2 and all(len(word) <= _SHORT for word in words[:3]))
                or (words[0] in forms.given and (words[sure] in forms.given or len(words) == sure + 1))
                or (closed and sure + 1 == len(words))
            )
        )
    ):
        sure += 1
    return sure


def _closes(word: str, forms: _Forms) -> bool:
    """Whether a word is a family name with the article: what follows it without one is no name."""
    return word.startswith(forms.letters.definite) and word not in forms.sacred


@cache
def _skeleton(word: str, language: Language) -> str:
    person = table(language.code, "names")["person"]
    plain = word.removeprefix(morphology(language).article).translate(str.maketrans(person["same_letters"]))
    rest = "".join(letter for letter in plain[1:] if letter not in person["vowels"])
    kept = "".join(letter for before, letter in pairwise(" " + rest) if before != letter)
    return plain[:1] + kept


# Later mentions ------------------------------------------------------------------------


def _moved(name: Name, by: int) -> Name:
    return Name(name.start + by, name.end + by, name.key, name.kind, name.label, name.adjective, name.clitic)


def _families(full: list[Name], language: Language) -> dict[str, Name]:
    """Family names (and first names of three-word names) that mean one person here."""
    forms = _forms(language)
    owners: dict[str, Name] = {}
    shared: set[str] = set()
    for name in full:
        words = _TOKEN.findall(fold(name.label))
        for word in {words[-1], words[0]} if len(words) > 2 else {words[-1]}:
            other = owners.setdefault(word, name)
            if other.key != name.key:
                shared.add(word)
    others = (shared, forms.stops, forms.given)
    return {word: name for word, name in owners.items() if not any(word in some for some in others)}


def _by_family(text: str, offset: int, known: dict[str, Name], language: Language) -> Iterator[Name]:
    if not known:
        return
    seen = view(text)
    for token in _TOKEN.finditer(seen.text):
        word = token.group()
        for cut in (0, 1, 2):
            name = known.get(word[cut:])
            if name and all(letter in language.proclitics for letter in word[:cut]):
                start, end = seen.span(token.start() + cut, token.end())
                yield Name(start + offset, end + offset, name.key, "person", name.label, clitic=word[:cut])
                break
