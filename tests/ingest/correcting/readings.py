"""Files written for a test, read, and corrections laid over what was read."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path

from ingest.correcting.applying import Corrected, KeptCorrection, apply
from ingest.correcting.making import make
from ingest.model import AnyRecord, Document, Reading
from ingest.pipeline import read_file

HEADER = "TT\tNhiệm vụ\tSản phẩm\tĐơn vị chủ trì\tThời hạn"
ROWS = (
    "1\tRà soát hồ sơ lưu trữ của trung tâm\tBáo cáo\tTrung tâm Lưu trữ\tQuý I",
    "2\tLập kế hoạch kiểm tra nội bộ\tKế hoạch\tThanh tra Sở\tQuý II/2027",
    "3\tKhảo sát mức độ hài lòng đạt tối thiểu 85%\tPhiếu khảo sát\tVăn phòng Sở\tQuý III/2027",
)
STATISTICS = (
    "PHỤ LỤC SỐ LIỆU NĂM 2027\n\nTT\tChỉ tiêu\tĐơn vị tính\tSố liệu\tGhi chú\n"
    "1\tSố hồ sơ tiếp nhận\tHồ sơ\t12.480\t\n2\tCó trang thông tin\tKhông = 0 Có = 1\t0\t\n"
)


def annex(rows: Sequence[str] = ROWS, *, title: str = "NHIỆM VỤ TRỌNG TÂM NĂM 2027") -> str:
    lines = [f"PHỤ LỤC\n{title}\n", HEADER, *rows]
    return "\n".join(lines) + "\n"


def read_text(folder: Path, text: str) -> Reading:
    path = folder / "phu-luc.txt"
    path.write_text(text, encoding="utf-8")
    return read_file(path, document_id="d", shown_path="phu-luc.txt")


class Desk:
    """Someone who corrects one document, and reads it again."""

    def __init__(self, read: Reading) -> None:
        self.read = read
        self.laid: Corrected = apply(read, [])
        self._numbers = itertools.count(1)

    def correct(self, item: Document | AnyRecord, /, by: str = "Cán bộ A", **changes: str) -> None:
        """Field names with a dot are written with two underscores."""
        named = {field.replace("__", "."): text for field, text in changes.items()}
        made = make(
            named,
            read=self.read,
            current=item,
            by=by,
            at="2027-02-01T08:00:00+07:00",
            next_id=lambda: f"sua-{next(self._numbers)}",
        )
        self.laid = apply(self.read, [*self.laid.kept, *made])

    def undo(self, correction_id: str) -> None:
        kept = [
            KeptCorrection(item.correction.model_copy(update={"status": "undone"}), item.identity)
            if item.correction.id == correction_id
            else item
            for item in self.laid.kept
        ]
        self.laid = apply(self.read, kept)

    def reread(self, read: Reading) -> None:
        self.read = read
        self.laid = apply(read, self.laid.kept)

    @property
    def statuses(self) -> list[str]:
        return [item.correction.status for item in self.laid.kept]

    @property
    def now(self) -> Reading:
        return self.laid.reading
