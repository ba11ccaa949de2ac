"""Whether a sentence written by a model says what the evidence it cites says. Pure, no model.

Strict on purpose: a true sentence that cannot be bound is refused and the rule-made line stands
in, which costs fluency; a false one that is let through costs trust.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from assistant.language.binding import bound_by_words, comparable, same_fact
from assistant.language.evidence import Evidence, Statement, content_words, same_text
from assistant.language.facts import Fact
from assistant.language.figures import citations, plain
from assistant.language.lexicon import lexicon
from assistant.language.sentences import Segment, cut_segments
from assistant.language.units import UnitMention, read_units
from ingest.text.normal import match_key, strip_accents

_MARKUP = re.compile(r"<\s*/?\s*[a-zA-Z!?]|&#?\w+;|!\[|\]\(|https?:|www\.|```|\\", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"(?<![\w])[^\W\d_]\w*")
_OPENING = re.compile(r"(?:^|[:.!?\n\"(|-])\s*$")


@dataclass(frozen=True, slots=True)
class SentenceVerdict:
    """``reason`` is a Vietnamese clause for the reader, ``None`` for a sentence that holds.

    It never repeats the refused figure. ``marks`` are the citations of the sentence that exist.
    """

    marks: tuple[int, ...]
    reason: str | None = None

    @property
    def holds(self) -> bool:
        """Whether the sentence may be shown."""
        return self.reason is None


def verify(sentence: str, evidence: Evidence) -> SentenceVerdict:
    """Hold one model-written sentence against the evidence.

    Each fact must be bound to the marks behind it (or before it, where the sentence leads with
    its mark); negations, trends, roles and names must agree; a sentence without a mark may say
    nothing that the question or the rule-made answer does not.
    """
    shown = plain(sentence)
    marks = citations(sentence)
    known = tuple(mark for mark in marks if mark in evidence.known)
    if known != marks:
        return SentenceVerdict(known, "trích dẫn một nguồn không có")
    if any(same_text(line.text) == same_text(sentence) for line in evidence.lines):
        return SentenceVerdict(known)
    form = _form_fault(sentence, shown)
    if form:
        return SentenceVerdict(known, form)
    if not marks:
        return SentenceVerdict((), _unmarked_fault(shown, evidence))
    for segment in cut_segments(shown):
        reason = _segment_fault(segment, evidence)
        if reason:
            return SentenceVerdict(known, reason)
    return SentenceVerdict(known)


# ---- form ----------------------------------------------------------------------------------


def _form_fault(sentence: str, shown: str) -> str | None:
    if _MARKUP.search(sentence):
        return "chứa mã đánh dấu hoặc liên kết"
    if sentence.lstrip().startswith("|"):
        return "là một dòng bảng không giống bảng lập theo quy tắc"
    if not is_vietnamese(shown):
        return "không phải tiếng Việt có dấu"
    return None


def is_vietnamese(shown: str) -> bool:
    """Latin letters only, and diacritics wherever there are words enough to expect them."""
    letters = [char for char in shown if char.isalpha()]
    if any(not unicodedata.name(char, "").startswith("LATIN") for char in letters):
        return False
    if len(_WORD.findall(shown)) < 4:
        return True
    marked = sum(1 for char in letters if strip_accents(char) != char)
    return marked * 12 >= len(letters)


# ---- sentences without a mark --------------------------------------------------------------


def _unmarked_fault(shown: str, evidence: Evidence) -> str | None:
    segment = cut_segments(shown)[0]
    if segment.facts or read_units(shown):
        return "nêu số liệu hoặc tên đơn vị mà không có trích dẫn"
    words = frozenset(_WORD.findall(match_key(shown)))
    said = frozenset[str]().union(*(statement.words for statement in evidence.rules()))
    if content_words(match_key(shown)) - said - evidence.asked:
        return "nêu nội dung không có trích dẫn"
    if words & lexicon().negations or _classes(match_key(shown), lexicon().claims):
        return "nêu nhận định không có trích dẫn"
    return None


# ---- one segment ---------------------------------------------------------------------------


def _segment_fault(segment: Segment, evidence: Evidence) -> str | None:
    rules = evidence.rules(segment.marks)
    quotes = evidence.quoted(segment.marks)
    for check in _CHECKS:
        reason = check(segment, rules, quotes)
        if reason:
            return reason
    for fact in segment.facts:
        reason = _fact_fault(fact, segment, rules, quotes, everything=evidence.rules())
        if reason:
            return reason
    return _grounding_fault(segment, rules, quotes, asked=evidence.asked)


def _fact_fault(
    fact: Fact,
    segment: Segment,
    rules: list[Statement],
    quotes: list[Statement],
    *,
    everything: list[Statement],
) -> str | None:
    name = _NAMES.get(fact.kind, "một con số")
    own = _occurrences(fact, segment, rules)
    if not own and any(
        same_fact(fact, other, sentence=match_key(segment.text), evidence=rule.reading)
        for rule in rules
        for other in rule.context.facts
    ):
        return None
    if not own:
        if any(comparable(fact, other) for rule in rules for other in rule.facts):
            return f"nêu {name} khác với nguồn được trích dẫn"
        own = _occurrences(fact, segment, quotes)
    if not own:
        return f"nêu {name} không có trong nguồn được trích dẫn"
    taken = {(id(statement), id(other)) for other, statement in own}
    rivals = [
        (other, rule)
        for rule in (everything if own[0][1] in rules else [*everything, *quotes])
        for other in rule.segment.facts
        if comparable(fact, other) and (id(rule), id(other)) not in taken
    ]
    if not bound_by_words(fact, segment, own, rivals):
        return f"gắn {name} với nội dung khác so với nguồn"
    return None


def _occurrences(
    fact: Fact, segment: Segment, statements: list[Statement]
) -> list[tuple[Fact, Statement]]:
    sentence = match_key(segment.text)
    return [
        (other, statement)
        for statement in statements
        for other in statement.segment.facts
        if same_fact(fact, other, sentence=sentence, evidence=statement.reading)
    ]


_NAMES = {
    "percent": "một tỷ lệ phần trăm",
    "point": "một mức điểm phần trăm",
    "pair": "một tỷ số hoặc ngày",
    "date": "một ngày",
    "month": "một tháng",
    "quarter": "một quý",
    "year": "một năm",
    "years": "một giai đoạn",
    "document": "một số hiệu văn bản",
    "label": "một số thứ tự",
}


def _unit_fault(segment: Segment, rules: list[Statement], quotes: list[Statement]) -> str | None:
    named = [unit for rule in rules for unit in rule.units]
    above = [unit for rule in rules for unit in rule.context_units]
    for unit in read_units(segment.text):
        same = [other for other in named if other.words == unit.words]
        if not same and not named:
            same = [
                _with_column_role(other, quote)
                for quote in quotes
                for other in quote.units
                if other.words == unit.words
            ]
        if not same and unit.role is None:
            same = [other for other in above if other.words == unit.words]
        if not same:
            return "nêu tên một đơn vị không đúng như nguồn được trích dẫn"
        if unit.role is None and all(other.role for other in same):
            continue
        if unit.role not in {other.role for other in same}:
            return "nêu sai vai trò chủ trì hay phối hợp của một đơn vị"
    return None


def _with_column_role(unit: UnitMention, quote: Statement) -> UnitMention:
    role = next(iter(quote.roles)) if len(quote.roles) == 1 else unit.role
    return UnitMention(unit.words, unit.start, unit.end, role)


def _claim_fault(segment: Segment, rules: list[Statement], quotes: list[Statement]) -> str | None:
    readings = " ; ".join(statement.reading for statement in rules or quotes)
    lists = lexicon()
    key = match_key(segment.text)
    if _classes(key, lists.claims) - _classes(readings, lists.claims):
        return "nêu xu hướng hoặc mức độ mà nguồn không nêu"
    spoken = _classes(readings, lists.roles).union(*(quote.roles for quote in quotes))
    if _classes(key, lists.roles) - spoken:
        return "nêu vai trò chủ trì hay phối hợp mà nguồn không nêu"
    return None


def _opposite_fault(
    segment: Segment, rules: list[Statement], quotes: list[Statement]
) -> str | None:
    said = match_key(segment.text)
    meant = " ; ".join(statement.reading for statement in rules or quotes)
    lists = lexicon()
    for word, opposite in lists.opposites:
        if _has(word, said) and not _has(word, meant) and _has(opposite, meant):
            return "nêu điều trái nghĩa với nguồn"
    for word, opposite in lists.opposites_before_word:
        for found in re.finditer(rf"(?<!\w){word} (\w+)", said):
            after = found.group(1)
            if not _has(f"{word} {after}", meant) and _has(f"{opposite} {after}", meant):
                return "nêu điều trái nghĩa với nguồn"
    return None


def _negation_fault(
    segment: Segment, rules: list[Statement], quotes: list[Statement]
) -> str | None:
    said, said_plainly = _negated(match_key(segment.text))
    meant: set[str] = set()
    meant_plainly: set[str] = set()
    for statement in rules or quotes:
        negated, plainly = _negated(statement.reading)
        meant |= negated
        meant_plainly |= plainly
    if said - meant or (meant - meant_plainly) & (said_plainly - said):
        return "phủ định hoặc khẳng định trái với nguồn"
    if meant and not said and rules and all(_negated(rule.reading)[0] for rule in rules):
        return "bỏ mất lời phủ định của nguồn"
    return None


def _negated(key: str) -> tuple[set[str], set[str]]:
    """Words right after a negation, and the words that stand without one."""
    negations = lexicon().negations
    words = _WORD.findall(key)
    negated = {after for word, after in pairwise(words) if word in negations}
    plainly = {
        after
        for word, after in zip(["", *words], words, strict=False)
        if word not in negations and after not in negations
    }
    return negated, plainly


def _name_fault(segment: Segment, rules: list[Statement], quotes: list[Statement]) -> str | None:
    readings = " ".join(statement.reading for statement in (*rules, *quotes))
    known = frozenset(_WORD.findall(readings))
    for found in _CAPITAL.finditer(segment.text):
        if not found.group()[0].isupper() or _OPENING.search(segment.text[: found.start()]):
            continue
        if match_key(found.group()) not in known:
            return "nêu một tên riêng không có trong nguồn được trích dẫn"
    return None


def _grounding_fault(
    segment: Segment, rules: list[Statement], quotes: list[Statement], *, asked: frozenset[str]
) -> str | None:
    words = content_words(match_key(_without_facts(segment)))
    ruled = frozenset[str]().union(*(rule.words for rule in rules)) | asked
    quoted = frozenset[str]().union(*(quote.words for quote in quotes))
    if len(words - ruled - quoted) > max(1, 0.2 * len(words)):
        return "nêu nội dung không có trong nguồn được trích dẫn"
    if rules and len(words - ruled) > max(2, 0.5 * len(words)):
        return "nêu nội dung ngoài câu trả lời lập theo quy tắc"
    return None


def _without_facts(segment: Segment) -> str:
    """The words that are left when figures, marks and comparators are taken out."""
    letters = list(segment.text)
    for fact in segment.facts:
        letters[fact.start : fact.end] = " " * (fact.end - fact.start)
    text = re.sub(r"\d+", " ", "".join(letters)).lower()
    for _, phrase in (*lexicon().comparators, *lexicon().comparators_after):
        text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", text)
    return text


def _classes(key: str, phrases: tuple[tuple[str, str], ...]) -> set[str]:
    return {name for name, phrase in phrases if _has(phrase, key)}


def _has(phrase: str, key: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", key) is not None


_Check = Callable[[Segment, list[Statement], list[Statement]], str | None]
_CHECKS: tuple[_Check, ...] = (
    _unit_fault,
    _claim_fault,
    _opposite_fault,
    _negation_fault,
    _name_fault,
)
