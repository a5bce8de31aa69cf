"""A message gives its body and what is attached to it, however broken it is; nothing else happens."""

import base64
from email.message import EmailMessage
from time import monotonic, process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brief import readers
from brief.errors import SourceError
from brief.model import Enclosed, Page
from brief.readers import confined, pages
from brief.readers.mail import read_mail
from brief.readers.quoted import bare_subject, unwrapped

TEXT = (
    "افتتحت البلدية حديقة النخيل قرب الميناء، ودخلها في اليوم الأول نحو 4000 زائر.\n\n"
    "وقالت المديرة إن الأشجار من نوع يغذّي التربة ولا يحتاج إلى ماء كثير في الصيف.\n"
)
HTML = "<html><style>p { color: red }</style><p>" + TEXT.replace("\n\n", "</p><p>") + "</p></html>"
HEAD = b"From: a@example.org\r\nMIME-Version: 1.0\r\n"


def message(**headers: str) -> EmailMessage:
    """A message with the headers given."""
    made = EmailMessage()
    for name, value in {"From": "منى سالم <a@example.org>", **headers}.items():
        made[name.replace("_", "-")] = value
    return made


def read(content: bytes) -> list[Enclosed | Page]:
    """All that a message holds."""
    return list(read_mail(content, None))


def aside(page: Enclosed | Page) -> list[tuple[str | None, str]]:
    """The lines of a page that are none of its own, with the reason."""
    assert isinstance(page, Page)
    return [(hint.reason, page.text[hint.start : hint.end]) for hint in page.hints]


# The header -----------------------------------------------------------------------------


def test_a_plain_message() -> None:
    """The body with the subject as its title and the sender's day; a person is no publisher."""
    made = message(Subject="Fwd: RE[2]: رد: حديقة النخيل", Date="Tue, 05 Mar 2024 23:10:00 -0500")
    made.set_content(TEXT)
    assert read(made.as_bytes()) == [Page(text=TEXT, title="حديقة النخيل", published="2024-03-05")]


def test_a_message_to_many_names_its_publisher() -> None:
    """A newsletter comes from a house."""
    made = message(List_Id="<news.example.org>")
    made.replace_header("From", "مركز الضفاف <a@example.org>")
    made.set_content(TEXT)
    assert read(made.as_bytes())[0].publisher == "مركز الضفاف"


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-8", "iso-8859-1", "no-such", "idna"])
def test_a_subject_in_old_encodings(encoding: str) -> None:
    """Encoded words in windows-1256 are read, whatever encoding they name."""
    word = base64.b64encode("حديقة النخيل قرب الميناء".encode("cp1256")).decode()
    content = f"From: a\r\nSubject: =?{encoding}?B?{word}?=\r\n\r\n".encode() + TEXT.encode()
    assert read(content)[0].title == "حديقة النخيل قرب الميناء"


def test_a_raw_subject() -> None:
    """A header with bare bytes in it is read like any text."""
    subject = "حديقة النخيل قرب الميناء الجديد في المدينة"
    content = b"From: a\r\nSubject: " + subject.encode("cp1256") + b"\r\n\r\n" + TEXT.encode()
    assert read(content)[0].title == subject


@pytest.mark.parametrize(
    "day", ["31 Feb 2024 10:00:00 +0000", "x", "", "Mon, 01 Jan 99999 00:00:00", "1 Jan 1970"]
)
def test_impossible_dates(day: str) -> None:
    """A date that cannot be is none."""
    assert read(f"From: a\r\nDate: {day}\r\n\r\n{TEXT}".encode())[0].published is None


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("Re: Fw: أ", "أ"),
        ("إعادة توجيه: أ: ب", "أ: ب"),
        ("ردّ\uff1a أ", "أ"),
        ("مردود: أ", "مردود: أ"),
        ("Re:", ""),
    ],
)
def test_what_mail_programs_add_to_subjects(subject: str, bare: str) -> None:
    """Answers and forwards lose their mark, a word that only looks like one stays."""
    assert bare_subject(subject) == bare


# The body -------------------------------------------------------------------------------


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "iso-8859-1", "us-ascii", "nonsense"])
def test_a_charset_that_lies(charset: str) -> None:
    """The letters decide, not what the part declares."""
    head = HEAD + f"Content-Type: text/plain; charset={charset}\r\n\r\n".encode()
    for encoding in ("utf-8", "cp1256"):
        (page,) = read(head + TEXT.encode(encoding))
        assert isinstance(page, Page)
        assert page.text == TEXT


def test_the_richer_alternative() -> None:
    """HTML that says more than the text beside it is read; HTML that says the same is not."""
    made = message(Subject="حديقة")
    made.set_content("لا يعرض برنامجكم هذه الرسالة.")
    made.add_alternative(HTML, subtype="html")
    (part,) = read(made.as_bytes())
    assert isinstance(part, Enclosed)
    assert (part.suffix, part.charset, part.title) == (".html", "utf-8", "حديقة")
    made = message()
    made.set_content(TEXT)
    made.add_alternative(HTML, subtype="html")
    assert read(made.as_bytes()) == [Page(text=TEXT)]


def test_what_is_attached() -> None:
    """Articles are enclosed under their names, pictures are passed over, what is not read is told."""
    made = message()
    made.set_content("للاطلاع.")
    made.add_attachment(TEXT.encode("cp1256"), maintype="text", subtype="plain", filename="مقال.txt")
    made.add_attachment(b"%PDF-", maintype="application", subtype="octet-stream", filename="../a.PDF")
    made.add_attachment(b"x", maintype="image", subtype="png", filename="a.png")
    made.add_attachment(b"x", maintype="application", subtype="zip", filename="a.zip")
    body, article, document, refused = read(made.as_bytes())
    assert isinstance(body, Page)
    assert isinstance(article, Enclosed)
    assert isinstance(document, Enclosed)
    assert isinstance(refused, Page)
    assert (article.suffix, article.name, article.content) == (".txt", "مقال.txt", TEXT.encode("cp1256"))
    assert (document.suffix, document.name) == (".pdf", ".._a.PDF")
    assert (article.title, article.published) == (None, None)
    assert refused.refused is not None
    assert (refused.title, refused.refused.kind) == ("a.zip", "format")


def test_a_message_that_is_passed_on() -> None:
    """A message inside of a message speaks for itself."""
    inner = message(Subject="حديقة", Date="Tue, 05 Mar 2024 10:00:00 +0300")
    inner.set_content(TEXT)
    outer = message(Subject="للاطلاع", Date="Fri, 08 Mar 2024 10:00:00 +0300")
    outer.set_content("انظروا أدناه.")
    outer.add_attachment(inner)
    assert [(page.title, page.published) for page in pages(".eml", outer.as_bytes())] == [
        ("للاطلاع", "2024-03-08"),
        ("حديقة", "2024-03-05"),
    ]


def test_one_bad_part_does_not_cost_the_others() -> None:
    """What cannot be read of a message is set aside with its reason."""
    made = message()
    made.set_content(TEXT)
    made.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="text", subtype="plain", filename="a.txt")
    body, bad = pages(".eml", made.as_bytes())
    assert body.text == TEXT
    assert bad.refused is not None
    assert (bad.title, bad.refused.kind) == ("a.txt", "binary")


def test_flowed_text_is_unwrapped() -> None:
    """A paragraph that the mail program broke into lines is one line again."""
    head = HEAD + b"Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
    (page,) = read(head + "افتتحت البلدية \r\nحديقة النخيل.\r\n\r\n  ثم\r\n> أ \r\n-- \r\nمنى".encode())
    assert isinstance(page, Page)
    assert page.text == "افتتحت البلدية حديقة النخيل.\n\n ثم\n> أ \n-- \nمنى"


def test_quotations_and_the_signature_are_aside() -> None:
    """What others wrote before, the line that names them, and the signature are none of the body."""
    (page,) = read(HEAD + f"\r\n{TEXT}\nكتب فلان في 3 مارس:\n> قديم\n>> أقدم\n-- \nمنى\nالهاتف\n".encode())
    assert aside(page) == [
        ("quoted message", "كتب فلان في 3 مارس:"),
        ("quoted message", "> قديم"),
        ("quoted message", ">> أقدم"),
        ("signature", "--"),
        ("signature", "منى"),
        ("signature", "الهاتف"),
    ]


QUOTED = "-----Original Message-----\nمن: فلان\nتاريخ الإرسال: 5/3/2024\nالموضوع: حديقة\n\n"


def test_below_an_answer_stands_what_it_answers() -> None:
    """Under a body of its own the message that was answered is aside, all of it."""
    (page,) = read(HEAD + f"\r\n{TEXT}\n{QUOTED}{TEXT}".encode())
    assert [line for _, line in aside(page)] == [line for line in (QUOTED + TEXT).splitlines() if line]
    assert {reason for reason, _ in aside(page)} == {"quoted message"}


@pytest.mark.parametrize("head", [b"", b"Subject: Fwd: x\r\n"])
def test_below_a_forward_stands_the_article(head: bytes) -> None:
    """Where the body says little, or the subject that it is passed on, only the header is aside."""
    (page,) = read(HEAD + head + f"\r\nللاطلاع.\n{QUOTED}{TEXT}".encode())
    assert aside(page) == [("message header", line) for line in QUOTED.splitlines() if line]


# Broken and hostile ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (TEXT.encode(), "format"),
        (b"\x89PNG\r\n\x1a\n", "binary"),
        (b"From: a\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 3000, "format"),
    ],
)
def test_what_is_no_message(content: bytes, kind: str) -> None:
    """A file that is no message, or one without a bottom, is refused in a sentence."""
    with pytest.raises(SourceError) as error:
        read(content)
    assert error.value.kind == kind


@pytest.mark.parametrize("boundary", [b"", b"; boundary=zz"])
def test_a_boundary_that_never_comes(boundary: bytes) -> None:
    """Parts that were promised and are missing leave the text that is there."""
    (page,) = read(HEAD + b"Content-Type: multipart/mixed" + boundary + b"\r\n\r\n" + TEXT.encode())
    assert isinstance(page, Page)
    assert page.text == TEXT


def test_ten_thousand_parts() -> None:
    """More parts than anyone reads are refused, at once."""
    part = b"--zz\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + "نص".encode() + b"\r\n"
    with pytest.raises(SourceError, match="more than 1000 articles"):
        pages(".eml", HEAD + b"Content-Type: multipart/mixed; boundary=zz\r\n\r\n" + part * 10_000)


def test_alternatives_in_alternatives() -> None:
    """Nesting costs no more than its length."""
    content = HEAD + b"Content-Type: multipart/alternative; boundary=b0\r\n\r\n"
    for number in range(60):
        part = f"--b{number}\r\nContent-Type: text/plain\r\n\r\n{TEXT}\r\n--b{number}\r\n"
        content += f"{part}Content-Type: multipart/alternative; boundary=b{number + 1}\r\n\r\n".encode()
    assert read(content)


def test_garbage_in_base64() -> None:
    """What cannot be decoded gives no letters, and says so."""
    head = HEAD + b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    (page,) = read(head + b"!!!!@@@@////abc\r\n")
    assert isinstance(page, Page)
    assert page.refused or not page.text.strip("!@/abc\r\n")


PIECES = st.sampled_from(
    [
        b"\r\n",
        b"\r\n\r\n",
        b"From: ",
        b"Subject: =?utf-8?q?",
        b"?=",
        b"Date: ",
        b"Content-Type: ",
        b"multipart/mixed",
        b"; boundary=a",
        b"--a",
        b"--a--",
        b"text/plain",
        b"text/html",
        b"; charset=",
        b"utf-7",
        b"message/rfc822",
        b"multipart/alternative",
        b"Content-Transfer-Encoding: ",
        b"base64",
        b"quoted-printable",
        b"x-uuencode",
        b"; filename*0*=utf-8''%zz",
        b"Content-Disposition: attachment",
        b"begin 644 a",
        b"\xff\xfe",
        "حديقة".encode(),
    ]
)


@given(st.lists(PIECES | st.binary(max_size=6), max_size=40).map(b"".join))
@example(b"From: a\r\nContent-Type: text/plain; charset*=x'y'\"%ff\r\n\r\nx")
def test_any_bytes_give_pages_or_a_sentence(content: bytes) -> None:
    """However a message is broken, nothing but `SourceError` is raised."""
    try:
        parts = read(content)
    except SourceError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either outcome is right
    else:
        assert all(isinstance(part, Page | Enclosed) for part in parts)


def test_a_long_flowed_paragraph_costs_one_pass() -> None:
    """A paragraph of 20,000 lines is put together once."""
    start = process_time()
    whole = unwrapped(("word " * 14 + "\n") * 20_000, drop_blank=False)
    assert whole == "word " * 14 * 20_000
    assert process_time() - start < 1


def test_enclosed_files_share_one_allowance(monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies behind too many contents, or behind one that took all the time, is refused by a sentence."""
    made = message(Subject="s")
    made.set_content(TEXT)
    for number in range(3):
        made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename=f"{number}.pdf")
    monkeypatch.setattr(readers, "Allowance", lambda: confined.Allowance(contents=2))
    body, *attached = pages(".eml", made.as_bytes())
    assert body.text == TEXT
    assert [page.refused.kind for page in attached if page.refused] == ["broken", "broken", "large"]
    monkeypatch.setattr(confined, "_PROGRAM", "import time; time.sleep(9)")
    monkeypatch.setattr(readers, "Allowance", lambda: confined.Allowance(seconds=0.3))
    start = monotonic()
    body, *attached = pages(".eml", made.as_bytes())
    said = [page.refused.message for page in attached if page.refused]
    assert ["behind others" in message for message in said] == [False, True, True]
    assert monotonic() - start < 3
