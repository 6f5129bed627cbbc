"""Makes the pictures of docs/handouts.md: the first sheet of each handout, as a small PNG of few colors.

Run by ``make pictures``.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

from handout_samples import Sample, samples
from PIL import Image

from pathwayctl.rendering.pages import Document, Front
from pathwayctl.rendering.pdf import first_sheet

PICTURES: Final = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "handouts"
DOTS: Final = 80.0
"""Per inch, before a sheet is made as wide as all pictures are."""
WIDTH: Final = 640
COLORS: Final = 12


def main() -> None:
    """Write every picture anew, and take away those of handouts that are no more."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    for sample in samples():
        sheet = Image.open(io.BytesIO(_first_sheet(sample))).convert("RGB")
        small = sheet.resize((WIDTH, round(sheet.height * WIDTH / sheet.width)), Image.Resampling.LANCZOS)
        few = small.quantize(COLORS, dither=Image.Dither.NONE)
        few.save(PICTURES / f"{sample.handout.id}.png", optimize=True)


def _first_sheet(sample: Sample) -> bytes:
    document = Document(sample.handout.id, sample.frame, Front(), ((sample.page, sample.frame),))
    return first_sheet(document, DOTS)


if __name__ == "__main__":
    main()
