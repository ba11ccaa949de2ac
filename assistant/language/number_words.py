"""Vietnamese number words: ``hai mươi mốt`` is 21, ``mười lăm nghìn`` is 15000.

Written for checking what a model wrote, apart from the code that reads documents: a fault in one
reader must not hide in the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

_DIGITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "nhăm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_BARE = {
    "khong": "không", "mot": "một", "bon": "bốn", "tu": "tư", "nam": "năm", "lam": "lăm",
    "sau": "sáu", "bay": "bảy", "tam": "tám", "chin": "chín", "muoi": "mươi", "tram": "trăm",
    "nghin": "nghìn", "ngan": "nghìn", "trieu": "triệu", "linh": "linh", "le": "lẻ",
    "ty": "tỷ", "phay": "phẩy", "ruoi": "rưỡi", "hai": "hai", "ba": "ba",
}  # fmt: skip
_SCALES = {
    "nghìn": Decimal(1000),
    "ngàn": Decimal(1000),
    "triệu": Decimal(10**6),
    "tỷ": Decimal(10**9),
    "tỉ": Decimal(10**9),
}
_ZERO_TENS = ("linh", "lẻ")
_POINTS = ("phẩy", "phảy")
_NOT_A_SCALE = ("lệ", "trọng", "suất", "giá", "lê")  # tỷ lệ, tỷ trọng …
_ONE_IS_AN_ARTICLE = (
    "số", "cửa", "cách", "trong", "những", "chiều", "loạt", "mặt", "vài", "ít", "phần",
)  # fmt: skip
_YEAR_BEFORE_FIVE = (
    "trong", "hàng", "hằng", "mỗi", "cả", "từng", "đầu", "cuối", "giữa", "các", "nhiều", "qua",
    "vào", "của", "đến", "hết", "theo", "và", "từ", "sau", "trước", "thường", "kế", "hoạch",
)  # fmt: skip
_COUNTED_AFTER_FIVE = (
    "văn", "phòng", "đơn", "thủ", "hồ", "nhiệm", "cuộc", "lớp", "đợt", "người", "chỉ", "mục", "tin",
    "bài", "trung", "ngày", "tháng", "lần", "điểm", "phần", "quyết", "kế", "báo", "nội", "dịch",
)  # fmt: skip
SCALE_WORDS = (*_SCALES, "trăm", "mươi", "mười")


@dataclass(frozen=True, slots=True)
class SpokenNumber:
    """A number in words: ``first`` and ``last`` are word positions, ``last`` not included."""

    first: int
    last: int
    value: Decimal


def read_number_words(words: list[str]) -> list[SpokenNumber]:
    """All numbers among lower-case ``words``, longest first from the left.

    Words that are also something else count as numbers only where the neighbours say so: ``năm``
    (year or five), ``không`` (not or zero), ``một`` (article or one), ``tư`` (fourth, private).
    Words typed without diacritics count when they form a number of several words.
    """
    found: list[SpokenNumber] = []
    at = 0
    while at < len(words):
        number = _number_at(words, at)
        if number is None:
            at += 1
            continue
        found.append(number)
        at = number.last
    return found


def _number_at(words: list[str], at: int) -> SpokenNumber | None:
    for lexed in (words, _accented(words, at)):
        if lexed is None:
            continue
        value, last = _amount(lexed, at)
        if value is None or (lexed is not words and last - at < 2):
            continue
        if last - at == 1 and not _stands_alone(words, at):
            continue
        return SpokenNumber(at, last, value)
    return None


def _accented(words: list[str], at: int) -> list[str] | None:
    """The run of unaccented number words at ``at``, accented; ``None`` where it has no scale."""
    last = at
    while last < len(words) and words[last] in _BARE:
        last += 1
    run = [_BARE[word] for word in words[at:last]]
    if run and run[0] == "mươi":
        run[0] = "mười"
    if not any(word in _SCALES or word in ("trăm", "mươi", "mười") for word in run):
        return None
    return [*words[:at], *run, *words[last:]]


def _stands_alone(words: list[str], at: int) -> bool:
    """Whether a single number word is a number here."""
    word = words[at]
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if word in ("không", "tư", "mốt", "lăm", "nhăm"):
        return False
    if word == "một":
        return after not in _ONE_IS_AN_ARTICLE and after != ""
    if word == "năm":
        return before not in _YEAR_BEFORE_FIVE and after in _COUNTED_AFTER_FIVE
    return True


def _amount(words: list[str], at: int) -> tuple[Decimal | None, int]:
    """Groups with their scales: ``hai triệu ba trăm nghìn``; then ``rưỡi`` or ``phẩy``."""
    total: Decimal | None = None
    last_scale = Decimal(0)
    here = at
    while True:
        group, after = _group(words, here)
        if group is None:
            break
        scale = _scale(words, after)
        if scale is None:
            if last_scale and last_scale < 1000:
                break
            total = (total or Decimal(0)) + group
            here = after
            break
        if last_scale and scale >= last_scale:
            break
        total = (total or Decimal(0)) + group * scale
        last_scale = scale
        here = after + 1
    if total is None:
        return None, at
    if here < len(words) and words[here] == "rưỡi":
        unit = last_scale or (Decimal(100) if words[here - 1] == "trăm" else Decimal(1))
        return total + unit / 2, here + 1
    if here < len(words) and words[here] in _POINTS:
        return _decimals(words, total, here)
    return total, here


def _decimals(words: list[str], whole: Decimal, point: int) -> tuple[Decimal, int]:
    group, after = _group(words, point + 1)
    if group is None:
        return whole, point
    zeros = 1 if words[point + 1] == "không" else 0
    digits = str(int(group)) if not zeros else "0" + str(int(group)) if group else "0"
    return whole + Decimal(f"0.{digits}"), after


def _scale(words: list[str], at: int) -> Decimal | None:
    if at >= len(words) or words[at] not in _SCALES:
        return None
    if words[at] in ("tỷ", "tỉ") and at + 1 < len(words) and words[at + 1] in _NOT_A_SCALE:
        return None
    return _SCALES[words[at]]


def _group(words: list[str], at: int) -> tuple[Decimal | None, int]:
    """A number below 1000."""
    if at >= len(words):
        return None, at
    if words[at] in _DIGITS and at + 1 < len(words) and words[at + 1] == "trăm":
        hundreds = Decimal(_DIGITS[words[at]] * 100)
        rest, after = _tens(words, at + 2)
        return (hundreds, at + 2) if rest is None else (hundreds + rest, after)
    return _tens(words, at)


def _tens(words: list[str], at: int) -> tuple[Decimal | None, int]:
    if at >= len(words):
        return None, at
    word = words[at]
    digit_after = _DIGITS.get(words[at + 1]) if at + 1 < len(words) else None
    if word in _ZERO_TENS and digit_after is not None:
        return Decimal(digit_after), at + 2
    if word == "mười":
        if digit_after and not _is_year_cue(words, at + 1):
            return Decimal(10 + digit_after), at + 2
        return Decimal(10), at + 1
    if word not in _DIGITS:
        return None, at
    if at + 1 < len(words) and words[at + 1] in ("mươi", "mười") and _DIGITS[word] > 1:
        ones = _DIGITS.get(words[at + 2]) if at + 2 < len(words) else None
        if ones and not _is_year_cue(words, at + 2):
            return Decimal(_DIGITS[word] * 10 + ones), at + 3
        return Decimal(_DIGITS[word] * 10), at + 2
    # "hai mốt" (21), spoken short form.
    if at + 1 < len(words) and words[at + 1] in ("mốt", "lăm", "nhăm") and _DIGITS[word] > 1:
        return Decimal(_DIGITS[word] * 10 + _DIGITS[words[at + 1]]), at + 2
    return Decimal(_DIGITS[word]), at + 1


def _is_year_cue(words: list[str], at: int) -> bool:
    """``mười năm 2025`` and ``mười năm hai nghìn``: ``năm`` opens a year there."""
    if words[at] != "năm":
        return False
    after = words[at + 1] if at + 1 < len(words) else ""
    return after[:1].isdigit() or after in _DIGITS
