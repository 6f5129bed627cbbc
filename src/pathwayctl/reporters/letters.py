"""Letters to mail: a draft of an e-mail for each, and one table for a mail merge.

The drafts and the table have no clock and no random number in them: the same plan gives the same bytes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from typing import Final

from pathwayctl.handouts.partners.invitations import InvitationLetter
from pathwayctl.rendering.blocks import Block, Items, Lines, Paragraph
from pathwayctl.rendering.markup import escape
from pathwayctl.rendering.pages import Page
from pathwayctl.reporters.lines import harmless

_FORMULA: Final = tuple("-=+@＝＋－＠\t\r")


def draft_of(letter: InvitationLetter, page: Page) -> bytes:
    """A letter as a draft that Outlook, Apple Mail, and Thunderbird open to be sent (RFC 5322).

    ``X-Unsent`` tells Outlook that it is a draft. The date, the sender, and the id of the message come from
    the program that sends it.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(harmless(letter.subject).split())
    if letter.email:
        message["To"] = letter.email
    message["X-Unsent"] = "1"
    body = page.blocks[3:]  # an e-mail goes without the letterhead, the date, and the address
    text, html = "\n\n".join(_plain(body)), "\n".join(_html(body))
    message.set_content(f"{text}\n")
    message.add_alternative(f'<html lang="en"><body>\n{html}\n</body></html>\n', subtype="html")
    message.set_boundary(sha256((text + html).encode()).hexdigest()[:32])
    return message.as_bytes()


def _plain(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield "\n".join(filter(None, block.text.split("\n")))
            case Items():
                yield "\n".join(f"- {one}" for one in block.items)
            case Lines():
                yield f"{block.label}:"


def _html(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph():
                yield f"<p>{'<br>'.join(escape(line) for line in block.text.split(chr(10)) if line)}</p>"
            case Items():
                yield f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in block.items)}</ul>"
            case Lines():
                yield f"<p>{escape(block.label)}:</p>"


def merge_table(letters: Iterable[InvitationLetter]) -> bytes:
    """A row for each letter, for a mail merge in Word or LibreOffice; no cell is taken for a formula."""
    rows = [letter.merge for letter in letters]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([name for name, _ in rows[0]] if rows else [])
    writer.writerows([_cell(text) for _, text in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")  # the mark tells Excel that it is UTF-8


def _cell(text: str) -> str:
    shown = "\n".join(" ".join(harmless(line).split()) for line in text.split("\n"))
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
