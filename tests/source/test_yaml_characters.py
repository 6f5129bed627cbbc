"""From bytes to text: size, encodings and characters that no text may hold."""

from __future__ import annotations

import pytest

from pathwayctl.diagnostics import MOST_OF_A_CODE, START, Position
from pathwayctl.source.characters import CONTROL, forbidden
from pathwayctl.source.reading import Reading, read
from pathwayctl.source.rules import LARGEST_FILE


def codes(reading: Reading) -> list[str]:
    return [spot.rule.code for spot in reading.spots]


def test_bytes_that_cannot_be_in_a_text_are_those_of_forbidden_characters() -> None:
    assert bytes(code for code in range(128) if forbidden().match(chr(code))) == CONTROL


@pytest.mark.parametrize(
    "data", [b"", b"\n\n", b"# only a comment\n", b"\xef\xbb\xbf", b"---\n", b"--- # hi\n...\n"]
)
def test_an_empty_file_has_no_sections(data: bytes) -> None:
    assert read(data) == Reading({}, (), whole=True)


def test_a_byte_order_mark_is_fine() -> None:
    assert read(b"\xef\xbb\xbfa: 1\n") == Reading({"a": 1}, (), whole=True)


def test_a_file_over_20_mb_is_not_read() -> None:
    reading = read(b"#" * (LARGEST_FILE + 1))
    assert not reading.whole
    assert reading.value is None
    assert codes(reading) == ["PW101"]
    assert read(b"#" * LARGEST_FILE).whole


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_other_unicode_encodings_are_named(encoding: str) -> None:
    (spot,) = read("people: []\n".encode(encoding)).spots
    assert spot.rule.code == "PW102"
    assert "UTF-16" in spot.message
    assert "UTF-8" in spot.hint


@pytest.mark.parametrize(
    ("data", "position", "letter"),
    [
        (b"name: Jos\xe9\n", Position(1, 10, 1, 11), "“é”"),
        (b"\xef\xbb\xbf# x\r\nname: \x93hi\x94\n", Position(2, 7, 2, 8), "““”"),
        ("é: ü\r".encode() + b"x\xfc", Position(2, 2, 2, 3), "“ü”"),
    ],
)
def test_the_first_letter_in_windows_1252_is_shown(data: bytes, position: Position, letter: str) -> None:
    (spot,) = read(data).spots
    assert (spot.rule.code, spot.position) == ("PW102", position)
    assert letter in spot.message


def test_a_byte_that_is_no_letter_anywhere_is_not_shown() -> None:
    (spot,) = read(b"name: \x81\n").spots
    assert spot.message.endswith("(such as Windows-1252).")


def test_a_spreadsheet_under_a_wrong_name_is_no_text() -> None:
    (spot,) = read(b"PK\x03\x04\x14\x00\x06\x00\xff\xfe").spots
    assert (spot.rule.code, spot.position) == ("PW102", START)
    assert spot.message == "This is not a text file, whatever its name says."


@pytest.mark.parametrize("byte", range(256))
def test_every_byte_is_read_or_refused(byte: int) -> None:
    reading = read(b"a: x" + bytes([byte]) + b"y\nb: 1\n")
    assert not reading.whole or reading.value is not None
    assert reading.whole or reading.spots
    if byte < 32 and byte not in b"\t\n\r":
        assert codes(reading) == ["PW103"]
        assert reading.value == {"a": "x y", "b": 1}


@pytest.mark.parametrize("character", ["\x7f", "\x85", "\x9f", "\u2028", "\u2029", "\ufeff", "\uffff"])
def test_characters_that_cannot_be_seen_are_found_at_their_place(character: str) -> None:
    reading = read(f"é: 1\r\nkey: a{character}b # {character}\nlast: 2\n".encode())
    assert reading.value == {"é": 1, "key": "a b", "last": 2}
    assert [spot.position for spot in reading.spots] == [Position(2, 7, 2, 8), Position(2, 12, 2, 13)]
    assert f"U+{ord(character):04X}" in reading.spots[0].message


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\x1b", "\\u0085", "\\L", "\\u2029", "\\x7f"])
def test_a_backslash_brings_in_no_such_character(escape: str) -> None:
    reading = read(f'key: "a{escape}b"\n'.encode())
    assert reading.value == {"key": "a b"}
    assert codes(reading) == ["PW103"]


def test_harmless_backslashes_are_read() -> None:
    assert read(rb'key: "a\tb\n\u00e9\"\\"') == Reading({"key": 'a\tb\né"\\'}, (), whole=True)


def test_spaces_from_a_web_page_are_no_indentation() -> None:
    reading = read("people:\n\xa0\xa0- id: dana\n  \xa0 name: Dana\xa0Ruiz\nnote: a\xa0b\n".encode())
    assert reading.value == {"people": [{"id": "dana", "name": "Dana\xa0Ruiz"}], "note": "a\xa0b"}
    assert [(spot.rule.code, spot.position.line, spot.position.column) for spot in reading.spots] == [
        ("PW110", 2, 1),
        ("PW110", 3, 3),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [("- \x07\n", "PW103"), ("- 10:30\n", "PW140"), ("- {1: x}\n", "PW131"), ("- {a: x, a: y}\n", "PW130")],
)
def test_beyond_a_thousand_spots_of_a_rule_only_places_are_kept(text: str, code: str) -> None:
    reading = read((f"{text}" * (MOST_OF_A_CODE + 3)).encode())
    assert [spot.rule.code for spot in reading.spots if spot.rule.code == code] == [code] * MOST_OF_A_CODE
    (further,) = [each for each in reading.further if each.rule.code == code]
    assert [place.line for place in further.places] == [MOST_OF_A_CODE + number for number in (1, 2, 3)]
