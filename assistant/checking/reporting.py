"""A check for a person to read: plain text, Markdown or one HTML page. Pure functions."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence

from assistant.answer import Check, Figure, Finding
from assistant.checking.wording import quoted
from ingest.model import Source

SEVERITIES = {"error": "LỖI", "warning": "CẦN XEM", "info": "LƯU Ý"}
CODES = {
    "contradiction": "mâu thuẫn",
    "arithmetic": "số học",
    "missing": "thiếu số liệu",
    "unsourced": "không có nguồn",
    "wrong_role": "sai vai trò",
    "wrong_unit": "đơn vị",
    "wrong_period": "sai kỳ",
    "format": "thể thức",
    "plan_gap": "so với kế hoạch",
    "note_conflict": "trái với ghi chú",
}
VERDICTS = {
    "match": "khớp",
    "rounded": "làm tròn",
    "derived": "suy ra",
    "contradicted": "mâu thuẫn",
    "wrong_role": "sai vai trò",
    "wrong_unit": "sai đơn vị",
    "wrong_period": "sai kỳ",
    "unsourced": "không có nguồn",
    "ambiguous": "mơ hồ",
    "not_a_claim": "không phải số liệu",
}


def place(source: Source) -> str:
    """Where something stands, with its file."""
    parts = [source.file]
    parts += [f"trang {source.page}"] if source.page is not None else []
    parts += [f"mục {'.'.join(source.section)}"] if source.section else []
    parts += [f"bảng {source.table}"] if source.table is not None else []
    parts += [f"dòng {source.row}"] if source.row is not None else []
    return ", ".join(parts)


def summary(check: Check) -> str:
    """One sentence: how many figures, and what was found."""
    found = check.summary
    return (
        f"{check.file}: {found.figures} số liệu, {found.match} khớp; {found.errors} lỗi, "
        f"{found.warnings} chỗ cần xem, {found.infos} lưu ý."
    )


def as_text(check: Check) -> str:
    """The findings for a terminal, gravest first."""
    lines = [summary(check)]
    for n, one in enumerate(check.findings, start=1):
        lines += ["", f"{n}. [{SEVERITIES[one.severity]}] {one.message}"]
        lines += [
            f"     {label}: {quoted(source.quote)} ({place(source)})"
            for label, source in _sides(one)
        ]
    if not check.findings:
        lines.append("Không phát hiện mâu thuẫn nào.")
    return "\n".join(lines)


def _sides(one: Finding) -> Iterator[tuple[str, Source]]:
    yield "tại", one.left
    if one.right is not None:
        yield "đối chiếu", one.right


def shown(figures: Iterable[Figure]) -> list[Figure]:
    """The figures that claim something."""
    return [figure for figure in figures if figure.verdict != "not_a_claim"]


def as_markdown(check: Check) -> str:
    """Findings and figures as two Markdown tables."""
    lines = [f"# Kiểm tra {_cell(check.file)}", "", summary(check), "", "## Phát hiện", ""]
    lines += _table(
        ("Mức", "Loại", "Nội dung", "Vị trí", "Đối chiếu"),
        [
            (
                SEVERITIES[one.severity],
                CODES[one.code],
                one.message,
                place(one.left),
                place(one.right) if one.right is not None else "",
            )
            for one in check.findings
        ],
    )
    lines += ["", "## Số liệu", ""]
    lines += _table(
        ("Số liệu", "Kết luận", "Giải thích", "Vị trí"),
        [
            (
                figure.text,
                VERDICTS[figure.verdict],
                figure.explanation or "",
                place(figure.source) if figure.source is not None else "",
            )
            for figure in shown(check.figures)
        ],
    )
    return "\n".join(lines) + "\n"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    if not rows:
        return ["Không có."]
    lines = [f"| {' | '.join(header)} |", "|" + " --- |" * len(header)]
    return lines + [f"| {' | '.join(_cell(cell) for cell in row)} |" for row in rows]


def _cell(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return " ".join(escaped.split())


_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #bbb;padding:.4rem .6rem;"
    "text-align:left;vertical-align:top}th{background:#f2f2f2}"
    ".error{background:#fde8e8}.warning{background:#fff4d6}"
)


def as_html(check: Check) -> str:
    """One self-contained page; everything from the documents is escaped."""
    findings = [
        _row(
            (
                SEVERITIES[one.severity],
                CODES[one.code],
                one.message,
                _quote(one.left),
                _quote(one.right) if one.right is not None else "",
            ),
            one.severity,
        )
        for one in check.findings
    ]
    figures = [
        _row(
            (
                figure.text,
                VERDICTS[figure.verdict],
                figure.explanation or "",
                place(figure.source) if figure.source is not None else "",
            ),
            "",
        )
        for figure in shown(check.figures)
    ]
    title = html.escape(f"Kiểm tra {check.file}")
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1><p>{html.escape(summary(check))}</p>"
        f"<h2>Phát hiện ({len(findings)})</h2>"
        f"{_html(('Mức', 'Loại', 'Nội dung', 'Vị trí', 'Đối chiếu'), findings)}"
        f"<h2>Số liệu ({len(figures)})</h2>"
        f"{_html(('Số liệu', 'Kết luận', 'Giải thích', 'Vị trí'), figures)}</body></html>\n"
    )


def _quote(source: Source) -> str:
    return f"{quoted(source.quote)} ({place(source)})"


def _row(cells: Sequence[str], kind: str) -> str:
    inner = "".join(f"<td>{html.escape(cell)}</td>" for cell in cells)
    return f'<tr class="{kind}">{inner}</tr>'


def _html(header: Sequence[str], rows: Sequence[str]) -> str:
    if not rows:
        return "<p>Không có.</p>"
    head = "".join(f"<th>{name}</th>" for name in header)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
