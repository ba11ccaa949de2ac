"""The particulars of a question beside what is asked: which records, what topic, how measured."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import cast, get_args

from assistant.asking.lexicon import Lexicon
from assistant.asking.query import Extreme, Intent, Quantity, TopicWord
from assistant.asking.questions.marking import Marked
from assistant.asking.questions.slowest import slowest
from assistant.asking.words import contains
from ingest.model import DocumentKind, RecordKind

_NUMBER, _HOW_MANY = "so", ("bao", "nhieu")
_TASKS = ("nhiem", "vu")
_TARGETS = frozenset({("chi", "tieu"), ("muc", "tieu")})
_WHICH = "nao"
_OF_ROWS = frozenset({Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT})
_DONE, _RESULT = "đã", ("kết", "quả")
_PLANNED = frozenset({"đặt", "đề", "giao", "quy", "nêu", "xác", "ấn", "ghi", "phê", "định"})
"""Verbs that set a target; what has been set is no result."""
_BOUNDS = (("tối", "thiểu"), ("ít", "nhất"), ("tối", "đa"), ("không", "quá"), ("phải",), ("cần",))


def kinds_of(reading: Marked, lexicon: Lexicon) -> tuple[DocumentKind, ...]:
    """The document kinds the question restricts itself to."""
    return tuple(dict.fromkeys(kind for name in reading.kind_words for kind in lexicon.kinds[name]))


def subject_of(reading: Marked) -> RecordKind | None:
    """Which kind of record the question names."""
    for name in ("indicators", "targets", "tasks"):
        if reading.has("subject", name):
            return name
    if not reading.has("intent", "list"):
        return None
    pairs = [
        (left.plain, right.plain)
        for place, (left, right) in enumerate(pairwise(reading.words))
        if reading.state[place : place + 2] != ["kind", "kind"]
    ]
    if _TASKS in pairs:
        return "tasks"
    return "targets" if not _TARGETS.isdisjoint(pairs) else None


def done_in(reading: Marked, intent: Intent) -> RecordKind | None:
    """Results where the question asks how much has been done ("đã số hóa được bao nhiêu")."""
    if intent is not Intent.VALUE or not reading.accented:
        return None
    told = [word.accented for word in reading.words]
    if any(contains(told, bound) >= 0 for bound in _BOUNDS):
        return None  # "tối thiểu bao nhiêu ... đã có" asks what is to be reached
    done = any(
        word == _DONE and following not in _PLANNED for word, following in pairwise([*told, ""])
    )
    opens = tuple(told[: len(_RESULT)]) == _RESULT
    return "indicators" if done or opens else None


def quantity_of(reading: Marked) -> Quantity | None:
    """Whether a count or a share is asked for."""
    for name in get_args(Quantity):
        if reading.has("quantity", name):
            return cast("Quantity", name)
    return None


def aspects_of(reading: Marked, intent: Intent, *, of_unit: bool) -> tuple[Intent, ...]:
    """The particulars of a task that are asked for together; empty for a single one.

    None where a unit limits the rows (``of_unit``): its role is then no question.
    """
    found = reading.cues.get("intent", set())
    if reading.has("fact", "date"):
        found = found | {Intent.DEADLINE.value}
    named = tuple(one for one in sorted(_OF_ROWS) if one.value in found)
    return named if intent in _OF_ROWS and len(named) > 1 and not of_unit else ()


def extreme_of(reading: Marked) -> Extreme | None:
    """Whether the most or the least is asked for."""
    for name in get_args(Extreme):
        if reading.has("extreme", name):
            return cast("Extreme", name)
    return None


def topic_of(reading: Marked, intent: Intent, lexicon: Lexicon) -> tuple[TopicWord, ...]:
    """The words of the topic, optional ones included, in order."""
    for place in slowest(reading):
        reading.mark(place, 2, "topic")
    if intent in _OF_ROWS and not any(
        state == "topic" and lexicon.weak.at(reading.words, index)[0] != 1
        for index, state in enumerate(reading.state)
    ):
        _promote(reading)
    if intent is Intent.LIST and reading.has("intent", "product"):
        _promote(reading)
    if intent is Intent.LEAD and _is_office(reading, lexicon):
        reading.state = ["soft" if state == "topic" else state for state in reading.state]
    answered = _described_after(reading) if intent is Intent.BASIS else len(reading.words)
    topic = [
        TopicWord(
            word,
            place,
            required=state == "topic" and place < answered,
            counted=place in reading.counted,
            naming=state == "kind" and not reading.kind_words,
        )
        for place, (word, state) in enumerate(zip(reading.words, reading.state, strict=True))
        if state in {"topic", "soft", "kind"}
    ]
    return tuple(topic)


def _is_office(reading: Marked, lexicon: Lexicon) -> bool:
    """Whether an office alone is asked about ("ai làm giám đốc"): its holder is no lead unit."""
    topic = tuple(
        word.plain
        for word, state in zip(reading.words, reading.state, strict=True)
        if state == "topic"
    )
    return topic in lexicon.offices


def _described_after(reading: Marked) -> int:
    """Where the words begin that describe the document asked for ("quyết định nào của Bộ ...")."""
    plain = [word.plain for word in reading.words]
    asking = [place for place in range(len(plain)) if _asks_number(plain, place)]
    if not asking:
        return len(plain)
    place = asking[-1]
    before = any(state == "topic" for state in reading.state[:place])
    return place if before else len(plain)


def _asks_number(plain: Sequence[str], place: int) -> bool:
    """Whether "nào", "số mấy" or "số bao nhiêu" stands there."""
    behind = tuple(plain[place + 1 : place + 3])
    return plain[place] == _WHICH or (
        plain[place] == _NUMBER and (behind[:1] == ("may",) or behind == _HOW_MANY)
    )


def _promote(reading: Marked) -> None:
    """Make "báo cáo" in "thời hạn báo cáo" the topic, where it limits nothing."""
    if not reading.has("kind") or reading.kind_words or reading.numbers:
        return
    for index, state in enumerate(reading.state):
        if state == "kind":
            reading.state[index] = "topic"
