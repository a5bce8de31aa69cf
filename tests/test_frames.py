"""One topic in every frame and locale: digits of one family, words of one language around the sources."""

import re
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from brief.config import Topic
from brief.errors import TopicError
from brief.model import Brief
from brief.pipeline import condense
from brief.render import render
from brief.themes import load
from tests.test_pipeline import FILES, folder

COUNTRIES = ("", "_EG", "_SA", "_AE", "_SY", "_MA", "_DZ", "_IQ", "_LB", "_JO", "_TN")
LOCALES = [
    *((f"ar{country}", digits) for country in COUNTRIES for digits in ("european", "arabic")),
    ("en_GB", None),
]
MIXED = {
    **FILES,
    "c.txt": """ميناء البحيرة

وبلغت صادرات مصر ٤٫٤ مليار دولار في عام ٢٠٢٣ مقارنة مع 3.6 مليار دولار في عام 2022 بزيادة نسبتها 22%.

وقالت الهيئة إن 60% من السفن تعبر القناة بين 19 و20 مارس 2019 وإن طائرة من طراز F-16 رافقتها.
""",
}


@pytest.fixture(scope="module")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Brief]:
    """The topic condensed once for each language of a frame."""
    place = folder(tmp_path_factory.mktemp("frames") / "park", MIXED)
    return {code: condense(place, Topic(language=code))[0] for code in ("ar", "en")}


def page(brief: Brief, locale: str, digits: str | None) -> html.HtmlElement:
    """The page of a brief in a locale, without its style and the passages that are kept letter by letter."""
    spoken = Topic(language=brief.language, locale=locale, digits=digits).spoken
    shown = html.fromstring(render(replace(brief, locale=spoken), load("modern")))
    for element in shown.xpath("//style|//table[@class='annex']//td[1]"):
        element.getparent().remove(element)
    return shown


@pytest.mark.parametrize(("locale", "digits"), LOCALES)
def test_a_page_has_one_family_of_digits(briefs: dict[str, Brief], locale: str, digits: str | None) -> None:
    """Frame, items, charts' titles and tables have the digits of the document; Latin names keep theirs."""
    text = page(briefs[locale[:2]], locale, digits).text_content()
    eastern, european = re.findall("[\u0660-\u0669\u06f0-\u06f9]", text), re.findall("[0-9]", text)
    if digits == "arabic":
        assert eastern
        assert not re.findall(r"[0-9]", text.replace("F-16", ""))
    else:
        assert european
        assert not eastern


def test_an_english_frame_stands_around_arabic_sources(briefs: dict[str, Brief]) -> None:
    """The page runs left to right in English; what is Arabic on it says so, and runs right to left."""
    shown = page(briefs["en"], "en_GB", None)
    assert (shown.get("lang"), shown.get("dir")) == ("en", "ltr")
    assert "Sources and method" in shown.text_content()
    for element in shown.xpath("//body//*[text()]"):
        if re.search("[\u0600-\u06ff]", "".join(element.xpath("text()"))):
            nearest = element.xpath(
                "ancestor-or-self::*[@dir][1]/@dir|ancestor-or-self::*[@class='furniture']"
            )
            assert nearest
            assert element.xpath(
                "ancestor-or-self::*[@dir='rtl'][@lang='ar']|ancestor-or-self::*[@class='furniture']"
            )


def test_both_frames_hold_the_same_record(briefs: dict[str, Brief]) -> None:
    """The language of a frame changes no item, no passage, no figure and no source."""
    arabic, english = briefs["ar"], briefs["en"]
    assert english.sources == arabic.sources
    assert {entry.language for entry in english.sources} == {"ar"}
    assert [section.items for section in english.sections] == [section.items for section in arabic.sections]
    assert english.datapoints == arabic.datapoints
    assert english.quotes == arabic.quotes


def test_english_articles_are_refused_in_a_sentence(tmp_path: Path) -> None:
    """English frames a brief but cannot be read yet: the message says which language is, and what to do."""
    english = {"a.txt": "The harbour opened on Monday after two years of work. " * 12}
    with pytest.raises(
        TopicError, match=r"mostly in English \(en\), not in Arabic \(ar\), the language that is read"
    ):
        condense(folder(tmp_path / "harbour", english), Topic(language="en"))
