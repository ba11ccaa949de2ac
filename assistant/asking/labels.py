"""Names, periods and figures as an answer writes them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from assistant.asking import texts
from assistant.asking.finding.corpus import Entry
from assistant.asking.query import Limits, Query, Window
from ingest.model import Deadline, Document, DocumentKind, Indicator, Period, Target
from ingest.text.normal import fold, match_key
from ingest.vocabulary import load

_LONGEST = 260
_RESIDUE = re.compile(r"<[^>]{1,20}>|\[bookmark:[^\]]*\]|\*\*|__|^#+\s*|^\s*[-+•]\s+")
_LOCAL = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố)\s")
_CODE = re.compile(r"/([^\W\d_]+)-")
_SPACE = re.compile(r"\s+")


def tidy(text: str) -> str:
    """One line without markup residue, for reading; never for a quote."""
    return _SPACE.sub(" ", _RESIDUE.sub("", text)).strip()


def shortened(text: str, longest: int = _LONGEST) -> str:
    """``text`` on one line, cut at a word with an ellipsis where it is long."""
    line = tidy(text)
    if len(line) <= longest:
        return line.rstrip(" .;,")
    return f"{line[:longest].rsplit(' ', 1)[0].rstrip(' .;,')}…"


def period_text(period: Period | None) -> str:
    """``2023`` or ``2026–2030``; empty when unknown."""
    if period is None:
        return ""
    if period.from_ == period.to:
        return str(period.to)
    return texts.SPAN.format(first=period.from_, last=period.to)


def document_label(document: Document) -> str:
    """What a reader calls the document: kind, number, issuer, place, period."""
    kind = type_name(document)
    name = f"{kind} {document.number}" if document.number else kind
    beside = ", " if _LOCAL.search(document.issuer or "") else " "
    issuer = beside.join(
        part
        for part in (document.issuer, document.province)
        if part and not (part == document.province and part in (document.issuer or ""))
    )
    inside = ", ".join(part for part in (issuer, period_text(document.period)) if part)
    return f"{name} ({inside})" if inside else f"{name} ({document.file})"


def type_name(document: Document) -> str:
    """What the document calls itself ("Chương trình", "Thông báo"); an annex is called one."""
    kind = document.kind
    if kind in (DocumentKind.TASK_ANNEX, DocumentKind.STATISTICS_ANNEX):
        return texts.KIND_NAMES[kind.value]
    title = f"{match_key(document.title or '')} "
    named = sorted(load("documents")["kinds"].get(kind.value, ()), key=len, reverse=True)
    for name in named:
        if title.startswith(f"{match_key(name)} "):
            return f"{name[:1].upper()}{name[1:]}"
    code = _CODE.search(document.number or "")
    if code is None:
        return texts.KIND_NAMES[kind.value]
    known: str | None = load("documents")["codes"].get(code.group(1))
    if known is not None and known.casefold() in named:
        return known
    letter = kind is DocumentKind.DIRECTIVE and known is None
    return texts.OFFICIAL_LETTER if letter else texts.KIND_NAMES[kind.value]


def document_labels(documents: Sequence[Document]) -> dict[str, str]:
    """A label per document id; documents that would read the same bear their file name."""
    labels = {document.id: document_label(document) for document in documents}
    seen = Counter(labels.values())
    return {
        document.id: labels[document.id]
        if seen[labels[document.id]] == 1
        else f"{labels[document.id]} – {document.file}"
        for document in documents
    }


def scope_text(documents: Sequence[Document]) -> str:
    """Where was looked: the one document, or how many."""
    if len(documents) == 1:
        return texts.SCOPE_ONE.format(document=document_label(documents[0]))
    return texts.SCOPE_MANY.format(count=len(documents))


def day(iso: str | None) -> str | None:
    """``2023-03-31`` as ``31/3/2023``."""
    if iso is None:
        return None
    try:
        parsed = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{parsed.day}/{parsed.month}/{parsed.year}"


def deadline_text(deadline: Deadline) -> str:
    """The deadline as written, with the ISO dates it means in brackets."""
    written = tidy(deadline.text)
    if deadline.from_ and deadline.to and deadline.from_ != deadline.to:
        return f"{written} ({deadline.from_} – {deadline.to})"
    if deadline.to:
        return f"{written} ({deadline.to})"
    if deadline.from_:
        return f"{written} ({texts.DAYS_FROM.format(start=deadline.from_)})"
    return written


def window_days(window: Window) -> str:
    """The days of a window, ISO; one without a year is that of each document's own year."""
    if window.floating:
        return texts.DAYS_OF_DOCUMENT
    if window.start and window.end:
        return texts.DAYS_BETWEEN.format(start=window.start, end=window.end)
    if window.end:
        return texts.DAYS_UNTIL.format(end=window.end)
    return texts.DAYS_FROM.format(start=window.start)


def number_text(value: str) -> str:
    """A decimal string in Vietnamese form: ``1355391.5`` -> ``1.355.391,5``."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    whole, _, rest = f"{number:f}".partition(".")
    rest = rest.rstrip("0")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    grouped = f"{int(digits):,}".replace(",", ".") if digits.isdigit() else digits
    return f"{sign}{grouped},{rest}" if rest else f"{sign}{grouped}"


def with_unit(value: str, unit: str | None) -> str:
    """``80`` and ``%`` as ``80%``; other units after a blank, coded units not at all."""
    if not unit or "=" in unit or fold(unit) == fold(texts.BARE_UNIT):
        return value
    if unit.startswith("%"):
        return value if value.rstrip().endswith("%") else f"{value}{unit}"
    return value if unit.casefold() in value.casefold() else f"{value} {unit}"


_COMPARATORS = {">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "=": "", "change": ""}


def target_value(target: Target) -> str:
    """A target's figure with its comparator as a sign; the quote holds the document's own word."""
    if target.value is None:
        return ""
    if target.comparator == "rank":
        return texts.RANK.format(value=number_text(target.value))
    sign = _COMPARATORS[target.comparator or "="]
    shown = f"{sign}{with_unit(number_text(target.value), target.unit)}"
    base = texts.BASE.format(base=tidy(target.base)) if target.base else ""
    return f"{shown}{base}"


def indicator_value(indicator: Indicator) -> str:
    """The cell as written, with unit and decoded meaning."""
    written = tidy(indicator.value_text or indicator.value or "")
    if not written:
        return ""
    shown = with_unit(written, indicator.unit)
    return f"{shown} ({indicator.meaning})" if indicator.meaning else shown


def indicator_name(indicator: Indicator, *, subject: bool = True, column: str = "") -> str:
    """Name with the row it belongs to, its subject, and the column that tells it from others."""
    parts = [indicator.parent, indicator.name, indicator.subject if subject else None, column]
    shown = [tidy(part).rstrip(" :") for part in parts if part]
    return " › ".join(dict.fromkeys(shown))


def entry_name(entry: Entry) -> str:
    """The name of an indicator with the heading of its column where its row has several."""
    if not isinstance(entry.record, Indicator):
        raise TypeError(entry.kind)
    return indicator_name(entry.record, column=entry.column)


def horizon_text(target: Target, document: Document, *, several: bool = False) -> str:
    """The period a target is for. Empty where it is the document's own and the only one.

    ``several``: the document sets targets for more than one period.
    """
    if target.horizon is None or (target.horizon == document.period and not several):
        return ""
    if target.horizon.from_ == target.horizon.to:
        return texts.BY_YEAR.format(year=target.horizon.to)
    if document.period and target.horizon.from_ == document.period.from_:
        return texts.UNTIL.format(year=target.horizon.to)
    return texts.PERIOD.format(period=period_text(target.horizon))


def limits_text(query: Query, *, topic: bool = True) -> str:
    """The limits of a question in words, for headings and refusals."""
    limits: Limits = query.limits
    parts: list[str] = []
    if topic and query.topic_text:
        parts.append(texts.LIMIT_TOPIC.format(topic=query.topic_text))
    if query.blanks:
        parts.append(texts.LIMIT_BLANK)
    if query.without_lead:
        parts.append(texts.LIMIT_NOLEAD)
    if query.without_help:
        parts.append(texts.LIMIT_NOHELP)
    if query.state:
        parts.append(texts.LIMIT_STATE[query.state])
    if query.standing:
        parts.append(texts.LIMIT_STANDING)
    joint = limits.partner is not None and limits.unit_role == limits.partner_role
    if limits.unit:
        unit = f"{limits.unit} và {limits.partner}" if joint else limits.unit
        parts.append(texts.LIMIT_UNIT[limits.unit_role].format(unit=unit))
    if limits.partner and not joint:
        parts.append(texts.LIMIT_UNIT[limits.partner_role].format(unit=limits.partner))
    if limits.window:
        parts.append(
            texts.LIMIT_WINDOW.format(window=limits.window.text, days=window_days(limits.window))
        )
    if limits.key:
        parts.append(texts.LIMIT_KEY.format(key=limits.key))
    if limits.years:
        parts.append(texts.LIMIT_YEARS.format(years=", ".join(map(str, limits.years))))
    return "".join(parts)
