"""Results as Vietnamese text for a terminal: pure functions from models to strings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from assistant.answer import Answer, DocumentDetails, SearchResults
from assistant.corrected import day_of, said
from assistant.related import relations_of
from ingest.correcting.names import field_name
from ingest.model import (
    AnyRecord,
    Correction,
    Deadline,
    Document,
    Indicator,
    Period,
    Ref,
    Source,
    TableReport,
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
_TABLE_KIND = {
    "tasks": "bảng nhiệm vụ",
    "indicators": "bảng số liệu",
    "wide": "bảng số liệu theo đối tượng",
    "passages": "đoạn văn, không nhận ra cột",
}
_CELL_PROBLEM = {
    "row_without_record": "hàng không thành bản ghi",
    "no_field": "không thuộc trường nào",
    "not_a_number": "không đọc ra số",
    "no_date": "không đọc ra thời hạn",
}
_CORRECTION = {
    "applied": "đang dùng",
    "superseded": "đã có lần sửa sau",
    "conflict": "văn bản đã đổi, không áp dụng",
    "orphaned": "nội dung không còn, không áp dụng",
    "undone": "đã hoàn tác",
}
_MOST_CELLS = 20
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
        "\n    ".join(
            (
                document.id,
                f"{document.file} · {_about(document)}",
                _counts(document),
                *relations_of(document),
            )
        )
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
    lines += _report(found)
    if found.corrections:
        lines += ["\nCác lần sửa:", correction_list(found.corrections)]
    lines.append("\nNội dung:")
    lines += [
        f"  [{_UNIT_KIND[unit.kind]}] {unit.text}"
        + (f" (mã {unit.record_id})" if unit.record_id else "")
        for unit in found.units
    ]
    return "\n".join(lines)


def _report(found: DocumentDetails) -> Iterator[str]:
    """How the tables were read, and the cells that a person should look at."""
    if not found.tables:
        return
    yield f"\nBảng đã đọc ({len(found.tables)}){_confidence(found.share)}:"
    for table in found.tables:
        yield from _table(table)


def _confidence(share: float | None) -> str:
    return "" if share is None else f", độ tin cậy {_percent(share)} số hàng"


def _percent(share: float) -> str:
    tenths = int(share * 1000)  # never rounded up to a whole that it is not
    return f"{tenths / 10:.1f}".replace(".", ",").removesuffix(",0") + "%"


def _table(table: TableReport) -> Iterator[str]:
    title = f" “{table.title}”" if table.title else ""
    yield (
        f"  Bảng {table.number}{title}: đọc là {_TABLE_KIND[table.kind]}{_confidence(table.share)}"
    )
    yield (
        f"    {table.rows} hàng: {table.header_rows} tiêu đề, {table.section_rows} tên mục, "
        f"{table.record_rows} thành bản ghi, {table.passage_rows} giữ dạng đoạn văn; "
        f"{table.records} bản ghi từ {table.cells} ô có nội dung"
    )
    shown = table.unclear[:_MOST_CELLS]
    for cell in shown:
        where = place(cell.source)
        yield f"    - {_CELL_PROBLEM[cell.code]}: “{_quote(cell.source)}” ({where})"
    if len(table.unclear) > len(shown):
        yield f"    - và {len(table.unclear) - len(shown)} ô khác chưa hiểu rõ"


def correction_list(found: Sequence[Correction]) -> str:
    """One block a correction: its id, what changed, who and when."""
    if not found:
        return "Chưa có lần sửa nào."
    return "\n".join(line for one in found for line in _correction(one))


def _correction(one: Correction) -> Iterator[str]:
    status = _CORRECTION[one.status]
    yield f"{one.id} [{status}] {one.document_id}: {one.about or 'thông tin tài liệu'}"
    old, new = one.old or "(để trống)", one.new or "(để trống)"
    yield f"    {field_name(one.field)} ({one.field}): “{old}” → “{new}”"
    undone = f", hoàn tác {_time(one.undone_at)}" if one.undone_at else ""
    yield f"    {one.by}, {_time(one.at)}{undone}"


def _time(at: str) -> str:
    return f"{at[11:16]} ngày {day_of(at)}"


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
    blocks = [
        "\n    ".join([_record(record), *map(said, record.corrected), place(record.source)])
        for record in records
    ]
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
