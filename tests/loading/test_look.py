"""The agency's look: colors in which words can be read, and pictures that do no harm."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathwayctl.loading.colors import BLACK, LEAST_CONTRAST, WHITE, contrast, readable
from pathwayctl.loading.logos import picture_address
from pathwayctl.loading.project import load
from pathwayctl.rendering.html import DARK

HEAD = "pathwayctl: 1\nproject:\n  name: New\n  start: 2027-01-04\n  look:\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (8).to_bytes(4) + (8).to_bytes(4)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8">{}</svg>'
COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize(
    ("color", "expected"),
    [(BLACK, 21.0), (WHITE, 1.0), ("#777777", 4.48), ("#0000ff", 8.59), ("#ff0000", 4.0)],
)
def test_contrast_is_that_of_wcag(color: str, expected: float) -> None:
    assert contrast(color, WHITE) == pytest.approx(expected, abs=0.01)
    assert contrast(WHITE, color) == contrast(color, WHITE)


@given(COLORS, st.sampled_from([WHITE, DARK]))
def test_every_color_becomes_one_that_can_be_read(color: str, ground: str) -> None:
    found = readable(color, ground)
    assert contrast(found, ground) >= LEAST_CONTRAST
    assert found == color or contrast(color, ground) < LEAST_CONTRAST


def findings(root: Path, look: str) -> list[tuple[str, str, str]]:
    (root / "pathway.yaml").write_text(HEAD + look, "utf-8")
    return [(one.code, one.message, one.hint) for one in load(root).findings]


def test_a_light_color_is_answered_with_a_darker_one(tmp_path: Path) -> None:
    ((code, message, hint),) = findings(tmp_path, '    color: "#ffcc00"\n')
    assert code == "PW648"
    assert "1.5 to 1" in message
    assert hint == 'Write color: "#8f7200"'
    assert findings(tmp_path, f"    {hint.removeprefix('Write ')}\n") == []


@pytest.mark.parametrize("written", ["1c4a73", '"1C4A73"', "123456"])
def test_a_color_without_its_sign_or_quotes_is_understood(written: str, tmp_path: Path) -> None:
    ((_, _, hint),) = findings(tmp_path, f"    color: {written}\n")
    assert hint == f'Write color: "#{written.lower().strip(chr(34))}"'


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.png", PNG, ""),
        ("a.png", b"GIF89a", "is damaged"),
        ("a.jpg", b"\xff\xd8\xff\xe0", ""),
        ("a.png", PNG[:16] + (9_000).to_bytes(4) + PNG[20:], "is more than 5,000 dots"),
        ("a.svg", SVG.format('<use href="#a"/><path fill="url(#g)"/>').encode(), ""),
        ("a.svg", SVG.format("<script>alert(1)</script>").encode(), "has parts that run"),
        ("a.svg", SVG.format('<path onload="alert(1)"/>').encode(), "has parts that run"),
        ("a.svg", SVG.format('<image href="/etc/passwd"/>').encode(), "has parts that run"),
        ("a.svg", SVG.format('<image xlink:href="https://x.org/a.png"/>').encode(), "has parts that run"),
        ("a.svg", SVG.format("<style>@import 'x.css';</style>").encode(), "has parts that run"),
        ("a.svg", SVG.format("<rect fill='url(http://x)'/>").encode(), "has parts that run"),
        ("a.svg", ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;")).encode(), "has parts that run"),
        ("a.svg", SVG.format("<script/>").encode("utf-16"), "is damaged"),
        ("a.svg", b"no picture", "is damaged"),
    ],
)
def test_a_seal_is_a_picture_that_does_no_harm(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    found = findings(tmp_path, f"    seal: {name}\n")
    assert bool(found) == bool(reason)
    assert all(code == "PW240" and f"The seal “{name}” {reason}" in message for code, message, _ in found)
    assert bool(picture_address(tmp_path, name)) == (not reason)


def test_a_link_leads_to_the_web(tmp_path: Path) -> None:
    links = "    links: [{{label: Accessibility, address: '{}'}}]\n"
    assert findings(tmp_path, links.format("https://example.org/a")) == []
    assert [code for code, _, _ in findings(tmp_path, links.format("javascript:x"))] == ["PW208"]


@pytest.mark.parametrize(
    "name",
    [
        r"C:\a.png",
        "C:a.png",
        "C:/a.png",
        r"\\server\share\a.png",
        r"\\?\C:\a.png",
        "//server/a.png",
        "/a.png",
        "../a.png",
    ],
)
def test_a_picture_in_another_place_is_refused_on_every_system(name: str, tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    for folder in (tmp_path, tmp_path / "plan"):
        if "/" not in name:
            (folder / name).write_bytes(PNG)
    (tmp_path / "a.png").write_bytes(PNG)
    ((code, message, _),) = findings(tmp_path / "plan", f"    seal: '{name}'\n")
    assert (code, message) == ("PW240", f"The seal “{name}” is not in the project’s folder.")
