"""A bare name of money is that of the country in question, or stays bare."""

import pytest

from brief.quantities.tender import national


@pytest.mark.parametrize(
    ("unit", "near", "named", "meant"),
    [
        ("dinar", ["TN"], {}, "tnd"),
        ("dinar", [], {"TN": 5, "FR": 9}, "tnd"),
        ("dinar", ["TN", "DZ"], {"TN": 9, "DZ": 2}, "tnd"),
        ("dinar", ["TN", "DZ"], {"TN": 5, "DZ": 4}, "dinar"),
        ("dinar", [], {"TN": 1}, "dinar"),
        ("dinar", ["FR"], {"FR": 9}, "dinar"),
        ("pound", ["EG"], {"SD": 7}, "egp"),
        ("lira_per_litre", ["SY"], {}, "syp_per_litre"),
        ("riyal", ["QA", "QA"], {}, "qar"),
        ("usd", ["TN"], {"TN": 9}, "usd"),
        ("persons", ["TN"], {"TN": 9}, "persons"),
    ],
)
def test_whose_money_it_is(unit: str, near: list[str], named: dict[str, int], meant: str) -> None:
    """The country beside the figure, else the one that the text is about, else nobody's."""
    assert national(unit, near, named, "ar") == meant
