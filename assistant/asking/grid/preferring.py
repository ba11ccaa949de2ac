"""Whether the answer from a table goes before one that was composed already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.asking import texts
from assistant.asking.grid.asked import Asked
from assistant.asking.grid.lines import row_name
from assistant.asking.grid.reading import Meant
from assistant.asking.grid.shape import Grid
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query
from assistant.asking.words import contains, plain_phrase

_TIMES = frozenset({"nam", "quy", "thang", "ky"})
_WORKED = (
    "compares",
    "wholes",
    "lacking",
    "unwritten",
    "unchanged",
    "falls_short",
    "goes_beyond",
)
_NAMING = frozenset({Intent.LEAD, Intent.COORDINATING})
FREE = frozenset({Intent.REASON, Intent.OPEN, Intent.PROSE})
_OF_FIGURES = frozenset({Intent.VALUE, Intent.COUNT, Intent.COMPARE})


def outermost(question: Asked, meant: Meant) -> Meant:
    """The columns meant without those named only inside the title of another ("rất hài lòng")."""
    places = {one.title: question.phrase_at(one.told.rpartition(" / ")[2]) for one in meant.columns}
    columns = tuple(
        one
        for one in meant.columns
        if not places[one.title] or not any(places[one.title] < other for other in places.values())
    )
    return replace(meant, columns=columns)


def works_out(question: Asked) -> bool:
    """Whether the question may hold cells against one another."""
    chosen = question.bound is not None or question.extreme is not None
    return chosen or any(question.says(name) for name in _WORKED)


def of_start(question: Asked) -> bool:
    """Whether rows are asked for by when they begin, which their deadline does not tell."""
    return question.says("starts") and bool(question.days or question.parts)


def is_asked_for(question: Asked, best: Sequence[Meant], composed: Composed) -> bool:
    """Whether the words that ask mean one column of one row, which the answer does not cite."""
    if len(best) != 1 or not best[0].named or len(best[0].columns) != 1:
        return False
    column = best[0].columns[0]
    cited = {citation.source.column for citation in composed.page.citations}
    return question.asks_for(column) and column.title not in cited


def is_beside(question: Asked, best: Sequence[Meant], composed: Composed) -> bool:
    """Whether the one cell meant is blank and what was composed are other cells of its row."""
    if len(best) != 1 or not best[0].named or len(best[0].columns) != 1 or len(best[0].rows) != 1:
        return False
    meant, column = best[0], best[0].columns[0]
    told = (_named(question, column.told) | question.meant(column)) & question.content
    if not told and not question.asks_for(column):
        return False
    place = (meant.grid.document.id, meant.grid.number, meant.rows[0].number)
    sources = [citation.source for citation in composed.page.citations]
    return all(
        (one.document_id, one.table, one.row) == place and one.column != column.title
        for one in sources
    )


def _named(question: Asked, told: str) -> frozenset[int]:
    """The words that name a column: one alone of several ("chi phí" of "Kinh phí") names none."""
    found = question.found(told)
    title = [word for word in plain_phrase(told.rpartition(" / ")[2]) if word.isalpha()]
    whole = len(found) > 1 or len(title) == 1 or set(title) <= set(question.plain)
    return found if whole else frozenset()


def is_wider(query: Query, tabled: Composed, composed: Composed) -> bool:
    """Whether rows stand in the table's answer beside the one that was found to name nobody."""
    if query.intent not in _NAMING or tabled.status != "answered" or composed.path != "records":
        return False
    found, told = _rows(composed), _rows(tabled)
    return bool(found & told) and bool(told - found)


def is_of_another_measure(query: Query, tabled: Composed, composed: Composed) -> bool:
    """Whether shares stand where numbers held against each other were found, or the reverse.

    "So sánh số hồ sơ đúng hạn" is not answered by the rows of "Tỷ lệ đúng hạn".
    """
    if query.intent is not Intent.COMPARE or composed.status != "answered":
        return False
    shares, found = (
        {"%" in one.text for one in page.figures} for page in (tabled.page, composed.page)
    )
    asked = query.quantity == "share" or query.asked_unit == "%"
    return shares == {not asked} and found == {asked}


def is_without_figures(query: Query, tabled: Composed, composed: Composed) -> bool:
    """Whether cells without a figure stand where figures of other tables were found already.

    "TTHC được cắt giảm thời gian là bao nhiêu?" names a figure, not the column "Thời gian".
    """
    if query.intent not in _OF_FIGURES or tabled.status != "answered":
        return False
    told = bool(composed.page.figures) and not tabled.page.figures
    return told and tabled.page.tables.isdisjoint(composed.page.tables)


def is_narrower(question: Asked, tabled: Composed, composed: Composed) -> bool:
    """Whether a column that the question names is cited of the row before, and now no more."""
    if question.query.intent is not Intent.OPEN:
        return False
    rows, columns = _rows(tabled), {one.source.column for one in tabled.page.citations}
    left = (
        one.source.column or ""
        for one in composed.page.citations
        if (one.source.document_id, one.source.table, one.source.row) in rows
        and one.source.column not in columns
    )
    return any(question.phrase_at(column.rpartition(" / ")[2]) for column in left)


def _rows(composed: Composed) -> set[tuple[str, int | None, int | None]]:
    sources = [citation.source for citation in composed.page.citations]
    return {(one.document_id, one.table, one.row) for one in sources if one.row is not None}


def is_titled(question: Asked, best: Sequence[Meant], composed: Composed) -> bool:
    """Whether the question names one row, and one column by its whole title.

    Where something else than a free question was answered, only from another column.
    """
    if len(best) != 1 or not best[0].named or len(best[0].columns) != 1:
        return False
    column = best[0].columns[0]
    title = plain_phrase(column.told.rpartition(" / ")[2])
    places = question.content | question.meant(column)
    asked_words = {question.plain[place] for place in places}
    telling = asked_words & {word for word in title if word not in _TIMES}
    if len(title) < 2 or not telling or not set(title) <= set(question.plain):
        return False
    if question.query.intent in FREE:
        return contains(question.plain, title) >= 0
    cited = {citation.source.column for citation in composed.page.citations}
    return column.title not in cited or len(cited - {best[0].grid.naming}) > 1


def is_worked_out(question: Asked, tabled: Composed, grids: Sequence[Grid]) -> bool:
    """Whether cells are held against one another, which needs the whole table."""
    if question.bound is not None or question.extreme is not None:
        return True
    if question.query.intent is Intent.OPEN:
        return len(tabled.page.lines) == 1
    if question.says("compares"):
        told = (f"{texts.HIGHER} **", f"{texts.LOWER} **", texts.COMPARE_SAME[-12:])
        return any(one in tabled.page.text for one in told)
    derived = any(figure.verdict == "derived" for figure in tabled.page.figures)
    wholes = {row_name(row) for grid in grids for row in grid.rows if row.whole or row.group}
    return question.says("wholes") and (
        derived or any(f"«{name}»" in tabled.page.text for name in wholes)
    )
