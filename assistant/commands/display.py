"""Results as Vietnamese text for a terminal: pure functions from models to strings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from assistant.answer import Answer, DocumentDetails, SearchResults
from ingest.model import (
    AnyRecord,
    Deadline,
    Document,
    Indicator,
    Period,
    Ref,
    Source,
    Target,
    Task,
)

_STATUS = {
    "ingested": "mới nạp",
    "unchanged": "không đổi",
    "replaced": "đã thay",
    "skipped": "bỏ qua",
    "failed": "LỖI",
}
_KIND = {
    "plan": "kế hoạch",
    "task_annex": "phụ lục nhiệm vụ",
    "report": "báo cáo",
    "statistics_annex": "phụ lục số liệu",
    "decision": "quyết định",
    "directive": "văn bản chỉ đạo",
    "other": "văn bản khác",
}
_UNIT_KIND = {
    "passage": "đoạn văn",
    "target": "chỉ tiêu",
    "task": "nhiệm vụ",
    "indicator": "số liệu",
    "ref": "căn cứ",
}
_LONGEST_QUOTE = 240


def ingested(documents: Iterable[Document]) -> str:
    """One line a file, with what went wrong below it."""
    return "\n".join(line for document in documents for line in _ingested(document))


def _ingested(document: Document) -> Iterator[str]:
    status = _STATUS[document.status]
    if document.status in {"skipped", "failed"}:
        reason = " ".join(problem.message for problem in document.problems)
        yield f"[{status}] {document.path}: {reason}"
        return
    yield f"[{status}] {document.file}: {_counts(document)}"
    for problem in document.problems:
        yield f"    lưu ý: {problem.message}"


def _counts(document: Document) -> str:
    counts = document.counts
    found = [
        (counts.targets, "chỉ tiêu"),
        (counts.tasks, "nhiệm vụ"),
        (counts.indicators, "số liệu"),
        (counts.refs, "căn cứ"),
        (counts.passages, "đoạn văn"),
    ]
    return ", ".join(f"{count} {word}" for count, word in found if count) or "không có nội dung"


def document_list(documents: Sequence[Document]) -> str:
    """Each document with its id, what it is and what it yielded."""
    if not documents:
        return "Kho chưa có tài liệu nào; hãy nạp bằng lệnh “cchc ingest ĐƯỜNG_DẪN”."
    return "\n".join(
        f"{document.id}\n    {document.file} · {_about(document)}\n    {_counts(document)}"
        for document in documents
    )


def _about(document: Document) -> str:
    known = [
        _KIND[document.kind],
        document.number,
        document.issuer,
        document.province,
        f"ngày {document.date}" if document.date else None,
        _period(document.period),
    ]
    return " · ".join(part for part in known if part)


def _period(period: Period | None) -> str | None:
    if period is None:
        return None
    if period.from_ == period.to:
        return f"năm {period.to}"
    return f"giai đoạn {period.from_}-{period.to}"


def details(found: DocumentDetails) -> str:
    """The document, its problems, and the text of its units in order."""
    lines = [document_list([found.document])]
    if found.document.problems:
        lines.append("\nVấn đề khi đọc:")
        lines += [
            f"  - {problem.message}" + (f" ({place(problem.source)})" if problem.source else "")
            for problem in found.document.problems
        ]
    lines.append("\nNội dung:")
    lines += [f"  [{_UNIT_KIND[unit.kind]}] {unit.text}" for unit in found.units]
    return "\n".join(lines)


def place(source: Source) -> str:
    """Where something stands: ``tệp, trang 3, bảng 2, dòng 9``."""
    parts = [source.file]
    parts += [f"trang {source.page}"] if source.page is not None else []
    parts += [f"mục {'.'.join(source.section)}"] if source.section else []
    parts += [f"bảng {source.table}"] if source.table is not None else []
    parts += [f"dòng {source.row}"] if source.row is not None else []
    parts += [f"cột “{source.column}”"] if source.column else []
    return ", ".join(parts)


def _quote(source: Source) -> str:
    quote = " ".join(source.quote.split())
    return quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]}…"


def answer(found: Answer) -> str:
    """The answer, then its sources as numbered lines."""
    lines = [found.answer]
    if found.reason and found.reason not in found.answer:
        lines += ["", f"Lý do: {found.reason}"]
    if found.citations:
        lines += ["", "Nguồn:"]
        for citation in found.citations:
            lines.append(f"  [{citation.n}] {place(citation.source)}")
            lines.append(f"      “{_quote(citation.source)}”")
    lines += [f"Lưu ý: {sentence}" for sentence in found.notes]
    return "\n".join(lines)


def search_results(found: SearchResults) -> str:
    """One block a result."""
    if not found.results:
        return "Không tìm thấy đoạn nào phù hợp; hãy thử từ khác hoặc bớt điều kiện."
    return "\n".join(
        f"{result.rank}. [{_UNIT_KIND[result.kind]}] {' '.join(result.text.split())}\n"
        f"   {place(result.source)} · điểm {result.score:.3f}"
        for result in found.results
    )


def record_list(records: Sequence[AnyRecord]) -> str:
    """One block a record, and how many there are."""
    if not records:
        return "Không có dữ kiện nào khớp điều kiện."
    blocks = [f"{_record(record)}\n    {place(record.source)}" for record in records]
    return "\n".join([*blocks, f"Tổng số: {len(records)}"])


def _record(record: AnyRecord) -> str:
    match record:
        case Target():
            figure = " ".join(filter(None, [record.comparator, record.value, record.unit]))
            extra = [
                f"mức: {figure}" if record.value else None,
                _period(record.horizon),
                _listed("chủ trì", record.lead),
            ]
            return _line(record.key, record.text, extra)
        case Task():
            extra = [
                _listed("chủ trì", record.lead),
                _listed("phối hợp", record.coordinating),
                _listed("sản phẩm", record.products),
                f"hạn: {_deadline(record.deadline)}" if record.deadline else None,
            ]
            return _line(record.key, record.text, extra)
        case Indicator():
            name = " / ".join(filter(None, [record.parent, record.name, record.subject]))
            value = record.value_text or record.value or "(để trống)"
            figure = " ".join(filter(None, [value, record.unit]))
            meaning = f"nghĩa: {record.meaning}" if record.meaning else None
            return _line(record.key, f"{name}: {figure}", [_period(record.period), meaning])
        case Ref():
            kind = " ".join(filter(None, [record.type, record.number]))
            return _line(None, kind, [record.issuer, record.date, record.about])
    assert_never(record)


def _line(key: str | None, text: str, extra: Iterable[str | None]) -> str:
    body = " ".join(text.split())
    more = "; ".join(part for part in extra if part)
    return (f"[{key}] " if key else "") + body + (f"\n    {more}" if more else "")


def _listed(label: str, values: Sequence[str]) -> str | None:
    return f"{label}: {'; '.join(values)}" if values else None


def _deadline(deadline: Deadline) -> str:
    return deadline.text
