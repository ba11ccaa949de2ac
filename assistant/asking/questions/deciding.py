"""Decides from the marked words of a question what is asked."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.asking.lexicon import Lexicon
from assistant.asking.query import Intent
from assistant.asking.questions.marking import Marked
from assistant.asking.questions.rows_due import of_rows_due
from assistant.asking.questions.slowest import slowest
from assistant.asking.questions.whose_work import of_whose_work
from assistant.asking.words import words_of
from ingest.text.normal import fold, match_key

_ASKING_FIGURES = (("quantity",), ("subject", "indicators"), ("subject", "targets"))
_WHICH, _WHO = "nao", "ai"
_THERE_IS, _NEGATIONS = "co", frozenset({"khong", "chua"})
_PLURAL = frozenset({"nhung", "cac"})
_NEAR = 4
_TELL, _OPENING = "neu", 4
_TASKS = ("nhiem", "vu")
_TARGETS = frozenset({("chi", "tieu"), ("muc", "tieu")})
_BECAUSE = {"reason", "deadline"}
_HOW_MANY_PERCENT = re.compile(r"\b(?:bao nhi[eê]u|m[aấ]y)\s*(?:ph[aầ]n tr[aă]m|%)")
_HOW_MANY_THINGS = re.compile(
    r"\b(?:bao nhieu|may) (?!ngay|thang|quy|nam|tuan|gio|phut|lan|buoi)\w+ .*"
    r"\b(?:dung|kip|cham|vuot) (?:tien do|thoi han|han)\b"
)
"""A number of things done in time is asked for, no time."""
_BESIDE_COORDINATING = {"deadline", "product"}


def decide_intent(reading: Marked, lexicon: Lexicon, question: str) -> tuple[Intent, bool]:
    """What is asked, and whether the question says so itself rather than by default."""
    found = reading.cues.get("intent", set())
    if reading.has("origins"):
        return Intent.PROSE, True
    if reading.has("extreme"):
        return Intent.VALUE, True
    if _asks_difference(reading):
        return Intent.DIFFERENCE, True
    if reading.has("blanks") and "reason" in found:
        return Intent.REASON, True
    if reading.has("blanks") or reading.has("nolead") or reading.has("nohelp"):
        return (Intent.COUNT if reading.has("counted") else Intent.LIST), True
    if reading.has("counted") and not found & {"compare", "basis"}:
        return Intent.COUNT, True
    if "greeting" in found and not any(state == "topic" for state in reading.state):
        return Intent.GREETING, True
    if _asks_meaning(reading, lexicon, question):
        return Intent.DEFINITION, True
    named = of_whose_work(reading, lexicon, _named_intent(reading, lexicon, found))
    named = of_rows_due(reading, named)
    if named:
        return named, True
    if reading.has("count"):
        return Intent.VALUE, True
    if _asks_which(reading) and _names_state(reading, lexicon):
        return Intent.LIST, True
    if _asks_of_text(reading):
        return Intent.PROSE, True
    if reading.has("askers") and not _asks_whether(reading):
        return Intent.LEAD, True
    if reading.window is not None and not any(state == "topic" for state in reading.state):
        return Intent.LIST, True
    return _by_default(reading), False


def _named_intent(reading: Marked, lexicon: Lexicon, found: set[str]) -> Intent | None:
    """The first intent that a cue of the question names."""
    if reading.has("fact", "number") and _names_type(reading, lexicon):
        return Intent.BASIS
    if reading.has("says") and any(state == "topic" for state in reading.state):
        return Intent.PROSE
    if "list" in found and (_lists_rows(reading, found) or _hands_out(reading, lexicon)):
        return Intent.LIST
    if "coordinating" in found and found & _BESIDE_COORDINATING and not _asks_who(reading):
        found = found - {"coordinating"}
    if "lead" in found and found & _BESIDE_COORDINATING and _names_lead(reading):
        found = found - {"lead"}
    if "basis" in found and _hands_out(reading, lexicon):
        return Intent.BASIS
    share = reading.has("quantity", "share") or _HOW_MANY_PERCENT.search(match_key(reading.typed))
    counts = _HOW_MANY_THINGS.search(fold(reading.typed))
    if found >= _BECAUSE or share or counts or slowest(reading):
        found = found - {"deadline"}
    for name in lexicon.order:
        if name in found and name not in {"greeting", "definition"}:
            return Intent(name)
    return None


def _names_lead(reading: Marked) -> bool:
    """Whether the unit is named whose work is asked about ("X chủ trì việc này khi nào")."""
    told = any(state == "topic" for state in reading.state) or reading.has("kind")
    return bool(reading.units) and told and not _asks_who(reading)


def _names_type(reading: Marked, lexicon: Lexicon) -> bool:
    """Whether a type of document is named whose number is asked for ("quyết định ... số mấy")."""
    places = range(len(reading.words))
    return any(lexicon.ref_types.at(reading.words, place)[0] for place in places)


def _lists_rows(reading: Marked, found: set[str]) -> bool:
    """Whether rows are listed by a particular ("nhiệm vụ nào có sản phẩm là báo cáo")."""
    if "product" in found and _names_tasks(reading):
        return True
    return "deadline" in found and not any(state == "topic" for state in reading.state)


def _hands_out(reading: Marked, lexicon: Lexicon) -> bool:
    """Whether "giao" only says that the work asked for is handed out ("giao những nhiệm vụ gì")."""
    if not reading.roles or _asks_who(reading):
        return False
    return all(
        name == "lead" and lexicon.weak_leads.at(reading.words, index)[0] == length
        for name, index, length in reading.roles
    )


def _names_tasks(reading: Marked) -> bool:
    return _TASKS in pairwise(word.plain for word in reading.words)


def _asks_who(reading: Marked) -> bool:
    return reading.has("askers") or any(word.plain == _WHO for word in reading.words)


def _asks_of_text(reading: Marked) -> bool:
    """Whether what running text is headed by is asked about, no figure of it."""
    figures = reading.has("subject", "indicators") or reading.has("quantity")
    return reading.has("prose_topics") and not figures


def _by_default(reading: Marked) -> Intent:
    """What is asked where no cue says it."""
    if reading.has("prose") and not _names_rows(reading):
        return Intent.PROSE
    if reading.has("plural") or _asks_which(reading):
        return Intent.LIST
    if any(reading.has(*group) for group in _ASKING_FIGURES):
        return Intent.VALUE
    return Intent.OPEN


def _names_rows(reading: Marked) -> bool:
    """Whether an order opens with the rows that it wants ("nêu các mục tiêu ...")."""
    words = [word.plain for word in reading.words[:_OPENING]]
    told = words[:1] == [_TELL] and not _PLURAL.isdisjoint(words[1:2])
    return told and tuple(words[2:4]) in {*_TARGETS, _TASKS}


def _asks_which(reading: Marked) -> bool:
    """Whether several things are asked for ("những kiến nghị nào"), or what is late."""
    plain = [word.plain for word in reading.words]
    if _WHICH not in plain:
        return False
    late = reading.window is not None and reading.window.overdue
    return late or (plain[0] in _PLURAL and plain.index(_WHICH) <= _NEAR)


def _names_state(reading: Marked, lexicon: Lexicon) -> bool:
    """Whether the question says how far what it asks for has come ("quá hạn", "chưa xong")."""
    if reading.window is not None and reading.window.overdue:
        return True
    return any(
        lexicon.state_words.at(reading.words, place)[0] for place in range(len(reading.words))
    )


def _asks_whether(reading: Marked) -> bool:
    """Whether a question asks if there is any ("có phòng nào bị kỷ luật không")."""
    plain = [word.plain for word in reading.words]
    return plain[-1] in _NEGATIONS and _THERE_IS in plain[:-1]


def _asks_difference(reading: Marked) -> bool:
    """Whether the text of a report is held against its annex."""
    differ = reading.has("differ") or reading.has("intent", "compare")
    if not (differ and reading.has("side", "text")):
        return False
    figures = reading.has("differ") and reading.has("subject", "indicators")
    return reading.has("side", "annex") or figures


def _asks_meaning(reading: Marked, lexicon: Lexicon, question: str) -> bool:
    if abbreviation_in(question, lexicon) is None:
        return False
    if reading.has("intent", "definition"):
        return True
    raw = words_of(question)
    rest = [word.plain for word in raw]
    size = len(rest)
    for index in range(size):
        length, _ = lexicon.abbreviations.at(raw, index)
        if length and rest[index + length :] == ["la", "gi"] and index <= 1:
            return True
    return False


def abbreviation_in(question: str, lexicon: Lexicon) -> str | None:
    """The first abbreviation of the question as typed, in capitals."""
    raw = words_of(question)
    key = match_key(question)
    for index in range(len(raw)):
        length, _ = lexicon.abbreviations.at(raw, index)
        if length:
            last = raw[index + length - 1]
            return key[raw[index].start : last.start + len(last.accented)].upper()
    return None
