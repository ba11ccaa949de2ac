"""Answers and their evidence as Markdown and HTML. Pure; every text of a document is escaped."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Figure
from ingest.model import Source
from ui import texts
from ui.escape import CITATION_MARK, html_lines, html_text, markdown, plain_in_markdown
from ui.evidence import Evidence
from ui.record_fields import Field

ANCHOR = "can-cu-{n}"
GOOD_VERDICTS = frozenset({"match", "rounded", "derived"})


def question_markdown(question: str) -> str:
    """A question exactly as it was typed."""
    return plain_in_markdown(question)


def steps_markdown(steps: Sequence[str]) -> str:
    """The steps so far, one a line."""
    return "\n".join(f"- {plain_in_markdown(step)}" for step in steps)


def answer_markdown(answer: Answer) -> str:
    """The answer as the chat shows it: refusal and its reason, text, reading, notes."""
    blocks: list[str] = []
    if answer.status == "refused":
        blocks.append(f"**{texts.REFUSED}**")
    elif answer.status == "clarify":
        blocks.append(f"**{texts.CLARIFY}**")
    if answer.answer.strip():
        blocks.append(linked_marks(markdown(answer.answer), answer))
    if answer.reason and answer.reason.strip() not in answer.answer:
        blocks.append(f"**{texts.REASON}:** {markdown(answer.reason)}")
    if differs(answer.interpreted_as, answer.question):
        reading = texts.INTERPRETED_AS.format(question=plain_in_markdown(answer.interpreted_as))
        blocks.append(f"*{reading}*")
    blocks.extend(f"**{texts.NOTE}:** {markdown(note)}" for note in answer.notes)
    return "\n\n".join(blocks)


def linked_marks(text: str, answer: Answer) -> str:
    """``[1]`` as a link to its evidence; marks without a citation stay plain text."""
    known = {citation.n for citation in answer.citations}

    def link(n: int) -> str:
        return f"[\\[{n}\\]](#{ANCHOR.format(n=n)})" if n in known else f"\\[{n}\\]"

    return CITATION_MARK.sub(lambda mark: link(int(mark[1])), text)


def differs(interpreted: str, question: str) -> bool:
    """Whether the searched question says something else than the typed one."""
    return _bare(interpreted) not in ("", _bare(question))


def _bare(text: str) -> str:
    return " ".join(text.casefold().strip(" ?.!…").split())


def place_text(source: Source) -> str:
    """``Trang 3 · Mục II › 1 · Bảng 2 · Dòng 9``: what is known of a place, unescaped."""
    pieces: list[str] = []
    if source.page is not None:
        pieces.append(texts.PAGE.format(n=source.page))
    if source.section:
        pieces.append(texts.SECTION.format(path=" › ".join(source.section)))
    if source.table is not None:
        pieces.append(texts.TABLE.format(n=source.table))
    if source.row is not None:
        pieces.append(texts.ROW.format(n=source.row))
    if source.column:
        pieces.append(texts.COLUMN.format(name=source.column))
    return " · ".join(pieces)


def empty_evidence_html() -> str:
    """The panel before the first question."""
    return _panel(f'<p class="cchc-muted">{html_text(texts.EVIDENCE_EMPTY)}</p>')


def evidence_html(answer: Answer, evidence: Sequence[Evidence]) -> str:
    """The panel beside the chat: what the answer rests on, card by card."""
    head = (
        f'<p class="cchc-muted"><span class="cchc-badge cchc-{answer.status}">'
        f"{html_text(texts.ANSWER_STATUSES[answer.status])}</span> {html_text(_origin(answer))}</p>"
    )
    question = f'<p class="cchc-asked">{html_text(answer.question)}</p>'
    cards = "".join(card_html(item) for item in evidence)
    if not cards:
        cards = f'<p class="cchc-muted">{html_text(texts.EVIDENCE_NONE)}</p>'
    return _panel(question + head + cards + figures_html(answer.figures))


def _panel(inner: str) -> str:
    return (
        f'<section class="cchc-panel" aria-live="polite"><h3>{html_text(texts.EVIDENCE_TITLE)}</h3>'
        f"{inner}</section>"
    )


def _origin(answer: Answer) -> str:
    pieces: list[str] = []
    if answer.path is not None:
        pieces.append(texts.DRAWN_FROM.format(path=texts.ANSWER_PATHS[answer.path]))
    if answer.writer == "rules":
        pieces.append(texts.WRITTEN_BY_RULES)
    else:
        pieces.append(texts.WRITTEN_BY_MODEL.format(writer=answer.writer))
    total = answer.timings_ms.get("total")
    if total is not None:
        pieces.append(texts.TOOK.format(ms=round(total)))
    return " · ".join(pieces)


def card_html(item: Evidence) -> str:
    """One citation: number, file, place, and the table row or paragraph it came from."""
    source = item.source
    place = place_text(source)
    body = _row_html(item) if source.table is not None or source.column else _prose_html(item)
    return (
        f'<article class="cchc-card" id="{ANCHOR.format(n=item.n)}" '
        f'aria-label="{html_text(texts.CITATION_ARIA.format(n=item.n))}">'
        f'<header><span class="cchc-n">{item.n}</span>'
        f'<span class="cchc-file">{html_text(source.file)}</span></header>'
        + (f'<p class="cchc-place">{html_text(place)}</p>' if place else "")
        + body
        + "</article>"
    )


def _prose_html(item: Evidence) -> str:
    first, *rest = item.cells
    quotes = [_marked(item.paragraph, first.value)]
    quotes.extend(f"<mark>{html_lines(cell.value)}</mark>" for cell in rest)
    return "".join(f"<blockquote>{quote}</blockquote>" for quote in quotes)


def _marked(paragraph: str | None, quote: str) -> str:
    if paragraph is None or quote not in paragraph:
        return f"<mark>{html_lines(quote)}</mark>"
    before, _, after = paragraph.partition(quote)
    return f"{html_lines(before)}<mark>{html_lines(quote)}</mark>{html_lines(after)}"


def _row_html(item: Evidence) -> str:
    first, *rest = item.cells
    lines = [_line(first.label or texts.QUOTE, f"<mark>{html_lines(first.value)}</mark>")]
    for cell in rest:
        value = html_lines(cell.value)
        # a page break cut the cited cell itself; other cells of the row are not what is cited
        marked = f"<mark>{value}</mark>" if cell.label == first.label else value
        lines.append(_line(cell.label or texts.QUOTE_CONTINUED, marked))
    for row in item.rows:
        lines.append(f'<tr class="cchc-same"><th colspan="2">{html_text(texts.SAME_ROW)}</th></tr>')
        lines.extend(_line(field.label, html_lines(field.value)) for field in row)
    return (
        f'<table class="cchc-row"><thead><tr><th scope="col">{html_text(texts.COLUMN_HEADING)}</th>'
        f'<th scope="col">{html_text(texts.CONTENT_HEADING)}</th></tr></thead>'
        f"<tbody>{''.join(lines)}</tbody></table>"
    )


def _line(label: str, value_html: str) -> str:
    return f'<tr><th scope="row">{html_text(label)}</th><td>{value_html}</td></tr>'


def figures_html(figures: Sequence[Figure]) -> str:
    """The answer's figures and how each compares with the records; open when one needs a look."""
    claims = [figure for figure in figures if figure.verdict != "not_a_claim"]
    if not claims:
        return ""
    doubtful = any(figure.verdict not in GOOD_VERDICTS for figure in claims)
    rows = "".join(_figure_row(figure) for figure in claims)
    heads = "".join(f'<th scope="col">{html_text(head)}</th>' for head in texts.FIGURE_HEADINGS)
    return (
        f'<details class="cchc-figures"{" open" if doubtful else ""}>'
        f"<summary>{html_text(texts.FIGURES_TITLE)} ({len(claims)})</summary>"
        f'<table class="cchc-row"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        "</details>"
    )


def _figure_row(figure: Figure) -> str:
    mood = "good" if figure.verdict in GOOD_VERDICTS else "bad"
    about = figure.explanation or " · ".join(
        part for part in (figure.indicator, figure.subject) if part
    )
    mark = f" [{figure.citation}]" if figure.citation is not None else ""
    return (
        f"<tr><td>{html_text(figure.text)}{html_text(mark)}</td>"
        f'<td class="cchc-{mood}">{html_text(texts.VERDICTS[figure.verdict])}</td>'
        f"<td>{html_lines(about)}</td></tr>"
    )


def fields_html(fields: Sequence[Field]) -> str:
    """Labelled values as a two-column table; blank values show as a dash."""
    lines = "".join(_line(f.label, html_lines(f.value) or "–") for f in fields)
    return f'<table class="cchc-row"><tbody>{lines}</tbody></table>'
