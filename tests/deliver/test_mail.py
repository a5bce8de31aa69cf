"""A mail as its reader's program takes it apart: heads, text, page, the PDF."""

import email
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from msgspec import structs

from brief import shelf
from brief.deliver import Correction, Parcel, Recipient, Server, letter, mail, parcels
from brief.errors import TopicError
from brief.model import Brief, Changes, Gone, Since
from brief.outputs import record
from brief.printed import plain
from brief.protect import handed
from brief.protect.passwords import PasswordError
from brief.short import shortened
from tests.deliver.issues import NOW, PDF, TITLE, brief, issue

SERVER = Server(host="localhost", sender="brief@example.org", name="مكتب الدراسات", security="none")
READER = Recipient(channel="mail", address="reader@example.org", name="القارئ، الأول")
SINCE = Since("2024-W25", "2024-06-23", "d")
HOSTILE = '<script>alert(1)</script> "السوق" & </td><img src=http://x.example/ onerror=a()>'


def parsed(parcel: Parcel, server: Server = SERVER, recipient: Recipient = READER) -> EmailMessage:
    """The message as the standard library reads it back."""
    reference = mail.message_id(parcel, recipient, server)
    content = mail.composed(parcel, recipient, server, reference, NOW)
    message = email.message_from_bytes(content, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def body(message: EmailMessage, kind: str) -> str:
    """The text or the page."""
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content())


class Tags(HTMLParser):
    """What elements and addresses a page has, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        """Note its text."""
        self.text += data


def test_the_message_has_its_parts_in_order(tmp_path: Path) -> None:
    """Text and page are alternatives of each other, the PDF stands beside them under a plain name."""
    folder = issue(tmp_path)
    message = parsed(parcels.parcel(folder, drafts=False))
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf"]
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == "souk-2024-w26.pdf"
    assert attached.get_content() == PDF + b"2024-W26"


def test_the_heads_say_what_it_is(tmp_path: Path) -> None:
    """Who, to whom, what, when; and how to file and to leave it."""
    message = parsed(parcels.parcel(issue(tmp_path), drafts=False))
    assert str(message["From"]) == "مكتب الدراسات <brief@example.org>"
    assert message["To"].addresses[0].display_name == READER.name
    assert message["To"].addresses[0].addr_spec == READER.address
    assert str(message["Subject"]) == f"موجز سياسات: {TITLE} (من 23 إلى 29 حزيران 2024)"
    assert parsedate_to_datetime(str(message["Date"])) == NOW
    assert message["List-Id"] == "<souk.example.org>"
    assert message["List-Unsubscribe"] == "<mailto:brief@example.org?subject=unsubscribe%20souk>"
    assert message["List-Unsubscribe-Post"] is None
    assert message["Auto-Submitted"] == "auto-generated"


def test_one_click_is_promised_where_an_address_takes_it(tmp_path: Path) -> None:
    """The address holds who leaves what, and long as it is, it is not encoded."""
    server = structs.replace(
        SERVER, unsubscribe=f"https://example.org/{'x' * 90}?who={{address}}&t={{topic}}"
    )
    reader = structs.replace(READER, address="a+b@example.org")
    message = parsed(parcels.parcel(issue(tmp_path), drafts=False), server, reader)
    address = f"<https://example.org/{'x' * 90}?who=a%2Bb%40example.org&t=souk>"
    assert str(message["List-Unsubscribe"]).startswith(address)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    raw = mail.composed(parcels.parcel(issue(tmp_path), drafts=False), reader, server, "<x@y>", NOW)
    assert address.encode() in raw


def test_the_message_id_stays_and_is_each_readers_own(tmp_path: Path) -> None:
    """The same files and reader give the same name; other files or another reader another."""
    parcel = parcels.parcel(issue(tmp_path), drafts=False)
    one = mail.message_id(parcel, READER, SERVER)
    assert one == mail.message_id(parcel, structs.replace(READER, address="Reader@Example.ORG"), SERVER)
    assert one != mail.message_id(parcel, structs.replace(READER, address="other@example.org"), SERVER)
    assert one != mail.message_id(structs.replace(parcel, digest="other"), READER, SERVER)
    assert str(parsed(parcel)["Message-ID"]) == one


def test_the_same_message_has_the_same_bytes(tmp_path: Path) -> None:
    """Nothing in it is drawn by chance."""
    parcel = parcels.parcel(issue(tmp_path), drafts=False)
    made = [mail.composed(parcel, READER, SERVER, "<x@y>", NOW) for _ in range(2)]
    assert made[0] == made[1]
    assert all(len(line) <= 998 for line in made[0].split(b"\r\n"))
    assert b"\n" not in made[0].replace(b"\r\n", b"")


def test_text_and_page_tell_the_summary(tmp_path: Path) -> None:
    """Every line of it with its sources, in both."""
    message = parsed(parcels.parcel(issue(tmp_path), drafts=False))
    page = Tags(body(message, "html"))
    for words in ("أغلقت بلدية النخيل", "ارتفعت أسعار الخضار بنسبة", "نشرة الحي", "للاستعمال الرسمي", "[1]"):
        assert words in body(message, "plain")
        assert words in page.text
    assert all(line.startswith("\u200f") for line in body(message, "plain").splitlines() if line)
    assert '<body dir="rtl"' in body(message, "html")


def test_a_correction_says_first_what_was_wrong(tmp_path: Path) -> None:
    """Before the title, in text and page, and in the subject."""
    parcel = parcels.parcel(issue(tmp_path), drafts=False)
    wrong = Correction(issue="2024-W25", folder=tmp_path / "nowhere", reason="كان الرقم 30 بدل 3.")
    message = parsed(structs.replace(parcel, corrects=wrong))
    assert str(message["Subject"]).startswith("تصحيح: ")
    for told in (body(message, "plain"), Tags(body(message, "html")).text.replace(TITLE, "", 1)):
        assert told.index("كان الرقم 30 بدل 3.") < told.index("مجلس المدينة")
        assert "2024-W25" in told


def test_the_earlier_issue_is_called_by_its_days(tmp_path: Path) -> None:
    """A reader knows days, not the names of folders."""
    earlier = issue(tmp_path, "2024-06-23--2024-06-29")
    shelf.put(
        earlier,
        shelf.Edition(topic="souk", issue="x", start="2024-06-23", end="2024-06-29", revision=1, inputs="x"),
    )
    wrong = Correction(issue=earlier.name, folder=earlier, reason="خطأ")
    message = parsed(structs.replace(parcels.parcel(issue(tmp_path), drafts=False), corrects=wrong))
    assert "(من 23 إلى 29 حزيران 2024)، وقد سُحبت تلك" in body(message, "plain")
    assert "2024-06-23--" not in body(message, "plain")


def since_then(text: str) -> Brief:
    """A brief compared with an earlier issue, whose one line `text` is no longer so."""
    made = brief()
    item = structs.replace(made.sections[0].items[0], text=text)
    changes = Changes(since=SINCE, gone=(Gone(item, "withdrawn"),))
    return structs.replace(made, changes=changes)


def test_what_changed_is_told_before_the_summary(tmp_path: Path) -> None:
    """Since when, how much, and the line itself with its source, in text and page."""
    made = since_then("فُتح سوق السمك أمام الزوار.")
    message = parsed(parcels.parcel(issue(tmp_path, made=made), drafts=False))
    for told in (body(message, "plain"), Tags(body(message, "html")).text):
        places = [
            told.index(words)
            for words in ("ما الذي تغيّر", "23 حزيران 2024.", "بند لم يعد قائمًا", "سوق السمك", "أغلقت بلدية")
        ]
        assert places == sorted(places)
        assert "[1] (لم يعد مصدره يقول ذلك)" in told.replace("\n", " ")
    assert "ما الذي تغيّر" not in body(
        parsed(parcels.parcel(issue(tmp_path / "first"), drafts=False)), "plain"
    )


def test_a_short_issue_says_that_nothing_came_in(tmp_path: Path) -> None:
    """It has no summary, and counts nothing."""
    made = structs.replace(brief(), changes=Changes(since=SINCE))
    message = parsed(parcels.parcel(issue(tmp_path, made=shortened(made)), drafts=False))
    for told in (body(message, "plain"), Tags(body(message, "html")).text):
        assert "لم يرد في أيام هذا العدد مقال جديد عن الموضوع." in told
        assert "لا جديد منذ عدد 23 حزيران 2024." in told
        assert "بلا بنود" not in told


def test_an_archive_is_linked_where_it_is_named(tmp_path: Path) -> None:
    """In the text the address stands alone in its line, so that nothing is copied with it."""
    link = "https://example.org/briefs/topics/souk/2024-W26/"
    parcel = structs.replace(parcels.parcel(issue(tmp_path), drafts=False), link=link)
    message = parsed(parcel)
    assert link in body(message, "plain").splitlines()
    assert f'<a href="{link}"' in body(message, "html")


def test_a_draft_says_that_it_is_one(tmp_path: Path) -> None:
    """Nobody takes for approved what was not."""
    message = parsed(parcels.parcel(issue(tmp_path, approved=False), drafts=True))
    assert str(message["Subject"]).startswith("مسودة: ")
    assert "لم يعتمد" in body(message, "plain")


@settings(max_examples=40, phases=[Phase.explicit, Phase.generate])
@given(st.text(min_size=1, max_size=200))
@example(HOSTILE)
@example("x\r\nBcc: victim@example.org\r\n\r\nbody")
@example("\u202eabc\u2066 السوق")
@example("السوق " * 60)
@example("0000000¡¡¡¡🂠\r¡")
@example("=?utf-8?b?2YXZiA==?= <a@b>, c")
def test_no_title_gets_out_of_its_place(title: str) -> None:
    """Words of a source stay words in the head, the text and the page."""
    gone = since_then(title).changes
    told = structs.replace(brief(title=title, texts=((title, title), ("نص", None))), changes=gone)
    parcel = Parcel(topic="souk", issue="2024-06-30", folder=Path("nowhere"), digest="d")
    with patch.object(record, "load", lambda _: told):
        made = letter.letter(parcel)
    carried = mail.Enclosure(made.subject, "ar", letter.text(made), letter.page(made), PDF)
    with patch.object(mail, "_enclosure", lambda _: carried):
        message = parsed(parcel)
    assert "Bcc" not in message
    assert [one.addr_spec for one in message["To"].addresses] == [READER.address]
    assert str(message["Subject"]) == made.subject
    assert plain(made.subject) == made.subject
    page = Tags(letter.page(made))
    assert page.tags <= {
        "html", "head", "meta", "title", "body", "table", "tr", "td", "p", "h1", "h2", "b", "span"
    }  # fmt: skip
    assert not page.attributes & {"src", "href", "onerror", "onload", "background"}


def test_files_that_changed_since_are_not_sent(tmp_path: Path) -> None:
    """What is attached is what the digest of the parcel stands for."""
    folder = issue(tmp_path)
    parcel = parcels.parcel(folder, drafts=False)
    (folder / "brief.pdf").write_bytes(PDF + b"another")
    with pytest.raises(TopicError, match="was changed while it was shared"):
        parsed(parcel)


def test_an_issue_without_a_pdf_is_told(tmp_path: Path) -> None:
    """The sentence says which format is missing."""
    folder = issue(tmp_path)
    (folder / "brief.pdf").unlink()
    with pytest.raises(TopicError, match="--to pdf"):
        parsed(parcels.parcel(folder, drafts=True))


def test_a_message_that_no_server_takes_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its size is told instead."""
    monkeypatch.setattr(mail, "MOST_BYTES", 1000)
    with pytest.raises(TopicError, match="more than mail servers take"):
        parsed(parcels.parcel(issue(tmp_path), drafts=False))


def test_a_topic_in_arabic_has_names_that_heads_take(tmp_path: Path) -> None:
    """The list and the file have stand-ins."""
    message = parsed(parcels.parcel(issue(tmp_path, made=brief(topic="سوق النخيل")), drafts=False))
    (attached,) = message.iter_attachments()
    assert str(attached.get_filename()).isascii()
    assert str(message["List-Id"]).isascii()


def test_who_has_a_password_gets_nothing_in_the_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Her message holds the locked PDF and no word of the brief; without the password none is made."""
    monkeypatch.setattr(handed, "locked", lambda printed, _variable, _environment: printed[::-1])
    reader = structs.replace(READER, password="BRIEF_PASSWORD_1")  # noqa: S106 - the name of a variable
    parcel = parcels.parcel(issue(tmp_path), drafts=False)
    message = parsed(parcel, SERVER, reader)
    (attached,) = message.iter_attachments()
    assert attached.get_content() == (PDF + b"2024-W26")[::-1]
    told = f"{message['Subject']} {body(message, 'plain')} {body(message, 'html')}"
    assert not {word for word in (TITLE, "بلدية", "حريق", "نشرة") if word in told}
    assert "مشفّر" in told
    monkeypatch.undo()
    monkeypatch.delenv("BRIEF_PASSWORD_1", raising=False)
    with pytest.raises(PasswordError):
        parsed(parcel, SERVER, reader)
