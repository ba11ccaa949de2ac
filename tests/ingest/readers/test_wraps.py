from dataclasses import dataclass

import pytest

from ingest.readers.wraps import is_syllable, join_codes, join_lines


@dataclass(frozen=True)
class Typed:
    """A line in a type whose letters are all five points wide."""

    text: str

    @property
    def words(self) -> list[str]:
        return self.text.split()

    @property
    def widths(self) -> list[float]:
        return [5.0 * len(word) for word in self.words]


def joined(*lines: str, width: float) -> str:
    return join_lines([Typed(line) for line in lines], inner_width=width)


def test_lines_are_joined_by_one_blank() -> None:
    assert joined("Văn phòng", "Sở", width=60) == "Văn phòng Sở"


def test_a_document_number_cut_after_its_hyphen_is_closed() -> None:
    assert joined("Quyết định số 19/QĐ-", "UBND", width=120) == "Quyết định số 19/QĐ-UBND"
    assert join_codes("Sở - Ngành; 5- Chủ trì; 03/KH- HĐPH") == "Sở - Ngành; 5- Chủ trì; 03/KH-HĐPH"


@pytest.mark.parametrize("cut", [("Kho", "a học"), ("hướn", "g dẫn"), ("Kin", "h phí")])
def test_a_word_wider_than_its_column_is_closed(cut: tuple[str, str]) -> None:
    assert joined(*cut, width=18) == cut[0] + cut[1]


@pytest.mark.parametrize("cut", [("30/6/2", "026"), ("IV/20", "27"), ("1.355.", "391")])
def test_a_figure_wider_than_its_column_is_closed(cut: tuple[str, str]) -> None:
    assert joined(*cut, width=30) == cut[0] + cut[1]


def test_a_line_that_ends_a_paragraph_ends_in_a_line_break() -> None:
    lines = [Typed("Văn phòng"), Typed("Phòng Kho"), Typed("vật tư")]
    assert join_lines(lines, inner_width=90, ends={0}) == "Văn phòng\nPhòng Kho vật tư"


def test_a_word_that_had_room_was_not_cut() -> None:
    assert joined("Kho", "a học", width=60) == "Kho a học"


@pytest.mark.parametrize("pair", [("Đề", "án"), ("Văn", "phòng"), ("Sở", "Tư"), ("cơ", "quan")])
def test_two_words_in_a_narrow_column_stay_two(pair: tuple[str, str]) -> None:
    assert joined(*pair, width=18) == " ".join(pair)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("nghiêng", True), ("Khoa", True), ("quyết", True), ("giữa", True), ("Đềán", False),
     ("vănphòng", False), ("STP", False), ("hoạc", True), ("h", False)],
)  # fmt: skip
def test_syllables_are_told_by_their_build(word: str, expected: bool) -> None:
    assert is_syllable(word) is expected
