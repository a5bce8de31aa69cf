"""Answers of an interview: somebody says them whom none of their sentences names."""

from __future__ import annotations

from brief.extract.statements.surroundings import Surroundings

# Fewer questions above paragraphs are no interview.
_QUESTIONS = 3


def is_answer(around: Surroundings, place: int) -> bool:
    """Whether what stands at a place is told by whoever is interviewed.

    In an interview questions stand above the text and «I» or «we» go through it; of what explains a matter
    to its readers only the first is true.
    """
    questions = around.questions
    return len(questions) >= _QUESTIONS and place >= questions[0] and around.speaks_of_himself
