"""What a source adds to a figure: a bound, an approximation, that it is a record."""

from __future__ import annotations

from brief.model import Qualifier
from brief.quantities.around import leading
from brief.quantities.passage import Figure, Passage

_SUBJECT = 5  # words between a verb and the figure that it bounds
_AFTER = 2  # words between a figure and what bounds it from behind
_NEAR = 48  # characters in which a cue before a figure counts
_STOPS = frozenset(".\u060c\u061b;,")


def qualifier(passage: Passage, figure: Figure) -> Qualifier | None:
    """The bound or approximation said of a figure."""
    said = (
        _before(passage, figure)
        or _verb(passage, figure)
        or _apart(passage, figure)
        or _after(passage, figure)
        or _near(passage, figure)
    )
    return Qualifier(said) if said else None


def _before(passage: Passage, figure: Figure) -> str | None:
    """«نحو 40», «أكثر من 40», «نحو ما بين 40 و50»."""
    words, texts = passage.words, passage.texts
    cue = words.before.before(texts, figure.first)
    if cue is None:
        between = words.between.before(texts, figure.first)
        cue = words.before.before(texts, figure.first - len(between.words)) if between else None
    return cue.says if cue else None


def _verb(passage: Passage, figure: Figure) -> str | None:
    """«تجاوزت صادرات القمح 5 ملايين طن»; a figure behind a preposition is not meant."""
    verb, prepositions, texts = passage.words.verb, passage.words.sets["not_between"], passage.texts
    if figure.start != passage.tokens[figure.first].start:
        return None
    for place in leading(texts, figure.first, _SUBJECT):
        if texts[place] in prepositions:
            return None
        cue = verb.before(texts, place)
        if cue is not None:
            return None if _denied(passage, place - len(cue.words)) else cue.says
    return None


def _apart(passage: Passage, figure: Figure) -> str | None:
    """«لا يقل عدد القتلى عن 40»: the two halves of a cue with its subject between them."""
    split = passage.words.split.get(passage.word(figure.first - 1))
    if split is None or figure.start != passage.tokens[figure.first].start:
        return None
    for place in leading(passage.texts, figure.first - 1, _SUBJECT):
        cue = split.before(passage.texts, place)
        if cue is not None:
            return None if _denied(passage, place - len(cue.words)) else cue.says
    return None


def _denied(passage: Passage, at: int) -> bool:
    return passage.word(at - 1) in passage.words.sets["not_after"]


def _after(passage: Passage, figure: Figure) -> str | None:
    """«40 قتيلا على الأقل»."""
    texts, after = passage.texts, passage.words.after
    for place in range(figure.next, min(figure.next + _AFTER + 1, len(texts))):
        cue = after.after(texts, place)
        if cue is not None:
            return cue.says
        if not texts[place].isalnum():
            return None
    return None


def _near(passage: Passage, figure: Figure) -> str | None:
    """«مستوى قياسيا بلغ 40», «40 مليونا، وهو رقم قياسي» without what a comma parts."""
    tokens, record = passage.tokens, passage.words.record
    for place in range(figure.first - 1, -1, -1):
        token = tokens[place]
        if token.text in _STOPS or figure.start - token.start > _NEAR:
            break
        if token.text in record:
            return record[token.text]
    following = [passage.word(place) for place in (figure.next, figure.next + 1)]
    if following[0] in record:
        return record[following[0]]
    return record.get(following[1]) if following[0].isalnum() else None
