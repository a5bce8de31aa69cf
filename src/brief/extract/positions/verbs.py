"""Stances told by a verb, or by a participle or adjective of its subject."""

from __future__ import annotations

from brief import subjects
from brief.extract.positions import holders
from brief.extract.positions.clauses import Clause
from brief.extract.positions.denials import denied, denies
from brief.extract.positions.nearest import accuser, is_of_her, whom
from brief.extract.positions.taken import NEAR, Taken, after, idle, is_noun, listed, stirred_by, turned
from brief.extract.positions.terms import sets_term
from brief.extract.positions.untaken import is_ended, is_genitive, is_of_another_sense, is_of_number
from brief.extract.positions.withheld import is_passive, is_reserved, refrains, seems_not
from brief.model import Stance
from brief.subjects import Actor
from brief.subjects.words import words_of

_NOUN = 5  # letters of a noun with the ending of an object
_SHORT_NOUN = 4


def by_verb(clause: Clause, index: int) -> Taken | None:
    """«رحبت مصر بالقرار», and its turn by a negation."""
    cues, token = clause.cues, clause.line.tokens[index]
    stance = listed(clause, index, cues.verbs)
    doubtful = token.nominal or (token.dotted and token.word in cues.undotted) or is_noun(clause, index)
    doubtful = doubtful or _is_emphasis(clause, index)
    if (
        stance is None
        or doubtful
        or is_passive(clause, index)
        or idle(clause, index)
        or _is_feeling(clause, index)
        or is_of_her(clause, index)
    ):
        return None
    actor = None if is_of_number(clause, index) else holders.who(clause, index)
    actor = accuser(clause, index, actor) if actor else None
    if (
        actor is None
        or is_genitive(clause, index, actor)
        or (token.word in cues.backing and _is_somebody(clause, after(clause, index, actor)))
    ):
        return None
    if denies(clause, index):
        return denied(clause, index, actor)
    governed = holders.takes_pronoun(clause, index) and token.word not in cues.transitive
    place = None if governed else whom(clause, index, actor) or _object(clause, index, actor)
    if clause.has("commenting", index + 1, index + NEAR) or _is_no_stance(clause, index, actor):
        return None
    abstains = clause.has("abstaining", index + 1, index + NEAR - 1)
    if refrains(clause, index) and not abstains:
        return None
    if stance is Stance.OPPOSE and abstains and not clause.has("boycotting", index, index + 1):
        stance = Stance.NEUTRAL
    if stance is Stance.SUPPORT and is_reserved(clause, index):
        stance = Stance.MIXED
    if stance is Stance.NEUTRAL and clause.has("reserving", index, index + 1):
        against = place is not None and clause.has("against_whom", place, place + NEAR)
        stance = Stance.OPPOSE if against else stance
    direct = token.word in cues.transitive or _is_reversed(clause, index) or _doubts(clause, index)
    if place is not None and _is_own_word(clause, index, place):
        place = None
    held = turned(stance, negated=clause.negated(index))
    return Taken(actor, held, place, direct=direct) if held else None


def _is_no_stance(clause: Clause, index: int, actor: Actor) -> bool:
    """Whether a verb tells no stance with what stands behind it: a forecast, a complaint of how things are.

    «يستبعد خبراء أن ترتفع الأسعار», «يشكو من أن الطريق طويل»; nor is who is given a term its subject.
    """
    place = after(clause, index, actor)
    if is_of_another_sense(clause, index, place):
        return True
    if sets_term(clause, index, actor):
        return True
    return clause.has("foreseeing", index, index + 1) and clause.has("that", place, place + 2)


def _doubts(clause: Clause, index: int) -> bool:
    """Whether the verb at `index` doubts what «in» behind it leads to: «يشككون في دقة الأرقام»."""
    return clause.has("doubting", index, index + 1)


def _is_feeling(clause: Clause, index: int) -> bool:
    """Whether the word at `index` is the feeling that a verb before it brings about, rather than a verb."""
    joins = clause.line.tokens[index].word.startswith(clause.cues.letters.conjunction)
    right_behind = clause.has("stirring", index - 1, index)
    return right_behind or (not joins and stirred_by(clause, index) is not None)


def _is_own_word(clause: Clause, index: int, place: int) -> bool:
    """Whether what follows is what the actor will do: what is threatened with."""
    ways, tokens = clause.cues.ways, clause.line.tokens
    while place < len(tokens) and tokens[place].word in ways["passed_over"]:
        place += 1
    threatens = clause.has("threatening", index, index + 1) and place < len(tokens)
    word = tokens[place].word if threatens else ""
    return (
        word.startswith(clause.cues.letters.by)
        and word not in ways["native"]
        and place not in clause.line.names
    )


def _is_reversed(clause: Clause, index: int) -> bool:
    """Whether the cue at `index` has what moves its actor as its subject: «مما يثير قلق اليابان»."""
    words = clause.words(index, index + 2)
    return not clause.cues.ways["reversed"].isdisjoint((words[0], " ".join(words)))


def _object(clause: Clause, index: int, actor: Actor) -> int | None:
    """Where the target begins; None where it stands between the verb and its subject: «يشكك فيها خبراء»."""
    place = after(clause, index, actor)
    place += _doubts(clause, index) and clause.has("doubted", place, place + 1)
    between = clause.line.index(actor.start) > index + 1
    return None if place >= len(clause.line.tokens) and between else place


def _is_somebody(clause: Clause, place: int) -> bool:
    """Whether an actor is what stands at `place`, rather than a plan or an act."""
    return subjects.actor(clause.line, place, clause.language) is not None


def by_held(clause: Clause, index: int) -> Taken | None:
    """«أيدته إندونيسيا»: the verb carries its object, the subject stands right after it."""
    stance = clause.cues.held.get(clause.line.tokens[index].word)
    if stance is None or idle(clause, index) or clause.line.tokens[index].word in clause.cues.backing:
        return None
    actor = subjects.after(clause.line, index, clause.language)
    if actor is None or clause.line.index(actor.start) > index + NEAR:
        return None
    if is_of_another_sense(clause, index, after(clause, index, actor)):
        return None
    held = None if is_ended(clause, index) else turned(stance, negated=clause.negated(index))
    return Taken(actor, held, None) if held and not clause.has("denied", index, index + 1) else None


def by_ours(clause: Clause, index: int) -> Taken | None:
    """«نرحب», «نرفض» inside a quotation is the stance of who is quoted."""
    stance = clause.cues.ours.get(clause.line.tokens[index].word)
    if stance is None or idle(clause, index):
        return None
    actor, held = clause.voice(index), turned(stance, negated=clause.negated(index))
    if actor is None or held is None or _is_corrected(clause, index):
        return None
    return Taken(actor, held, index + 1, direct=True)


def _is_corrected(clause: Clause, index: int) -> bool:
    """Whether a verb behind «but» goes with the same one that is denied, and no noun is its object.

    «لا نعارض الاندماج، بل نعارض أن يجري سرا»: who says so stands neither for nor against the merger.
    """
    tokens = clause.line.tokens
    if not clause.has("rather", index - 1, index) or not clause.has("that", index + 1, index + 2):
        return False
    word = tokens[index].word
    return any(tokens[place].word == word and clause.negated(place) for place in range(index))


def by_refusal(clause: Clause, index: int) -> Taken | None:
    """«لن ندفع …» inside a quotation refuses what is asked of the speaker."""
    ways, letters = clause.cues.ways, clause.cues.letters
    if clause.line.tokens[index].word not in ways["refusing"] or index + 1 >= len(clause.line.tokens):
        return None
    verb = clause.line.tokens[index + 1].word
    if not verb.startswith(tuple(letters.ourselves)) or verb in ways["faithful"]:
        return None
    actor = clause.voice(index)
    return Taken(actor, Stance.OPPOSE, None) if actor else None


def by_reproach(clause: Clause, index: int) -> Taken | None:
    """«أين كانت البلدية؟» inside a quotation: who asks so in public finds fault."""
    if clause.line.tokens[index].word not in clause.cues.ways["reproaching"]:
        return None
    actor = clause.voice(index) if clause.asks else None
    return Taken(actor, Stance.OPPOSE, None, weak=True) if actor else None


def by_participle(clause: Clause, index: int) -> Taken | None:
    """«تبدو فيجي متحفظة», «قال … محذرا»: what the subject is, or does meanwhile."""
    stance = clause.cues.participles.get(clause.line.tokens[index].word)
    if stance is None or idle(clause, index):
        return None
    actor = _described(clause, index)
    if actor is None or seems_not(clause, index) or _is_of_noun(clause, index):
        return None
    if _is_of_party(clause, index, actor) or _is_of_own(clause, index, actor):
        return None
    if clause.has("commenting", index + 1, index + NEAR):
        return None
    direct = _is_direct(clause, index)
    place = None if _is_own_word(clause, index, index + 1) else index + 1
    held = turned(stance, negated=clause.negated(index))
    return Taken(actor, held, place, direct=direct) if held else None


def _is_emphasis(clause: Clause, index: int) -> bool:
    """Whether what looks like a verb of two is the adjective of a noun as an object: «نفيا قاطعا»."""
    tokens, ending = clause.line.tokens, clause.cues.letters.accusative
    if not index or not tokens[index].joined or not tokens[index].word.endswith(ending):
        return False
    before, small = tokens[index - 1].word, words_of(clause.language)
    if index - 1 in clause.line.names or before in small.openers or before in clause.cues.ways["ending"]:
        return False
    return before.endswith(ending) and len(before) >= _SHORT_NOUN


def _is_of_noun(clause: Clause, index: int) -> bool:
    """Whether the adjective describes an indefinite object right before it: «تقييما محايدا»."""
    tokens, letters = clause.line.tokens, clause.cues.letters
    if not index or not tokens[index].joined or index - 1 in clause.line.names:
        return False
    word = tokens[index - 1].word
    bare = not word.startswith(letters.definite) and word not in words_of(clause.language).openers
    meanwhile = tokens[index].word.endswith(letters.accusative)
    if index > 1 and bare and tokens[index - 1].joined and not meanwhile:
        led = tokens[index - 2].word in words_of(clause.language).governing
        if led and not clause.has("copulas", index - 1, index):
            return True
    return (
        word.endswith(letters.accusative)
        and len(word) >= _NOUN
        and tokens[index].word.endswith(letters.accusative)
        and not clause.has("copulas", index - 1, index)
        and not clause.has("passed_over", index - 1, index)
    )


def _is_of_party(clause: Clause, index: int, actor: Actor) -> bool:
    """Whether the adjective only tells of which party somebody is, and nothing he stands against.

    «نائب معارض», not «نواب معارضون للخطة».
    """
    if not clause.has("of_party", index, index + 1) or clause.line.index(actor.end) not in {index, index + 1}:
        return False
    following = clause.words(index + 1, index + 2)
    return not any(word.startswith(clause.cues.letters.to) for word in following)


def _is_of_own(clause: Clause, index: int, actor: Actor) -> bool:
    """Whether the adjective is of the actor's own words, nothing behind it: «أفرغ مزارعون غاضبون الحمولة»."""
    line = clause.line
    own = line.index(actor.start) < index < line.index(actor.end)
    small = clause.cues.ways["leading"] | words_of(clause.language).governing
    led = (
        word in small or word.startswith(clause.cues.letters.to) for word in line.words(index + 1, index + 2)
    )
    return own and not any(led)


def _is_direct(clause: Clause, index: int) -> bool:
    """Whether the participle at `index` has its object without a preposition: «منتقدا القرار»."""
    following = clause.line.tokens[index + 1 : index + 2]
    named = clause.line.names.get(index + 1)
    bare = named is not None and not named[0].clitic
    return bare or any(token.word.startswith(clause.cues.letters.article) for token in following)


def _described(clause: Clause, index: int) -> Actor | None:
    """The subject of a participle: of a verb of speech, or the words before it."""
    spoken = holders.speaker(clause, index) if holders.meanwhile(clause, index) else None
    if spoken:
        return spoken
    found = subjects.before(clause.line, index, clause.language)
    if found is None and not clause.line.tokens[index].joined and holders.meanwhile(clause, index):
        return holders.preceding(clause, index)
    if found is None or _is_predicate(clause, index, found):
        return found
    token, previous = clause.line.tokens[index], clause.line.tokens[index - 1]
    meanwhile = token.word.endswith(clause.cues.letters.accusative) or (
        token.nominal and not previous.nominal
    )
    apart = clause.has("being", clause.line.index(found.end), index)
    return found if meanwhile and not apart else None


def _is_predicate(clause: Clause, index: int, actor: Actor) -> bool:
    """Whether nothing but a copula stands between an actor and what is said of it."""
    copulas = clause.cues.ways["copulas"]
    return all(word in copulas for word in clause.words(clause.line.index(actor.end), index))


def by_group(clause: Clause, index: int) -> Taken | None:
    """«كان المغرب أول المهنئين»."""
    stance = clause.cues.groups.get(clause.line.tokens[index].word)
    adds = clause.has("adding", index - 2, index)
    if stance is None or not (adds or clause.has("among", index - 1, index)):
        return None
    before = None if adds else subjects.before(clause.line, index, clause.language)
    actor = before or subjects.after(clause.line, index, clause.language)
    return Taken(actor, stance, None) if actor else None
