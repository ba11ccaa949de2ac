"""A check as HTML: its summary, its findings, its figures. Pure; every text is escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.answer import Check, Figure, Finding, Severity, Verdict
from ingest.model import Source
from ui import texts
from ui.escape import html_lines, html_text
from ui.record_fields import vietnamese_number
from ui.render import GOOD_VERDICTS, place_text

ALL = "all"
ATTENTION = "attention"
"""Filters beside the verdicts themselves: every claim, and every claim that is not confirmed."""

MOST_FIGURES = 400
MOST_FINDINGS = 200
MOST_EVIDENCE = 2
"""Rows and places shown on a page; the rest is counted, not shown."""

LONGEST_QUOTE = 320
DOUBTFUL: frozenset[Verdict] = frozenset({"ambiguous", "unsourced"})
SEVERITY_MOODS: dict[Severity, str] = {"error": "bad", "warning": "warn", "info": "info"}


def empty_html() -> str:
    """The page before the first check."""
    return f'<p class="cchc-muted">{html_text(texts.CHECK_EMPTY)}</p>'


def summary_html(check: Check, against: Sequence[str]) -> str:
    """One line of counts, and what the document was compared with (names as shown in lists)."""
    found = check.summary
    counts = (
        (texts.CHECK_FIGURES, found.figures, "plain"),
        (texts.CHECK_MATCH, found.match, "good"),
        (texts.CHECK_UNSOURCED, found.verdicts.get("unsourced", 0), "warn"),
        (texts.CHECK_ERRORS, found.errors, "bad"),
        (texts.CHECK_WARNINGS, found.warnings, "warn"),
        (texts.CHECK_INFOS, found.infos, "info"),
    )
    badges = "".join(_badge(text.format(n=n), mood if n else "none") for text, n, mood in counts)
    compared = (
        texts.CHECKED_WITH.format(names="; ".join(against)) if against else texts.CHECKED_ALONE
    )
    return (
        f'<section class="cchc-check-summary" role="status"><h3>{html_text(check.file)}</h3>'
        f"<p>{badges}</p>"
        f'<p class="cchc-muted">{html_text(compared)}</p></section>'
    )


def findings_html(findings: Sequence[Finding]) -> str:
    """What was found, in the order of the check, each with both places."""
    if not findings:
        body = f'<p class="cchc-muted">{html_text(texts.NO_FINDINGS)}</p>'
    else:
        rows = [_finding_cells(finding) for finding in findings[:MOST_FINDINGS]]
        body = _grid("cchc-findings", texts.FINDING_HEADINGS, rows)
        body += _cut(texts.FINDINGS_SHOWN, len(rows), len(findings))
    return f"<h3>{html_text(texts.FINDINGS_TITLE)} ({len(findings)})</h3>{body}"


def _finding_cells(finding: Finding) -> tuple[str, ...]:
    severity = _badge(texts.SEVERITIES[finding.severity], SEVERITY_MOODS[finding.severity])
    code = html_text(texts.FINDING_CODES[finding.code])
    return (
        f'{severity}<br><span class="cchc-muted">{code}</span>',
        html_lines(finding.message),
        _source_html(finding.left),
        _source_html(finding.right) if finding.right is not None else "–",
    )


def _badge(text: str, mood: str) -> str:
    return f'<span class="cchc-badge cchc-{mood}">{html_text(text)}</span>'


def figures_title_html(check: Check | None) -> str:
    """The heading over the filter; nothing before the first check."""
    return "" if check is None else f"<h3>{html_text(texts.CHECK_FIGURES_TITLE)}</h3>"


def filter_choices(figures: Sequence[Figure]) -> list[tuple[str, str]]:
    """(label with its count, filter) for the verdicts that occur, in the order of the verdicts."""
    counts = Counter(figure.verdict for figure in figures)
    doubtful = len(filtered(figures, ATTENTION))
    found = [(texts.FILTER_ALL.format(n=len(filtered(figures, ALL))), ALL)]
    if doubtful:
        found.append((texts.FILTER_ATTENTION.format(n=doubtful), ATTENTION))
    return found + [
        (texts.FILTER_VERDICT.format(verdict=name, n=counts[verdict]), verdict)
        for verdict, name in texts.VERDICTS.items()
        if counts[verdict]
    ]


def first_filter(figures: Sequence[Figure]) -> str:
    """What to show first: the figures that a person should look at, if there are any."""
    return ATTENTION if filtered(figures, ATTENTION) else ALL


def filtered(figures: Sequence[Figure], chosen: str) -> list[Figure]:
    """The figures of a filter; :data:`ALL` leaves out what claims nothing (numbering, dates)."""
    claims = [figure for figure in figures if figure.verdict != "not_a_claim"]
    if chosen == ALL:
        return claims
    if chosen == ATTENTION:
        return [figure for figure in claims if figure.verdict not in GOOD_VERDICTS]
    return [figure for figure in figures if figure.verdict == chosen]


def figures_html(figures: Sequence[Figure], chosen: str) -> str:
    """The figures of one filter in the order of the document."""
    shown = filtered(figures, chosen)
    if not shown:
        return f'<p class="cchc-muted">{html_text(texts.NO_FIGURES)}</p>'
    rows = [_figure_cells(figure) for figure in shown[:MOST_FIGURES]]
    return _grid("cchc-checked", texts.CHECK_FIGURE_HEADINGS, rows) + _cut(
        texts.FIGURES_SHOWN, len(rows), len(shown)
    )


def _figure_cells(figure: Figure) -> tuple[str, ...]:
    where = place_text(figure.source) if figure.source is not None else ""
    text = f"<strong>{html_text(figure.text)}</strong>"
    if where:
        text += f'<br><span class="cchc-place">{html_text(where)}</span>'
    value = " ".join(part for part in (vietnamese_number(figure.value), _unit(figure)) if part)
    evidence = "".join(_source_html(source) for source in figure.evidence[:MOST_EVIDENCE])
    more = len(figure.evidence) - MOST_EVIDENCE
    if more > 0:
        evidence += f'<p class="cchc-muted">{html_text(texts.MORE_PLACES.format(n=more))}</p>'
    return (
        text,
        html_text(value) or "–",
        f'<span class="cchc-verdict cchc-{verdict_mood(figure.verdict)}">'
        f"{html_text(texts.VERDICTS[figure.verdict])}</span>",
        html_lines(figure.explanation or "") or "–",
        evidence or "–",
    )


def _unit(figure: Figure) -> str:
    """The unit, in the letters of the figure's own text where it stands there (``TTHC``)."""
    unit = figure.unit or ""
    at = figure.text.casefold().find(unit.casefold())
    return figure.text[at : at + len(unit)] if at >= 0 else unit


def verdict_mood(verdict: Verdict) -> str:
    """The colour of a verdict, which is always written out beside it."""
    if verdict in GOOD_VERDICTS:
        return "good"
    if verdict == "not_a_claim":
        return "none"
    return "warn" if verdict in DOUBTFUL else "bad"


def _source_html(source: Source) -> str:
    """File, place and quote; with a table cell also what its row says."""
    place = place_text(source)
    lines = [f'<span class="cchc-file">{html_text(source.file)}</span>']
    if place:
        lines.append(f'<span class="cchc-place">{html_text(place)}</span>')
    quotes = [piece.quote for piece in (*source.parts, source) if piece.quote.strip()]
    lines.append(" · ".join(f"<q>{html_text(_short(quote))}</q>" for quote in quotes))
    return f'<div class="cchc-source">{"<br>".join(lines)}</div>'


def _short(quote: str) -> str:
    flat = " ".join(quote.split())
    if len(flat) <= LONGEST_QUOTE:
        return flat
    return flat[:LONGEST_QUOTE].rsplit(" ", 1)[0] + "…"


def _cut(sentence: str, shown: int, total: int) -> str:
    if shown == total:
        return ""
    return f'<p class="cchc-muted">{html_text(sentence.format(shown=shown, total=total))}</p>'


def _grid(kind: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of ready HTML cells; each cell repeats its heading for narrow screens."""
    head = "".join(f'<th scope="col">{html_text(heading)}</th>' for heading in headings)
    body = "".join(f"<tr>{''.join(map(_cell, headings, row))}</tr>" for row in rows)
    return (
        f'<table class="cchc-grid {kind}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _cell(heading: str, cell: str) -> str:
    return f'<td data-label="{html_text(heading)}"><div>{cell}</div></td>'
