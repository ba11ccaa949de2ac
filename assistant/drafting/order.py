"""What is ordered: kind of report, period, section; and what the result is called."""

from __future__ import annotations

import re

from assistant.answer import ReportKind
from assistant.errors import BadRequest
from ingest.text.normal import slug
from prompts.outline import Outline

_YEARS = (1990, 2100)
_LONGEST_NAME = 60
_PLACE = re.compile(r"\{\w+\}")


def report_kind(outline: Outline) -> ReportKind:
    """What there is to choose; places that only a draft fills are left open."""
    return ReportKind(
        kind=outline.kind,
        title=title_of(outline.title, _left_open(outline.subject)),
        parts=outline.parts,
        sections=tuple((section.key, _left_open(section.title)) for section in outline.sections),
    )


def _left_open(text: str) -> str:
    return _PLACE.sub("…", text)


def check_period(outline: Outline, year: int, quarter: int | None) -> None:
    """Raise ``BadRequest`` unless the outline is for such a period."""
    least, most = _YEARS
    if not least <= year <= most:
        raise BadRequest(f"Năm {year} không dùng được; hãy cho một năm từ {least} đến {most}.")
    if outline.parts == "quarter" and quarter is None:
        raise BadRequest(
            f"Báo cáo “{outline.kind}” cần biết quý; hãy cho quý từ 1 đến 4 (--quarter)."
        )
    if outline.parts != "quarter" and quarter is not None:
        raise BadRequest(
            f"Báo cáo “{outline.kind}” không theo quý nên không nhận quý {quarter}; hãy bỏ "
            "--quarter hoặc chọn báo cáo quý."
        )
    if quarter is not None and not 1 <= quarter <= 4:
        raise BadRequest(f"Quý {quarter} không có; hãy cho quý từ 1 đến 4.")


def only_section(outline: Outline, section: str | None) -> tuple[str, ...]:
    """The keys to draft, none for all. Raises ``BadRequest`` for an unknown section."""
    if section is None:
        return ()
    known = [one.key for one in outline.sections]
    if section not in known:
        raise BadRequest(
            f"Đề cương “{outline.kind}” không có mục “{section}”; các mục: {', '.join(known)}."
        )
    return (section,)


def title_of(title: str, subject: str) -> str:
    """``Báo cáo kết quả …`` of ``BÁO CÁO`` and ``Kết quả …``."""
    said = subject.strip()
    return f"{title.capitalize()} {said[:1].lower()}{said[1:]}".strip()


def file_stem(title: str, kind: str, year: int, quarter: int | None) -> str:
    """A file name in plain letters that tells the period."""
    stem = slug(title) or kind
    while len(stem) > _LONGEST_NAME and "-" in stem:
        stem = stem.rpartition("-")[0]
    part = f"-quy-{quarter}" if quarter else ""
    period = f"{part}-{year}"
    return stem if str(year) in stem and not quarter else f"{stem}{period}"
