from pathlib import Path

import pytest

from ingest.readers.word_numbering import letters, roman, vietnamese
from tests.ingest.readers.word_files import grid, p, read_body, tbl, tc, texts, tr


def level(index: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def numbering(
    *levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def item(text: str, depth: int = 0, num: int = 1) -> str:
    props = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{num}"/></w:numPr>'
    return p(text, props=props)


def test_multi_level_numbers_are_printed_and_restart_below(tmp_path: Path) -> None:
    lists = numbering(
        level(0, "upperRoman", "%1."), level(1, "decimal", "%2."), level(2, "decimal", "%2.%3.")
    )
    body = (
        item("A") + item("a", 1) + item("x", 2) + item("y", 2) + item("b", 1)
        + item("z", 2) + item("B") + item("c", 1)
    )  # fmt: skip
    content = read_body(tmp_path, body, numbering=lists)
    assert texts(content) == [
        "I. A", "1. a", "1.1. x", "1.2. y", "2. b", "2.1. z", "II. B", "1. c",
    ]  # fmt: skip
    assert all(paragraph.list_item for paragraph in content.paragraphs)


def test_bullets_are_printed_as_a_dash_and_a_plus_stays_one(tmp_path: Path) -> None:
    lists = numbering(level(0, "bullet", "\uf0b7"), level(1, "bullet", "+"))
    assert texts(read_body(tmp_path, item("a") + item("b", 1), numbering=lists)) == ["- a", "+ b"]


def test_letters_and_suffixes_follow_the_list(tmp_path: Path) -> None:
    lists = numbering(
        level(0, "lowerLetter", "%1)"), level(1, "decimalZero", "%2", '<w:suff w:val="nothing"/>')
    )
    body = item("một") + item("hai") + item("/KH", 1)
    assert texts(read_body(tmp_path, body, numbering=lists)) == ["a) một", "b) hai", "01/KH"]


def test_two_lists_of_one_definition_count_on_unless_one_starts_anew(tmp_path: Path) -> None:
    nums = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    lists = numbering(level(0, "decimal", "%1."), nums=nums)
    body = item("a") + item("b", num=2) + item("c", num=3) + item("d", num=3)
    assert texts(read_body(tmp_path, body, numbering=lists)) == ["1. a", "2. b", "1. c", "2. d"]


def test_a_style_brings_its_list_and_a_zero_switches_it_off(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="ds"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    style = '<w:pStyle w:val="ds"/>'
    off = style + '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("a", props=style) + p("trơn", props=off) + p("b", props=style)
    content = read_body(
        tmp_path, body, numbering=numbering(level(0, "decimal", "%1.")), styles=styles
    )
    assert texts(content) == ["1. a", "trơn", "2. b"]


def test_a_number_column_made_of_empty_list_items_shows_its_numbers(tmp_path: Path) -> None:
    lists = numbering(level(0, "decimal", "%1"))
    body = tbl(tr(tc(item("")), "Nhiệm vụ A"), tr(tc(item("")), "Nhiệm vụ B"))
    assert grid(read_body(tmp_path, body, numbering=lists)) == [
        ["1", "Nhiệm vụ A"],
        ["2", "Nhiệm vụ B"],
    ]


def test_legal_numbering_prints_every_level_in_arabic(tmp_path: Path) -> None:
    lists = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert texts(read_body(tmp_path, item("a") + item("b", 1), numbering=lists)) == [
        "I. a",
        "1.1 b",
    ]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1999, "MCMXCIX")],
)
def test_roman_numerals(number: int, expected: str) -> None:
    assert roman(number) == expected


def test_letters_double_after_z() -> None:
    assert [letters(number) for number in (1, 26, 27, 28)] == ["a", "z", "aa", "bb"]


def test_vietnamese_number_words() -> None:
    assert [vietnamese(number) for number in (4, 10, 15, 21, 35, 50, 100)] == [
        "bốn", "mười", "mười lăm", "hai mươi mốt", "ba mươi lăm", "năm mươi", "100",
    ]  # fmt: skip
