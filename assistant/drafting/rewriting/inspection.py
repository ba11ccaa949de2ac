"""Whether a sentence that a model wrote may stand: form, figures outside slots, binding, words.

Strict on purpose: a true sentence that cannot be bound costs fluency, a false one costs trust.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.answer import Answer, Citation
from assistant.drafting.model import MARK, SectionText, Sentence, Slot
from assistant.drafting.rewriting.binding import RuleWords
from assistant.drafting.verifying.trends import contradicted_trend, spoken_trend
from assistant.drafting.wording import wording
from assistant.language.evidence import Evidence, content_words, read_evidence
from assistant.language.facts import Fact
from assistant.language.figures import plain, read_facts
from assistant.language.number_words import SCALE_WORDS
from assistant.language.verification import is_vietnamese, verify
from ingest.model import Source
from ingest.text.normal import match_key

_MARKUP = re.compile(
    r"<\s*/?\s*[a-zA-Z!?]|&#?\w+;|!\[|\]\(|https?:|www\.|[`*_#|~<>\\\[\]]|\A\s*(?:[-–—+•]|\w{1,2}\))\s"
)
_ROMAN = re.compile(
    r"(?<![\w])(?=[IVXLCDM])(?:M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3}))(?!\w)"
)
_HOLE = "□"
"""Stands for a slot where the words outside of slots are read; no letter, no digit."""
_LONGEST = 1500
_COVERED = 0.6
_WORD = re.compile(r"\w+")
_AFTER = re.compile(r"\{(F\d+)\}[ \t\u00a0]*([%‰]|\w+)")
_END = re.compile(r"[.;:!?…][\"”’)]*\Z")


@dataclass(frozen=True, slots=True)
class Inspector:
    """Holds the sentences of a reply against one rule-made section. Built by :func:`inspector`."""

    slots: Mapping[str, Slot]
    rules: tuple[Sentence, ...]
    words: RuleWords
    evidence: Evidence
    counts: Counter[str]
    names: frozenset[tuple[str, str]]
    romans: frozenset[str]
    lines: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    said: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    following: frozenset[tuple[str, str]] = frozenset()
    bounds: frozenset[tuple[str, str | None]] = frozenset()

    def fault(self, template: str) -> str | None:
        """Why one sentence may not stand, as a Vietnamese clause; ``None`` where it may."""
        for check in (
            self._form,
            self._marks,
            self._outside,
            self._filled,
            self._beside,
            self._trend,
            self._bare,
        ):
            reason = check(template)
            if reason:
                return reason
        return self._said(template)

    def misplaced(self, templates: Sequence[str]) -> dict[str, str]:
        """Marks that stand in another slot's place, with that slot's mark."""
        return self.words.misplaced(templates)

    def covers(self, template: str, rule: Sentence) -> bool:
        """Whether a sentence without marks says what a rule-made one without marks says."""
        own = content_words(match_key(rule.template))
        said = content_words(match_key(template))
        if own:
            return len(own & said) >= _COVERED * len(own)
        return match_key(rule.template) == match_key(template)

    # ---- one check each --------------------------------------------------------------------

    def _form(self, template: str) -> str | None:
        if not template.strip():
            return "câu trống"
        if len(template) > _LONGEST:
            return "câu dài bất thường"
        bare = MARK.sub(" ", template)
        if "{" in bare or "}" in bare:
            return "có dấu ngoặc nhọn không phải là ô"
        if _MARKUP.search(bare):
            return "có mã đánh dấu, liên kết hoặc ký hiệu liệt kê"
        if any(unicodedata.category(char) in ("Cc", "Cf", "Co", "Cn") for char in template):
            return "có ký tự điều khiển hoặc xuống dòng"
        if not is_vietnamese(plain(bare)):
            return "không phải tiếng Việt có dấu"
        if not _END.search(template.strip()):
            return "câu chưa trọn vẹn, không có dấu kết thúc"
        return None

    def _marks(self, template: str) -> str | None:
        used = Counter(MARK.findall(template))
        for mark, times in used.items():
            if mark not in self.counts:
                return f"ô {{{mark}}} không có trong bản soạn sẵn"
            if times > self.counts[mark]:
                return f"ô {{{mark}}} bị dùng lặp lại"
        return None

    def _outside(self, template: str) -> str | None:
        """No figure, number word or amount outside the slots, names of the rule text apart."""
        shown = plain(MARK.sub(_HOLE, template))
        for fact in read_facts(shown):
            if _name(fact) not in self.names:
                return "có con số, số viết bằng chữ hoặc từ chỉ lượng ngoài các ô"
        if wording().amounts.search(match_key(shown)) and not self._in_rules(shown):
            return "có từ chỉ lượng ngoài các ô"
        romans = {found.group() for found in _ROMAN.finditer(shown) if found.group()}
        if romans - self.romans:
            return "có số La Mã ngoài các ô"
        return None

    def _in_rules(self, shown: str) -> bool:
        said = Counter(wording().amounts.findall(match_key(shown)))
        meant = Counter(
            found
            for rule in self.rules
            for found in wording().amounts.findall(match_key(MARK.sub(_HOLE, rule.template)))
        )
        return not said - meant

    def _filled(self, template: str) -> str | None:
        """Printed, each slot reads as the figure that it is, and nothing else reads as one."""
        try:
            shown, spans = filled(template, self.slots)
        except KeyError:
            return "có ô không tồn tại"
        facts = read_facts(shown)
        for mark, start, end in spans:
            inside = [(one.kind, one.key) for one in facts if start <= one.start < end]
            if any(one.start < start < one.end or one.start < end < one.end for one in facts):
                return f"có chữ làm đổi nghĩa số liệu ngay cạnh ô {{{mark}}}"
            if inside != self._alone(mark):
                return f"có chữ làm đổi nghĩa số liệu ngay cạnh ô {{{mark}}}"
        return None

    def _beside(self, template: str) -> str | None:
        """Nothing right beside a slot that makes it another figure: a scale, a unit, "about"."""
        for mark, after in _AFTER.findall(template):
            word = match_key(after)
            foreign = word not in self.said and word not in wording().function_words
            if (foreign or word in self.units) and (mark, word) not in self.following:
                return f"từ “{after}” ngay sau ô {{{mark}}} làm đổi nghĩa số liệu"
        for mark, bound in bounds_of(template, self.slots):
            if (mark, bound) not in self.bounds:
                return f"có từ so sánh trước ô {{{mark}}} mà bản soạn sẵn không có"
        return None

    def _alone(self, mark: str) -> list[tuple[str, str]]:
        return [(one.kind, one.key) for one in read_facts(plain(self.slots[mark].text))]

    def _trend(self, template: str) -> str | None:
        marks = MARK.findall(template)
        for at, mark in enumerate(marks):
            word = contradicted_trend(template, at, self.slots)
            if word is not None:
                return f"“{word}” không đúng với chiều của ô {{{mark}}}"
            if self.slots[mark].trend is None:
                continue
            meant = self._trend_of(mark)
            if meant and spoken_trend(template, at, self.slots) is None:
                return f"bỏ mất từ “{meant}” cạnh ô {{{mark}}}"
        return None

    def _bare(self, template: str) -> str | None:
        mark = self.words.bare(template)
        return f"bỏ mất những từ nói về ô {{{mark}}}" if mark else None

    def _trend_of(self, mark: str) -> str | None:
        for rule in self.rules:
            for at, found in enumerate(rule.marks()):
                if found == mark:
                    return spoken_trend(rule.template, at, self.slots)
        return None

    def _said(self, template: str) -> str | None:
        """Claims, negations, names and content are those of the rule-made sentences it stands for.

        The sentence, its slots left open, cites the rule-made sentences that hold these slots, as
        an answer cites its sources. Which slot stands where is settled by then.
        """
        lines = sorted({line for mark in MARK.findall(template) for line in self.lines[mark]})
        if not lines:
            best = max(range(len(self.rules)), key=lambda at: self._shared(template, at))
            lines = [best + 1] if self._shared(template, best) else []
        cited = "".join(f" [{line}]" for line in lines)
        body = _END.sub("", _open(template).strip())
        return verify(f"{body}{cited}.", self.evidence).reason

    def _shared(self, template: str, rule: int) -> int:
        own = content_words(match_key(_open(self.rules[rule].template)))
        return len(own & content_words(match_key(_open(template))))


def inspector(section: SectionText, slots: Mapping[str, Slot]) -> Inspector:
    """Take a rule-made section apart, so that a model's sentences can be held against it."""
    rules = tuple(section.sentences())
    templates = [rule.template for rule in rules]
    outside = [plain(MARK.sub(_HOLE, template)) for template in templates]
    lines: dict[str, tuple[int, ...]] = {}
    for number, rule in enumerate(rules, start=1):
        for mark in rule.marks():
            lines[mark] = (*lines.get(mark, ()), number)
    return Inspector(
        slots=slots,
        rules=rules,
        words=RuleWords(templates, slots),
        evidence=_evidence(section, rules),
        counts=Counter(mark for rule in rules for mark in rule.marks()),
        names=frozenset(_name(fact) for text in outside for fact in read_facts(text)),
        romans=frozenset(one.group() for text in outside for one in _ROMAN.finditer(text)),
        lines=lines,
        said=frozenset(word for text in outside for word in _WORD.findall(match_key(text))),
        units=_scales() | {_first(slots[mark].unit) for mark in lines},
        following=frozenset(
            (mark, match_key(after))
            for template in templates
            for mark, after in _AFTER.findall(template)
        ),
        bounds=frozenset(pair for template in templates for pair in bounds_of(template, slots)),
    )


def filled(template: str, slots: Mapping[str, Slot]) -> tuple[str, list[tuple[str, int, int]]]:
    """The sentence as a reader sees it, and where each slot stands in it."""
    shown, spans, at = "", [], 0
    for mark in MARK.finditer(template):
        shown += plain(template[at : mark.start()])
        text = plain(slots[mark[1]].text)
        spans.append((mark[1], len(shown), len(shown) + len(text)))
        shown += text
        at = mark.end()
    return shown + plain(template[at:]), spans


def bounds_of(template: str, slots: Mapping[str, Slot]) -> list[tuple[str, str | None]]:
    """How the words before each mark bound its figure: at least, more than, about, before."""
    if not all(mark in slots for mark in MARK.findall(template)):
        return []
    shown, spans = filled(template, slots)
    first = {fact.start: fact.bound for fact in reversed(read_facts(shown))}
    return [
        (mark, next((bound for at, bound in first.items() if start <= at < end), None))
        for mark, start, end in spans
    ]


def _scales() -> frozenset[str]:
    return frozenset({*SCALE_WORDS, "%", "‰", "phần", "điểm", "lần", "rưỡi", "chục", "phẩy"})


def _first(unit: str | None) -> str:
    found = _WORD.search(match_key(unit or ""))
    return found.group() if found else ""


def _open(template: str) -> str:
    # A "[3]" of a document is text there, not a mark of ours.
    return plain(MARK.sub(_HOLE, template)).replace("[", "(").replace("]", ")")


def _evidence(section: SectionText, rules: Sequence[Sentence]) -> Evidence:
    printed = [_END.sub("", _open(rule.template).strip()) for rule in rules]
    lines = [" ".join(f"{text} [{number}].".split()) for number, text in enumerate(printed, 1)]
    answer = Answer(
        id="section",
        question=section.title,
        interpreted_as=section.title,
        status="answered",
        answer="\n".join(lines),
        citations=tuple(
            Citation(n=number, source=Source(document_id="rules", file="rules", quote=text))
            for number, text in enumerate(printed, 1)
        ),
    )
    return read_evidence(answer)


def _name(fact: Fact) -> tuple[str, str]:
    """A number word that is part of a name in the rule text: "Bộ phận Một cửa", "phố Ba Đình"."""
    return fact.key, fact.noun
