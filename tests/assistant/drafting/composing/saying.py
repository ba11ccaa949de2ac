"""What a report says of a few rows."""

from __future__ import annotations

from tests.assistant.drafting.composing.annexes import Part, Row, annex
from tests.assistant.drafting.composing.reading_back import drafted, faults, text

SECTION = "Cải cách thủ tục hành chính"


def report_on(*rows: Row, previous: tuple[Row, ...] = ()) -> str:
    """The section that these rows stand in; ``previous`` are those of the year before."""
    source = annex([Part(SECTION, rows)])
    before = annex([Part(SECTION, previous)], year=2030, file="cu.docx") if previous else None
    made = drafted(source, previous=before)
    assert faults(made, source) == []
    return text(made, "I.2")
