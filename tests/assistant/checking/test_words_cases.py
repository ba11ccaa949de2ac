"""Words of a check: abbreviations, synonyms, terms, weights and opposites, each with its result."""

from __future__ import annotations

import math

import pytest

from assistant.checking.words import (
    Lexicon,
    begins,
    defined_abbreviations,
    has,
    holds,
    share_held,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("phòng chống lũ (PCL)", (("pcl", "phòng chống lũ"),)),
        ("công tác phòng, chống lũ (PCL)", (("pcl", "phòng chống lũ"),)),
        ("Đất Đai (Đ&Đ)", (("đ&đ", "đất đai"),)),
        ("an toàn (AT) và tiếp công dân (TCD)", (("at", "an toàn"), ("tcd", "tiếp công dân"))),
        ("phòng chống bão (PCL)", ()),
        ("lũ (PCL)", ()),
        ("phòng chống lũ (pcl)", ()),
        ("phòng chống lũ (P)", ()),
    ],
)
def test_an_abbreviation_is_defined_by_the_words_before_it(
    text: str, found: tuple[tuple[str, str], ...]
) -> None:
    assert defined_abbreviations(["không có gì", text]) == found


def test_the_last_definition_of_an_abbreviation_holds() -> None:
    texts = ["phòng chống lũ (PCL)", "phòng chống lụt (PCL)", "bảo vệ rừng (BVR)"]
    assert defined_abbreviations(texts) == (("bvr", "bảo vệ rừng"), ("pcl", "phòng chống lụt"))


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("TTHC và CCHC", "thủ tục hành chính và cải cách hành chính"),
        ("TTHCX", "tthcx"),
        ("Hồ sơ giải quyết xong, trả kết quả", "hồ sơ giải quyết, giải quyết"),
        ("hồ sơ trễ hạn", "hồ sơ quá hạn"),
        ("Một phần", "mộtphần"),
        ("Công tác PCL", "công tác phòng chống lũ"),
    ],
)
def test_a_text_has_one_normal_form(text: str, normal: str) -> None:
    assert Lexicon(["phòng chống lũ (PCL)"]).normal(text) == normal


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Tàu cá bị thu hồi", "tàu cá bị thu hồi tàu_cá cá_bị bị_thu thu_hồi"),
        ("Tàu cá, bị thu hồi", "tàu cá bị thu hồi tàu_cá bị_thu thu_hồi"),
        ("tàu - cá", "tàu cá"),
        ("tàu/cá (xe)", "tàu cá xe"),
        ("số tàu của 12 xã năm 2027", "tàu xã"),
        ("tàu 12 cá", "tàu cá tàu_cá"),
        ("một phần", "mộtphần"),
        ("mức độ 3, 4", "mức độ mức_độ mức_độ_3"),
        ("mức độ 3 và mức độ 4", "mức độ mức_độ mức_độ_3 mức_độ_4"),
        ("của các", ""),
        ("", ""),
    ],
)
def test_terms_are_telling_syllables_and_pairs(text: str, terms: str) -> None:
    assert Lexicon([]).terms(text) == frozenset(terms.split())


def test_a_rare_term_tells_more_than_a_common_one() -> None:
    lexicon = Lexicon([])
    lexicon.learn([frozenset({"tàu", "cá", "tàu_cá"}), frozenset({"tàu"}), frozenset({"xe"})])
    assert lexicon.weight("tàu") == pytest.approx(math.log(2.5))
    assert lexicon.weight("cá") == lexicon.weight("xe") == pytest.approx(math.log(4))
    assert lexicon.weight("tàu_cá") == pytest.approx(0.8 * math.log(4))
    assert lexicon.weight("lạ") == pytest.approx(0.35)
    assert lexicon.weight("lạ_lẫm") == pytest.approx(0.28)
    assert [lexicon.knows(term) for term in ("tàu", "tàu_cá", "lạ")] == [True, True, False]
    lexicon.learn([frozenset({"lạ"})])
    assert not lexicon.knows("tàu")
    assert lexicon.weight("lạ") == pytest.approx(math.log(2))


@pytest.mark.parametrize(
    ("one", "other", "opposed"),
    [
        ("hồ sơ đúng hạn", "hồ sơ quá hạn", True),
        ("hồ sơ quá hạn", "hồ sơ đúng hạn", True),
        ("hồ sơ trễ hạn", "hồ sơ đúng hạn", True),
        ("lớp cấp huyện", "lớp cấp xã", True),
        ("lớp cấp xã", "lớp cấp huyện", True),
        ("hồ sơ đúng hạn, quá hạn", "hồ sơ quá hạn", False),
        ("hồ sơ quá hạn", "hồ sơ đúng hạn, quá hạn", False),
        ("hồ sơ đúng hạn, quá hạn", "hồ sơ đúng hạn", False),
        ("hồ sơ đúng hạn", "hồ sơ đúng hạn, quá hạn", False),
        ("hồ sơ đúng hạn", "hồ sơ", False),
        ("hồ sơ", "hồ sơ quá hạn", False),
        ("hồ sơ", "tàu cá", False),
    ],
)
def test_opposite_sides_are_never_one_indicator(one: str, other: str, opposed: bool) -> None:
    lexicon = Lexicon([])
    assert lexicon.opposed(lexicon.normal(one), lexicon.normal(other)) is opposed


def test_the_share_of_syllables_leaves_pairs_out() -> None:
    wanted = frozenset({"tàu", "cá", "xe", "bò", "tàu_cá"})
    assert share_held(wanted, frozenset({"tàu", "xe", "bò", "tàu_cá", "lạ"})) == 0.75
    assert share_held(frozenset({"tàu_cá"}), frozenset({"tàu_cá"})) == 0.0
    assert share_held(frozenset(), frozenset({"tàu"})) == 0.0


@pytest.mark.parametrize(
    ("text", "wording", "stands"),
    [
        ("hồ sơ mới", "hồ sơ", True),
        ("có hồ sơ", "hồ sơ", True),
        ("hồ sơ", "hồ sơ", True),
        ("(hồ sơ)", "hồ sơ", True),
        ("bồi hồi", "hồ", False),
        ("1xã", "xã", False),
        ("xã1", "xã", False),
        ("xãa xã", "xã", True),
        ("axã xã", "xã", True),
        ("tàu", "xã", False),
    ],
)
def test_whole_words_are_looked_for(text: str, wording: str, stands: bool) -> None:
    assert has(text, wording) is stands


@pytest.mark.parametrize(
    ("text", "found"),
    [("Năm trước, CÙNG KỲ", "cùng kỳ"), ("năm trước", "Năm trước"), ("năm sau", None)],
)
def test_the_first_wording_that_stands_in_a_text_is_found(text: str, found: str | None) -> None:
    assert holds(text, ["cùng kỳ", "Năm trước"]) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Tổng số hồ sơ", "Tổng số"),
        ("+ • tổng số", "Tổng số"),
        ("TỔNG CỘNG: 5", "tổng cộng"),
        ("Tổng sốx", None),
        ("Số tổng số", None),
    ],
)
def test_a_text_begins_with_whole_words(text: str, found: str | None) -> None:
    assert begins(text, ["tổng cộng", "Tổng số"]) == found
