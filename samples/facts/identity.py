"""Who issues the sample documents, and what each of them is called.

The province does not exist, and neither do its documents; laws of the central level are real.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PROVINCE = "Nam Sơn"
PARENT = f"UBND tỉnh {PROVINCE}"
ISSUER = "Sở Tư pháp"
ISSUER_FULL = f"{ISSUER} tỉnh {PROVINCE}"
HEAD = "Giám đốc"

OFFICE = "Văn phòng Sở"
DRAFTING = "Phòng Xây dựng, kiểm tra và theo dõi thi hành pháp luật"
EDUCATION = "Phòng Phổ biến, giáo dục pháp luật"
CIVIL = "Phòng Hành chính tư pháp"
PROFESSIONS = "Phòng Bổ trợ tư pháp"
LEGAL_AID = "Trung tâm Trợ giúp pháp lý nhà nước"
AUCTION = "Trung tâm Dịch vụ đấu giá tài sản"
ONE_STOP = "Trung tâm Phục vụ hành chính công tỉnh"
ALL_ROOMS = "Các phòng chuyên môn thuộc Sở"
ALL_CENTRES = "Các đơn vị sự nghiệp trực thuộc Sở"


@dataclass(frozen=True, slots=True)
class Identity:
    """A document's file name, number and date of issue."""

    file: str
    number: str
    day: date

    @property
    def dated(self) -> str:
        """The long form that stands in letterheads and citations, days and months padded."""
        month = f"{self.day.month:02d}" if self.day.month < 3 else str(self.day.month)
        return f"ngày {self.day.day:02d} tháng {month} năm {self.day.year}"


FRAMEWORK = Identity("khung-nhiem-vu-2026-2030.pdf", "68/KH-STP", date(2025, 11, 10))
PLAN = Identity("ke-hoach-2026.docx", "21/QĐ-STP", date(2026, 1, 15))
REPORT_2024 = Identity("phu-luc-thong-ke-2024.xlsx", "412/BC-STP", date(2024, 12, 13))
REPORT_2025 = Identity("bao-cao-2025.docx", "437/BC-STP", date(2025, 12, 12))
ANNEX_2025 = Identity("phu-luc-thong-ke-2025.docx", REPORT_2025.number, REPORT_2025.day)
DIRECTIVE = Identity("chi-dao-2026.txt", "95/STP-VP", date(2026, 2, 6))

FILES = tuple(
    identity.file for identity in (PLAN, FRAMEWORK, REPORT_2024, ANNEX_2025, REPORT_2025, DIRECTIVE)
)
