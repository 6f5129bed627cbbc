"""Pages to PDF, by a browser that is on the machine: Chrome, Chromium or Edge.

The browser runs without a window and without the network, in a folder of its own that is thrown away.
Its PDFs carry tags and bookmarks, so that they can be read aloud, and a reader finds the way. The day and
the hour that it writes into them are taken out again: the same pages give the same bytes.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pathwayctl.quick_dataclass import dataclass

BROWSER_VARIABLE: Final = "PATHWAYCTL_BROWSER"
"""Names the browser to use, where it is not found by itself."""
_COMMANDS: Final = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "microsoft-edge-stable", "msedge",
)  # fmt: skip
_PLACES: Final = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "win32": (
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ),
}
_OPTIONS: Final = (
    "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions",
    "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer", "--generate-pdf-document-outline",
)  # fmt: skip
_SECONDS: Final = 120
_STAMP: Final = re.compile(rb"/(?:CreationDate|ModDate) \(D:(\d{14})")
_THEN: Final = b"20000101000000"


@dataclass(frozen=True, slots=True)
class NoPdf:
    """Why there is no PDF."""

    message: str


def find_browser(environment: Mapping[str, str] = os.environ) -> str | None:
    """The browser to print with: the one that is named, else the first that is found."""
    named = environment.get(BROWSER_VARIABLE, "")
    if named:
        return shutil.which(named)
    found = (shutil.which(command) for command in _COMMANDS)
    places = (place for place in _PLACES.get(sys.platform, ()) if Path(place).is_file())
    return next((one for one in (*found, *places) if one), None)


def pdf_of(page: str, browser: str) -> bytes | NoPdf:
    """A page (all of it, as HTML) as a PDF."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "page.html").write_text(page, "utf-8")
        command = [browser, *_OPTIONS, f"--user-data-dir={folder / 'profile'}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")  # which the browser insists on for the machine's administrator
        command += [f"--print-to-pdf={folder / 'page.pdf'}", (folder / "page.html").as_uri()]
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - the browser found above, and options of our own
            return _undated((folder / "page.pdf").read_bytes())
        except subprocess.TimeoutExpired:
            return NoPdf(f"The browser took longer than {_SECONDS} seconds.")
        except OSError:
            return NoPdf(f"The browser {browser} made no PDF.")


def _undated(data: bytes) -> bytes:
    """The PDF without the moment at which it was made; no byte moves."""
    return _STAMP.sub(lambda found: found[0].replace(found[1], _THEN), data)
