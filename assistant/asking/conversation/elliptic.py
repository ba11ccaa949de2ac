"""A turn that says half a name, the other half of which the question before said, in full.

"Biên chế được giao là bao nhiêu?" — "Còn có mặt?" asks for "biên chế có mặt"; after the money of a
plan "Đào tạo?" asks for the money for it; of work "Bắt đầu từ tháng mấy?" asks for its time.
"""

from __future__ import annotations

import re

from assistant.asking import restated
from assistant.asking.conversation.among import counted_head
from assistant.asking.conversation.anew import asked_anew
from assistant.asking.conversation.turns import without_opening
from assistant.asking.finding.corpus import Corpus
from assistant.asking.query import Intent, Query
from assistant.asking.words import Phrase, contains, plain_phrase
from ingest.text.normal import fold
from ingest.vocabulary import load, remembered

_FIGURES = frozenset({Intent.VALUE, Intent.COUNT})
_OF_MONEY = frozenset({Intent.VALUE, Intent.COUNT, Intent.OPEN, Intent.PROSE})
_OF_WORK = frozenset(
    {Intent.LEAD, Intent.COORDINATING, Intent.DEADLINE, Intent.PRODUCT, Intent.OPEN}
)
_TAIL = re.compile(
    r"(?:\s+(?:là|được|có|thì|sao))*(?:\s+(?:bao nhiêu|mấy)(?:\s+(?:cái|việc|người|hồ sơ))?)?"
    r"(?:\s+thì sao)?[\s?.!]*$",
    re.IGNORECASE,
)
_PART = re.compile(r"^(?:(?:phần|khoản|tiền|chi|dành|riêng)\s+|cho\s+)+", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:số lượng|số|con số)\s+(?=\S)", re.IGNORECASE)
_WHEN = re.compile(
    r"^(?:bat dau|khoi dong|trien khai|thuc hien|lam|hoan thanh|xong|ket thuc)\s+(?:tu\s+|trong\s+"
    r"|vao\s+|luc\s+|truoc\s+)*(?:khi nao|bao gio|thang may|thang nao|ngay nao|nam nao|quy may"
    r"|quy nao|luc nao)\W*$"
)
_GIVEN = re.compile(
    r"^(?:(?:nam|quy) (?:ngoai|truoc|nay|do|20\d\d|[1-4]|[iv]+) )?(?:(?:da|duoc|thuc te) )*"
    r"(?:giao|cap|phan bo|bo tri|giai ngan|chi|su dung|quyet toan) (?:duoc |la |het )*"
    r"(?:bao nhieu|may)\b"
)
_STEPS = re.compile(
    r"^(?:gom|bao gom|co|phai lam|trai qua)\s+(?:nhung|cac|may)?\s*(?:buoc|hoat dong|cong doan)"
    r"(?:\s+(?:nao|gi|cu the nao))?\W*$"
)
_LONGEST = 8
_LONGEST_PART = 5


@remembered()
def _acts() -> frozenset[str]:
    phrases: list[str] = load("asking_questions")["counted_acts"]
    return frozenset(word for one in phrases for word in plain_phrase(one))


@remembered()
def _money() -> tuple[Phrase, ...]:
    phrases: list[str] = load("asking_questions")["plan_money"]["money"]
    return tuple(plain_phrase(one) for one in phrases)


def in_whole(text: str, last: Query, corpus: Corpus) -> str:
    """The turn with what it leaves out; itself where it leaves out nothing of the kind."""
    bare = (without_opening(text) or text).strip()
    told, words = fold(bare), plain_phrase(bare)
    if not words or len(words) > _LONGEST or not last.topic_text:
        return text
    if asked_anew(text, last.standalone) is not None:
        return text
    said = _NUMBER.sub("", _TAIL.sub("", bare)).strip(" ,")
    named = plain_phrase(said)
    asked = tuple(entry.word.plain for entry in last.required)
    of_money = any(contains(asked, one) >= 0 for one in _money())
    if of_money and last.intent in _OF_MONEY:
        given = _GIVEN.match(told) is not None
        return (
            f"{restated.COST} {bare[:1].lower()}{bare[1:]}"
            if given
            else _of_money(text, said, named)
        )
    if last.intent in _OF_WORK:
        if _WHEN.match(told):
            return restated.WHEN
        return restated.STEPS.format(topic=last.topic_text) if _STEPS.match(told) else text
    if last.intent not in _FIGURES or not named or named == tuple(last.words):
        return text
    head = counted_head(last, corpus)
    acts = _acts().issuperset(named) and not set(plain_phrase(head)) & set(named)
    return f"{head} {said[:1].lower()}{said[1:]}{restated.HOW_MUCH}" if head and acts else text


def _of_money(text: str, said: str, named: Phrase) -> str:
    """The turn as a question for money, where it names what that is for and nothing else."""
    if not named:
        return text
    asks = any(contains(named, one) >= 0 for one in (*_money(), ("nam",), ("ai",), ("nao",)))
    short = len(named) <= _LONGEST_PART and not any(word.isdigit() for word in named)
    part = _PART.sub("", said)
    return f"{restated.COST} {part}{restated.HOW_MUCH}" if short and part and not asks else text
