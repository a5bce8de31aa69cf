"""Figures that no passage holds are found."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brief.check.values import numbers, prove_figures
from tests.check.issues import good, proved, tree, write


@given(data=st.data())
def test_any_changed_number_is_found(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whichever number of an item is changed, it is found."""
    record = tree(good())
    chosen = data.draw(st.sampled_from(record["sections"][1]["items"]))
    number = data.draw(st.sampled_from(list(re.finditer(r"\d+", chosen["text"]))))
    other = str(data.draw(st.integers(0, 3000)))
    text = chosen["text"][: number.start()] + other + chosen["text"][number.end() :]
    assume(not set(numbers(text)) <= set(numbers(chosen["evidence"][0]["text"])))
    chosen["text"] = text
    gates = {
        finding.gate for finding in proved(prove_figures, write(tmp_path_factory.mktemp("issue"), record))
    }
    assert gates == {"figures"}


@given(data=st.data())
def test_any_changed_datapoint_is_found(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whichever datapoint gets a value that its passage does not have, it is found."""
    record = tree(good())
    chosen = data.draw(st.sampled_from(record["datapoints"]))
    chosen["value"] *= data.draw(st.sampled_from([0, 1.5, 2, 7, -1]))
    findings = proved(prove_figures, write(tmp_path_factory.mktemp("issue"), record))
    assert any(chosen["id"] in finding.message for finding in findings)


@given(data=st.data())
def test_any_changed_mark_is_found(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whichever mark of a chart is drawn at another place or for another time, it is found."""
    record = tree(good())
    chosen = data.draw(st.sampled_from(record["charts"][0]["marks"]))
    key, value = data.draw(
        st.sampled_from(
            [("low", 1), ("high", 99), ("period", "1999"), ("qualifier", "approx"), ("datapoint", "d3")]
        )
    )
    chosen[key] = value
    (finding,) = proved(prove_figures, write(tmp_path_factory.mktemp("issue"), record))
    assert finding.message.startswith("chart trade: the mark ")


@pytest.mark.parametrize("start", ["2023-03-13", "2023-04", "2011-03-12", "1999"])
def test_another_date_is_found(tmp_path: Path, start: str) -> None:
    """An event that is not of a date of its passages is found."""
    record = tree(good())
    record["timeline"][0]["start"] = start
    (finding,) = proved(prove_figures, write(tmp_path, record))
    assert finding.message.startswith(f"event of {start}: its passages say ")


@pytest.mark.parametrize(
    ("day", "start", "found"),
    [
        ("صباح الأحد", "2023-03-19", False),
        ("صباح الأحد", "2023-03-26", True),
        ("صباح الأحد", "2023-03-20", True),
        ("أمس", "2023-03-21", True),
    ],
)
def test_a_weekday_is_the_last_one_or_the_next(tmp_path: Path, day: str, start: str, found: bool) -> None:  # noqa: FBT001 - a table
    """A passage without its verb leaves open which Sunday it means: one of the two around its text."""
    record = tree(good())
    passage = record["timeline"][0]["evidence"][0]
    passage["text"] = f"إغلاق الجسر أمام الشاحنات اعتبارًا من {day}."
    record["timeline"][0] |= {"start": start, "evidence": [passage]}
    source = next(one for one in record["sources"] if one["id"] == passage["source"])
    source["published"] = "2023-03-15"
    told = [one.message for one in proved(prove_figures, write(tmp_path, record))]
    assert any(one.startswith(f"event of {start}: its passages say ") for one in told) == found


@pytest.mark.parametrize(("start", "found"), [("2017-11-13", False), ("2017-11-14", True), ("2007", False)])
def test_a_day_of_the_same_month_is_read_behind_what_names_it(
    tmp_path: Path,
    start: str,
    found: bool,  # noqa: FBT001 - a table
) -> None:
    """«The thirteenth of the same month» is counted from the time that the words before the passage name."""
    record = tree(good())
    lead = "أعلنت الحكومة الخطة في 2 نوفمبر 2017. "
    said = "بدأ الإضراب في الثالث عشر من الشهر نفسه، وهو الأطول منذ إضراب عام 2007."
    passage = record["timeline"][0]["evidence"][0]
    passage |= {"start": len(lead), "end": len(lead + said), "text": said}
    record["timeline"][0] |= {"start": start, "evidence": [passage]}
    folder = write(tmp_path, record)
    (folder / "sources" / passage["source"]).write_text(lead + said, "utf-8")
    told = [one.message for one in proved(prove_figures, folder)]
    assert any(one.startswith(f"event of {start}: its passages say ") for one in told) == found


def test_a_figure_in_words_beside_digits_is_read(tmp_path: Path) -> None:
    """Two years in words are a figure of a passage that has others in digits; three are none."""
    record = tree(good())
    years = record["datapoints"][2] | {
        "value": 2,
        "unit": "year",
        "evidence": tree(good())["timeline"][0]["evidence"][:1],
    }
    record["datapoints"][2] = years
    assert proved(prove_figures, write(tmp_path, record)) == ()
    record["datapoints"][2] = years | {"value": 3}
    assert proved(prove_figures, write(tmp_path, record))


def test_every_passage_of_a_figure_tells_it(tmp_path: Path) -> None:
    """A second passage that stands in its text but tells another figure is found, and so is none at all."""
    record = tree(good())
    first, second = record["datapoints"][0], record["datapoints"][2]
    first["evidence"] += second["evidence"]
    (finding,) = proved(prove_figures, write(tmp_path, record))
    place = second["evidence"][0]
    assert f"[{place['start']}:{place['end']}] has no figure 7200000000" in finding.message
    first["evidence"] = []
    (finding,) = proved(prove_figures, write(tmp_path, record))
    assert finding.message == "datapoint d1: it has no passage; leave it out."


def test_another_scale_is_found(tmp_path: Path) -> None:
    """A chart in millions that draws milliards is found for each of its marks."""
    record = tree(good())
    record["charts"][0]["scale"] = 10**6
    assert [finding.gate for finding in proved(prove_figures, write(tmp_path, record))] == [
        "figures",
        "figures",
    ]


def test_another_unit_is_found(tmp_path: Path) -> None:
    """A chart in euro of figures in dollars is found."""
    record = tree(good())
    record["charts"][0]["unit"] = "eur"
    assert "is in eur, its datapoint in usd" in proved(prove_figures, write(tmp_path, record))[0].message


@pytest.mark.parametrize("place", ["key_figures", "charts"])
def test_a_datapoint_that_is_not_there_is_found(tmp_path: Path, place: str) -> None:
    """Whoever shows a figure names one that the record has."""
    record = tree(good())
    (record["charts"][0]["datapoints"] if place == "charts" else record[place]).append("d9")
    (finding,) = proved(prove_figures, write(tmp_path, record))
    assert "there is no datapoint 'd9'" in finding.message


def test_a_percent_sign_belongs_to_its_number(tmp_path: Path) -> None:
    """A share that loses its sign is another figure."""
    record = tree(good())
    record["sections"][1]["items"][0]["text"] = record["sections"][1]["items"][0]["text"].replace("%", "")
    (finding,) = proved(prove_figures, write(tmp_path, record))
    assert finding.gate == "figures"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4.4 and 60 % in 2019-2023", ["4.4", "60%", "2019-2023"]),
        ("\u0661\u066b\u0665 on 20/6/2024.", ["1.5", "20/6/2024"]),
        ("none", []),
    ],
)
def test_numbers_are_read_with_their_signs(text: str, found: list[str]) -> None:
    """Separators, percent signs and the parts of a date belong to a number, a full stop does not."""
    assert numbers(text) == found
