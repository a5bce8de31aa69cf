"""Whatever encoding an Arabic file is in, and whatever it claims, its letters come out as they were."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brief.decoding import decode
from brief.errors import SourceError

TEXT = (
    "افتتحت البلدية حديقة النخيل قرب الميناء، ودخلها في اليوم الأول نحو 4000 زائر.\r\n"
    "وقالت المديرة: «هذا أول ظلّ للحي»؛ وأضافت أن الأشجار من نوع يغذّي التربة.\n"
)
PLAIN = TEXT.translate({ord(sign): "" for sign in "«»"})
SINGLE = {"cp1256": TEXT, "iso8859-6": PLAIN, "mac-arabic": TEXT}
WIDE = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
CLAIMS = (
    (),
    ("utf-8",),
    ("windows-1256",),
    ("iso-8859-1",),
    ("utf-16",),
    ("no such encoding\0",),
    ("utf-7",),
)
# Words of letters that windows-1256 holds, in texts long enough to be told by.
WORDS = st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهوي"), min_size=2, max_size=8)
TEXTS = st.lists(WORDS, min_size=20, max_size=60).map(" ".join)


def same(text: str) -> str:
    """A text with one kind of blank: Apple's encoding has two blanks for one letter."""
    return text.replace("\xa0", " ")


@pytest.mark.parametrize("claims", CLAIMS)
@pytest.mark.parametrize("encoding", ["utf-8", *WIDE, *SINGLE])
def test_the_text_comes_out_whatever_is_claimed(encoding: str, claims: tuple[str, ...]) -> None:
    """Evidence decides: a claim that lies changes nothing, and nothing was mended."""
    text = SINGLE.get(encoding, TEXT)
    decoded = decode(text.encode(encoding), claims)
    assert (same(decoded.text), decoded.mended) == (text, None)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-8", "cp1256"])
@given(text=TEXTS)
def test_random_words_come_out(encoding: str, text: str) -> None:
    """Whatever the words are, forty letters of them are enough to know their encoding."""
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("length", [200, 60])
@pytest.mark.parametrize("encoding", SINGLE)
def test_a_piece_is_enough(encoding: str, length: int) -> None:
    """The opening of an article tells its encoding."""
    text = SINGLE[encoding][:length]
    assert same(decode(text.encode(encoding)).text) == text


def test_the_letters_may_stand_behind_a_long_script() -> None:
    """A page that opens with a megabyte of ASCII is judged by its letters."""
    head = "var data = 1;\n" * 70_000
    assert decode((head + TEXT).encode("cp1256")).text == head + TEXT


@pytest.mark.parametrize(
    ("text", "encoding", "claims"),
    [
        ("Le café était fermé, à cause de l'été passé là-bas.", "cp1252", ()),
        ("Привет, это статья о порте.", "koi8-r", ("koi8-r",)),
        ("Only English sentences are said here.", "utf-8", ("windows-1256",)),
    ],
)
def test_other_scripts(text: str, encoding: str, claims: tuple[str, ...]) -> None:
    """A text in another script is not read as Arabic."""
    assert decode(text.encode(encoding), claims).text == text


def test_lines_of_another_encoding() -> None:
    """A file that was put together from two encodings gives all its lines, and says so."""
    first, second = TEXT.splitlines(keepends=True)
    decoded = decode(first.encode() + second.encode("cp1256"))
    assert (decoded.text, decoded.mended) == (TEXT, "lines in cp1256")
    assert decode(3 * first.encode("cp1256") + second.encode()).text == 3 * first + second


def test_broken_bytes_are_told() -> None:
    """A byte that is no letter stands as U+FFFD where it was; the letters around it stay."""
    content = TEXT.encode()
    decoded = decode(content[:30] + b"\xff" + content[30:])
    assert decoded.text.replace("\ufffd", "") == TEXT
    assert decoded.mended == "1 letters could not be read"
    assert decode(content[: len(content) // 2 * 2 - 5]).mended == "1 letters could not be read"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"\x89PNG\r\n\x1a\n....", "a PNG picture"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"{\\rtf1 a}", "an RTF document"),
    ],
)
def test_another_format_is_named(content: bytes, name: str) -> None:
    """A picture that is called an article is told for what it is."""
    with pytest.raises(SourceError, match=name) as error:
        decode(content)
    assert error.value.kind == "binary"


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"a\0b", "binary"), (bytes(range(1, 256)) * 9, "encoding"), (b"\xff\xfe\xd8\xd9\0 \x80", "binary")],
)
def test_what_is_no_text_is_refused(content: bytes, kind: str) -> None:
    """Bytes that give no plausible letters are no article."""
    with pytest.raises(SourceError) as error:
        decode(content)
    assert error.value.kind == kind


def test_a_stray_control_character_makes_no_text_unreadable() -> None:
    """A page of the nineties keeps its encoding though an editor left a sign of deletion in it."""
    text = "Der Bürgermeister eröffnete gestern die Brücke über den Fluß.\x7f Viele Gäste kamen.\n" * 3
    decoded = decode(text.encode("cp1252"), ("iso-8859-1",))
    assert "Brücke über den Fluß" in decoded.text


@given(st.binary(max_size=300), st.lists(st.text(max_size=12), max_size=2).map(tuple))
@example(b"\xff\xfe\x00\xd8", ("utf-16",))
@example(b"\xef\xbb\xbf\xff", ("idna",))
def test_any_bytes_give_text_or_a_sentence(content: bytes, claims: tuple[str, ...]) -> None:
    """Nothing but `SourceError` is raised, and half of a surrogate pair never comes out."""
    try:
        text = decode(content, claims).text
    except SourceError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either outcome is right
    else:
        assert not any("\ud800" <= sign <= "\udfff" for sign in text)
        assert "\0" not in text
