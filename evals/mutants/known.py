"""Documents that were not invented for this: the samples, and the real annual report.

Of the samples every figure of the narrative is known by name. Of the report, which is read only
where it lies beside the project, the figures are known whose source a reader found by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from evals.mutants.pool import other_days
from evals.mutants.writing import Line, Script, Slot
from ingest.model import Reading
from ingest.pipeline import read_file

_ROOT = Path(__file__).resolve().parents[2]
_REPORT = _ROOT.parent / "shared" / "seeds" / "004_516f9ff3f533bc20.txt"
_COUNTS = (("09 TTHC", "09", False), ("01 trường hợp", "01", False), ("Thủ tục\t09", "09", True))
_LISTED = (("Tin, bài\t13", "13", True), ("Tin, bài\t4", "4", True))
_SHARES = (("%\t99,9 %", "99,9", True),)
_CITED = (
    ("25/KH-UBND", (3, 2, 2023)),
    ("03/KH-STP", (19, 1, 2023)),
    ("88/QĐ-STP", (5, 5, 2023)),
    ("403/QĐ-TGPL", (13, 11, 2023)),
)


@dataclass(frozen=True, slots=True)
class Known:
    """A text with known figures, and what it is checked against."""

    name: str
    report: Script
    others: tuple[Reading, ...]


def sample() -> Known:
    """The sample report, its narrative with the annex's own figures."""
    from samples.facts.report import RESULTS, YEAR
    from samples.facts.statistics import ROWS, printed

    keys = {key for _, texts in RESULTS for text in texts for key in re.findall(r"\{(\w+)\}", text)}
    figures = {key: printed(key, YEAR) for key in keys}
    lines = [Line((text,)) for text in ("BÁO CÁO", f"Kết quả cải cách hành chính năm {YEAR}", "")]
    lines += [Line(("I. KẾT QUẢ",)), Line()]
    for title, texts in RESULTS:
        lines += [Line((title,)), Line()]
        for text in texts:
            pieces: list[str | Slot] = []
            for n, piece in enumerate(re.split(r"\{(\w+)\}", text)):
                if n % 2 == 0:
                    pieces.append(piece)
                else:
                    same = [figures[k] for k in sorted(keys) if ROWS[k].form == ROWS[piece].form]
                    pieces += _slots(figures[piece], same)
            lines += [Line((*pieces, " ", Slot("gap", "")), block=len(lines)), Line()]
    path = _ROOT / "samples" / "phu-luc-thong-ke-2025.docx"
    annex = read_file(path, document_id=path.stem, shown_path=path.name)
    return Known("mẫu", Script("bao-cao.txt", tuple(lines)), (annex,))


def _slots(text: str, same: list[str]) -> list[str | Slot]:
    bare = text.rstrip("%")
    value = Decimal(bare.replace(".", "").replace(",", "."))
    others = tuple(sorted({one.rstrip("%") for one in same} - {bare}))
    if text.endswith("%"):
        share = Slot("share", bare, value, same=others)
        return [share, Slot("sign", "%", wrong=(" điểm phần trăm",))]
    kind = "money" if "," in text else "count"
    return [Slot("count" if kind == "count" else "money", bare, value, same=others)]


def reference() -> Known | None:
    """The real annual report against its own annex; ``None`` where it is not at hand."""
    if not _REPORT.is_file():
        return None
    text = _REPORT.read_text(encoding="utf-8")
    slots = sorted(_placed(text), key=lambda one: one[0])
    lines, start = [], 0
    for n, raw in enumerate(text.split("\n")):
        end = start + len(raw)
        inside = [(at - start, slot) for at, slot in slots if start <= at <= end]
        lines.append(_line(raw, inside, n))
        start = end + 1
    return Known("báo cáo thật", Script("bao-cao.txt", tuple(lines)), ())


def _line(raw: str, inside: list[tuple[int, Slot]], block: int) -> Line:
    pieces: list[str | Slot] = []
    at = 0
    for start, slot in inside:
        pieces += [raw[at:start], slot]
        at = start + len(slot.text)
    pieces.append(raw[at:])
    spot = "cell" if "\t" in raw else "prose"
    return Line(tuple(pieces), "cell" if spot == "cell" else "prose", block)


def _placed(text: str) -> list[tuple[int, Slot]]:
    """The known figures with their offsets in the text."""
    annex = text.index("\nPhụ lục\n")
    found = []
    for words, figure, in_annex in (*_COUNTS, *_LISTED, *_SHARES):
        at = text.index(words, annex if in_annex else 0) + words.index(figure)
        value = Decimal(figure.replace(",", "."))
        found.append((at, Slot("share" if "," in figure else "count", figure, value)))
    for number, day in _CITED:
        for begin, end in ((0, annex), (annex, len(text))):
            at = text.index(number, begin, end)
            found.append((at, Slot("document", number, wrong=_other_numbers(number))))
            shown = f"{day[0]:02}/{day[1]:02}/{day[2]}"
            short = f"{day[0]:02}/{day[1]}/{day[2]}"
            written = shown if text.startswith(shown, text.index(shown[:3], at)) else short
            found.append((text.index(written, at), Slot("day", written, wrong=other_days(day))))
    first = text.index("\n\n2. ")
    found.append((text.rindex(".", 0, first) + 1, Slot("gap", "")))
    return found


def _other_numbers(number: str) -> tuple[str, ...]:
    value, _, rest = number.partition("/")
    return tuple(f"{int(value) + step}/{rest}" for step in (1, 7, 20))
