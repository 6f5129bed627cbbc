"""Makes the pictures of docs/handouts.md: the top of a page for each handout, as a small PNG of few colors.

Run by ``make pictures``. It needs Chromium and ImageMagick on the machine.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from handout_samples import Sample, samples, written
from playwright.sync_api import Browser, sync_playwright

from pathwayctl.rendering.pdf import find_browser

PICTURES: Final = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "handouts"
WIDTH: Final = 640
HEIGHT: Final = 900
NARROW, WIDE = 860, 1180
"""The width of the screen that is pictured, for pages along and across the sheet."""
COLORS: Final = 24


def main() -> None:
    """Write every picture anew, and take away those of handouts that are no more."""
    browser, reducer = find_browser(), shutil.which("magick") or shutil.which("convert")
    if not browser or not reducer:
        sys.exit("Chromium and ImageMagick are needed to make the pictures.")
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for sample in samples():
            shot = Path(folder) / f"{sample.handout.id}.png"
            _shoot(opened, sample, shot)
            target = PICTURES / shot.name
            command = [
                reducer,
                str(shot),
                "-strip",
                "-dither",
                "None",
                "-colors",
                str(COLORS),
                f"PNG8:{target}",
            ]
            subprocess.run(command, check=True)
        opened.close()


def _shoot(browser: Browser, sample: Sample, target: Path) -> None:
    page_text = written(sample)
    width = WIDE if '<body class="wide' in page_text else NARROW
    scale = WIDTH / width
    context = browser.new_context(
        viewport={"width": width, "height": int(HEIGHT / scale)}, device_scale_factor=scale
    )
    page = context.new_page()
    page.set_content(page_text)
    height = min(
        int(HEIGHT / scale), page.evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
    )
    page.screenshot(path=target, clip={"x": 0, "y": 0, "width": width, "height": height})
    context.close()


if __name__ == "__main__":
    main()
