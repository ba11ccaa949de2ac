"""Vietnamese phrases shared by explanations and findings."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.checking.model import Claim, Fact
from ingest.model import Period, Source

_LONGEST = 110
_QUARTERS = {"Q1": "I", "Q2": "II", "Q3": "III", "Q4": "IV"}
_MARK = re.compile(r"[;()\n]|[,.](?=\s)|:(?=\s+\D)")


def quoted(text: str) -> str:
    """``text`` in quotes on one line, cut where it is long."""
    flat = re.sub(r"\s+", " ", text).strip(" ,;.-:")
    return f"“{flat if len(flat) <= _LONGEST else flat[:_LONGEST].rsplit(' ', 1)[0] + '…'}”"


def where(source: Source) -> str:
    """Where something stands, as short as it can be said: ``mục I.2``, ``bảng 1, dòng 9``."""
    parts = []
    if source.table is not None:
        parts.append(f"bảng {source.table}, dòng {source.row}")
    elif source.section:
        parts.append(f"mục {'.'.join(source.section)}")
    elif source.page is not None:
        parts.append(f"trang {source.page}")
    return ", ".join(parts) or "phần đầu"


def location(fact: Fact) -> str:
    """Where a fact stands; with the file's name where it is another document."""
    here = where(fact.source)
    return here if fact.home else f"{here} của {fact.source.file}"


def stated(fact: Fact) -> str:
    """A fact's value as written, with its unit: ``109 Thủ tục``."""
    text = fact.text.strip() or "(để trống)"
    if fact.claim is not None or fact.measure is None or fact.origin == "record":
        return text
    unit = fact.measure.text
    return text if unit.lower() in text.lower() else f"{text} {unit}".replace(" %", "%")


def at(fact: Fact) -> str:
    """A fact's value and where it stands: ``109 Thủ tục (bảng 1, dòng 77)``."""
    return f"{stated(fact)} ({location(fact)})"


def number(value: Decimal) -> str:
    """A number as it is written in Vietnamese: ``12.480``, ``98,5``."""
    rounded = value if value == value.to_integral_value() else round(value, 2)
    whole, _, fraction = f"{rounded:,f}".partition(".")
    fraction = fraction.rstrip("0")
    return whole.replace(",", ".") + (f",{fraction}" if fraction else "")


def years(period: Period | None) -> str:
    """``năm 2025`` or ``giai đoạn 2021-2025``; empty for an unknown period."""
    if period is None:
        return ""
    if period.from_ == period.to:
        return f"năm {period.to}"
    return f"giai đoạn {period.from_}-{period.to}"


def time(fact: Fact) -> str:
    """The time that a fact is of: ``quý III năm 2025``, ``6 tháng năm 2025``, ``năm 2025``."""
    part, whole = fact.part_of_year, years(fact.period)
    if part is None:
        return whole
    if part in _QUARTERS:
        named = f"quý {_QUARTERS[part]}"
    else:
        named = f"tháng {part[1:]}" if part.startswith("T") else f"{part[1:]} tháng"
        named += " cuối năm" if part.startswith("C") else ""
    return f"{named} {whole}".strip()


def shown(claim: Claim) -> str:
    """The figure with a few words around it, for a sentence to a person."""
    text, span = claim.place.text, claim.span
    start = max((found.end() for found in _MARK.finditer(text, 0, span.start)), default=0)
    if span.start - start > 60:
        start = text.index(" ", span.start - 60)
    unit_end = text.find(claim.text, span.start) + len(claim.text)
    stop = _MARK.search(text, unit_end)
    end = stop.start() if stop else len(text)
    if end - unit_end > 50:
        end = (
            text.rindex(" ", unit_end, unit_end + 50)
            if " " in text[unit_end : unit_end + 50]
            else end
        )
    return text[start:end].strip()
