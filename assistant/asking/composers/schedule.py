"""When, and with what result: deadlines and products of tasks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from assistant.asking import texts
from assistant.asking.composers.assignment import tasks_of
from assistant.asking.composers.choice import clarify, too_many
from assistant.asking.finding.corpus import Entry
from assistant.asking.finding.due import deadlines, meant, names
from assistant.asking.finding.matching import Match, found_in
from assistant.asking.finding.retrieval import Search, fitting
from assistant.asking.labels import deadline_text, document_labels, shortened, tidy
from assistant.asking.page import Composed, Page
from assistant.asking.query import Window
from ingest.model import Deadline, Source, Target, Task

_HELD = 0.6
_Line = tuple[Entry, str, tuple[Source, ...], bool]
_Wording = Callable[[Task, Sequence[Deadline]], tuple[str, bool]]


def compose_deadline(search: Search) -> Composed | None:
    """Answer "by when": the words of the document, the dates they mean in brackets.

    Where only a thing is asked for ("báo cáo của Trung tâm") that no such task speaks of, none of
    them answers.
    """
    found = fitting(search, ("tasks",)) if search.topic.naming else []
    if found and not any(_speaks_of(search, one.entry) for one in found):
        return None
    return _compose(search, _deadline, texts.REFUSE_NO_DEADLINE)


def _speaks_of(search: Search, entry: Entry) -> bool:
    """Whether a task holds the thing asked for, or the question asks for more than the thing."""
    accented = search.query.accented
    head = search.corpus.features(f"{entry.document.title} · {entry.document.issuer}")
    told = [term for term in search.topic.terms if not term.weak]
    if any(found_in(term, head, accented=accented) < _HELD for term in told):
        return True
    return any(
        max(found_in(term, part, accented=accented) for part in (entry.body, entry.context))
        >= _HELD
        for term in search.topic.naming
    )


def compose_product(search: Search) -> Composed | None:
    """Answer "with what result"."""
    return _compose(search, _product, texts.REFUSE_NO_PRODUCT)


def _compose(search: Search, wording: _Wording, nothing: str) -> Composed | None:
    matches = _named(search, fitting(search, ("tasks",)))
    lines = [_line(search, found.entry, found.entry.record, wording) for found in matches]
    if not lines or search.query.subject == "targets":
        lines = _through_targets(search, wording) or lines
    if not lines:
        return None
    if too_many(len(lines)):
        return clarify(search, [line[0] for line in lines])
    labels = document_labels(search.documents)
    page = Page()
    for entry, said, sources, known in lines:
        verdict = _verdict(search, entry) if known and wording is _deadline else ""
        page.add_of(labels[entry.document.id], f"{verdict}{said}", sources)
    if not any(known for *_rest, known in lines):
        scope = labels[lines[0][0].document.id]
        return Composed(page, "refused", "records", nothing.format(scope=scope))
    return Composed(page)


def _named(search: Search, found: list[Match]) -> list[Match]:
    """Of the tasks found those for the very report that the question names, if there are any."""
    window = search.query.limits.window
    if window is None or not window.naming:
        return found
    return [
        one
        for one in found
        if isinstance(one.entry.record, Task) and names(one.entry.record, window)
    ] or found


def _verdict(search: Search, entry: Entry) -> str:
    """Whether the day that the question takes for the deadline is it."""
    supposed = search.query.supposed
    if supposed is None or supposed.window is None or not isinstance(entry.record, Task):
        return ""
    if _is_the_day(entry, supposed.window, of_report=search.query.limits.window):
        return texts.CONFIRMED
    return texts.DENIED.format(supposed=supposed.window.text)


def _is_the_day(entry: Entry, window: Window, *, of_report: Window | None) -> bool:
    """Whether a deadline ends within the days supposed: "by X" is X itself, not some day before.

    Of a task that makes several reports, that of the report named.
    """
    record, period = entry.record, entry.document.period
    if not isinstance(record, Task):
        return False
    due = meant(record, window, period)
    if of_report is not None and of_report.naming and (own := meant(record, of_report, period)):
        due = [one for one in due if one in own]
    if window.start is not None or window.end is None or not due:
        return bool(due)
    last = window.end
    ends = [date.fromisoformat(one.to) for one in due if one.to]
    if window.floating:
        return any((last.month, last.day) in {(e.month, e.day), _after(e)} for e in ends)
    return any(abs((last - end).days) <= 1 for end in ends)


def _after(day: date) -> tuple[int, int]:
    """Month and day of the day before: "before the 20th" may be kept as the 19th."""
    before = day - timedelta(days=1)
    return before.month, before.day


def _line(search: Search, entry: Entry, task: object, wording: _Wording) -> _Line:
    if not isinstance(task, Task):
        raise TypeError(entry.kind)
    window = search.query.limits.window
    first = meant(task, window, entry.document.period) if window is not None else []
    said, known = wording(task, first)
    cited = (
        [deadline.text for deadline in deadlines(task)] if wording is _deadline else task.products
    )
    return entry, said, (task.source.facing(*cited),), known


def _through_targets(search: Search, wording: _Wording) -> list[_Line]:
    lines: list[_Line] = []
    seen: set[str] = set()
    for found in fitting(search, ("targets",)):
        for task in tasks_of(search, found.entry):
            if task.id not in seen and isinstance(found.entry.record, Target):
                seen.add(task.id)
                lines.append(_line(search, found.entry, task, wording))
    return lines


def _deadline(task: Task, first: Sequence[Deadline]) -> tuple[str, bool]:
    """The deadlines, those asked about first; the others are said apart from them."""
    text = shortened(task.text)
    parts: list[tuple[bool, str]] = []
    if len(task.deliverables) > 1:
        parts = [
            (item.deadline in first, _of_product(item.product, item.deadline))
            for item in task.deliverables
            if item.deadline is not None
        ]
    parts = parts or [(one in first, deadline_text(one)) for one in deadlines(task)]
    if not parts:
        return texts.NO_DEADLINE.format(text=text), False
    asked = [said for is_first, said in parts if is_first] or [said for _, said in parts]
    said = texts.DEADLINE_IS.format(text=text, deadline="; ".join(asked))
    others = [other for _, other in parts if other not in asked]
    if others:
        said = texts.OTHER_DEADLINES.format(first=said, others="; ".join(others))
    return said, True


def _of_product(product: str | None, deadline: Deadline) -> str:
    if not product:
        return deadline_text(deadline)
    return texts.DELIVERABLE.format(
        product=tidy(product).rstrip(" .;"), deadline=deadline_text(deadline)
    )


def _product(task: Task, _first: Sequence[Deadline]) -> tuple[str, bool]:
    text = shortened(task.text)
    products = [tidy(product).rstrip(" .;") for product in task.products]
    products = products or [tidy(item.product) for item in task.deliverables if item.product]
    if not products:
        return texts.NO_PRODUCT.format(text=text), False
    return texts.PRODUCT_IS.format(text=text, products="; ".join(products)), True
