"""Documents, their problems and their records as HTML. Pure; every text is escaped."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import DocumentDetails, Health
from assistant.related import relations_of
from ingest.model import AnyRecord, Document, Problem
from ui import texts
from ui.escape import html_lines, html_text
from ui.record_fields import Field, fields, period_text, typed_records, vietnamese_date
from ui.render import fields_html, place_text
from ui.render_reading import corrected_html, tables_html

SHORT_COLUMNS = frozenset({texts.KEY, texts.REF_DATE, texts.HORIZON, texts.PERIOD, texts.SOURCE})
"""Columns whose values are not broken over lines."""

LONG_COLUMNS = frozenset(
    {
        texts.DOCUMENT_HEADINGS[0],
        texts.TASK_TEXT,
        texts.TARGET_TEXT,
        texts.INDICATOR_NAME,
        texts.PARENT,
        texts.PRODUCTS,
        texts.ACTIVITIES,
        texts.REMARK,
        texts.REF_ABOUT,
    }
)
"""Columns of running text, which keep a readable width and may hold long web addresses."""

MOST_ROWS = 400
"""Records of one kind shown on a page; the rest is counted, not shown."""


def document_name(document: Document) -> str:
    """The name in lists: the file, with its number where two files could be confused."""
    return f"{document.file} ({document.number})" if document.number else document.file


def choices(documents: Sequence[Document]) -> list[tuple[str, str]]:
    """(name, id) of each document for a list to choose from; equal names are told apart."""
    names = [document_name(document) for document in documents]
    return [
        (f"{name} · {document.path}" if names.count(name) > 1 else name, document.id)
        for name, document in zip(names, documents, strict=True)
    ]


def documents_html(documents: Sequence[Document]) -> str:
    """The list of documents; a table on wide screens, cards on narrow ones."""
    if not documents:
        return f'<p class="cchc-muted">{html_text(texts.NO_DOCUMENTS)}</p>'
    rows = [
        (
            _title_html(document),
            html_text(texts.KINDS[document.kind]),
            html_text(issuer_text(document)),
            html_text(document.number or texts.UNKNOWN),
            html_text(vietnamese_date(document.date) or texts.UNKNOWN),
            html_text(period_text(document.period) or texts.UNKNOWN),
            html_text(counts_text(document)),
            _problem_count_html(document),
        )
        for document in documents
    ]
    caption = html_text(texts.DOCUMENT_COUNT.format(n=len(documents)))
    return f'<p class="cchc-muted">{caption}</p>' + _grid(texts.DOCUMENT_HEADINGS, rows)


def _title_html(document: Document) -> str:
    name = f"<strong>{html_text(document.file)}</strong>"
    if document.title:
        name += f'<br><span class="cchc-muted">{html_text(document.title)}</span>'
    return name


def _problem_count_html(document: Document) -> str:
    if not document.problems:
        return "–"
    label = html_text(texts.PROBLEM_COUNT.format(n=len(document.problems)))
    return f'<span class="cchc-bad">{label}</span>'


def issuer_text(document: Document) -> str:
    """``Sở Nội vụ, Nam Sơn``: departments of one name exist in every province."""
    return ", ".join(part for part in (document.issuer, document.province) if part) or texts.UNKNOWN


def counts_text(document: Document) -> str:
    """``12 nhiệm vụ, 3 chỉ tiêu``: what was found, zero counts left out."""
    found = document.counts.model_dump()
    parts = [f"{found[key]} {name}" for key, name in texts.COUNT_NAMES.items() if found[key]]
    return ", ".join(parts) or "–"


def ingest_html(documents: Sequence[Document]) -> str:
    """What became of each file of an upload, with the problems of those that failed."""
    lines: list[str] = []
    for document in documents:
        mood = "bad" if document.status in ("failed", "skipped") else "good"
        line = (
            f"<li><strong>{html_text(document.file)}</strong>: "
            f'<span class="cchc-{mood}">{html_text(texts.STATUSES[document.status])}</span>'
        )
        if document.status in ("failed", "skipped"):
            line += "".join(f" {html_text(problem.message)}" for problem in document.problems)
        else:
            line += f" ({html_text(counts_text(document))})"
        lines.append(line + "</li>")
    return f'<ul class="cchc-result" role="status">{"".join(lines)}</ul>'


def notice_html(text: str, *, bad: bool = False) -> str:
    """One sentence about what was just done, or could not be."""
    mood = "bad" if bad else "plain"
    return f'<p class="cchc-notice cchc-notice-{mood}" role="status">{html_text(text)}</p>'


def health_html(health: Health) -> str:
    """Nothing while all is well, else what is degraded and why."""
    if not health.degraded:
        return ""
    reasons = "".join(f"<li>{html_text(reason)}</li>" for reason in health.degraded)
    return (
        f'<div class="cchc-notice cchc-notice-warn" role="status">{html_text(texts.DEGRADED)}'
        f"<ul>{reasons}</ul></div>"
    )


def details_html(details: DocumentDetails) -> str:
    """Everything one document yielded: its data, problems, then its records by kind."""
    document = details.document
    meta = (
        Field(texts.FILE, document.file),
        Field(texts.DOCUMENT_HEADINGS[1], texts.KINDS[document.kind]),
        Field(texts.DOCUMENT_HEADINGS[2], document.issuer or texts.UNKNOWN),
        Field(texts.PROVINCE, document.province or texts.UNKNOWN),
        Field(texts.DOCUMENT_HEADINGS[3], document.number or texts.UNKNOWN),
        Field(texts.DOCUMENT_HEADINGS[4], vietnamese_date(document.date) or texts.UNKNOWN),
        Field(texts.DOCUMENT_HEADINGS[5], period_text(document.period) or texts.UNKNOWN),
        Field(texts.PAGES, str(document.counts.pages or texts.UNKNOWN)),
        Field(texts.DOCUMENT_HEADINGS[6], counts_text(document)),
        *(Field(texts.RELATED, sentence) for sentence in relations_of(document)),
    )
    records = "".join(
        _records_html(texts.RECORD_KINDS[kind], found)
        for kind, found in typed_records(details).items()
        if found
    )
    if not records:
        records = f'<p class="cchc-muted">{html_text(texts.NO_RECORDS)}</p>'
    title = html_text(document.title or document.file)
    return (
        f'<section class="cchc-details"><h3>{title}</h3>{fields_html(meta)}'
        f"{_own_corrections_html(document)}{_problems_html(document.problems)}"
        f"{tables_html(details)}{records}</section>"
    )


def _own_corrections_html(document: Document) -> str:
    lines = corrected_html(document).removeprefix("<br>")
    return f"<p>{lines}</p>" if lines else ""


def _problems_html(problems: Sequence[Problem]) -> str:
    if not problems:
        return f'<p class="cchc-muted">{html_text(texts.NO_PROBLEMS)}</p>'
    items = "".join(_problem_html(problem) for problem in problems)
    head = f"{html_text(texts.PROBLEMS)} ({len(problems)})"
    return (
        f'<details open class="cchc-problems"><summary>{head}</summary><ul>{items}</ul></details>'
    )


def _problem_html(problem: Problem) -> str:
    place = ""
    if problem.source is not None:
        where = place_text(problem.source)
        place = (
            f'<br><span class="cchc-place">{html_text(where)}</span>'
            f"<br><q>{html_lines(problem.source.quote)}</q>"
        )
    return f"<li>{html_text(problem.message)}{place}</li>"


def _records_html(title: str, records: Sequence[AnyRecord]) -> str:
    shown = [(record, fields(record)) for record in records[:MOST_ROWS]]
    labels = [field.label for field in shown[0][1]]
    used = [i for i, _ in enumerate(labels) if any(row[i].value for _, row in shown)]
    headings = (texts.KEY, *(labels[i] for i in used), texts.SOURCE)
    rows = [
        (
            html_text(record.key),
            *(html_lines(row[i].value) or "–" for i in used),
            f'<span class="cchc-place">{html_text(_short_place(record))}</span>'
            + corrected_html(record),
        )
        for record, row in shown
    ]
    cut = ""
    if len(records) > len(shown):
        line = texts.ROWS_SHOWN.format(shown=len(shown), total=len(records))
        cut = f'<p class="cchc-muted">{html_text(line)}</p>'
    return (
        f'<details class="cchc-records"><summary>{html_text(title)} ({len(records)})</summary>'
        f"{_grid(headings, rows)}{cut}</details>"
    )


def _short_place(record: AnyRecord) -> str:
    return place_text(record.source.model_copy(update={"section": (), "column": None}))


def _grid(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of ready HTML cells; each cell repeats its heading for narrow screens."""
    head = "".join(f'<th scope="col">{html_text(heading)}</th>' for heading in headings)
    body = "".join(f"<tr>{''.join(map(_cell, headings, row))}</tr>" for row in rows)
    return f'<table class="cchc-grid"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _cell(heading: str, cell: str) -> str:
    kind = "short" if heading in SHORT_COLUMNS else "long" if heading in LONG_COLUMNS else "plain"
    return f'<td class="cchc-{kind}" data-label="{html_text(heading)}"><div>{cell}</div></td>'
