"""Years over bullets, figures for several levels, indices measured, bodies of the State."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.extraction.statements import statements
from ingest.model import Reading
from ingest.pipeline import read_file

_PLAN = """ỦY BAN NHÂN DÂN TỈNH SƯƠNG LAM

Số: 31/KH-UBND
Sương Lam, ngày 04 tháng 02 năm 2031

KẾ HOẠCH
Nuôi trồng rong biển giai đoạn 2031 - 2040

I. MỤC TIÊU CỤ THỂ
{lines}
II. KINH PHÍ
Do ngân sách tỉnh bảo đảm.
"""

_RANKING = """BAN CHỈ ĐẠO NUÔI RONG BIỂN CỦA CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 17 tháng 4 năm 2034

BÁO CÁO
Kết quả Chỉ số rong biển năm 2033

I. KẾT QUẢ
Xếp hạng\tTỉnh, thành phố\tChỉ số rong năm 2033 (%)\tChỉ số rong năm 2032 (%)
1\tSương Lam\t92,18\t90,10
2\tVụng Xanh\t91,87\t90,09
3\tCửa Bạc\t81,32\t83,55
"""


def _read(tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "rong.txt"
    path.write_text(text, encoding="utf-8")
    return read_file(path, document_id="rong", shown_path="rong.txt")


@pytest.mark.parametrize(
    "lines",
    [
        "- Đến năm 2035:\n+ Đánh số 64% giàn phao.\n- Đến năm 2040:\n+ Đánh số 88% giàn phao.",
        "Đến năm 2035:\n- Đánh số 64% giàn phao.\nĐến năm 2040:\n- Đánh số 88% giàn phao.",
        "- Đến năm 2035: Đánh số 64% giàn phao.\n- Đến năm 2040: Đánh số 88% giàn phao.",
    ],
)
def test_bullets_are_for_the_years_above_or_before_them(tmp_path: Path, lines: str) -> None:
    read = _read(tmp_path, _PLAN.format(lines=lines))
    years = [(one.value, one.horizon and one.horizon.to) for one in read.targets]
    assert years == [("64", 2035), ("88", 2040)]


def test_a_list_that_goes_on_above_the_bullets_of_years_is_for_none_of_them(
    tmp_path: Path,
) -> None:
    lines = "- Đến năm 2035:\n+ Đánh số 64% giàn phao.\n- Giữ sạch 95% bãi rong."
    read = _read(tmp_path, _PLAN.format(lines=lines))
    horizons = {one.value: one.horizon for one in read.targets}
    clean = horizons["95"]
    assert clean is not None
    assert (clean.from_, clean.to) == (2031, 2040)


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        (
            "Tỷ lệ giàn phao được đánh số cấp tỉnh đạt 80%, cấp xã đạt 65%",
            ["Tỷ lệ giàn phao được đánh số cấp tỉnh", "Tỷ lệ giàn phao được đánh số cấp xã"],
        ),
        (
            "Tỷ lệ hộ có máy sấy khu vực ven bờ đạt 90%; khu vực đảo đạt 40%",
            ["Tỷ lệ hộ có máy sấy khu vực ven bờ", "Tỷ lệ hộ có máy sấy khu vực đảo"],
        ),
        (
            "Tỷ lệ phơi khô đạt 70%; tỷ lệ đóng bao đạt 45%",
            ["Tỷ lệ phơi khô", "tỷ lệ đóng bao"],
        ),
    ],
)
def test_a_figure_of_another_level_measures_what_the_first_does(
    text: str, metrics: list[str]
) -> None:
    assert [one.metric for one in statements(text)] == metrics


def test_an_index_over_figures_was_measured_and_is_no_target(tmp_path: Path) -> None:
    read = _read(tmp_path, _RANKING)
    assert not read.targets
    assert {one.role for one in read.indicators} <= {"actual", "share"}


def test_a_committee_of_the_government_is_of_no_province(tmp_path: Path) -> None:
    document = _read(tmp_path, _RANKING).document
    assert document.province is None
    assert document.issuer is not None
    assert document.issuer.endswith("của Chính phủ")
