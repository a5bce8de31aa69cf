"""Decisions that need judgement, asked through one protocol (see `judge.questions`)."""
