"""Settles what a span of time means: when something is due, which report, or a topic."""

from __future__ import annotations

from dataclasses import replace

from assistant.asking.finding.due import in_year
from assistant.asking.lexicon import Lexicon
from assistant.asking.query import Intent
from assistant.asking.questions.marking import Marked

_WHICH = "nao"


def settle_overdue(reading: Marked) -> None:
    """Read "quá hạn" as a window only where nothing else is the topic (not "hồ sơ quá hạn")."""
    window = reading.window
    if window is not None and not window.overdue and "topic" in reading.state:
        for index in reading.late_words:
            reading.state[index] = "topic"
    if window is None or not window.overdue:
        return
    first = min(reading.window_words, default=0)
    asked = first and reading.words[first - 1].plain == _WHICH
    if any(state == "topic" for state in reading.state) and not asked:
        reading.window = None
        for index in reading.window_words:
            reading.state[index] = "topic"


def _name_report(reading: Marked, end: int) -> None:
    """Make the kind of report right before ``end`` the topic, no plan named further in front."""
    while end and reading.state[end - 1] != "kind":
        end -= 1
    while end and reading.state[end - 1] == "kind":
        end -= 1
        reading.state[end] = "topic"


def _leave_sending(reading: Marked, lexicon: Lexicon) -> None:
    """Let "gửi", "nộp" alone name no topic beside the report that is sent."""
    topic = [index for index, state in enumerate(reading.state) if state == "topic"]
    if all(lexicon.sent_to.at(reading.words, index)[0] == 1 for index in topic):
        for index in topic:
            reading.state[index] = "soft"


def settle_window(reading: Marked, intent: Intent, lexicon: Lexicon) -> None:
    """Put a window that names no year in the one year named; see which window names a report.

    "Khi nào báo cáo quý III": the quarter says which report, not when it is due.
    """
    window = reading.window
    if window is None or not window.floating:
        return
    if len(reading.years) == 1:
        window = in_year(window, reading.years[0])
    first = min(reading.window_words, default=0)
    if (
        intent is Intent.DEADLINE
        and "kind" in reading.state[:first]
        and window.start is not None
        and window.end is not None
    ):
        window = replace(window, naming=True)
        _leave_sending(reading, lexicon)
        if not any(state == "topic" for state in reading.state):
            _name_report(reading, first)
    reading.window = window
