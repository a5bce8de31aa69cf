"""How a clause opens: with words that add nothing, with words that lean on those before, on its own."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import chain

from brief import cues, names
from brief.extract.statements.doers import lacks_doer
from brief.extract.statements.hanging import hangs
from brief.extract.statements.pointers import conjunctions, folded, points_back
from brief.language import Language, View, fold, table, view
from brief.measures import either
from brief.morphology import morphology

# A word up to so many letters ends in alef for other reasons than its case.
_SHORT = 4
# Lead-ins and the word behind them stand within so many characters.
_LONGEST = 160
_NAME = 3
_PROTASIS = 12
_DATELINE = re.compile(
    r"\s*(?:(?:[^\W\d_]+[\s/]){0,4}[^\W\d_]+\s?)?(?:\([^()]{2,30}\)\s?|(?<=\w)\s?)[-–—]{1,2}(?![^–—-]{1,90}[–—-])\s+(?=\S)"
)
# Two places, or one and a paper, before a colon: one word that somebody's words follow would be «said:».
_PAIRED = re.compile(
    r"\s*(?:[^\W\d_]+\s){0,2}[^\W\d_]+\s?[-–—]{1,2}\s?(?:«[^«»]{2,30}»\s?:\s*|[^\W\d_]{3,}\s?:\s+(?![«\"“]))(?=\S)"
)
# The same with the day before the agency.
_DATED = re.compile(
    r"\s*[^\W\d_][^.،,:؛\"«»]{1,60}?\d[^.،,:؛\"«»]{0,30}?\([^()]{2,30}\)\s?[-–—]{1,2}\s+(?=\S)"
)
# A place, a dash or comma, and a whole day before a dash: «Oran - 14 March 2019 - …».
_DAYED = re.compile(
    r"\s*(?:[^\W\d_]+\s){0,3}[^\W\d_]+\s?[-–—،,]{1,2}\s?(?:[^\W\d_]+\s)?\d{1,2}\s(?:[^\W\d_]+[\s/]{1,3}){1,2}\d{4}"
    r"\s?[-–—:]{1,2}\s+(?=\S)"
)
_PAUSES = " \t\u00a0،,؛;:"


def behind_lead_ins(text: str, start: int, end: int, language: Language) -> int:
    """Where the statement begins: lead-ins such as «جدير بالذكر أن» are passed over.

    One that puts the noun after it into the accusative («لكن مصدرا …») stays with it.
    """
    return _behind(_openings(language, "lead_ins", "worth_knowing"), text, start, end, language)


# Several rules ask it of one clause.
@lru_cache(maxsize=1024)
def behind_openers(text: str, start: int, end: int, language: Language) -> int:
    """The same where what ties a statement to the one before («من جانبه») is passed over, too."""
    begin = _behind(_openings(language, "openers", "lead_ins", "worth_knowing"), text, start, end, language)
    key = view(text[begin : min(end, begin + _LONGEST)])
    return begin + _behind_particle(key, language, "explaining", "stressing")


def behind_had(text: str, start: int, end: int, language: Language) -> int:
    """The same where «and had» before a verb of the past is passed over, too: it ties no line to another."""
    begin = behind_openers(text, start, end, language)
    key = view(text[begin : min(end, begin + _LONGEST)])
    return begin + _behind_particle(key, language, "tied_by_had")


def _behind_particle(key: View, language: Language, *names: str) -> int:
    match = _before_past(language, *names).match(key.text)
    return key.span(match.end(), match.end() + 1)[0] if match else 0


@cache
def _before_past(language: Language, *names: str) -> re.Pattern[str]:
    """A particle of some lists before a verb of the past; before one of the present «for» means «may»."""
    letters = morphology(language)
    past = rf"(?:[^\W{letters.imperfect}{letters.ourselves}]\w+|\w{{3,}}{letters.feminine})"
    data = table(language.code, "statements")
    words = either(chain.from_iterable(data[name] for name in names))
    alike = either([*data["like_present"], *data["like_mine"]])
    return re.compile(rf"{words}\s+(?=(?:{past}|{alike}|{data['derived']})(?!\w))")


def behind_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind its dateline: «كييف –», «دكا (وكالة) -», the day in it or not.

    So with two places, «تونس - صفاقس:», or a paper behind the first.
    """
    end = min(end, start + _LONGEST)
    kinds = (_PAIRED, _DATELINE, _DATED, _DAYED)
    match = next((found for kind in kinds if (found := kind.match(text, start, end))), None)
    return match.end() if match and match.end() > start else start


def behind_papers_word(text: str, start: int, end: int, language: Language) -> int:
    """Where a clause begins to tell behind «the report said that», whatever paper that is.

    Only a plain word is passed over, no doubt and no warning. The words stay in what is printed, and
    make it the paper's.
    """
    key = view(text[start : min(end, start + _LONGEST)])
    match = _papers_word(language).match(key.text)
    if match is None or _is_governed(key.text[match.end() :], language):
        return start
    return start + key.span(match.end(), match.end() + 1)[0]


@cache
def _papers_word(language: Language) -> re.Pattern[str]:
    data = table(language.code, "statements")
    joint = conjunctions(language)
    verbs, papers = either(data["plain_telling"]), either(data["retelling"])
    aside, ending = r"(?:\s*[،,][^،,.\n]{1,60}[،,])?", rf"\w+{either(morphology(language).plural)}(?!\w)"
    it = rf"{either(data['that_it'])}\s+(?={either(data['continuing'])}(?!\w))"
    that = rf"{either(data['affirmed'])}\s+(?!{ending}|{data['if_happens']})(?=\w)"
    return re.compile(
        rf"\W*(?:(?:{joint})?{verbs}\s+{papers}|(?:{joint})?{papers}\s+{verbs}){aside}\s+(?:{it}|{that})"
    )


def _behind(pattern: re.Pattern[str], text: str, start: int, end: int, language: Language) -> int:
    while True:
        key = view(text[start : min(end, start + _LONGEST)])
        match = pattern.match(key.text)
        if not match or match.end() >= len(key.text):
            return start
        rest = key.text[match.end() :]
        if (
            _is_governed(rest, language)
            or _is_condition(match[0], rest, language)
            or _is_place(match[0], rest, language)
            or _is_described(match[0], rest, language)
        ):
            return start
        start += key.span(match.end(), match.end() + 1)[0]
        start += len(text[start:end]) - len(text[start:end].lstrip(_PAUSES))


def _is_place(opening: str, rest: str, language: Language) -> bool:
    """Whether the opening is a place: «على الجانب الآخر من الطريق»."""
    side = cues.expression(language, "statements", "side").search(opening)
    return side is not None and cues.expression(language, "statements", "side_of").match(rest) is not None


def _is_described(opening: str, rest: str, language: Language) -> bool:
    """Whether the opening's noun goes on with its adjective: «in this long context» is no lead-in."""
    article, last = morphology(language).article, opening.rsplit(maxsplit=1)[-1]
    return last.startswith(article) and last[-1] not in _PAUSES and rest.startswith(article)


def _is_condition(opening: str, rest: str, language: Language) -> bool:
    """Whether the opening is the «if» of a condition: «إن حكمت …», «وإن تعثر العمل، فسيعود …»."""
    word = opening.rsplit(maxsplit=1)[-1].strip(_PAUSES)
    return word in folded(language, "conditions") and _happens(rest, language)


def _happens(rest: str, language: Language) -> bool:
    """Whether words behind «if» tell what may happen: a verb at once that is no name, or an answer."""
    happening = cues.expression(language, "statements", "if_happens").match(rest)
    verb = happening is not None and not _opens_with_name(rest, language)
    return verb or _condition(language).match(rest) is not None


def opens_condition(text: str, language: Language) -> bool:
    """Whether a clause opens with «if» and what may happen; «that» differs from it by a sign alone."""
    opening = _if(language).match(text)
    return opening is not None and _happens(fold(text[opening.end() :]), language)


@cache
def _if(language: Language) -> re.Pattern[str]:
    """The words of a condition as they are printed."""
    words = "|".join(map(re.escape, table(language.code, "statements")["conditions"]))
    return re.compile(rf"\W*(?:{words})\s+")


@cache
def _condition(language: Language) -> re.Pattern[str]:
    article, data = morphology(language).article, table(language.code, "statements")
    answer = rf"(?:{either(data['answering'])}(?!\w)|{data['if_so']})"
    return re.compile(rf"(?!{article})(?:\w+\s+){{0,{_PROTASIS}}}\w+[،,]\s*{answer}")


def _is_governed(rest: str, language: Language) -> bool:
    """Whether the first word shows the accusative; a name that ends like it («كوريا») does not.

    Two or many show it by an ending, too, where the verb that agrees with them follows: «مصدرين … قالا».
    """
    word = rest.split(maxsplit=1)[0]
    letters = morphology(language)
    owned = word.endswith(tuple(letters.possessive))
    shown = len(word) > _SHORT and word.endswith(letters.accusative) and not owned
    many = cues.expression(language, "statements", "governed_many").match(rest)
    return (shown or many is not None) and not _opens_with_name(rest, language)


def _opens_with_name(text: str, language: Language) -> bool:
    return any(name.start == 0 for name in names.find(" ".join(text.split()[:_NAME]), language))


def goes_on(text: str, language: Language) -> bool:
    """Whether a clause only adds to the one before it: a preposition, or a purpose («لمواجهة …»)."""
    key = fold(text).lstrip(' "«“(')
    purpose = key.startswith(morphology(language).to) and not _openings(language, "no_purpose").match(key)
    return purpose or bool(_openings(language, "continuing").match(key))


def answers(text: str, language: Language) -> bool:
    """Whether a clause is the second half of a sentence whose first half waits for it."""
    return bool(_openings(language, "answering").match(fold(text)))


def resumes(text: str, language: Language) -> bool:
    """Whether a clause opens with words that stand for the whole sentence before: «الأمر الذي …»."""
    return bool(_openings(language, "resuming").match(fold(text)))


def leans(text: str, language: Language) -> bool:
    """Whether a clause leans on words before it.

    It opens with a pronoun, a demonstrative or a verb whose subject was named before, speaks of
    «the report» or «the minister» without saying whose or which, points at a noun it does not
    hold, ends in a demonstrative, or hands its quotation to somebody it does not name.
    """
    whole = fold(text)
    text = text[behind_openers(text, 0, len(text), language) :]
    key = fold(text)
    return bool(
        cues.expression(language, "statements", "done_before").match(whole)
        or (_openings(language, "dangling").match(key) and not opens_condition(text, language))
        or resumes(text, language)
        or lacks_doer(key, language)
        or hangs(text, language)
        or _acts_by_office(language).match(key)
        or _bare(language).match(key)
        or _unsaid(language).search(key)
        or _unnamed(language).match(key)
        or (
            cues.expression(language, "statements", "if_unnamed").match(key)
            and opens_condition(text, language)
        )
        or _is_told_by_nobody(key, language)
        or _ours(language).search(_ours_dropped(key, language))
        or points_back(text, language)
    )


@cache
def _openings(language: Language, *names: str) -> re.Pattern[str]:
    """The pattern of lists of `statements.toml` for the start of a statement."""
    return cues.starting(chain.from_iterable(table(language.code, "statements")[name] for name in names))


@cache
def _bare(language: Language) -> re.Pattern[str]:
    """A text or a person named by a common noun alone, within the first words, and what it says."""
    data = table(language.code, "statements")
    bare = rf"(?<!\w)(?:{'|'.join(morphology(language).joining)})?{either(data['bare_nouns'])}(?!\w)"
    told = either((*data["governed"], *data["after_subjectless"], *data["after_bare"]))
    follows = rf"\s*(?:[\"«“،,:]|{told}(?!\w))"
    return re.compile(rf"\W*(?:\w+\W+){{0,2}}?{bare}(?={follows})")


@cache
def _acts_by_office(language: Language) -> re.Pattern[str]:
    """«The minister» at the head, before what he says or does, or does not: «الوزير أقر …»."""
    data = table(language.code, "statements")
    does = either((*table(language.code, "speech")["verbs"], *data["acts"], *data["negated"]))
    joint = conjunctions(language)
    return re.compile(rf"\W*(?:{joint})?{either((*data['bare_nouns'], *data['persons']))}\s+(?:{does})(?!\w)")


def _is_told_by_nobody(key: str, language: Language) -> bool:
    """Whether «the analyst» speaks, wherever in the clause, and no analyst is named before."""
    article = morphology(language).article
    return any(
        match["who"].split()[0].removeprefix(article) not in key[: match.start()]
        for match in _speaker(language).finditer(key)
    )


@cache
def _speaker(language: Language) -> re.Pattern[str]:
    data, verbs = table(language.code, "statements"), table(language.code, "speech")["verbs"]
    then = rf"(?=\s*(?:[\"«“،,:.]|{either((*data['governed'], *data['relatives']))}(?!\w)))"
    return re.compile(
        rf"(?<!\w)[{language.proclitics}]?{either(verbs)}\s+"
        rf"(?P<who>{either((*data['bare_nouns'], *data['persons']))})(?!\w){then}"
    )


@cache
def _unnamed(language: Language) -> re.Pattern[str]:
    """A condition whose verb has no subject: «وإن تعثرت، …»."""
    return re.compile(rf"\W*{either(table(language.code, 'statements')['conditions'])}\s+\w+[،,]")


def _ours_dropped(key: str, language: Language) -> str:
    return without_ours(language).sub("", key)


@cache
def without_ours(language: Language) -> re.Pattern[str]:
    """What a paper says of itself: to whom somebody spoke («لموقعنا»), that it told so; in folded text."""
    data, letters = table(language.code, "statements"), morphology(language)
    to_us = rf"\s{letters.to}{either(data['ours'])}(?!\w)"
    return re.compile(rf"{to_us}|[،,]?\s+{either(data['told_above'])}(?=\W*\Z)")


@cache
def _ours(language: Language) -> re.Pattern[str]:
    return cues.pattern(table(language.code, "statements")["ours"], language.proclitics)


@cache
def _unsaid(language: Language) -> re.Pattern[str]:
    """A closed quotation, a verb of speech, and no name: «…»، قال وهو يغادر."""
    data, speech = table(language.code, "statements"), table(language.code, "speech")
    governed = either((*data["governed"], *data["no_speaker"]))
    return re.compile(rf"[\"»”][\s،,]*{either(speech['verbs'])}\s+{governed}(?!\w)")
