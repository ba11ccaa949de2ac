from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text.misread import mended_key
from ingest.text.normal import match_key
from ingest.vocabulary import use_folder


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Phân đấu đạt 80%", "phấn đấu đạt 80%"),
        ("Phần đấu", "phấn đấu"),
        ("KÉ HOẠCH", "kế hoạch"),
        ("Luru: VT", "lưu: vt"),
        ("đơn đốc, kiểm tra", "đôn đốc, kiểm tra"),
        ("Phòng Hỗ trợ tư pháp", "phòng bổ trợ tư pháp"),
        ("Phòng Hành chính và Bỏ trợ tư pháp", "phòng hành chính và bổ trợ tư pháp"),
        ("nôi  dung", "nội dung"),
    ],
)
def test_known_misreadings_are_mended(written: str, meant: str) -> None:
    assert mended_key(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "phần đấu thầu qua mạng",
        "kinh phí phần đấu giá",
        "nơi nhân dân sinh sống",
        "hỗ trợ tư pháp cho người nghèo",
        "đơn vị đôn đốc",
        "phân công dịch vụ công trực tuyến",
        "cả số 5 và số 15",
    ],
)
def test_right_phrases_that_look_alike_stay(text: str) -> None:
    assert mended_key(text) == match_key(text)


def test_parts_of_longer_words_stay() -> None:
    assert mended_key("sóng, luruy") == "sóng, luruy"


@given(st.text(alphabet="0123456789.,/% phânđấusóôK\n", max_size=60))
def test_figures_are_never_touched(text: str) -> None:
    digits = [char for char in match_key(text) if char.isdigit()]
    assert [char for char in mended_key(text) if char.isdigit()] == digits


def test_a_phrase_with_a_figure_is_refused_when_the_file_is_edited(tmp_path: Path) -> None:
    (tmp_path / "ocr.yaml").write_text("misread: {năm 2023: [năm 2o23]}\nkeep: []\n", "utf-8")
    use_folder(tmp_path)
    try:
        with pytest.raises(ValueError, match="năm"):
            mended_key("bất kỳ")
    finally:
        use_folder(None)


def test_an_edited_file_takes_the_place_of_ours(tmp_path: Path) -> None:
    (tmp_path / "ocr.yaml").write_text("misread: {cầu đường: [cấu đường]}\nkeep: []\n", "utf-8")
    use_folder(tmp_path)
    try:
        assert mended_key("Cấu đường; phân đấu") == "cầu đường; phân đấu"
    finally:
        use_folder(None)
