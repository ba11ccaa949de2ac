from __future__ import annotations

import pytest

from ingest.extraction.statements import statements


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tỷ lệ hồ sơ đúng hạn đạt từ 98,5% trở lên.", [(">=", "98.5", "%")]),
        ("Mức độ hài lòng đạt trên 84%.", [(">", "84", "%")]),
        ("Không quá 3% hồ sơ quá hạn.", [("<=", "3", "%")]),
        ("100% thủ tục được niêm yết công khai.", [("=", "100", "%")]),
        (
            "Tối thiểu 60% thủ tục được triển khai, trong đó, tỷ lệ giao dịch đạt từ 45% trở lên.",
            [(">=", "60", "%"), (">=", "45", "%")],
        ),
        ("Giảm 10% biên chế so với năm 2031.", [("change", "10", "%")]),
        ("Nằm trong nhóm 06 đơn vị dẫn đầu.", [("rank", "6", "đơn vị")]),
        ("Có ít nhất 02 sáng kiến được công nhận.", [(">=", "2", "sáng kiến")]),
        ("Áp dụng tại 03/04 đơn vị trực thuộc.", [("=", "3/4", "đơn vị")]),
        ("Cung cấp trực tuyến mức độ 3 và 4; áp dụng ISO 9001:2015 theo Đề án 06.", []),
        ("Trẻ em dưới 06 tuổi được cấp thẻ trong tháng 5/2027.", []),
        ("Thời gian chờ không quá 15 phút/lượt giao dịch.", [("<=", "15", "phút/lượt")]),
        ("Nâng cao chất lượng tham mưu.", []),
        ("Tỷ lệ đúng hạn đạt từ 95% đến 98%.", [(">=", "95", "%"), ("<=", "98", "%")]),
        ("Tiết kiệm 5 - 7% chi phí.", [(">=", "5", "%"), ("<=", "7", "%")]),
        ("Cắt giảm 10-15% thời gian.", [(">=", "10", "%"), ("<=", "15", "%")]),
        ("Nâng tỷ lệ hài lòng từ 80% lên 90%.", [("=", "90", "%")]),
        ("Rút ngắn thời gian trả kết quả còn tối đa 05 ngày.", [("<=", "5", "ngày")]),
        ("Trả lời trong thời hạn không quá 03 ngày kể từ ngày nhận.", []),
        ("Đạt 90 điểm trở lên.", [(">=", "90", "điểm")]),
        ("Tăng 2 bậc so với năm 2031.", [("change", "2", "bậc")]),
    ],
)
def test_figures_comparators_and_units_are_read(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert [(s.comparator, s.value, s.unit) for s in statements(text)] == found


def test_a_clause_sets_its_own_horizon_but_never_by_its_base() -> None:
    first, second = statements(
        "Năm 2027, số hóa đạt tối thiểu 50%; giai đoạn 2028-2030, mỗi năm tăng tối thiểu 20%."
    )
    assert first.horizon is not None
    assert (first.horizon.from_, first.horizon.to) == (2027, 2027)
    assert second.horizon is not None
    assert (second.horizon.from_, second.horizon.to) == (2028, 2030)
    (change,) = statements("Giảm bình quân 15% chi phí so với giai đoạn 2021-2025.")
    assert change.horizon is None
    assert change.base == "giai đoạn 2021-2025"


def test_the_metric_is_what_the_figure_measures() -> None:
    first, second = statements(
        "100% thủ tục có phí được triển khai nộp trực tuyến, trong số đó, tỷ lệ giao dịch nộp "
        "trực tuyến đạt từ 80% trở lên."
    )
    assert first.metric == "thủ tục có phí được triển khai nộp trực tuyến"
    assert second.metric == "tỷ lệ giao dịch nộp trực tuyến"


def test_both_ends_of_a_range_measure_the_same_thing() -> None:
    lower, upper = statements("Tỷ lệ hồ sơ đúng hạn đạt từ 95% đến 98%.")
    assert lower.metric == upper.metric == "Tỷ lệ hồ sơ đúng hạn"
    (raised,) = statements("Nâng tỷ lệ hài lòng từ 80% lên 90%.")
    assert (raised.metric, raised.base) == ("Nâng tỷ lệ hài lòng", "80%")


def test_a_rank_behind_a_share_keeps_what_is_measured() -> None:
    share, rank = statements("Chỉ số hài lòng đạt 85,5% trở lên và xếp hạng trong top 10.")
    assert (share.metric, rank.metric) == ("Chỉ số hài lòng", "Chỉ số hài lòng")
    assert (rank.comparator, rank.value) == ("rank", "10")
