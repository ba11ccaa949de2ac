"""Office files with the same bytes on every build: fixed times, fixed order."""

from __future__ import annotations

import re
import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

_ENTRY_TIME = (2026, 1, 1, 0, 0, 0)
_STAMPS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def write_package(data: bytes, path: Path, *, day: date) -> None:
    """Write a .docx or .xlsx whose entries and core properties bear fixed times."""
    stamp = datetime(day.year, day.month, day.day, 8).isoformat().encode() + b"Z"  # noqa: DTZ001
    with (
        zipfile.ZipFile(BytesIO(data)) as source,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _STAMPS.sub(rb"\g<1>" + stamp + rb"\g<3>", content)
            entry = zipfile.ZipInfo(name, _ENTRY_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, content)
