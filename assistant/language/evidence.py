"""What a model's sentences are held against: the rule-made answer line by line, and the quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.answer import Answer
from assistant.language.facts import Fact
from assistant.language.figures import plain
from assistant.language.lexicon import lexicon
from assistant.language.sentences import Segment, cut_segments, cut_sentences
from assistant.language.units import UnitMention, read_units, role_words
from ingest.model import Source
from ingest.text.normal import match_key

_WORD = re.compile(r"\w+")
_TABLE_RULE = re.compile(r"\|[\s:|-]+\|?\s*$")


@dataclass(frozen=True, slots=True)
class Statement:
    """A piece of evidence with the marks that point at it.

    ``context`` is what stands over it (the heading of a list, column titles): its words and facts
    support a sentence, but are not the statement's own. ``roles`` come from a column title.
    """

    segment: Segment
    context: Segment
    units: tuple[UnitMention, ...]
    context_units: tuple[UnitMention, ...] = ()
    roles: frozenset[str] = frozenset()

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Own facts and those of the context."""
        return (*self.segment.facts, *self.context.facts)

    @property
    def reading(self) -> str:
        """The whole text in normal form, for looking words up."""
        return match_key(f"{self.context.text} ; {self.segment.text}")

    @property
    def words(self) -> frozenset[str]:
        """Content words of statement and context."""
        return content_words(self.reading)


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One line of the rule-made answer as printed. ``heading`` is the line it stands under."""

    text: str
    heading: str | None
    marks: tuple[int, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that an answer may say. ``known`` are the numbers that ``[n]`` may take."""

    lines: tuple[RuleLine, ...]
    quotes: tuple[Statement, ...]
    known: frozenset[int]
    asked: frozenset[str] = field(default_factory=frozenset)

    def rules(self, marks: tuple[int, ...] | None = None) -> list[Statement]:
        """Rule-made statements citing any of ``marks``; all of them for ``None``."""
        return [
            statement
            for line in self.lines
            for statement in line.statements
            if marks is None or set(marks) & set(statement.segment.marks)
        ]

    def quoted(self, marks: tuple[int, ...]) -> list[Statement]:
        """Quotes that any of ``marks`` points at."""
        return [quote for quote in self.quotes if set(marks) & set(quote.segment.marks)]


def content_words(text: str) -> frozenset[str]:
    """The words of normalised ``text`` that can tell one statement from another."""
    return frozenset(_WORD.findall(text)) - lexicon().glue


def same_text(text: str) -> str:
    """Key under which two sentences say the same in the same words."""
    return " ".join(re.findall(r"\w+|%", match_key(plain(text))))


def read_evidence(answer: Answer) -> Evidence:
    """Take a rule-made answer apart."""
    quotes = [
        quote for citation in answer.citations for quote in _quotes(citation.n, citation.source)
    ]
    asked = f"{answer.question} {answer.interpreted_as}"
    return Evidence(
        lines=tuple(_lines(answer.answer)),
        quotes=tuple(quotes),
        known=frozenset(citation.n for citation in answer.citations),
        asked=frozenset(_WORD.findall(match_key(plain(asked)))),
    )


def _quotes(number: int, source: Source) -> Iterator[Statement]:
    context = " ; ".join(filter(None, [*source.section, source.column or ""]))
    yield _statement(
        cut_segments(plain(source.quote))[0],
        text=plain(source.quote),
        marks=(number,),
        context=plain(context),
        roles=role_words(source.column or ""),
    )
    for part in source.parts:
        yield from _quotes(number, part)


def _statement(
    segment: Segment,
    *,
    text: str | None = None,
    marks: tuple[int, ...],
    context: str = "",
    roles: frozenset[str] = frozenset(),
) -> Statement:
    if text is not None:
        # A quote's own "[3]" is text of the document, not a mark of ours.
        facts = tuple(fact for part in cut_segments(text) for fact in _moved(part, text))
        segment = Segment(text, marks, facts)
    above = cut_segments(context)
    joined = Segment(context, (), tuple(fact for part in above for fact in part.facts))
    return Statement(segment, joined, read_units(segment.text), read_units(context), roles)


def _moved(part: Segment, text: str) -> Iterator[Fact]:
    offset = text.find(part.text)
    for fact in part.facts:
        yield Fact(
            fact.kind,
            fact.key,
            fact.text,
            fact.start + offset,
            fact.end + offset,
            fact.noun,
            fact.bound,
            fact.trend,
        )


def _lines(text: str) -> Iterator[RuleLine]:
    heading: str | None = None
    columns: list[str] = []
    table_head: list[str] = []
    for raw in _joined(text):
        if raw.lstrip().startswith("|"):
            cells = [cell.strip() for cell in raw.strip().strip("|").split("|")]
            if not columns:
                columns, table_head = cells, [raw]
            elif _TABLE_RULE.match(raw.strip()):
                table_head.append(raw)
            else:
                above = "\n".join([*([heading] if heading else []), "", *table_head])
                named = zip(columns, cells, strict=False)
                spoken = "; ".join(f"{column}: {cell}" for column, cell in named)
                yield _line(raw, above, spoken=spoken, context=heading or "")
            continue
        columns, table_head = [], []
        sentences = _with_marks(raw)
        if not sentences:
            yield _line(raw, heading, spoken=raw, context="")
            heading = raw
            continue
        for sentence in sentences:
            yield _line(sentence, heading, spoken=sentence, context=heading or "")


def _joined(text: str) -> list[str]:
    """Printed lines; an indented line without a mark goes on the line above it."""
    lines: list[str] = []
    for raw in text.splitlines():
        if not raw.strip():
            continue
        continues = raw[:1].isspace() and lines and not re.search(r"\[\d", raw)
        if continues and re.search(r"\[\d", lines[-1]):
            lines[-1] = f"{lines[-1]}\n{raw}"
        else:
            lines.append(raw.rstrip())
    return lines


def _with_marks(line: str) -> list[str]:
    """The sentences of a line, each joined with what follows up to its mark."""
    joined: list[str] = []
    open_part = ""
    for sentence in cut_sentences(line.replace("\n", " "), final=True)[0]:
        open_part += sentence
        if re.search(r"\[\d", sentence):
            joined.append(open_part.rstrip())
            open_part = ""
    if open_part.strip() and joined:
        joined[-1] = f"{joined[-1]} {open_part.strip()}"
    return joined


def _line(text: str, heading: str | None, *, spoken: str, context: str) -> RuleLine:
    segments = cut_segments(plain(spoken))
    statements = tuple(
        _statement(segment, marks=segment.marks, context=plain(context)) for segment in segments
    )
    marks = tuple(dict.fromkeys(mark for part in segments for mark in part.marks))
    return RuleLine(text, heading, marks, statements)
