"""How much one file may cost before reading it is given up."""

from __future__ import annotations

from dataclasses import dataclass

_MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps on one file. The defaults leave a factor of ten to an ordinary 300-page document.

    ``ratio`` is unpacked to packed size of a zip entry, counted from ``ratio_floor`` bytes on,
    since small, regular parts legitimately pack very well. ``memory_bytes`` is address space.
    ``scan_page_seconds`` (processor time and time by the clock) and ``scan_memory_bytes`` apply
    where a picture of a page has to be recognised: four seconds and 1.5 GiB are usual.
    """

    file_bytes: int = 64 * _MIB
    entries: int = 5_000
    unpacked_bytes: int = 400 * _MIB
    ratio: int = 200
    ratio_floor: int = 8 * _MIB
    pages: int = 3_000
    cells: int = 2_000_000
    cpu_seconds: int = 120
    wall_seconds: int = 300
    memory_bytes: int = 2_048 * _MIB
    output_bytes: int = 256 * _MIB
    scan_page_seconds: int = 120
    scan_memory_bytes: int = 4_096 * _MIB
