"""The errors M1 to M20: what each of them writes in the place of a slot."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evals.mutants.writing import Kind, Slot, comma, grouped, in_words, official

_NUMBERS: tuple[Kind, ...] = ("count", "total", "share", "money")


@dataclass(frozen=True, slots=True)
class Operator:
    """One family of errors. ``write`` yields the wrong wording or ``None`` where it cannot."""

    name: str
    says: str
    kinds: tuple[Kind, ...]
    write: Callable[[random.Random, Slot], str | None]
    bar: Decimal


def _like(slot: Slot, value: Decimal) -> str:
    """A number as the slot writes its own: grouped, with a zero in front, with a comma."""
    if slot.kind == "share" or value != value.to_integral_value():
        return comma(value)
    whole = int(value)
    if slot.text.isdigit():
        return official(whole) if slot.text.startswith("0") else str(whole)
    return grouped(whole)


def _slip(rng: random.Random, slot: Slot) -> str | None:
    if slot.value is None:
        return None
    value = slot.value + rng.choice((-3, -2, -1, 1, 2, 3))
    return _like(slot, value if value > 0 else slot.value + 1)


def _transposed(rng: random.Random, slot: Slot) -> str | None:
    at = [
        n
        for n in range(len(slot.text) - 1)
        if slot.text[n : n + 2].isdigit() and slot.text[n] != slot.text[n + 1]
    ]
    if not at:
        return None
    n = rng.choice(at)
    text = slot.text[:n] + slot.text[n + 1] + slot.text[n] + slot.text[n + 2 :]
    return text if any(char in "123456789" for char in text) else None


def _shifted(rng: random.Random, slot: Slot) -> str | None:
    if slot.value is None:
        return None
    down = slot.value / 10
    if rng.random() < 0.5 and (slot.kind == "share" or down == down.to_integral_value()):
        return _like(slot, down)
    return _like(slot, slot.value * 10)


def _signs(rng: random.Random, slot: Slot) -> str | None:
    """Grouping dots as commas. ``98.5`` for ``98,5`` means the same and is no error."""
    del rng
    return slot.text.replace(".", ",") if "." in slot.text else None


def _percent(rng: random.Random, slot: Slot) -> str | None:
    if slot.value is None:
        return None
    change = slot.value * Decimal(rng.randint(20, 50)) / 1000
    step = Decimal(1).scaleb(-1) if slot.kind == "share" else Decimal(1)
    change = max(change.quantize(step), step)
    value = slot.value + (change if rng.random() < 0.5 or change >= slot.value else -change)
    return _like(slot, value)


def _listed(rng: random.Random, slot: Slot) -> str | None:
    return rng.choice(slot.wrong) if slot.wrong else None


def _exchanged(rng: random.Random, slot: Slot) -> str | None:
    others = [one for one in slot.same if one.lstrip("0") != slot.text.lstrip("0")]
    return rng.choice(others) if others else None


def _unit(rng: random.Random, slot: Slot) -> str | None:
    if slot.kind == "unit":
        return rng.choice(slot.wrong)
    return None if slot.text.isdigit() and len(slot.text) > 6 else f"{slot.text} nghìn"


def _invented(rng: random.Random, slot: Slot) -> str | None:
    del slot
    value = official(rng.choice((rng.randint(3, 98), rng.randint(101, 9899))))
    thing, unit = rng.choice(_STRANGE)
    return rng.choice(
        (
            f"Ngoài ra, đã có {value} {unit} {thing}.",
            f"Bên cạnh đó, số {unit} {thing} là {value} {unit}.",
            f"Các đơn vị còn ghi nhận {value} {unit} {thing} trên địa bàn.",
        )
    )


_STRANGE = (
    ("thả đèn trời trái phép", "vụ"),
    ("trồng mới ven hồ chứa", "cây"),
    ("tham gia hiến máu tình nguyện", "người"),
    ("được phát thanh ban đêm", "bản tin"),
    ("bảo dưỡng thang máy", "lượt"),
    ("sửa chữa mái ngói", "ngôi nhà"),
    ("gửi thư cảm ơn", "lá thư"),
    ("nuôi ong lấy mật", "đàn"),
)


def _in_words(rng: random.Random, slot: Slot) -> str | None:
    if slot.value is None or slot.value >= 10**6:
        return None
    value = int(slot.value) + rng.choice((-2, -1, 1, 2, 10))
    if value in (1, 5) or value < 1:  # "một" is an article, "năm" a year too
        value = int(slot.value) + 2 + (int(slot.value) in (3, 0))
    return in_words(value)


def _sum(rng: random.Random, slot: Slot) -> str | None:
    if slot.value is None:
        return None
    high = max(3, int(slot.value) // 4)
    value = slot.value + rng.choice((-1, 1)) * rng.randint(1, high)
    return _like(slot, value if value > 0 else slot.value + 1)


_SURE, _MOST = Decimal("99.9"), Decimal("99")

OPERATORS: tuple[Operator, ...] = (
    Operator("M1", "±1 đến ±3", _NUMBERS, _slip, _SURE),
    Operator("M2", "đổi chỗ hai chữ số", _NUMBERS, _transposed, _SURE),
    Operator("M3", "×10, ÷10", _NUMBERS, _shifted, _SURE),
    Operator("M4", "dấu chấm thành dấu phẩy", _NUMBERS, _signs, _SURE),
    Operator("M5", "±2 đến ±5 %", _NUMBERS, _percent, _SURE),
    Operator("M6", "% thành điểm phần trăm", ("sign",), _listed, _SURE),
    Operator("M7", "đơn vị hoặc thang số khác", ("unit", "count"), _unit, _SURE),
    Operator("M8", "kỳ khác", ("period",), _listed, _SURE),
    Operator("M9", "chủ thể khác", ("subject",), _listed, _SURE),
    Operator("M10", "số khác cùng đơn vị", _NUMBERS, _exchanged, _SURE),
    Operator("M11", "thời hạn", ("deadline", "deadline word"), _listed, _SURE),
    Operator("M12", "chủ trì, phối hợp, đơn vị khác", ("lead", "duty"), _listed, _SURE),
    Operator("M13", "số hoặc ngày văn bản", ("document", "day"), _listed, _SURE),
    Operator("M14", "bỏ kết quả phải có", (), _listed, _MOST),
    Operator("M15", "số liệu bịa", ("gap",), _invented, _SURE),
    Operator("M16", "tăng thành giảm", ("trend",), _listed, _MOST),
    Operator("M17", "số viết bằng chữ, sai", ("count", "total"), _in_words, _SURE),
    Operator("M18", "tổng sai, thành phần đúng", ("total",), _sum, _SURE),
    Operator("M19", "dẫn sai dòng phụ lục", ("citation",), _listed, _MOST),
    Operator("M20", "hoàn thành thành đang thực hiện", ("status",), _listed, _MOST),
)


def operators(names: Sequence[str] = ()) -> tuple[Operator, ...]:
    """The operators of these names, all of them without one."""
    return tuple(one for one in OPERATORS if not names or one.name in names)
