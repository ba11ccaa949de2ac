"""A draft as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answer import Draft, ReportKindList

_PARTS = {"year": "cả năm", "quarter": "theo quý", "half": "sáu tháng"}
_MOST = 15


def kinds_as_text(kinds: ReportKindList) -> str:
    """The kinds of report, one a line."""
    return "\n".join(f"{one.kind}: {one.title} ({_PARTS[one.parts]})" for one in kinds.kinds)


def as_text(draft: Draft) -> str:
    """What was drafted: its sections, what became of the records, what a person must look at."""
    return "\n".join(_lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    yield f"{draft.title} (bản dự thảo {draft.id})"
    for section in draft.sections:
        figures = f": {len(section.figures)} số liệu" if section.figures else ""
        yield f"  [{section.key}] {section.title}{figures}"
    ledger = draft.ledger
    yield f"Sổ số liệu: {ledger.used}/{ledger.required} được nêu, {len(ledger.omitted)} bỏ qua."
    yield from _some(f"  - {one.indicator.lstrip('-– ')}: {one.why}" for one in ledger.omitted)
    if draft.missing:
        yield "Còn thiếu:"
        yield from _some(f"  - {sentence}" for sentence in draft.missing)
    if draft.check is not None:
        found = draft.check.summary
        yield (
            f"Kiểm tra lại tệp: {found.figures} số liệu, {found.errors} lỗi, "
            f"{found.warnings} chỗ cần xem, {found.infos} lưu ý."
        )
    if draft.blocking:
        yield "Phải xử lý trước khi duyệt:"
        yield from _some(f"  - {sentence}" for sentence in draft.blocking)


def _some(lines: Iterator[str]) -> Iterator[str]:
    listed = list(lines)
    yield from listed[:_MOST]
    if len(listed) > _MOST:
        yield f"  - và {len(listed) - _MOST} dòng khác (xem --json)"
