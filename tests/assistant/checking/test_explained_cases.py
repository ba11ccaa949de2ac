"""Figures that the one before them explains: bases in brackets, so many times, so much each."""

from __future__ import annotations

import pytest

from assistant.checking.model import Judgement
from tests.assistant.checking.sheets import Row, judgements, reading

ROWS = (
    Row("Giếng khoan được cấp phép", "Giếng", "84", row=1),
    Row("Giếng khoan được cấp phép", "Giếng", "60", role="previous", year=2026, row=1),
    Row("Giếng khoan được cấp phép", "Giếng", "80", role="plan", row=1),
    Row("Lượt tàu cá cập cảng", "Lượt", "1236", row=2),
    Row("Lượt tàu cá cập cảng", "Lượt", "1030", role="previous", year=2026, row=2),
    Row("Kinh phí nạo vét kênh", "Triệu đồng", "540.8", row=3),
    Row("Diện tích rừng bị sâu hại", "Ha", "17.45", row=4),
    Row("Diện tích rừng trồng dặm", "Ha", "9", row=5),
    Row("Số gốc cây bóng mát bị đổ", "Cây", "31", row=6),
    Row("Chi phí trồng dặm", "Triệu đồng", "0", role="previous", year=2026, row=7),
    Row("Chi phí trồng dặm", "Triệu đồng", "25", row=7),
)


def last(sentence: str, *, title: str | None = None) -> Judgement:
    """The verdict on the last figure of a sentence."""
    numbers = [
        one
        for one in judgements(reading(sentence, ROWS, title=title))
        if one.claim.span.kind == "number"
    ]
    return numbers[-1]


@pytest.mark.parametrize(
    ("sentence", "verdict", "said"),
    [
        ("Giếng khoan được cấp phép 84 giếng, hơn năm trước (60 giếng).", "match", "60 Giếng"),
        ("Giếng khoan được cấp phép 84 giếng, tăng 40% (60 giếng).", "match", "60 Giếng"),
        ("Giếng khoan được cấp phép 84 giếng, đạt kế hoạch (80 giếng).", "match", "80 Giếng"),
        ("Giếng khoan được cấp phép 84 giếng (năm 2026: 60 giếng).", "match", "60 Giếng"),
        ("Giếng khoan được cấp phép 84 giếng (năm trước 60).", "match", "60 Giếng"),
        ("Giếng khoan được cấp phép tăng 40% (60 giếng).", "match", "60 Giếng"),
        ("Số giếng khoan được cấp phép tăng 40% (61 giếng).", "contradicted", "84 Giếng"),
        ("Lượt tàu cá cập cảng 1.236 lượt, gấp 1,2 lần năm trước.", "derived", "1.236/1.030 = 1,2"),
        (
            "Lượt tàu cá cập cảng 1.236 lượt, gấp 1,4 lần năm trước.",
            "contradicted",
            "không đúng số lần: 1.236/1.030 = 1,2",
        ),
        ("Có 90 lượt ghe, gấp 3 lần năm trước (30 lượt), giảm giếng.", "unsourced", ""),
        ("Có 12 đoàn khách, gấp 2 lần năm trước.", "unsourced", ""),
        ("Gấp 2 lần năm trước.", "unsourced", ""),
        ("Lượt tàu cá cập cảng 1.236 lượt, gấp gần 1,25 lần năm trước.", "derived", "= 1,2"),
        ("Đi lại gấp 3 ngày.", "unsourced", ""),
        ("Lượt tàu cá cập cảng 1.236 lượt, bình quân mỗi tháng 103 lượt.", "derived", "= 103"),
        (
            "Lượt tàu cá cập cảng 1.236 lượt, bình quân mỗi quý khoảng 300 lượt.",
            "derived",
            "1.236/4 = 309",
        ),
        (
            "Lượt tàu cá cập cảng 1.236 lượt, bình quân mỗi tháng 203 lượt.",
            "contradicted",
            "không đúng bình quân: 103",
        ),
        ("Hỗ trợ 20 hộ với 60 triệu đồng, mỗi hộ 3 triệu đồng.", "derived", "= 3.000.000"),
        ("Hỗ trợ 20 hộ với 60 triệu đồng, mỗi hộ 5 triệu đồng.", "unsourced", "mức bình quân"),
        (
            "Hỗ trợ 20 hộ với 60 triệu đồng, bình quân mỗi hộ 5 triệu đồng.",
            "contradicted",
            "không đúng bình quân: 3",
        ),
        ("Bình quân mỗi xã 0 đập.", "unsourced", "mức bình quân"),
        ("Rừng bị sâu hại nặng làm thiệt hại 17,45 ha.", "match", "17,45 Ha"),
        ("Rừng được trồng dặm, trồng thêm được 9 ha.", "match", "9 Ha"),
        ("Cây bóng mát ngã rạp 31 cây.", "match", "31 Cây"),
        ("Khách đến chợ nổi đi bộ hết 17,45 ha.", "unsourced", ""),
        ("Khách đến chợ nổi đi bộ 17,45/20 ha.", "unsourced", ""),
        ("Trồng dặm hết 25 triệu đồng, gấp 2 lần năm trước.", "unsourced", ""),
        ("Bình quân mỗi xã 5.", "unsourced", "mức bình quân"),
        ("Có 84 giếng khoan được cấp phép, gấp 1,4 lần năm trước, 60 giếng.", "wrong_role", ""),
    ],
)
def test_the_figure_before_explains_the_next(sentence: str, verdict: str, said: str) -> None:
    judged = last(sentence)
    assert (judged.verdict, said in judged.explanation) == (verdict, True), judged.explanation


@pytest.mark.parametrize(
    ("now", "said", "right"),
    [
        (75, "gấp 2 lần", False),
        (80, "gấp 2 lần", False),
        (92, "gấp 2 lần", True),
        (100, "gấp 2 lần", True),
        (107, "gấp 2 lần", True),
        (120, "gấp 2 lần", False),
        (84, "gấp 1,7 lần", True),
        (80, "gấp 1,5 lần", False),
        (92, "gấp gần 2 lần", True),
        (70, "gấp gần 2 lần", False),
        (140, "gấp hơn 2 lần", True),
        (149, "gấp trên 2 lần", True),
        (160, "gấp hơn 2 lần", False),
        (140, "gấp khoảng 2 lần", False),
        (86, "gấp hơn 1,5 lần", False),
    ],
)
def test_so_many_times_is_no_loose_rounding(now: int, said: str, *, right: bool) -> None:
    sentence = f"Có {now} lượt ghe, {said} năm trước (50 lượt)."
    judged = next(
        one for one in judgements(reading(sentence, ROWS)) if one.claim.text.endswith(" lần")
    )
    assert judged.verdict == ("derived" if right else "contradicted"), judged.explanation


def test_the_base_in_brackets_counts_what_the_figure_before_counts() -> None:
    judged = last("Giếng khoan được cấp phép 84 giếng, hơn năm trước (60 lượt).")
    assert judged.verdict != "match"


def test_months_of_a_shorter_report_divide_its_figures() -> None:
    judged = last(
        "Lượt tàu cá cập cảng 1.236 lượt, bình quân mỗi tháng 206 lượt.",
        title="Báo cáo 6 tháng đầu năm 2027",
    )
    assert judged.verdict == "derived"
