"""Decisions that need judgement, asked through one protocol (see `judge.questions`)."""

# Who can judge beside the rules, by name. Each is a module here with
# `judge(settings, language, environment, tell, clock)`: who takes open questions and answers some of them.
# They are named, not imported: a build that asks nobody loads no client.
JUDGES: dict[str, str] = {"model": "asking"}
# The file of answers, in the folder of a topic and of an issue (see `judge.record`).
NAME = "judgement.json"
