"""What a line of running text says of its work by labels, and until when it is to be done.

Words come from ``assignments.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ingest.text.deadlines import parse_deadline
from ingest.vocabulary import load

_TAIL = re.compile(
    r"(?<![^\W\d])(\d+|tháng|quý|năm|tuần|kỳ)\s+(?:báo cáo|gửi|về|để|cho|tổng hợp|trình)\b.*$",
    re.DOTALL,
)
_SHORTEST = 8


def _words() -> dict[str, Any]:
    return load("assignments")


def _any(wordings: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(wordings, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class _Patterns:
    field: re.Pattern[str]
    deadline: re.Pattern[str]
    recurring: re.Pattern[str]
    before_due: re.Pattern[str]


def _patterns() -> _Patterns:
    words = _words()
    return _compiled(
        tuple((role, _any(names)) for role, names in words["fields"].items()),
        _any(words["due"]),
        _any(words["often"]),
    )


@lru_cache(maxsize=4)
def _compiled(fields: tuple[tuple[str, str], ...], due: str, often: str) -> _Patterns:
    names = "|".join(f"(?P<{role}>{words})" for role, words in fields)
    plain = "|".join(words for _, words in fields)
    stop = r"(?:[;.,\n(]\s*|\s[-–]\s)\s*(?:[-+•]\s*)?"
    ignoring = re.IGNORECASE | re.DOTALL
    return _Patterns(
        field=re.compile(
            rf"(?:^\s*(?:[-+•(]\s*)?|{stop})(?:{names})\s*:\s*(?P<value>.*?)"
            rf"(?={stop}(?:{plain})\s*:|$)",
            ignoring,
        ),
        deadline=re.compile(
            rf"((?:hoàn thành |xong |báo cáo |gửi [^.;]{{0,40}})?(?:{due})\s+"
            r"(?:[^.;,()]|(?<=\d)[.](?=\d))*(?:\d|(?<=quý\s)[IVX]{1,3}\b)"
            r"(?:[^.;,()]|(?<=\d)[.](?=\d))*)",
            re.IGNORECASE,
        ),
        recurring=re.compile(
            r"((?:(?:vào )?(?:tuần|ngày|tháng) (?:đầu|cuối|\d+) )?"
            rf"(?:thực hiện )?\b(?:{often}))(?=\s*(?:[.;]|$))|(định kỳ (?:{often}))(?!\w)",
            re.IGNORECASE,
        ),
        before_due=re.compile(
            r"^(?:hoàn thành|xong|báo cáo|gửi .*?)\s+(?=trước|chậm|trong|đến)", re.IGNORECASE
        ),
    )


def begins_field(text: str) -> bool:
    """Whether a line begins with the label of a field ("Chủ trì: ...")."""
    return _patterns().field.match(text) is not None


def names_work(text: str) -> bool:
    """Whether a line says what is to be done, before any field of its own."""
    found = _patterns().field.search(text)
    return found is None or found.start() > _SHORTEST


def first_field(text: str) -> int | None:
    """Where the first field of a line begins, behind what is to be done; ``None`` for none."""
    first = _patterns().field.search(text)
    return first.start() if first and first.start() > _SHORTEST else None


def fields_in(text: str) -> dict[str, str]:
    """The fields that labels name, by role."""
    fields: dict[str, str] = {}
    for found in _patterns().field.finditer(text):
        role = next(name for name in _words()["fields"] if found.group(name))
        value = found.group("value").strip(" ;.,\n")
        if found.group().lstrip(" ;.,\n")[:1] == "(" or value.count(")") > value.count("("):
            value = value.removesuffix(")").strip(" ;.,")
        if value:
            fields.setdefault(role, value)
    return fields


def _without_tail(phrase: str) -> str:
    """A deadline without what is done by then ("trước ngày 18 hằng tháng báo cáo …")."""
    cut = _TAIL.sub(r"\1", phrase)
    kinds = {parse_deadline(text, year=2000).kind for text in (phrase, cut)}
    return cut if len(kinds) == 1 and len(cut.split()) > 1 else phrase


def deadline_in(text: str) -> str | None:
    """The words of a sentence that say until when, or how often; ``None`` where none do."""
    patterns = _patterns()
    for found in patterns.deadline.finditer(text):
        phrase = _without_tail(patterns.before_due.sub("", found.group(1)).strip())
        if parse_deadline(phrase, year=2000).kind != "open":
            return phrase
    often = patterns.recurring.search(text)
    return re.sub(r"^thực hiện ", "", often.group(1) or often.group(2)) if often else None
