"""Words that no passage holds are found."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief.check.faithful import prove_faithful
from tests.check.issues import good, proved, tree, write


def texts(record: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - JSON is a tree of anything
    """Everything in a record that prints words of a passage."""
    accounts = [account for each in record["discrepancies"] for account in each["items"]]
    items = [item for section in record["sections"] for item in section["items"]]
    return [*items, *record["quotes"], *record["timeline"], *accounts]


@given(data=st.data())
def test_any_foreign_word_is_found(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whichever printed text gets a word that its passage lacks, added or swapped in, it is found."""
    record = tree(good())
    chosen = data.draw(st.sampled_from(texts(record)))
    words = chosen["text"].split()
    at = data.draw(st.integers(0, len(words) - 1))
    words[at : at + data.draw(st.integers(0, 1))] = ["foreign"]
    chosen["text"] = " ".join(words)
    findings = proved(prove_faithful, write(tmp_path_factory.mktemp("issue"), record))
    assert "faithful" in {finding.gate for finding in findings}


@given(st.lists(st.booleans(), min_size=20, max_size=20))
def test_dropping_words_is_allowed_down_to_half(
    tmp_path_factory: pytest.TempPathFactory, keep: list[bool]
) -> None:
    """A text that only leaves words out passes as long as half of its passage is printed."""
    record = tree(good())
    chosen = record["sections"][0]["items"][1]
    words = chosen["evidence"][0]["text"].split()
    chosen["text"] = " ".join(word for word, kept in zip(words, keep, strict=False) if kept)
    findings = proved(prove_faithful, write(tmp_path_factory.mktemp("issue"), record))
    assert bool(findings) == (2 * len(chosen["text"].split()) < len(words))


def test_another_order_is_found(tmp_path: Path) -> None:
    """The words of a passage in another order say something else."""
    record = tree(good())
    chosen = record["sections"][1]["items"][0]
    chosen["text"] = " ".join(reversed(chosen["text"].split()))
    gates = {finding.gate for finding in proved(prove_faithful, write(tmp_path, record))}
    assert "faithful" in gates


def test_marks_and_digit_glyphs_do_not_matter(tmp_path: Path) -> None:
    """Vowel marks may be left out and digits be those of the locale."""
    record = tree(good())
    eastern = str.maketrans("0123456789", "".join(map(chr, range(0x0660, 0x066A))))
    for item in record["sections"][1]["items"]:
        item["text"] = item["text"].translate(eastern).replace("\u064b", "")
    assert proved(prove_faithful, write(tmp_path, record)) == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [({"evidence": []}, "it has no passage"), ({"text": " - "}, "it prints no word")],
)
def test_an_item_needs_words_and_a_passage(tmp_path: Path, change: dict[str, object], told: str) -> None:
    """An item without words or without a passage is found."""
    record = tree(good())
    record["sections"][1]["items"][0] |= change
    (finding,) = proved(prove_faithful, write(tmp_path, record))
    assert finding.message.startswith(f"outcomes, item s1: {told}")


def test_the_words_of_an_analyst_are_hers(tmp_path: Path) -> None:
    """An item by an analyst needs no passage."""
    record = tree(good())
    record["sections"][1]["items"][0] |= {"kind": "analyst", "text": "her view", "evidence": []}
    assert proved(prove_faithful, write(tmp_path, record)) == ()


def test_a_quotation_leaves_nothing_out(tmp_path: Path) -> None:
    """A quotation is said word by word: one that skips a word is found."""
    record = tree(good())
    words = record["quotes"][0]["text"].split()
    record["quotes"][0]["text"] = " ".join(words[:2] + words[3:])
    (finding,) = proved(prove_faithful, write(tmp_path, record))
    assert finding.message.startswith("quote q1: ")
