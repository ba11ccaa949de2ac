"""What stands around the text of a report: who issues it, where, under which number, for whom."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model import Frozen

UNKNOWN = "…"
"""Printed where neither the settings nor the documents say what stands there."""


class OfficialForm(Frozen):
    """The parts of a report that are not its text; what is unknown is :data:`UNKNOWN`.

    ``signer_title`` may hold two lines parted by ``;`` ("KT. Giám đốc; Phó Giám đốc").
    ``number_code`` is what follows the blank number (``BC-STP``). ``year`` is the year of issue,
    whose day and month stay blank. ``addressee`` is a line ("Sở Nội vụ tỉnh …") or blank.
    ``recipients`` are the lines of "Nơi nhận"; without any, the outline's are printed.
    """

    issuer: str = UNKNOWN
    parent_body: str = UNKNOWN
    place: str = UNKNOWN
    signer_title: str = UNKNOWN
    number_code: str = "BC"
    year: int
    addressee: str = ""
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved the report and when (ISO with the time zone)."""

    by: str
    at: str
