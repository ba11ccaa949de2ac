"""How a document was read, and what staff corrected, as HTML. Pure; every text is escaped."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import DocumentDetails
from assistant.corrected import day_of
from ingest.correcting.names import field_name
from ingest.model import Correction, Document, Record, TableReport, UnclearCell
from ui import texts
from ui.escape import html_lines, html_text
from ui.render import place_text

MOST_CELLS = 50
"""Unclear cells of one table shown on a page; the rest is counted, not shown."""


def tables_html(details: DocumentDetails) -> str:
    """Each table with its kind, its rows and the cells that a person should look at."""
    if not details.tables:
        return ""
    head = f"{html_text(texts.TABLES)} ({len(details.tables)})"
    if details.share is not None:
        head += f" · {html_text(texts.CONFIDENCE.format(share=percent(details.share)))}"
    tables = "".join(map(_table_html, details.tables))
    return f'<details class="cchc-problems"><summary>{head}</summary><ul>{tables}</ul></details>'


def percent(share: float) -> str:
    """A share 0..1 as ``98,9%``, never rounded up to a whole that it is not."""
    return f"{int(share * 1000) / 10:.1f}".replace(".", ",").removesuffix(",0") + "%"


def _table_html(table: TableReport) -> str:
    title = f" “{table.title}”" if table.title else ""
    kind = texts.TABLE_KINDS[table.kind]
    name = html_text(texts.TABLE_READ_AS.format(n=table.number, title=title, kind=kind))
    rows = texts.TABLE_ROWS.format(
        rows=table.rows,
        header=table.header_rows,
        section=table.section_rows,
        record=table.record_rows,
        passage=table.passage_rows,
        records=table.records,
        cells=table.cells,
    )
    lines = [f"<strong>{name}</strong>"]
    if table.share is not None:
        lines.append(html_text(texts.CONFIDENCE.format(share=percent(table.share))))
    lines.append(html_text(rows))
    cells = "".join(map(_cell_html, table.unclear[:MOST_CELLS]))
    if len(table.unclear) > MOST_CELLS:
        more = texts.MORE_CELLS.format(n=len(table.unclear) - MOST_CELLS)
        cells += f"<li>{html_text(more)}</li>"
    return f"<li>{'<br>'.join(lines)}{f'<ul>{cells}</ul>' if cells else ''}</li>"


def _cell_html(cell: UnclearCell) -> str:
    return (
        f"<li>{html_text(texts.CELL_PROBLEMS[cell.code])}: <q>{html_lines(cell.source.quote)}</q>"
        f'<br><span class="cchc-place">{html_text(place_text(cell.source))}</span></li>'
    )


def corrected_html(item: Document | Record) -> str:
    """A line for each correction that is in effect; empty where there is none."""
    lines = (
        texts.CORRECTED_FIELD.format(
            field=field_name(one.field),
            name=one.by,
            day=day_of(one.at),
            read=f"“{one.read}”" if one.read else texts.BLANK,
        )
        for one in item.corrected
    )
    return "".join(f'<br><span class="cchc-corrected">{html_text(line)}</span>' for line in lines)


def history_html(corrections: Sequence[Correction]) -> str:
    """The corrections of a document, newest first."""
    if not corrections:
        return f'<p class="cchc-muted">{html_text(texts.NO_CORRECTIONS)}</p>'
    items = "".join(f"<li>{_correction_html(one)}</li>" for one in reversed(corrections))
    head = f"{html_text(texts.CORRECTIONS)} ({len(corrections)})"
    return f'<div class="cchc-history"><p><strong>{head}</strong></p><ul>{items}</ul></div>'


def _correction_html(one: Correction) -> str:
    old, new = one.old or texts.BLANK, one.new or texts.BLANK
    what = f"{field_name(one.field)}: “{old}” → “{new}”"
    status = texts.CORRECTION_STATUSES[one.status]
    who = texts.CORRECTED_BY.format(name=one.by, day=day_of(one.at), status=status)
    about = one.about or texts.OWN_DATA
    return (
        f"{html_text(about)}<br>{html_lines(what)}"
        f'<br><span class="cchc-place">{html_text(f"{one.id} · {who}")}</span>'
    )


def undoable(corrections: Sequence[Correction]) -> list[tuple[str, str]]:
    """(label, id) of each correction that can be taken back, newest first."""
    return [
        (f"{one.id} · {field_name(one.field)} · {one.about or texts.OWN_DATA}", one.id)
        for one in reversed(corrections)
        if one.status != "undone"
    ]
