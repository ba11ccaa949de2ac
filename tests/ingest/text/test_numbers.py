"""The number grammar: what is written in any Vietnamese manner is read back as the same value."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ingest.extraction.figures import figure_of, read_number
from ingest.text.numbers import amounts, parse_number, plain

VALUES = st.decimals(min_value=0, max_value=10**12, places=3, allow_nan=False)
WHOLE = st.integers(min_value=0, max_value=10**12)
NOUNS = st.sampled_from(["hồ sơ", "thủ tục", "đơn vị", "lượt người", "tin, bài"])
SIGNS = st.sampled_from([("≥ ", ">="), ("trên ", ">"), ("tối thiểu ", ">="), ("không quá ", "<=")])


def written(value: Decimal, *, grouped: bool) -> str:
    """``value`` with dots between thousands or without, and a decimal comma."""
    whole, _, fraction = f"{value:f}".partition(".")
    groups = f"{int(whole):,}".replace(",", ".") if grouped else str(int(whole))
    fraction = fraction.rstrip("0")
    return f"{groups},{fraction}" if fraction else groups


@given(VALUES, st.booleans())
def test_a_number_survives_the_round_trip(value: Decimal, grouped: bool) -> None:
    text = written(value, grouped=grouped)
    assert parse_number(text) == value
    assert Decimal(plain(value)) == value
    assert read_number(text) == plain(value)


@given(VALUES, st.booleans(), st.sampled_from(["%", " %"]), SIGNS)
def test_a_cell_with_sign_and_percent_keeps_both(
    value: Decimal, grouped: bool, percent: str, sign: tuple[str, str]
) -> None:
    found = figure_of(f"{sign[0]}{written(value, grouped=grouped)}{percent}")
    assert found is not None
    assert (found.comparator, found.value, found.unit) == (sign[1], plain(value), "%")


@given(WHOLE, NOUNS)
def test_a_number_in_a_sentence_is_found_once_with_its_place(value: int, noun: str) -> None:
    shown = written(Decimal(value), grouped=True)
    text = f"Trong kỳ đã tiếp nhận {shown} {noun}, tăng so với kỳ trước."
    (found,) = amounts(text)
    assert found.value == value
    assert text[found.start : found.end] == shown


@given(st.integers(min_value=0, max_value=9))
def test_a_leading_zero_changes_nothing(value: int) -> None:
    assert read_number(f"0{value}") == str(value)


@given(WHOLE, st.integers(min_value=1, max_value=10**6))
def test_a_ratio_keeps_both_numbers(part: int, whole: int) -> None:
    text = f"đạt {written(Decimal(part), grouped=True)}/{written(Decimal(whole), grouped=True)} xã"
    (found,) = amounts(text)
    assert (found.value, found.of) == (Decimal(part), Decimal(whole))
