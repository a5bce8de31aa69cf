"""What a clause needs of the sentences around it, though its own words do not show it."""

from __future__ import annotations

import re
from functools import cache

from brief import cues
from brief.extract.statements.acted_on import is_done_to_her
from brief.extract.statements.answered import answers_another
from brief.extract.statements.asked import answers_question
from brief.extract.statements.introduced import is_unintroduced
from brief.extract.statements.matters import is_of_a_matter
from brief.extract.statements.objects import is_done_to_it
from brief.extract.statements.openings import behind_openers
from brief.extract.statements.ordinals import counts_unnamed
from brief.extract.statements.outside import takes_from_outside
from brief.extract.statements.owners import has_stray_pronoun, is_left_to_nobody, is_of_unnamed_side
from brief.extract.statements.pointers import folded, only_compares
from brief.extract.statements.remarks import answers_told
from brief.extract.statements.setups import is_reply, is_set_up, replies, roots, sets_aside
from brief.extract.statements.spoken import is_unsaid
from brief.extract.statements.surroundings import Surroundings
from brief.extract.statements.taken_up import takes_up
from brief.extract.statements.unexplained import is_unexplained
from brief.extract.statements.whose import is_of_no_state
from brief.extract.statements.yearly import owes_time
from brief.language import Language, fold, table, view
from brief.measures import either
from brief.model import Sentence
from brief.morphology import morphology

# Somebody who says the contrary is named, with the verb, within so many words.
_TURNED = 9
# A text that is disowned is so within so many sentences.
_DISOWNED = 4
_CONTENT = 4
# A sentence that turns without anybody's word speaks of the same where it says so many words again.
_SAME = 2
_LEAD_IN = 20
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_STOP = re.compile(r"\.\s")
_COUNTED = re.compile(r"\d\W+(\w{3,})")


def needs_before(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause cannot be read, or misleads, without the sentence before the one it begins in."""
    key = fold(around.document.text[start:end])
    return (
        answers_question(around, sentence)
        or is_unsaid(around, start, end)
        or takes_from_outside(around, sentence, start, end)
        or has_stray_pronoun(around, start, end)
        or is_left_to_nobody(around, start, end)
        or is_of_unnamed_side(around, start, end)
        or only_compares(around.language).match(key) is not None
        or _is_within_a_span(around.language, key)
        or counts_unnamed(around, start, end)
        or is_of_no_state(around, start, end)
        or _is_done_by_them(around, start, end)
        or is_of_a_matter(key, around.language)
        or _is_of_nowhere(around, start, end, key)
        or _answers_figure(around, sentence, key)
        or answers_another(around, sentence, start, end)
        or _is_taken_for_another(around, key)
        or owes_time(around, sentence, start, end)
        or is_unexplained(around, sentence, start, end)
        or is_unintroduced(around, start, end)
        or is_set_up(around, sentence, start, end)
        or takes_up(around, sentence, start, end)
        or is_done_to_it(around, start, end)
        or answers_told(around, sentence, start, end)
        or is_done_to_her(around, start, end)
    )


def _is_within_a_span(language: Language, key: str) -> bool:
    """Whether a sentence, told alone, opens with a span of time and nothing that it is counted from."""
    return _STOP.search(key) is None and (
        cues.expression(language, "statements", "span_at_head").match(key) is not None
    )


def _is_done_by_them(around: Surroundings, start: int, end: int) -> bool:
    """Whether a clause opens with what «they» did, and the word is no name that ends like such a verb."""
    text, language = around.document.text, around.language
    begin = behind_openers(text, start, end, language)
    seen = view(text[begin:end])
    found = cues.expression(language, "statements", "they_did").match(seen.text)
    return found is not None and not around.named_between(begin, begin + seen.span(*found.span())[1])


def _is_of_nowhere(around: Surroundings, start: int, end: int, key: str) -> bool:
    """Whether a clause speaks of «people» and names no place, nor anybody else."""
    found = _people(around.language).search(key)
    return found is not None and not around.named_between(start, end)


@cache
def _people(language: Language) -> re.Pattern[str]:
    article = morphology(language).article
    people = either(table(language.code, "statements")["people"])
    verb = rf"(?:[{morphology(language).imperfect}]\w+|\w+{morphology(language).feminine})"
    return re.compile(rf"(?<!\w)[{language.proclitics}]?{verb}\s+{people}(?!\w)(?!\s+{article})")


def _is_taken_for_another(around: Surroundings, key: str) -> bool:
    """Whether «the bank» means another one than the central bank, the only one that a clause names.

    Where the article names several of the kind, the reader takes it for the one that stands beside it.
    """
    article = morphology(around.language).article
    for named in _in_full(around.language).finditer(key):
        alone = re.compile(rf"(?<!\w)\w?{article}{named['noun']}(?!\w)(?! {article})")
        owners = {owner for _, owner in around.bodies.get(named["noun"], ())}
        if owners and alone.search(key, named.end()):
            theirs = rf"{named['noun']} (?:{article})?{either(owners)}(?!\w)"
            return re.search(theirs, key) is None
    return False


@cache
def _in_full(language: Language) -> re.Pattern[str]:
    article = morphology(language).article
    full = "|".join(sorted(map(re.escape, folded(language, "said_in_full"))))
    return re.compile(rf"(?<!\w)\w?{article}(?P<noun>\w+) {article}(?:{full})(?!\w)")


def _answers_figure(around: Surroundings, sentence: Sentence, key: str) -> bool:
    """Whether a clause makes a figure small of which the sentence before gives another."""
    earlier = around.before(sentence)
    return earlier is not None and restricts(fold(earlier.anchor.text), key, around.language)


def restricts(earlier: str, later: str, language: Language) -> bool:
    """Whether the later of two folded texts makes small a figure of something that the earlier counts."""
    small = cues.of(language, "statements", "restricting").search(later)
    if small is None or not _speaks(language).search(later):
        return False
    counted = {_stem(word, language) for word in _COUNTED.findall(earlier)}
    return bool(counted & {_stem(word, language) for word in _WORD.findall(later)})


def counterpart(around: Surroundings, sentence: Sentence, start: int, end: int) -> Sentence | None:
    """The sentence behind without which a clause misleads: who speaks it, denies it or says otherwise."""
    if end < sentence.anchor.end - _CONTENT:
        return None
    key = fold(around.document.text[start:end])
    later = around.after(sentence)
    if later is not None and _goes_with(around, key, later, start, end):
        return later
    second = around.after(later) if later is not None and denies(around, sentence) else None
    return second if second is not None and turns(key, fold(second.anchor.text), around.language) else None


def _goes_with(around: Surroundings, key: str, later: Sentence, start: int, end: int) -> bool:
    answer = fold(later.anchor.text)
    spoken = cues.opening(around.language, "statements", "said_before")
    return bool(
        (is_quotation(around, start, end) and spoken.match(answer))
        or _unfolds(around.language, key, answer)
        or restricts(key, answer, around.language)
        or turns(key, answer, around.language)
        or _excepts(key, answer, around.language)
        or cues.opening(around.language, "statements", "turning_on").match(answer)
        or _sets_this_aside(around, later, start, end)
        or replies(key, answer, around.language)
        or _is_other_account(around, later, answer)
        or _breaks_off(around, start, end)
    )


def _unfolds(language: Language, key: str, answer: str) -> bool:
    """Whether the second of two folded texts tells which «one word» the first ends in, or denies its link."""
    one = cues.expression(language, "statements", "only_one").search(key)
    telling = cues.opening(language, "statements", "telling_on").match(answer)
    denied = cues.expression(language, "statements", "denies_link").match(answer)
    return (one is not None and telling is not None) or denied is not None


def _sets_this_aside(around: Surroundings, later: Sentence, start: int, end: int) -> bool:
    told = around.before(later)
    return told is not None and sets_aside(later, around.language) and is_set_up(around, told, start, end)


def _excepts(key: str, answer: str, language: Language) -> bool:
    """Whether the second of two folded texts takes something out of what the first says.

    «فالخط …، باستثناء …» explains a «no» and takes half of it back.
    """
    opening, within = (
        cues.expression(language, "statements", name) for name in ("excepting", "excepting_within")
    )
    says_no = cues.of(language, "polarity", "negations").search(key) is not None
    return opening.match(answer) is not None or (says_no and within.match(answer) is not None)


def _is_other_account(around: Surroundings, later: Sentence, answer: str) -> bool:
    """Whether a sentence gives the second of two accounts that were announced two sentences before it."""
    told = around.before(later)
    announced = around.before(told) if told is not None else None
    opening = cues.opening(around.language, "statements", "other_account")
    accounts = cues.of(around.language, "statements", "accounts")
    return (
        announced is not None
        and opening.match(answer) is not None
        and accounts.search(fold(announced.anchor.text)) is not None
    )


def _breaks_off(around: Surroundings, start: int, end: int) -> bool:
    """Whether a clause ends within a quotation that says no: what was done instead is still to come."""
    negated = cues.of(around.language, "polarity", "negations")
    cut = (one.start for one in around.quoted_between(start, end) if start <= one.start < end < one.inner[1])
    return any(negated.search(fold(around.document.text[place:end])) for place in cut)


def turns(key: str, answer: str, language: Language) -> bool:
    """Whether the second of two folded texts denies the first, or turns against it: somebody or a fact."""
    turning = cues.opening(language, "statements", "turning").match(answer)
    first = " ".join(answer[turning.end() if turning else 0 :].split()[:_TURNED])
    if turning is None:
        said = _denying(language).match(first) is not None
        return said and bool(_content(key, language) & _content(answer, language))
    if _speaks(language).search(first) is None:
        opening = " ".join(answer[turning.end() :].split()[:_SAME])
        same = roots(key, language) & roots(answer[turning.end() :], language)
        return len(same) >= _SAME or bool(same & roots(opening, language))
    both_count = _DIGIT.search(key) is not None and _DIGIT.search(answer) is not None
    return both_count or bool(roots(key, language) & roots(answer[turning.end() :], language))


def _content(key: str, language: Language) -> set[str]:
    return {_stem(word, language) for word in _WORD.findall(key) if len(word) >= _CONTENT}


def denies(around: Surroundings, sentence: Sentence) -> bool:
    """Whether a sentence opens with a denial, or replies that it is not so."""
    text = sentence.anchor.text
    opening = text[behind_openers(text, 0, len(text), around.language) :]
    replied = is_reply(fold(text), around.language)
    return replied or _denying(around.language).match(fold(opening)) is not None


def announces_turn(text: str, language: Language) -> bool:
    """Whether a text opens with a word that turns against what was said before."""
    return cues.opening(language, "statements", "turning").match(fold(text)) is not None


def is_torn(around: Surroundings, start: int, end: int) -> bool:
    """Whether a lead-in that was passed over governs two parts: «باعتبار أن … وأن …»."""
    document, language = around.document, around.language
    that = _words(language, "that")
    before = fold(document.text[max(0, start - _LEAD_IN) : start]).split()[-1:]
    return before == [fold(that[0])] and fold(that[1]) in fold(document.text[start:end]).split()


def is_quotation(around: Surroundings, start: int, end: int) -> bool:
    """Whether a clause is nothing but a quotation: nobody in it says the words."""
    if not around.quoted_between(start, end):
        return False
    begin = behind_openers(around.document.text, start, end, around.language)
    return any(one.start <= begin and end <= one.end for one in around.quoted_between(begin, end))


def is_disowned(around: Surroundings, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause is told after a paper that somebody disowns soon after."""
    language = around.language
    paper = _papers(language).search(fold(around.document.text[start:end]))
    if paper is None:
        return False
    behind = around.document.sentences[sentence.position + 1 : sentence.position + 1 + _DISOWNED]
    noun = morphology(language).article + paper["noun"]
    words = either(_words(language, "disowning"))
    disowned = re.compile(rf"(?<!\w)\w?{noun}(?!\w)\W+(?:\w+\W+){{0,3}}?{words}(?!\w)")
    return any(disowned.search(fold(one.anchor.text)) for one in behind)


@cache
def _papers(language: Language) -> re.Pattern[str]:
    according, papers = (
        either(table(language.code, "speech")["according"]),
        either(_words(language, "papers")),
    )
    return re.compile(rf"(?<!\w)[{language.proclitics}]?{according}\s+(?:\w+\s+)?(?P<noun>{papers})(?!\w)")


@cache
def _speaks(language: Language) -> re.Pattern[str]:
    """A verb of speech, or a phrase that gives words to somebody."""
    speech = table(language.code, "speech")
    return cues.pattern((*speech["verbs"], *speech["according"]), language.proclitics)


@cache
def _denying(language: Language) -> re.Pattern[str]:
    return cues.pattern(_words(language, "denying"), language.proclitics)


def _stem(word: str, language: Language) -> str:
    return word.removeprefix(morphology(language).article)


def _words(language: Language, name: str) -> list[str]:
    found: list[str] = table(language.code, "statements")[name]
    return found
