"""Figures that follow from the one before them, from two years' rows, or from a name."""

from __future__ import annotations

import pytest

from tests.assistant.checking.papers import checked

_HEAD = "BÁO CÁO\nKết quả công tác năm 2027\n\n1. Kết quả\n\n"
_TABLE = "\nPhụ lục\nSỐ LIỆU NĂM {}\n\nSTT\tChỉ tiêu\tĐơn vị tính\tSố liệu\tGhi chú\n"


def _rows(year: int, nets: int, cut: int, found: int, solved: int) -> str:
    return (
        f"{_TABLE.format(year)}"
        "I\tThủy sản\t\t\t\n"
        f"1\tSố bè nuôi được giảm phí\tBè\t{nets}\t\n"
        f"2\tSố bè nuôi được cấp số\tBè\t{cut}\t\n"
        f"3\tSố tàu phải đăng kiểm\tTàu\t{found}\t\n"
        f"\tSố tàu đã đăng kiểm\tTàu\t{solved}\t\n"
        "4\tSố bè đề xuất giảm ít nhất 30% phí neo đậu\tBè\t6\t\n"
    )


_NOW, _BEFORE = _rows(2027, 27, 124, 6, 5), _rows(2026, 18, 131, 5, 5)


@pytest.mark.parametrize(
    ("sentence", "doubted"),
    [
        ("Có 27 bè nuôi được giảm phí, tăng 09 bè so với năm 2026.", False),
        ("Có 27 bè nuôi được giảm phí, tăng 08 bè so với năm 2026.", True),
        ("Có 27 bè nuôi được giảm phí, giảm 09 bè so với năm 2026.", True),
        ("Có 124 bè nuôi được cấp số, giảm 07 bè so với năm 2026.", False),
        ("Đã đăng kiểm 05/06 tàu phải đăng kiểm, đạt 83,3 %, còn 01 tàu.", False),
        ("Đã đăng kiểm 05/06 tàu phải đăng kiểm, đạt 83,3 %, còn 02 tàu.", True),
        (
            "Đã đăng kiểm 05/06 tàu phải đăng kiểm, đạt 83,3 %, "
            "giảm 16,7 điểm phần trăm so với năm 2026.",
            False,
        ),
        (
            "Đã đăng kiểm 05/06 tàu phải đăng kiểm, đạt 83,3 %, "
            "tăng 16,7 điểm phần trăm so với năm 2026.",
            True,
        ),
        (
            "Đã đăng kiểm 05/06 tàu phải đăng kiểm, đạt 83,3 %, "
            "giảm 17,6 điểm phần trăm so với năm 2026.",
            True,
        ),
        ("Có 06 bè đề xuất giảm ít nhất 30% phí neo đậu.", False),
    ],
)
def test_a_figure_that_follows_is_told_from_one_that_does_not(sentence: str, doubted: bool) -> None:
    check = checked(f"{_HEAD}{sentence}\n{_NOW}", f"BÁO CÁO\nNăm 2026\n{_BEFORE}")
    prose = [one for one in check.figures if one.source and one.source.table is None]
    wrong = [one for one in prose if one.verdict not in ("match", "derived", "not_a_claim")]
    assert bool(wrong) is doubted, wrong


_WIDE = (
    "\nPhụ lục\nSỐ LIỆU NĂM 2027\n\nSTT\tLĩnh vực\tHồ sơ tiếp nhận (hồ sơ)\tQuá hạn (hồ sơ)\n"
    "1\tMôi trường\t312\t12\n2\tThủy sản\t540\t15\n3\tTrồng trọt\t98\t11\n\tTổng cộng\t950\t38\n"
)


@pytest.mark.parametrize(("total", "wrong"), [("950", False), ("905", True)])
def test_the_row_of_sums_is_what_a_text_without_a_unit_states(total: str, wrong: bool) -> None:
    text = f"{_HEAD}Sở Nông nghiệp và Môi trường đã tiếp nhận {total} hồ sơ; có 38 hồ sơ quá hạn.\n"
    check = checked(f"SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\n{text}{_WIDE}")
    prose = [one for one in check.figures if one.source and one.source.table is None]
    assert any(one.severity != "info" for one in check.findings) is wrong
    assert all(one.verdict in ("match", "not_a_claim") for one in prose) is not wrong


def test_one_name_answered_both_ways_accuses_nobody() -> None:
    rows = (
        f"{_TABLE.format(2027)}I\tĐiều hành\t\t\t\n1\tVăn phòng\t\t\t\n"
        "\tCông khai kết quả kiểm kê\tCó = 1 Không = 0\t1\t\n2\tChi cục Kiểm lâm\t\t\t\n"
        "\tCông khai kết quả kiểm kê\tCó = 1 Không = 0\t0\t\n"
    )
    text = f"{_HEAD}Chi cục Kiểm lâm chưa thực hiện công khai kết quả kiểm kê.\n{rows}"
    assert not [one for one in checked(text).findings if one.severity == "error"]
