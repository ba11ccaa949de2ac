"""What a person types into a field -> its value, and back. Bad input is one Vietnamese sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ingest.model import Period
from ingest.text.numbers import parse_number, plain

LONGEST = 5000
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_YEARS = re.compile(r"(\d{4})(?:\s*[-–—]\s*(\d{4}))?")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class BadCorrection(Exception):
    """A field or value that cannot be used. ``str()`` is one Vietnamese sentence with remedy."""


def bare(text: str | None) -> str | None:
    """``text`` without white space around it; ``None`` for a blank one."""
    stripped = (text or "").strip()
    if len(stripped) > LONGEST:
        raise BadCorrection(
            f"Giá trị mới dài {len(stripped)} ký tự; hãy rút gọn còn nhiều nhất {LONGEST} ký tự."
        )
    return stripped or None


def required(text: str | None) -> str:
    """A text that must not be blank."""
    found = bare(text)
    if found is None:
        raise BadCorrection("Trường này không được để trống; hãy nhập giá trị mới.")
    return found


def names(text: str | None) -> tuple[str, ...]:
    """A list: parts between ``;`` or on lines of their own. A comma stays inside a name."""
    parts = (part.strip() for part in re.split(r"[;\n]", bare(text) or ""))
    return tuple(dict.fromkeys(part for part in parts if part))


def listed(values: Sequence[str]) -> str | None:
    """A list as it is typed."""
    return "; ".join(values) or None


def decimal(text: str | None) -> str | None:
    """A number as Vietnamese writes it -> decimal string: ``1.234`` is 1234, ``61,4`` is 61.4."""
    found = bare(text)
    if found is None:
        return None
    sign = "-" if found[0] in "-−" else ""
    value = parse_number(found[1:] if sign else found)
    if value is None:
        raise BadCorrection(f"“{found}” không phải một số; hãy viết dạng 80, 61,4 hoặc 12.480.")
    return sign + plain(value)


def written(value: str | None) -> str | None:
    """A decimal string as it is typed: ``0.125`` is ``0,125``, for ``0.125`` would be 125."""
    return value.replace(".", ",") if value is not None else None


def iso_day(text: str | None) -> str | None:
    """A day, ``2026-03-31`` or ``31/3/2026``, in ISO form."""
    found = bare(text)
    if found is None:
        return None
    try:
        if match := _DAY.fullmatch(found):
            day, month, year = (int(part) for part in match.groups())
            return date(year, month, day).isoformat()
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", found):
            return date.fromisoformat(found).isoformat()
    except ValueError:
        pass
    raise BadCorrection(f"“{found}” không phải một ngày; hãy viết dạng 2026-03-31 hoặc 31/3/2026.")


def years(text: str | None) -> Period | None:
    """A year or a span of years: ``2026``, ``2021-2030``."""
    found = bare(text)
    if found is None:
        return None
    match = _YEARS.fullmatch(found)
    if match:
        first, last = int(match.group(1)), int(match.group(2) or match.group(1))
        if _FIRST_YEAR <= first <= last <= _LAST_YEAR:
            return Period.model_validate({"from": first, "to": last})
    raise BadCorrection(f"“{found}” không phải một giai đoạn; hãy viết dạng 2026 hoặc 2021-2030.")


def span(period: Period | None) -> str | None:
    """A period as it is typed."""
    if period is None:
        return None
    return str(period.to) if period.from_ == period.to else f"{period.from_}-{period.to}"


def choice(text: str | None, known: Sequence[str]) -> str:
    """One of a closed set of words."""
    found = required(text)
    if found not in known:
        raise BadCorrection(f"“{found}” không dùng được ở đây; hãy chọn {', '.join(known)}.")
    return found
