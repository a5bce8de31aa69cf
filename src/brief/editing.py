"""The analyst's word over the program's: claims pinned, dropped, moved, labelled anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, structs

from brief.facets import standing
from brief.identity import identifier
from brief.language import Language, fold
from brief.model import Claim, Edit, Facet, Note


class Edited(Struct, frozen=True):
    """The claims as the analyst wants them, the ids of those that must be printed, and vain edits."""

    claims: tuple[Claim, ...]
    pinned: frozenset[str]
    vain: tuple[Edit, ...]


def edited(claims: Sequence[Claim], edits: Sequence[Edit], language: Language) -> Edited:
    """`claims` after all `edits`, in their order; what is both pinned and dropped is dropped."""
    matches = [[claim for claim in claims if _is_meant(claim, edit)] for edit in edits]
    dropped, pinned = (
        {
            claim.id
            for edit, found in zip(edits, matches, strict=True)
            for claim in found
            if edit.action == action
        }
        for action in ("drop", "pin")
    )
    kept = [claim for claim in claims if claim.id not in dropped]
    return Edited(
        claims=tuple(revised(kept, edits, language)),
        pinned=frozenset(pinned - dropped),
        vain=tuple(edit for edit, found in zip(edits, matches, strict=True) if not found),
    )


def touched(claims: Iterable[Claim], edits: Sequence[Edit]) -> frozenset[str]:
    """The ids of the claims that an edit means: they stay lines of their own."""
    return frozenset(claim.id for claim in claims if any(_is_meant(claim, edit) for edit in edits))


def revised(claims: Iterable[Claim], edits: Sequence[Edit], language: Language) -> Iterator[Claim]:
    """The claims, each moved and labelled as the edits that mean it say, the last one's word counting."""
    for claim in claims:
        one = claim
        for edit in edits:
            if _is_meant(claim, edit):
                one = _revised(one, edit, language)
        yield one


def _revised(claim: Claim, edit: Edit, language: Language) -> Claim:
    if edit.action == "relabel":
        return structs.replace(claim, label=edit.label)
    if edit.action == "move" and edit.section is not None:
        statement = claim.statement
        reached = standing(statement.text, language) if edit.section is Facet.OUTCOMES else None
        moved = structs.replace(statement, facets=((edit.section, 1.0),), standing=reached)
        return structs.replace(claim, statement=moved)
    return claim


def _is_meant(claim: Claim, edit: Edit) -> bool:
    """Whether an edit names a claim by an id it has or had alone, or by words of one of its passages."""
    if edit.item is not None:
        return edit.item == claim.id or edit.item in {
            "s" + identifier("statement", anchor.source, anchor.start, anchor.end)
            for anchor in claim.evidence
        }
    said = _words(edit.passage or "")
    return bool(said) and any(said in _words(anchor.text) for anchor in claim.evidence)


def _words(text: str) -> str:
    return " ".join(fold(text).split())


def notes(vain: Iterable[Edit]) -> Iterator[Note]:
    """A note on every edit that no claim answers to any more."""
    for edit in vain:
        meant = edit.item or edit.passage or ""
        yield Note("edit", f"{edit.action} «{meant}»")
