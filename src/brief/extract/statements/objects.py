"""Whether the first verb of a clause is done to something that the clause does not name: «صادق عليه»."""

from __future__ import annotations

import re
from functools import cache

from brief.extract.statements.surroundings import Surroundings
from brief.language import Language, table, view
from brief.measures import either
from brief.morphology import morphology

# Between the verb and «on it» stand at most so many words: who does it.
_SUBJECT = 5


def is_done_to_it(around: Surroundings, start: int, end: int) -> bool:
    """Whether «on it», «from her» follows the first verb and nobody but the doer stands between.

    A pronoun never stands for the doer of its own verb, so that what it stands for was named before.
    """
    seen = view(around.document.text[start:end])
    found = _done(around.language).match(seen.text)
    return found is not None and not around.inside_quotation(
        start + seen.span(found.end() - 1, found.end())[0]
    )


@cache
def _done(language: Language) -> re.Pattern[str]:
    """A verb at the head, its doer, and a preposition with a pronoun: no pause, no «and», no other clause.

    A verb of the past that is no woman's has no sign of its own: such are listed.
    """
    letters, data, speech = (
        morphology(language),
        table(language.code, "statements"),
        table(language.code, "speech"),
    )
    listed = either((*data["acts"], *data["being"], *speech["verbs"]))
    verb = rf"(?:{letters.future}?[{letters.imperfect}]\w{{3,}}|\w{{3,}}{letters.feminine}|{listed})"
    joint = rf"[{letters.joining}]?"
    helping = rf"(?:{joint}{either(data['helping'])}\s+)?"
    other = either((*data["relatives"], *data["between_clauses"]))
    doer = rf"(?:\s+(?!{other}(?!\w)|{letters.conjunction})[^\W\d]+){{0,{_SUBJECT}}}?"
    return re.compile(rf"\W*{helping}{joint}{verb}{doer}\s+{either(data['on_it'])}(?!\w)")
