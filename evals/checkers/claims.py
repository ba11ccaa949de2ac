"""What number checkers are tried on: a source, a sentence about it, and whether it is right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """``kind`` groups claims in the table. ``right``: the sentence says what the source says.

    ``source`` and ``text`` are whole papers; the sentence is the last line of ``text``.
    ``sentence`` alone is what checkers of answers are given.
    """

    id: str
    kind: str
    source: str
    text: str
    sentence: str
    right: bool


_SOURCE = """BÁO CÁO
Kết quả cải cách hành chính năm 2025

1. Trong năm đã tiếp nhận 12.500 hồ sơ; tỷ lệ giải quyết đúng hạn đạt 98,5%, hồ sơ quá hạn 0,5%.
2. Tỷ lệ thanh toán trực tuyến thực hiện đạt 65,2%, kế hoạch giao 80%.
3. Chi phí tiết kiệm được là 1.234.567 đồng theo Quyết định số 123/QĐ-UBND ngày 15/01/2026.
"""
_HEAD = "BÁO CÁO\nKết quả cải cách hành chính năm 2025\n\n1. "
_ACCEPT = {
    "verbatim": "Trong năm đã tiếp nhận 12.500 hồ sơ.",
    "without the dot": "Trong năm đã tiếp nhận 12500 hồ sơ.",
    "derived gap": "Tỷ lệ thanh toán trực tuyến thấp hơn kế hoạch 14,8 điểm phần trăm.",
}
_REJECT = {
    "digits swapped": "Trong năm đã tiếp nhận 15.200 hồ sơ.",
    "percent transposed": "Tỷ lệ giải quyết đúng hạn đạt 95,8%.",
    "percent mangled": "Tỷ lệ giải quyết đúng hạn đạt 5,98%.",
    "dot read as comma": "Trong năm đã tiếp nhận 12,5 hồ sơ.",
    "tail of the number": "Chi phí tiết kiệm được là 567 đồng.",
    "target and actual swapped": (
        "Tỷ lệ thanh toán trực tuyến thực hiện đạt 80%, kế hoạch giao 65,2%."
    ),
    "share as a count": "Đã giải quyết đúng hạn 98,5 hồ sơ.",
    "number in words": "Trong năm đã tiếp nhận mười lăm nghìn hồ sơ.",
    "wrong date": "Chi phí tiết kiệm theo Quyết định số 123/QĐ-UBND ngày 16/01/2026.",
    "wrong document number": "Chi phí tiết kiệm theo Quyết định số 132/QĐ-UBND ngày 15/01/2026.",
}


def thirteen() -> tuple[Claim, ...]:
    """The thirteen cases that checkers of numbers are compared on: three right, ten wrong."""
    return tuple(
        Claim(name, "thirteen", _SOURCE, f"{_HEAD}{sentence}\n", sentence, right)
        for right, sentences in ((True, _ACCEPT), (False, _REJECT))
        for name, sentence in sentences.items()
    )
