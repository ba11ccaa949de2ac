from __future__ import annotations

import pytest

from vectorstore.tokens import tokenise


def folded(text: str) -> list[str]:
    return [token.folded for token in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Kế hoạch số 417/KH-STP", "417_kh_stp"),
        ("Quyết định 19/2023/QĐ-UBND", "19_2023_qd_ubnd"),
        ("Quyết định 19/2023/ QĐ- UBND", "19_2023_qd_ubnd"),
        ("05 / QĐ - STP", "5_qd_stp"),
        ("hạn 16/12/2021", "16_12_2021"),
        ("hạn 06/02/2021", "6_2_2021"),
        ("ngày 06 tháng 02 năm 2021", "6_2_2021"),
        ("Phòng HC&BTTP", "hc_bttp"),
        ("đạt 99,9 %", "99_9"),
    ],
)
def test_a_joined_form_is_one_token_beside_its_parts(text: str, whole: str) -> None:
    assert whole in folded(text)


def test_the_parts_of_a_document_number_are_tokens_too() -> None:
    assert folded("417/KH-STP") == ["417", "kh", "stp", "417_kh_stp"]


def test_thousands_separators_and_leading_zeros_do_not_hide_a_number() -> None:
    assert folded("1.355.391 đồng") == ["1355391", "dong"]
    assert folded("02 phòng") == folded("2 phòng")
    assert folded("000") == ["0"]


def test_both_forms_are_kept_and_tone_placement_is_unified() -> None:
    (token,) = tokenise("hoá")
    assert (token.accented, token.folded) == ("hóa", "hoa")


def test_a_dash_between_ordinary_words_joins_nothing() -> None:
    assert folded("Sở Tư pháp - Phòng Một") == ["so", "tu", "phap", "phong", "mot"]


def test_text_without_words_has_no_tokens() -> None:
    assert tokenise(" \n --- ... \u200b ") == []
