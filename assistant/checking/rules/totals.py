"""Parts against their total: rows of a block, and "gồm … và …" in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.answer import Finding
from assistant.checking.facts import Material
from assistant.checking.model import Claim, Fact, Judgement
from assistant.checking.rules.rows import blocks, finding, said, total_of
from assistant.checking.units import compare
from assistant.checking.wording import number, quoted
from assistant.checking.words import holds
from ingest.vocabulary import load, remembered

_WITHIN = re.compile(r"(?<!\w)trong (?:đó|số đó)(?!\w)", re.IGNORECASE)
_CLOSE, _SMALL = Decimal("0.02"), Decimal("0.2")


def findings(material: Material, judgements: Sequence[Judgement]) -> Iterator[Finding]:
    """Totals that their parts nearly, but not quite, add up to; divisions that do not add up."""
    del judgements
    notes = notes_of(material)
    for rows in blocks(material):
        for total, parts in total_of(rows):
            yield from _rows(total, parts, notes)
    yield from _divisions(material)


def notes_of(material: Material) -> dict[tuple[str, int | None, int | None], str]:
    """The note of each row, by document, table and row."""
    found = {}
    for reading in (material.reading, *material.against):
        for indicator in reading.indicators:
            if indicator.note:
                for part in (indicator.source, *indicator.source.parts):
                    found[(part.document_id, part.table, part.row)] = indicator.note
    return found


def _rows(
    total: Fact, parts: Sequence[Fact], notes: dict[tuple[str, int | None, int | None], str]
) -> Iterator[Finding]:
    values = [part.value for part in parts if part.value is not None]
    if len(values) < 2 or total.value is None:
        return
    added = sum(values, Decimal(0))
    if added == total.value or any(
        sum(values[: n + 1]) == total.value for n in range(1, len(values))
    ):
        return
    if any(value >= total.value for value in values):
        return  # no division: one part is all of it, or more (the rule on bounds says so)
    if not nearly(added, total.value):
        return
    places = [(row.source.document_id, row.source.table, row.source.row) for row in (total, *parts)]
    noted = " ".join(notes.get(place, "") for place in places)
    gap = abs(added - total.value)
    if re.search(rf"(?<![\d.,])0*{number(gap)}(?![\d.,]*\d)", noted):
        return  # "Trong đó có 03 TTHC do tổ chức hành nghề công chứng thực hiện"
    explained = holds(noted, load("checking_rules")["explains"]) is not None
    terms = " + ".join(number(value) for value in values)
    yield finding(
        "arithmetic",
        "info" if explained else "error",
        f"{said(total)} nhưng các thành phần {terms} = {number(added)}, lệch {number(gap)}.",
        left=total,
        right=parts[0],
    )


def nearly(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers differ as by a slip: a few units, swapped digits, a shifted sign."""
    high, low = max(one, other), min(one, other)
    if low <= 0:
        return False
    if high - low <= max(min(Decimal(3), high * _SMALL), high * _CLOSE):
        return True
    left, right = (format(value.normalize(), "f").replace(".", "") for value in (one, other))
    if len(left) > 1 and sorted(left) == sorted(right):
        return True
    return high == low * 10 or high == low * 100


@remembered()
def _division() -> re.Pattern[str]:
    words = sorted(load("checking_rules")["divisions"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)(?!\s+cả)", re.IGNORECASE)


def _divisions(material: Material) -> Iterator[Finding]:
    sentences: defaultdict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in material.claims:
        if claim.span.kind == "number" and claim.place.origin == "prose":
            sentences[(id(claim.place), claim.sentence)].append(claim)
    for claims in sentences.values():
        for at, whole in enumerate(claims[:-1]):
            behind = claims[at + 1]
            between = whole.place.text[whole.span.end : behind.span.start]
            if not (_division().search(between) or _WITHIN.search(between)) or re.search(
                r"[;.]\s", between
            ):
                continue
            parts = []
            for part in claims[at + 1 :]:
                if part.span.of is not None or _share(part) or _of_time(part):
                    continue
                if compare(part.measure, whole.measure, name=whole.key) != "same" or re.search(
                    r"[;.]\s", whole.place.text[behind.span.start : part.span.start]
                ):
                    break
                parts.append(part)
            within = _division().search(between) is None
            yield from _text(whole, parts, within=within)


def _of_time(claim: Claim) -> bool:
    """Whether a figure is a length of time, which names a part ("đào tạo dưới 3 tháng")."""
    return claim.measure is not None and claim.measure.group == "thời gian"


def _share(claim: Claim) -> bool:
    return claim.measure is not None and claim.measure.group == "%"


def _text(whole: Claim, parts: Sequence[Claim], *, within: bool) -> Iterator[Finding]:
    values = [part.value for part in parts if part.value is not None]
    if len(values) < 2 or whole.value is None or _share(whole):
        return
    sums = [sum(values[: n + 1], Decimal(0)) for n in range(1, len(values))]
    if whole.value in sums:
        return
    if within and (sums[-1] <= whole.value or not nearly(sums[-1], whole.value)):
        return  # "trong đó" names some of the parts, which may overlap
    closest = min(sums, key=lambda added: abs(added - (whole.value or Decimal(0))))
    used = values[: sums.index(closest) + 2]
    scale = whole.measure.scale if whole.measure is not None else Decimal(1)
    terms = " + ".join(number(value / scale) for value in used)
    yield Finding(
        code="arithmetic",
        severity="error",
        message=f"{quoted(whole.text)} được nêu là gồm {terms} = {number(closest / scale)}, "
        "không bằng nhau.",
        left=whole.source,
        right=parts[0].source,
    )
