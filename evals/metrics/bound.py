"""Bound figures: no number is released that the cited places, or plain reckoning, do not give.

The numbers are read by :mod:`evals.numerals`, which shares nothing with the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from itertools import permutations
from pathlib import Path

from assistant.answer import Answer
from evals.metrics.marks import marked
from evals.metrics.score import Score
from evals.numerals import Numerals, numerals
from evals.originals.block import plain
from evals.originals.reading import whole_text
from evals.outcome import Outcome, pieces

_MARK = re.compile(r"\[(\d{1,4})\](?!\()")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LABEL = re.compile(r"[^\W\d_].*\([^()]*[^\W\d_][^()]*\)")
_NUMBERING = re.compile(r"^\s*(?:[-+*|]\s*)*(?:[IVX]+(?:-[A-Z])?\.)*(?:\d+\.?)+(?:[a-zđ]\.)?\s")
_OPERANDS = 12
_HUNDRED = Decimal(100)


def figures_bound(outcome: Outcome) -> Score | None:
    """Numbers and dates of an answer that are bound, of all there are.

    What the answer sets in bold is its claim: it must stand in a quote cited on that line, or be
    reckoned from such figures. Whatever else it says must stand in the question or the documents,
    or count what is listed. Refusals state nothing.
    """
    if outcome.answer.status != "answered":
        return None
    found = list(_judged(outcome))
    return Score(sum(bound for _, bound in found), len(found)) if found else None


def loose(outcome: Outcome) -> tuple[str, ...]:
    """The numbers that are not bound, for the report."""
    if outcome.answer.status != "answered":
        return ()
    return tuple(number for number, bound in _judged(outcome) if not bound)


def _judged(outcome: Outcome) -> Iterator[tuple[str, bool]]:
    answer = outcome.answer
    quotes = {each.n: _quoted(answer, each.n) for each in answer.citations}
    anywhere = _joined(quotes.values())
    asked = numerals(f"{outcome.case.question} {answer.interpreted_as}")
    asked |= _joined(numerals(turn.question) for turn in outcome.case.history)
    files = _joined(_in_file(path) for path in outcome.files.values())
    lines = answer.answer.splitlines()
    claims = [numerals(" ".join(_claims(line))) for line in lines]
    own = _reckoned(answer, claims, anywhere) | _counts(answer.answer)
    for line, claim in zip(lines, claims, strict=True):
        marks = marked(line)
        cited = _joined(quotes[n] for n in marks if n in quotes) if marks else anywhere
        yield from _held(claim, cited | asked, own, years=files.values)
        yield from _held(numerals(" ".join(_labels(line))), files | asked, frozenset())
        rest = numerals(_NUMBERING.sub("", _MARK.sub("", _BOLD.sub(" ", line))))
        yield from _held(rest, anywhere | asked | files, own)


def _held(
    found: Numerals,
    known: Numerals,
    own: frozenset[Decimal],
    *,
    years: frozenset[Decimal] = frozenset(),
) -> Iterator[tuple[str, bool]]:
    for value in sorted(found.values):
        yield str(value), value in known.values or value in own
    for code in sorted(found.codes):
        yield code, code in known.codes
    for day in sorted(found.dates):
        yield day, day in known.dates
    for day in sorted(found.bounds):  # of a period, whose year the document gives
        yield day, day in known.dates or Decimal(day[:4]) in known.values | years


def _claims(line: str) -> list[str]:
    return [bold for bold in _BOLD.findall(line) if not _LABEL.fullmatch(bold)]


def _labels(line: str) -> list[str]:
    """Bold names of documents: ``**Kế hoạch 05/QĐ-STP (…, 2023)**``."""
    return [bold for bold in _BOLD.findall(line) if _LABEL.fullmatch(bold)]


@cache
def _in_file(path: Path) -> Numerals:
    found = numerals(whole_text(path)) | numerals(path.name)
    return found | _years(found)


def _years(*known: Numerals) -> Numerals:
    """Years of whole dates are known as years."""
    dates = frozenset[str]().union(*(each.dates for each in known))
    return Numerals(frozenset(Decimal(day[:4]) for day in dates))


def _quoted(answer: Answer, n: int) -> Numerals:
    sources = [each.source for each in answer.citations if each.n == n]
    texts = [plain(piece.quote) for source in sources for piece in pieces(source)]
    found = _joined(map(numerals, texts))
    return found | _years(found)


def _joined(found: Iterable[Numerals]) -> Numerals:
    whole = Numerals()
    for each in found:
        whole |= each
    return whole


def _reckoned(answer: Answer, claimed: list[Numerals], quoted: Numerals) -> frozenset[Decimal]:
    """Sums, differences, shares and growth of the quoted figures that the answer itself gives."""
    values = {number for claim in claimed for number in claim.values}
    values |= {Decimal(f.value) for f in answer.figures if f.value and _is_number(f.value)}
    operands = sorted(values & quoted.values)[:_OPERANDS]
    found = {sum(operands, Decimal(0))} if len(operands) > 1 else set()
    for one, other in permutations(operands, 2):
        found |= {one - other, one + other}
        if other:
            for share in (one / other * _HUNDRED, (one - other) / other * _HUNDRED, one / other):
                found |= {round(abs(share), digits) for digits in (0, 1, 2)}
    return frozenset(found)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(?:\.\d+)?", text) is not None


def _counts(text: str) -> frozenset[Decimal]:
    """How many lines, rows and citations there are, block by block and in all."""
    blocks: list[int] = [0]
    rows = 0
    for line in text.splitlines():
        if re.match(r"\s*[-+*]\s", line):
            blocks[-1] += 1
        elif line.startswith("**"):
            blocks.append(0)
        rows += line.startswith("|")
    marks = marked(text)
    per_line = {len(marked(line)) for line in text.splitlines()}
    counts = {*blocks, sum(blocks), max(rows - 2, 0), len(marks), *per_line}
    return frozenset(map(Decimal, counts))
