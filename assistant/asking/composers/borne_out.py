"""Whether a finished answer bears out what a yes-or-no question takes for true.

Composers of figures, days and units say so themselves; here are the answers of all others: cells,
products and sentences.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.asking import texts
from assistant.asking.finding.limiting import has_unit
from assistant.asking.page import Composed
from assistant.asking.query import Intent, Query, Supposed, Window
from assistant.asking.questions.periods import time_spans, timed
from assistant.asking.sentences.meeting import NUMBERING
from assistant.asking.words import contains, plain_phrase
from ingest.text.numbers import value_of

_VALUE = re.compile(r": \*\*(?P<value>[^*]+)\*\*[^*]*$")
_LABEL = re.compile(r"^- \*\*[^*]+\*\*(?:, [^:]+)?: ")
_HEADING = re.compile(r"^\*\*[^*]+\*\* – ")
_NUMBER = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?![\w/-])")
_PARTS = re.compile(r"[;,]\s+|\.\s+|\s+và\s+(?=\d)")
_MARKS = re.compile(r"\s*\[\d+\](?:–\[\d+\])?")
_VERDICTS = (texts.CONFIRMED, texts.DENIED.split("{", maxsplit=1)[0])
_CODE = re.compile(r"^\d+ \((.+)\)$")


def with_verdict(query: Query, composed: Composed) -> Composed:
    """The answer with "Đúng" or "Không phải" before each line that tells it."""
    supposed, page = query.supposed, composed.page
    judged = composed.status == "answered" and query.intent is not Intent.FACT
    if supposed is None or not judged or any(one in page.text for one in _VERDICTS):
        return composed
    lines = [
        place for place, line in enumerate(page.lines) if line.strip() and not _HEADING.match(line)
    ]
    if supposed.figure is not None or supposed.window is not None:
        _judge_sentence(query, composed, lines)
        return composed
    if query.intent is Intent.REASON:
        return composed
    for place in lines:
        if verdict := _of_cell(supposed, page.lines[place]):
            page.judge(place, verdict)
    return composed


def denies(composed: Composed) -> bool:
    """Whether an answer says that what the question takes for true is not so."""
    return composed.status == "answered" and _VERDICTS[1] in composed.page.text


def _judge_sentence(query: Query, composed: Composed, lines: Sequence[int]) -> None:
    """Whether a single line says the figure or day; why it is so, it does not tell."""
    supposed = query.supposed
    if supposed is None or len(lines) != 1:
        return
    line = composed.page.lines[lines[0]]
    label = _LABEL.match(line)
    told = _MARKS.sub("", line[label.end() if label else 0 :])
    value = _VALUE.search(told)
    if composed.path != "passages" and value is None:
        return
    said = value.group("value") if value else _clause(query, told)
    verdict = ""
    if supposed.figure is not None:
        verdict = _of_figure(supposed.figure, said)
    elif supposed.window is not None and composed.path == "passages":
        verdict = _of_days(supposed.window, told)
    if verdict and not (query.intent is Intent.REASON and verdict == texts.CONFIRMED):
        composed.page.judge(lines[0], verdict)


def _clause(query: Query, told: str) -> str:
    """The part of a sentence that speaks of what is asked, where each part has its number."""
    parts = [part for part in _PARTS.split(told) if _NUMBER.search(part)]
    asked = {entry.word.plain for entry in query.required}
    held = [len(asked & set(plain_phrase(part))) for part in parts]
    best = max(held, default=0)
    return parts[held.index(best)] if held.count(best) == 1 and best else told


def _of_cell(supposed: Supposed, line: str) -> str:
    """What to say of one line; empty where it tells nothing of what is supposed."""
    label = _LABEL.match(line)
    if label is None:
        return ""
    told = _MARKS.sub("", line[label.end() :])
    found = _VALUE.search(told)
    if found is None:
        return ""
    value = found.group("value")
    if supposed.unit is not None:
        same = has_unit((value,), (), supposed.unit)
        return texts.CONFIRMED if same else texts.DENIED.format(supposed=supposed.unit)
    if supposed.name is None:
        return ""
    shown = _CODE.sub(r"\1", value.strip())
    named, known = plain_phrase(supposed.name), plain_phrase(shown)
    if contains(known, named) >= 0:
        return texts.CONFIRMED
    return texts.DENIED.format(supposed=texts.QUOTED.format(text=supposed.name))


def _of_figure(figure: str, told: str) -> str:
    """The verdict of a sentence on a figure, where it holds a number; as written, not scaled."""
    stated = value_of(figure.split()[0].rstrip("%"))
    held = {value_of(number) for number in _NUMBER.findall(NUMBERING.sub("", told))}
    if not held:
        return ""
    if stated in held:
        return texts.CONFIRMED
    return texts.DENIED.format(supposed=figure) if len(held) == 1 else ""


def _of_days(window: Window, told: str) -> str:
    """The verdict of a sentence on the days by which something is due."""
    year = window.end.year if window.end else 0
    spans = time_spans(timed(told), default_year=year) if year else ()
    ends = {span.window.end for span in spans if span.window is not None}
    if len(ends) != 1 or window.floating:
        return ""
    same = ends == {window.end}
    return texts.CONFIRMED if same else texts.DENIED.format(supposed=window.text)
