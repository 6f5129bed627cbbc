"""Letters as drafts of e-mails, and as the table of a mail merge."""

from __future__ import annotations

import csv
import io
from email import message_from_bytes, policy

from pathwayctl.handouts.partners.invitations import InvitationLetter
from pathwayctl.rendering.blocks import Items, Paragraph
from pathwayctl.rendering.pages import Page
from pathwayctl.reporters.letters import draft_of, merge_table


def letter(name: str = "Zoë Park") -> InvitationLetter:
    return InvitationLetter(
        (), "", (name,), "", "", (), (), "", (), "", email="zoe@example.org",
        subject="Invitation to\r\nBcc: all@example.org",
        merge=(("Name", name), ("Address", "1 Hill Road\nHill")),
    )  # fmt: skip


PAGE = Page(
    "Invitation",
    (
        Paragraph("Hill College"),
        Paragraph("January 4, 2027"),
        Paragraph("Zoë Park"),
        Paragraph("Dear Zoë <b>Park</b>,"),
        Items(("Kickoff: January 21",)),
        Paragraph("Sincerely,\n\n\nDana Ruiz"),
    ),
)


def test_a_draft_has_a_text_and_an_html_body() -> None:
    message = message_from_bytes(draft_of(letter(), PAGE), policy=policy.default)
    assert (message["To"], message["X-Unsent"]) == ("zoe@example.org", "1")
    assert [message[name] for name in ("Date", "Message-ID", "From", "Bcc")] == [None] * 4
    text, html = message.iter_parts()
    assert text.get_content().replace("\r", "").split("\n\n") == [
        "Dear Zoë <b>Park</b>,", "- Kickoff: January 21", "Sincerely,\nDana Ruiz\n",
    ]  # fmt: skip
    assert "<p>Dear Zoë &lt;b&gt;Park&lt;/b&gt;,</p>" in html.get_content()
    assert "<li>Kickoff: January 21</li>" in html.get_content()


def test_a_draft_has_the_same_bytes_each_time() -> None:
    assert draft_of(letter(), PAGE) == draft_of(letter(), PAGE)


def test_no_cell_of_the_merge_table_is_a_formula() -> None:
    text = merge_table([letter("=HYPERLINK(1)"), letter(" +1"), letter("-")]).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["Name"] for row in rows] == ["'=HYPERLINK(1)", "'+1", "'-"]
    assert rows[0]["Address"] == "1 Hill Road\nHill"
