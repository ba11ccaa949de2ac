"""What the further document kinds are made of. No province, commune or figure is a real one's."""

from __future__ import annotations

import random
from dataclasses import dataclass

from evals.families import words


@dataclass(frozen=True, slots=True)
class Setting:
    """Who writes, and for which year."""

    name: str
    province: str
    department: str
    short: str
    year: int

    def letterhead(self, number: str, *, day: int, month: int) -> list[str]:
        """The first lines of a document, with the department's code behind ``number``."""
        return [
            f"UBND TỈNH {self.province.upper()}",
            self.department.upper(),
            f"Số: {number}-{self.short}",
            f"{self.province}, ngày {day:02d} tháng {month:02d} năm {self.year}",
        ]


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work; ``text`` as a document says it, ``topic`` as a person would."""

    text: str
    topic: str
    lead: str
    helper: str
    day: int
    month: int
    year: int
    product: str = ""

    @property
    def deadline(self) -> str:
        """The last day, as written."""
        return f"{self.day}/{self.month}/{self.year}"


ACTIONS = (
    ("niêm yết công khai bộ thủ tục về hộ tịch tại trụ sở", "niêm yết bộ thủ tục hộ tịch"),
    ("cập nhật dữ liệu công chức vào phần mềm quản lý cán bộ", "cập nhật dữ liệu công chức"),
    ("xây dựng quy chế phối hợp liên thông giải quyết hồ sơ", "quy chế phối hợp liên thông"),
    ("rà soát, cắt giảm thời gian giải quyết hồ sơ đất đai", "cắt giảm thời gian hồ sơ đất đai"),
    ("tổ chức đối thoại với doanh nghiệp về vướng mắc hành chính", "đối thoại với doanh nghiệp"),
    ("chuẩn hóa biểu mẫu điện tử trên cổng dịch vụ công", "chuẩn hóa biểu mẫu điện tử"),
    ("đánh giá, xếp loại bộ phận một cửa cấp xã", "xếp loại bộ phận một cửa cấp xã"),
    ("thí điểm trợ lý ảo hướng dẫn nộp hồ sơ", "thí điểm trợ lý ảo"),
    ("kiểm kê, thanh lý tài sản công dôi dư", "thanh lý tài sản công dôi dư"),
    ("luân chuyển công chức ở vị trí nhạy cảm", "luân chuyển công chức"),
    ("công bố danh mục thủ tục phi địa giới hành chính", "danh mục thủ tục phi địa giới"),
    ("phát thanh chuyên mục cải cách trên đài truyền thanh xã", "phát thanh chuyên mục cải cách"),
    ("kết nối camera giám sát tại quầy tiếp dân", "camera giám sát tại quầy tiếp dân"),
    ("mở lớp bồi dưỡng tiếng dân tộc cho cán bộ một cửa", "lớp bồi dưỡng tiếng dân tộc"),
)
PRODUCTS = (
    "Quyết định phê duyệt",
    "Văn bản hướng dẫn",
    "Báo cáo đánh giá",
    "Danh sách kèm tờ trình",
    "Biên bản làm việc",
)
MEASURES = (
    ("Số hồ sơ tiếp nhận", "hồ sơ tiếp nhận", "Hồ sơ"),
    ("Số hồ sơ trả quá hạn", "hồ sơ trả quá hạn", "Hồ sơ"),
    ("Số lượt tra cứu trên cổng dịch vụ công", "lượt tra cứu trên cổng dịch vụ công", "Lượt"),
    ("Số phản ánh, kiến nghị đã xử lý", "phản ánh, kiến nghị đã xử lý", "Phản ánh"),
    ("Số hồ sơ chứng thực điện tử", "hồ sơ chứng thực điện tử", "Hồ sơ"),
    ("Số thẻ định danh đã cấp", "thẻ định danh đã cấp", "Thẻ"),
    ("Số cuộc tiếp công dân định kỳ", "cuộc tiếp công dân định kỳ", "Cuộc"),
)
PLACES = (
    "Xã Tân Lộc Hạ", "Xã Đông Vinh", "Phường Bến Thượng", "Xã Phú Cường Đông", "Xã Vạn Thọ",
    "Phường Mỹ Hòa", "Xã Gia Lâm Thượng", "Phường Cầu Mới", "Xã Sơn Đài", "Xã Lệ Trạch",
)  # fmt: skip
UNITS = (
    "Văn phòng Sở",
    "Thanh tra Sở",
    "Phòng Pháp chế",
    "Phòng Kế hoạch - Tài chính",
    "Phòng Tổ chức cán bộ",
    "Phòng Quản lý dữ liệu",
    "Trung tâm Thông tin lưu trữ",
    "Chi cục Tiêu chuẩn chất lượng",
)
ROMANS = ("I", "II", "III", "IV")


def settle(rng: random.Random, name: str, province: str) -> Setting:
    """A department of ``province`` in some year."""
    department, short = rng.choice(words.DEPARTMENTS)
    return Setting(name, province, department, short, rng.randint(2027, 2034))


def works(rng: random.Random, setting: Setting, count: int) -> tuple[Work, ...]:
    """Different pieces of work with days in the setting's year."""
    found = []
    for text, topic in rng.sample(ACTIONS, count):
        lead, helper = rng.sample(UNITS, 2)
        found.append(
            Work(
                text,
                topic,
                lead,
                helper,
                day=rng.randint(10, 28),
                month=rng.randint(3, 11),
                year=setting.year,
                product=rng.choice(PRODUCTS),
            )
        )
    return tuple(found)
