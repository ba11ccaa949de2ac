"""A draft as HTML: its state, its text with coloured figures, ledger, changes, history. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.answer import Draft, DraftEvent, DraftSection, Figure
from ingest.model import Source
from ui import texts
from ui.escape import html_lines, html_text
from ui.render import GOOD_VERDICTS, place_text
from ui.render_checking import ALL, figures_html, findings_html, verdict_mood

MOST_OMITTED = 200
MOST_CHANGES = 200
_LONGEST_QUOTE = 200
_MOST_EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a section's text, from ``start`` to ``end``."""

    start: int
    end: int


def empty_html() -> str:
    """The place of the draft before there is one."""
    return f'<p class="cchc-muted">{html_text(texts.DRAFT_EMPTY)}</p>'


def state_html(draft: Draft) -> str:
    """Title, status, counts, what stands against approval, what was not given."""
    figures = [figure for one in draft.sections for figure in one.figures]
    claims = [figure for figure in figures if figure.verdict != "not_a_claim"]
    good = sum(figure.verdict in GOOD_VERDICTS for figure in claims)
    ledger = texts.DRAFT_USED.format(used=draft.ledger.used, required=draft.ledger.required)
    badges = [
        _badge(texts.DRAFT_STATUSES[draft.status], "good" if draft.approved_by else "info"),
        _badge(texts.DRAFT_FIGURES.format(n=len(claims)), "plain"),
        _badge(texts.DRAFT_GOOD.format(n=good), "good"),
    ]
    if len(claims) > good:
        badges.append(_badge(texts.DRAFT_OPEN_FIGURES.format(n=len(claims) - good), "bad"))
    badges.append(_badge(ledger, "plain"))
    parts = [f"<h3>{html_text(draft.title)}</h3>", f"<p>{''.join(badges)}</p>"]
    if draft.approved_by:
        said = texts.DRAFT_APPROVED_BY.format(
            name=draft.approved_by, at=shown_time(draft.approved_at or "")
        )
        parts.append(f"<p>{html_text(said)}</p>")
    if draft.blocking:
        parts.append(
            f'<div class="cchc-notice cchc-notice-bad">{html_text(texts.DRAFT_BLOCKING)}'
            f"{_list(draft.blocking)}</div>"
        )
    if draft.missing:
        parts.append(
            f'<details class="cchc-notice cchc-notice-warn" open><summary>'
            f"{html_text(texts.DRAFT_MISSING)} ({len(draft.missing)})</summary>"
            f"{_list(draft.missing)}</details>"
        )
    return f'<section class="cchc-check-summary" role="status">{"".join(parts)}</section>'


def legend_html() -> str:
    """What the colours of figures mean."""
    shown = (
        ("good", texts.DRAFT_LEGEND_GOOD),
        ("derived", texts.DRAFT_LEGEND_DERIVED),
        ("warn", texts.DRAFT_LEGEND_OPEN),
        ("bad", texts.DRAFT_LEGEND_BAD),
    )
    items = " ".join(
        f'<span class="cchc-figure cchc-figure-{mood}">{html_text(name)}</span>'
        for mood, name in shown
    )
    return (
        f'<p class="cchc-muted cchc-legend">{html_text(texts.DRAFT_LEGEND)}: {items} '
        f"{html_text(texts.DRAFT_LEGEND_HINT)}</p>"
    )


def text_html(draft: Draft) -> str:
    """The report's sections; each figure coloured by its verdict, with its source behind it."""
    return (
        f'<div class="cchc-draft">{legend_html()}'
        f"{''.join(_section_html(section) for section in draft.sections)}</div>"
    )


def _section_html(section: DraftSection) -> str:
    level = 3 + min(section.key.count("."), 2)
    head = f"<h{level}>{html_text(section.title)}</h{level}>" if section.title else ""
    body, at = [], 0
    figures = list(_placed(section))
    authors = list(_authors(section))
    for line in section.text.split("\n"):
        end = at + len(line)
        if line.strip():
            body.append(_line_html(line, at, figures, authors))
        at = end + 1
    return f'<section id="cchc-muc-{html_text(section.key)}">{head}{"".join(body)}</section>'


def _line_html(
    line: str,
    start: int,
    figures: Sequence[tuple[_Piece, Figure]],
    authors: Sequence[tuple[_Piece, str]],
) -> str:
    end = start + len(line)
    cuts = {start, end}
    for piece, _ in (*figures, *authors):
        cuts |= {at for at in (piece.start, piece.end) if start < at < end}
    ordered = sorted(cuts)
    shown = ""
    for first, last in pairwise(ordered):
        said = line[first - start : last - start]
        figure = next((one for piece, one in figures if piece.start <= first < piece.end), None)
        author = next((one for piece, one in authors if piece.start <= first < piece.end), None)
        part = html_text(said) if figure is None else _figure_html(said, figure)
        if author is not None:
            part = f'<span class="cchc-by" title="{html_text(author)}">{part}</span>'
        shown += part
    return f"<p>{shown}</p>"


def _placed(section: DraftSection) -> Iterator[tuple[_Piece, Figure]]:
    """Where each figure stands in the section's text; they are given in reading order."""
    at = 0
    for figure in section.figures:
        start = section.text.find(figure.text, at)
        if figure.text and start >= 0:
            at = start + len(figure.text)
            yield _Piece(start, at), figure


def _authors(section: DraftSection) -> Iterator[tuple[_Piece, str]]:
    """The sentences that the rules did not write, and who did."""
    at = 0
    for sentence in section.sentences:
        said = sentence.text.strip()
        start = section.text.find(said, at)
        if not said or start < 0:
            continue
        at = start + len(said)
        if sentence.writer == "person":
            name = section.edited_by or texts.DRAFT_SOMEONE
            yield _Piece(start, at), texts.DRAFT_WRITER_PERSON.format(name=name)
        elif sentence.writer != "rules":
            yield _Piece(start, at), texts.DRAFT_WRITER_MODEL.format(name=sentence.writer)


def _figure_html(said: str, figure: Figure) -> str:
    mood = verdict_mood(figure.verdict)
    colour = "derived" if figure.verdict in ("derived", "rounded") else mood
    places = "".join(_place_html(one) for one in figure.evidence[:_MOST_EVIDENCE])
    more = len(figure.evidence) - _MOST_EVIDENCE
    if more > 0:
        places += f"<span>{html_text(texts.MORE_PLACES.format(n=more))}</span>"
    verdict = html_text(texts.VERDICTS[figure.verdict])
    return (
        f'<span class="cchc-figure cchc-figure-{colour}" tabindex="0">{html_text(said)}'
        f'<span class="cchc-why" role="tooltip"><strong>{verdict}</strong>'
        f"<span>{html_text(figure.explanation or '')}</span>{places}</span></span>"
    )


def _place_html(source: Source) -> str:
    quote = " ".join(source.quote.split())
    if len(quote) > _LONGEST_QUOTE:
        quote = quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"
    place = place_text(source)
    where = f"{source.file} · {place}" if place else source.file
    return f"<span>{html_text(where)}: <q>{html_text(quote)}</q></span>"


def records_html(draft: Draft) -> str:
    """Below the text: changed figures, the ledger, findings, all figures, the history."""
    return "".join((_changes(draft), _ledger(draft), _findings(draft), _figures(draft)))


def _changes(draft: Draft) -> str:
    if not draft.changes:
        return ""
    rows = [
        (one.section, one.indicator or "–", one.before or "–", one.after or "–")
        for one in draft.changes[:MOST_CHANGES]
    ]
    title = texts.DRAFT_CHANGES.format(n=len(draft.changes))
    return _folded(title, _grid(texts.DRAFT_CHANGE_HEADINGS, rows), opened=True)


def _ledger(draft: Draft) -> str:
    ledger = draft.ledger
    title = texts.DRAFT_LEDGER.format(used=ledger.used, required=ledger.required)
    if not ledger.omitted:
        return _folded(title, f'<p class="cchc-muted">{html_text(texts.DRAFT_LEDGER_FULL)}</p>')
    rows = [
        (one.indicator, one.why, place_text(one.source) if one.source else "–")
        for one in ledger.omitted[:MOST_OMITTED]
    ]
    return _folded(title, _grid(texts.DRAFT_LEDGER_HEADINGS, rows))


def _findings(draft: Draft) -> str:
    if draft.check is None:
        return ""
    found = draft.check.findings
    title = f"{texts.FINDINGS_TITLE} ({len(found)})"
    return _folded(title, findings_html(found))


def _figures(draft: Draft) -> str:
    figures = [figure for one in draft.sections for figure in one.figures]
    if not figures:
        return ""
    title = texts.DRAFT_ALL_FIGURES.format(
        n=sum(figure.verdict != "not_a_claim" for figure in figures)
    )
    return _folded(title, figures_html(figures, ALL))


def history_html(history: Sequence[DraftEvent]) -> str:
    """What was done to a draft, newest first."""
    if not history:
        return ""
    lines = []
    for event in reversed(history):
        said = texts.DRAFT_HISTORY_LINE.format(
            at=shown_time(event.at),
            action=texts.DRAFT_ACTIONS[event.action],
            section=texts.DRAFT_HISTORY_SECTION.format(key=event.section) if event.section else "",
            by=texts.DRAFT_HISTORY_BY.format(name=event.by) if event.by else "",
        )
        lines.append(f"{said}. {event.note}" if event.note else said)
    return _folded(texts.DRAFT_HISTORY.format(n=len(history)), _list(lines))


def shown_time(at: str) -> str:
    """An ISO time as ``14:05 ngày 03/12/2025``."""
    day, _, clock = at.partition("T")
    parts = day.split("-")
    if len(parts) != 3:
        return at
    return f"{clock[:5]} ngày {'/'.join(reversed(parts))}".strip()


def _badge(text: str, mood: str) -> str:
    return f'<span class="cchc-badge cchc-{mood}">{html_text(text)}</span>'


def _list(lines: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{html_lines(line)}</li>' for line in lines)}</ul>"


def _folded(title: str, body: str, *, opened: bool = False) -> str:
    state = " open" if opened else ""
    return (
        f'<details class="cchc-records"{state}><summary>{html_text(title)}</summary>'
        f"{body}</details>"
    )


def _grid(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{html_text(heading)}</th>' for heading in headings)
    body = "".join(
        "<tr>"
        + "".join(
            f'<td data-label="{html_text(heading)}"><div>{html_lines(cell)}</div></td>'
            for heading, cell in zip(headings, row, strict=True)
        )
        + "</tr>"
        for row in rows
    )
    return f'<table class="cchc-grid"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
