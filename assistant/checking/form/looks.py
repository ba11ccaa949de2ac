"""The look of a line against the limits of a rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.checking.form.model import Line
from assistant.checking.form.ruleset import Violation, limits

_ALIGNS = {"left": "căn trái", "right": "căn phải", "center": "canh giữa", "both": "canh đều"}
_SWITCHES = {"bold": "đậm", "italic": "nghiêng"}


def looking(rule: str, lines: Iterable[Line]) -> Iterator[Violation]:
    """What about ``lines`` breaks ``rule``: one violation a line, all its faults together."""
    for line in lines:
        faults = list(_faults(rule, line))
        if faults:
            yield Violation(rule, ", ".join(faults), line)


def _faults(rule: str, line: Line) -> Iterator[str]:
    wanted = limits(rule)
    if "size" in wanted:
        least, most = wanted["size"]
        wrong = sorted({look.size for look in line.looks if not least <= look.size <= most})
        if wrong:
            yield f"cỡ chữ {', '.join(points(size) for size in wrong)}"
    for name, word in _SWITCHES.items():
        # a line counts as bold or upright only where all its letters are
        if name in wanted and any(getattr(look, name) != wanted[name] for look in line.looks):
            yield f"không {word}" if wanted[name] else f"viết {word}"
    if wanted.get("caps") is True and line.shown != line.shown.upper():
        yield "không in hoa"
    if wanted.get("caps") is False and line.shown == line.shown.upper() and len(line.text) > 3:
        yield "in hoa toàn bộ"
    if "align" in wanted and line.layout.align != wanted["align"]:
        yield aligned(line.layout.align)


def aligned(align: str) -> str:
    """An alignment in Vietnamese."""
    return _ALIGNS[align]


def points(size: float) -> str:
    """A number as written in Vietnamese: ``13``, ``12,7``."""
    return f"{size:.2f}".rstrip("0").rstrip(".").replace(".", ",")
