"""Invented annexes: blocks of many kinds, in random words and figures."""

from __future__ import annotations

import random
from collections.abc import Sequence

from ingest.extraction.figures import read_number
from tests.assistant.drafting.composing.annexes import Part, Row

_SECTIONS = (
    "Công tác chỉ đạo, điều hành",
    "Cải cách thể chế",
    "Cải cách thủ tục hành chính",
    "Cải cách tổ chức bộ máy",
    "Cải cách chế độ công vụ",
    "Cải cách tài chính công",
    "Xây dựng chính quyền số",
    "Quản lý lưu trú du lịch",
)
_THINGS = (
    ("Văn bản", "văn bản hướng dẫn"),
    ("Hồ sơ", "hồ sơ"),
    ("Cuộc", "cuộc kiểm tra"),
    ("Cơ sở", "cơ sở lưu trú"),
    ("Người", "công chức, viên chức"),
    ("Nhiệm vụ", "nhiệm vụ"),
    ("TTHC", "TTHC"),
    ("Phòng", "phòng chuyên môn"),
    ("Ý kiến", "ý kiến góp ý"),
    ("Tàu", "tàu cá"),
    ("Lớp", "lớp tập huấn"),
)
_DONE = (
    "đã ban hành",
    "đã kiểm tra",
    "đã giải quyết",
    "đã hoàn thành",
    "đã xử lý xong",
    "được công nhận",
    "được thẩm định",
    "đã được cấp phép",
    "đang thực hiện",
    "bị thu hồi",
)
_WHOLE = ("được giao", "phải thực hiện", "theo kế hoạch", "thuộc diện kiểm tra", "đề ra trong năm")
_TAILS = ("", "", " đúng hạn", " trong năm", " qua môi trường mạng", " tại các đơn vị trực thuộc")
_CODES = ("Không = 0 Có = 1", "Có = 1 Không = 0", "Đã thực hiện = 1 Chưa thực hiện = 0")
_ACTS = (
    "Ban hành kế hoạch cải cách hành chính",
    "Tổ chức đối thoại với doanh nghiệp",
    "Có thực hiện niêm yết công khai quy trình",
    "Kiểm soát TTHC",
    "Áp dụng TCVN ISO 9001:2015",
    "Quy chế chi tiêu nội bộ đã được ban hành",
)
_BEFORE = ("Số ", "Số lượng ", "Tổng số ", "- Số ", "- ", "")


class Inventor:
    """Invents annexes; the same random source gives the same annex."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._number = 0

    def parts(self) -> list[Part]:
        """Three to eight sections with blocks of many kinds."""
        titles = self._rng.sample(_SECTIONS, self._rng.randint(3, 8))
        return [
            Part(
                title,
                tuple(row for at in range(self._rng.randint(1, 5)) for row in self._block(at)),
            )
            for title in titles
        ]

    def aged(self, parts: Sequence[Part]) -> list[Part]:
        """The same rows a year earlier: other figures where they are counts."""
        return [
            Part(
                part.title,
                tuple(
                    Row(
                        row.name,
                        row.unit,
                        self._other(row.value) if "=" not in (row.unit or "") else row.value,
                        None,
                        row.stt,
                        subject=row.subject,
                    )
                    for row in part.rows
                ),
            )
            for part in parts
        ]

    def _other(self, value: str | None) -> str | None:
        number = read_number(value) if value else None
        if number is None or "." in number:
            return value
        return str(max(0, int(number) + self._rng.randint(-4, 6)))

    def _block(self, at: int) -> list[Row]:
        kind = self._rng.choice(
            ("pair", "total", "coded", "share", "zeros", "blank", "single", "single", "planned")
        )
        stt = str(at + 1)
        unit, thing = self._rng.choice(_THINGS)
        made: list[Row] = getattr(self, f"_{kind}")(stt, unit, thing)
        return made

    def _figure(self, most: int = 20000) -> str:
        value = self._rng.choice((self._rng.randint(1, 9), self._rng.randint(10, most)))
        return self._rng.choice((str(value), f"{value:,}".replace(",", "."), f"{value:02d}"))

    def _note(self) -> str | None:
        self._number += 1
        return self._rng.choice(
            (
                None,
                None,
                f"Kế hoạch số {self._number}/KH-SDL ngày {self._number % 27 + 1:02d}/3/2031",
                f"Quyết định số {self._number + 100}/QĐ-SDL ngày 12/5/2031",
                "Thực hiện theo hướng dẫn của bộ, ngành",
            )
        )

    def _single(self, stt: str, unit: str, thing: str) -> list[Row]:
        name = f"{self._rng.choice(_BEFORE)}{thing} {self._rng.choice(_DONE)}"
        name = (name + self._rng.choice(_TAILS)).strip()
        name = name[:1].upper() + name[1:]
        return [Row(name, unit, self._figure(), self._note(), stt)]

    def _pair(self, stt: str, unit: str, thing: str) -> list[Row]:
        whole = self._rng.randint(1, 3000)
        part = self._rng.choice((whole, self._rng.randint(0, whole)))
        rows = [
            Row(f"Số {thing} {self._rng.choice(_WHOLE)}", unit, str(whole), self._note(), stt),
            Row(f"Số {thing} {self._rng.choice(_DONE[:5])}", unit, str(part)),
        ]
        if self._rng.random() < 0.5:
            share = f"{round(part * 1000 / whole) / 10:.1f}".replace(".", ",")
            rows.append(Row(f"Tỷ lệ {thing} hoàn thành", "%", share))
        return rows

    def _total(self, stt: str, unit: str, thing: str) -> list[Row]:
        first, second = self._rng.randint(1, 900), self._rng.randint(1, 900)
        return [
            Row(f"Tổng số {thing}", unit, str(first + second), self._note(), stt),
            Row(f"- Số {thing} tại khu vực ven biển", unit, str(first)),
            Row(f"- Số {thing} tại khu vực nội địa", unit, str(second)),
        ]

    def _coded(self, stt: str, unit: str, thing: str) -> list[Row]:
        del unit, thing
        value = self._rng.choice("01")
        return [Row(self._rng.choice(_ACTS), self._rng.choice(_CODES), value, self._note(), stt)]

    def _share(self, stt: str, unit: str, thing: str) -> list[Row]:
        del unit
        value = self._rng.choice(("100", "0", "99,9 %", "45,5", "87%"))
        return [Row(f"Tỷ lệ {thing} đạt chuẩn", "%", value, self._note(), stt)]

    def _zeros(self, stt: str, unit: str, thing: str) -> list[Row]:
        rows = [Row(f"Tuyển dụng {thing} (nếu có)", None, None, None, stt)]
        return rows + [Row(f"Số {thing} {self._rng.choice(_DONE)}", unit, "0") for _ in range(2)]

    def _blank(self, stt: str, unit: str, thing: str) -> list[Row]:
        note = self._rng.choice((None, "Đơn vị không có chức năng này"))
        rows = [Row(f"Thanh tra {thing}", None, None, note, stt)]
        return rows + [Row(f"Số {thing} {self._rng.choice(_DONE)}", unit, None) for _ in range(2)]

    def _planned(self, stt: str, unit: str, thing: str) -> list[Row]:
        value, target = self._rng.randint(1, 400), self._rng.randint(1, 400)
        before = str(self._rng.randint(1, 400))
        name = f"Số {thing} {self._rng.choice(_DONE[:5])}"
        return [Row(name, unit, str(value), None, stt, plan=str(target), previous=before)]
