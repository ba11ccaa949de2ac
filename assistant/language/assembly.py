"""Puts an answer together from model-written sentences that hold and rule-made lines.

Sentences are verified one by one as the reply arrives; only what was verified leaves.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.language.binding import same_fact
from assistant.language.evidence import (
    Evidence,
    RuleLine,
    Statement,
    content_words,
    same_text,
)
from assistant.language.figures import citations, plain
from assistant.language.sentences import Segment, cut_segments, cut_sentences
from assistant.language.streaming import ModelFailure
from assistant.language.units import UnitMention, read_units
from assistant.language.verification import verify
from ingest.text.normal import clean, match_key

_THINKING = re.compile(r"\A\s*<think>.*?(?:</think>\s*|\Z)", re.DOTALL)
_PAGE = re.compile(r"\A\s*(?:<!doctype|<html|<\?xml|\{|```)", re.IGNORECASE)
_REPEATS_ALLOWED = 3
_LONGEST_SENTENCE = 3000


@dataclass(frozen=True, slots=True)
class Said:
    """One segment of a kept sentence."""

    segment: Segment
    units: tuple[UnitMention, ...]


@dataclass(slots=True)
class Assembly:
    """State of one reply. ``text`` is what has left so far; the counters are sentences."""

    evidence: Evidence
    text: str = ""
    kept: int = 0
    replaced: int = 0
    dropped: int = 0
    appended: int = 0
    _buffer: str = ""
    _number: int = 0
    _failed: dict[tuple[str, str], list[int]] = field(default_factory=dict)
    _repeated: int = 0
    _seen: set[str] = field(default_factory=set)
    _said: list[Said] = field(default_factory=list)
    _printed: set[int] = field(default_factory=set)
    _heading: str | None = None
    _in_block: bool = False

    def feed(self, piece: str) -> Iterator[str]:
        """Take the next piece of the reply; give what may be shown now.

        Raises:
            ModelFailure: the reply is a page, a program or repeats itself.
        """
        self._buffer += piece
        opening = self._buffer.lstrip()
        if self._number == 0 and opening[:7] and "<think>".startswith(opening[:7]):
            if "</think>" not in self._buffer:
                return
            self._buffer = _THINKING.sub("", self._buffer)
        if self._number == 0 and _PAGE.match(self._buffer):
            raise ModelFailure("trả về mã thay vì câu trả lời")
        sentences, self._buffer = cut_sentences(self._buffer, final=False)
        for sentence in sentences:
            yield from self._take(sentence)
        if len(self._buffer) > _LONGEST_SENTENCE:
            raise ModelFailure("viết một câu dài bất thường")

    def finish(self) -> Iterator[str]:
        """Verify the rest, then add every rule-made line that the model left out."""
        rest = _THINKING.sub("", self._buffer) if self._number == 0 else self._buffer
        for sentence in cut_sentences(rest, final=True)[0]:
            yield from self._take(sentence)
        headings = {line.heading for line in self.evidence.lines}
        for at, line in enumerate(self.evidence.lines):
            if at in self._printed or (not line.marks and line.text in headings):
                continue
            if not self._covers(line):
                self.appended += 1
                yield from self._print(at, line)

    @property
    def notes(self) -> tuple[str, ...]:
        """Which sentences of the model did not hold and why, a line for each reason."""
        return tuple(
            f"Câu thứ {_and(numbers)} của mô hình {done} vì {reason}."
            for (done, reason), numbers in self._failed.items()
        )

    # ---- one sentence ----------------------------------------------------------------------

    def _take(self, sentence: str) -> Iterator[str]:
        body = sentence.strip()
        key = same_text(body)
        if not key:
            return
        if body.startswith("|"):
            yield from self._table_row(key)
            return
        self._number += 1
        if key in self._seen:
            self._repeated += 1
            if self._repeated >= _REPEATS_ALLOWED:
                raise ModelFailure("lặp lại cùng một câu")
            return
        self._seen.add(key)
        verdict = verify(body, self.evidence)
        if verdict.holds:
            yield from self._keep(sentence, body)
            return
        lines = [
            (at, line)
            for at, line in enumerate(self.evidence.lines)
            if set(line.marks) & set(verdict.marks)
            and at not in self._printed
            and not self._covers(line)
        ]
        if lines:
            self.replaced += 1
            done = "được thay bằng câu lập theo quy tắc"
        else:
            self.dropped += 1
            done = "bị bỏ"
        self._failed.setdefault((done, verdict.reason or ""), []).append(self._number)
        for at, line in lines:
            yield from self._print(at, line)

    def _table_row(self, key: str) -> Iterator[str]:
        """A row copied from the rule-made table brings that table's head with it; others go."""
        for at, line in enumerate(self.evidence.lines):
            if at not in self._printed and same_text(line.text) == key:
                yield from self._print(at, line)

    def _keep(self, sentence: str, body: str) -> Iterator[str]:
        self.kept += 1
        shown = unicodedata.normalize("NFKC", clean(body))
        breaks = sentence[len(sentence.rstrip()) :].count("\n")
        spaces = "\n" * min(breaks, 2) or " "
        for segment in cut_segments(plain(shown)):
            self._said.append(Said(segment, read_units(segment.text)))
        apart = "\n\n" if self._in_block else ""
        self._in_block, self._heading = False, None
        yield self._add(shown + spaces, after=apart)

    def _print(self, at: int, line: RuleLine) -> Iterator[str]:
        self._printed.add(at)
        goes_on = self._in_block and line.heading == self._heading
        heading = None if goes_on else line.heading
        self._in_block, self._heading = True, line.heading
        block = f"{heading}\n{line.text}" if heading else line.text
        yield self._add(block + "\n", after="\n" if goes_on else "\n\n")

    def _add(self, piece: str, *, after: str) -> str:
        """Append ``piece``; ``after`` is the white space that must stand before it."""
        standing = self.text[len(self.text.rstrip("\n")) :] if self.text else after
        added = after.removeprefix(standing) + piece
        self.text += added
        return added

    # ---- what the model left out -----------------------------------------------------------

    def _covers(self, line: RuleLine) -> bool:
        """Whether kept sentences say all that a rule-made line says, under the same marks."""
        if not line.marks:
            return same_text(line.text) in self._seen and any(
                same_text(line.text) == same_text(said.segment.text) for said in self._said
            )
        return all(
            self._covers_statement(statement)
            for statement in line.statements
            if statement.segment.marks
        )

    def _covers_statement(self, statement: Statement) -> bool:
        marks = set(statement.segment.marks)
        near = [said for said in self._said if marks & set(said.segment.marks)]
        cited = {mark for said in near for mark in said.segment.marks}
        if not near or marks - cited:
            return False
        for fact in statement.segment.facts:
            if not any(
                same_fact(
                    other,
                    fact,
                    sentence=match_key(said.segment.text),
                    evidence=statement.reading,
                )
                for said in near
                for other in said.segment.facts
            ):
                return False
        for unit in statement.units:
            if not any(
                unit.words == other.words and unit.role in (other.role, None)
                for said in near
                for other in said.units
            ):
                return False
        words = frozenset[str]().union(
            *(content_words(match_key(said.segment.text)) for said in near)
        )
        own = content_words(match_key(statement.segment.text)) - _mark_words(statement)
        share = 0.3 if statement.segment.facts or statement.units else 0.5
        if len(own & words) < share * len(own):
            return False
        return self._tells_apart(statement, words)

    def _tells_apart(self, statement: Statement, words: frozenset[str]) -> bool:
        """Where lines stand under different headings, some word of the own heading was said."""
        own = content_words(match_key(statement.context.text))
        others = [
            content_words(match_key(other.context.text))
            for other in self.evidence.rules()
            if other.segment.marks and other.context.text != statement.context.text
        ]
        shared = frozenset[str]().union(*others)
        return not others or not own - shared or bool((own - shared) & words)


def _mark_words(statement: Statement) -> frozenset[str]:
    return frozenset(str(mark) for mark in citations(statement.segment.text))


def _and(numbers: list[int]) -> str:
    *before, last = map(str, numbers)
    return f"{', '.join(before)} và {last}" if before else last
