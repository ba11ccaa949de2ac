"""Who issues a report: from the settings, else from what its documents say, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.drafting.document.form import UNKNOWN, OfficialForm
from assistant.links import agree
from ingest.model import Reading
from ingest.text.normal import fold

_INITIALS_LEFT_OUT = frozenset({"và"})
_CODE = re.compile(r"[^\W\d_]+(?:[-&][^\W\d_]+)*")
_REPORT = "BC"


@dataclass(frozen=True, slots=True)
class FormSettings:
    """What the settings say of the issuer block; ``None`` is not said."""

    issuer: str | None = None
    parent_body: str | None = None
    place: str | None = None
    signer_title: str | None = None
    number_code: str | None = None
    addressee: str | None = None
    recipients: tuple[str, ...] = ()


def official_form(
    settings: FormSettings, readings: Sequence[Reading], *, year: int
) -> OfficialForm:
    """The form of a report from ``readings``, the annex first; ``year`` is the year of issue.

    The parent body is named only where the documents say whether their province is a province or
    a city; a report is numbered with the abbreviation that the issuer's own documents bear, else
    with the initials of its name.
    """
    issuer = settings.issuer or _first(one.document.issuer for one in readings)
    province = _first(one.document.province for one in readings)
    return OfficialForm(
        issuer=issuer or UNKNOWN,
        parent_body=settings.parent_body or _parent(issuer, province, readings) or UNKNOWN,
        place=settings.place or province or UNKNOWN,
        signer_title=settings.signer_title or UNKNOWN,
        number_code=settings.number_code or _code(issuer, readings),
        year=year,
        addressee=settings.addressee or "",
        recipients=settings.recipients,
    )


def _first(values: Iterator[str | None]) -> str | None:
    return next((value for value in values if value), None)


def _parent(issuer: str | None, province: str | None, readings: Sequence[Reading]) -> str | None:
    """The people's committee above a department, in the words of the documents."""
    if not issuer or not province or not fold(issuer).startswith("so "):
        return None
    pattern = re.compile(rf"\b(tỉnh|thành phố)\s+{re.escape(province)}(?!\w)", re.IGNORECASE)
    counts: dict[str, int] = {}
    for reading in readings:
        for text in (reading.document.title or "", *(unit.text for unit in reading.units)):
            for found in pattern.finditer(text):
                kind = found[1].lower()
                counts[kind] = counts.get(kind, 0) + 1
    if not counts:
        return None
    return f"UBND {max(counts, key=lambda kind: counts[kind])} {province}"


def _code(issuer: str | None, readings: Sequence[Reading]) -> str:
    """``BC-STP``; only ``BC`` where nobody knows who issues."""
    for reading in readings:
        document = reading.document
        sign = (document.number or "").rpartition("/")[2]
        kind, dash, office = sign.partition("-")
        same = issuer is not None and document.issuer is not None
        if same and dash and _CODE.fullmatch(office) and agree(document.issuer, issuer):
            return f"{_REPORT}-{office}" if kind != office else _REPORT
    if not issuer:
        return _REPORT
    words = re.findall(r"[^\W\d_]+", issuer)
    initials = "".join(word[0].upper() for word in words if word not in _INITIALS_LEFT_OUT)
    return f"{_REPORT}-{initials}" if initials else _REPORT
