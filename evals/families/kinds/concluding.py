"""What a meeting concluded: items decide first and hand work out in the same breath."""

from __future__ import annotations

import random
from dataclasses import dataclass

from evals.case import GoldUnit, Kind, Slice
from evals.families.kinds import asking
from evals.families.kinds.stock import UNITS, Setting
from evals.families.pages import Page
from evals.families.writing import ADMITTED, CaseWriter

SYSTEMS = (
    ("Hệ thống quản lý hồ sơ tập trung", "QHT"),
    ("Nền tảng họp không giấy tờ", "NHK"),
    ("Kho dữ liệu dùng chung của ngành", "KDC"),
    ("Cổng tra cứu tiến độ giải quyết", "CTG"),
)
CAUSES = (
    "đường truyền tại trụ sở cũ không ổn định",
    "nhà thầu bàn giao thiết bị muộn",
    "cán bộ mới nhận việc chưa được hướng dẫn",
)


@dataclass(frozen=True, slots=True)
class Concluded:
    """What was decided about a system, and who does what by when."""

    system: str
    initials: str
    number: str
    maker: str
    checker: str
    payer: str
    guard: str
    made: str
    paid: str
    posts: int
    share: int
    cause: str


def write(rng: random.Random, setting: Setting) -> tuple[Concluded, Page]:
    """The facts and the page."""
    system, initials = rng.choice(SYSTEMS)
    maker, checker, payer, guard = rng.sample(UNITS, 4)
    first = rng.randint(3, 6)
    drawn = Concluded(
        system,
        initials,
        f"{rng.randint(21, 380)}/TB",
        maker,
        checker,
        payer,
        guard,
        f"{rng.randint(10, 28)}/{first}/{setting.year}",
        f"{rng.randint(10, 28)}/{first + rng.randint(1, 5)}/{setting.year}",
        rng.randint(3, 17),
        rng.randint(41, 78),
        rng.choice(CAUSES),
    )
    return drawn, Page(f"thong-bao-{setting.name}", tuple(_lines(drawn, setting)), (), {})


def _lines(drawn: Concluded, setting: Setting) -> list[str]:
    return [
        *setting.letterhead(drawn.number, day=12, month=2),
        "THÔNG BÁO",
        f"Kết luận của Giám đốc Sở tại cuộc họp về triển khai {drawn.system}",
        _opening(drawn, setting),
        "Sau khi nghe báo cáo, Giám đốc Sở kết luận như sau:",
        _progress(drawn),
        _handed(drawn),
        _refused(drawn),
        _guarded(drawn),
        "Nơi nhận:",
        f"- {drawn.maker};",
        f"- {drawn.guard};",
        "- Lưu: VT.",
    ]


def _progress(drawn: Concluded) -> str:
    return (
        f"1. Ghi nhận tiến độ đã đạt {drawn.share}% khối lượng. Tuy nhiên việc nhập dữ liệu cũ "
        f"còn chậm do {drawn.cause}."
    )


def _handed(drawn: Concluded) -> str:
    return (
        f"2. Đồng ý chủ trương thuê {drawn.system} trong 03 năm. Giao {drawn.maker} lập hồ sơ "
        f"mời thầu, gửi {drawn.checker} thẩm định trước ngày {drawn.made}; giao {drawn.payer} "
        f"bố trí vốn đối ứng trước ngày {drawn.paid}."
    )


def _refused(drawn: Concluded) -> str:
    return (
        f"3. Không đồng ý đề xuất tuyển thêm {drawn.posts} nhân viên trực hệ thống. "
        f"Giao {drawn.checker} sắp xếp lại người trực."
    )


def _opening(drawn: Concluded, setting: Setting) -> str:
    return (
        f"Ngày 10/02/{setting.year}, Giám đốc Sở chủ trì cuộc họp về {drawn.system} "
        f"({drawn.initials}). Tham dự cuộc họp có {drawn.maker}; {drawn.payer}."
    )


def _guarded(drawn: Concluded) -> str:
    return f"4. Giao {drawn.guard} kiểm tra an toàn của {drawn.initials} trước khi vận hành."


def ask(writer: CaseWriter, setting: Setting, drawn: Concluded, page: Page) -> None:
    """What is asked of it."""
    handed = writer.paragraph(page, _handed(drawn))
    guarded = writer.paragraph(page, _guarded(drawn))
    code = f"{drawn.number}-{setting.short}"

    def add(
        kind: Kind, question: str, said: str, gold: GoldUnit, style: Slice | None = None
    ) -> None:
        writer.add(kind, question, [(said,)], gold=[gold], tags=("prose",), style=style)

    asked = writer.phrase(
        ("Ai lập hồ sơ mời thầu {it}?", "Lập hồ sơ mời thầu {it} giao cho ai?"), it=drawn.initials
    )
    add("lead", asked, drawn.maker, handed)
    asked = writer.phrase(
        ("Bố trí vốn đối ứng phải xong trước ngày nào?", "Hạn bố trí vốn đối ứng là khi nào?")
    )
    add("deadline", asked, drawn.paid, handed)
    asked = "Hồ sơ mời thầu gửi thẩm định trước ngày mấy?"
    add("deadline", asked, drawn.made, handed, "no_diacritics")
    add("lead", f"Đơn vị nào kiểm tra an toàn của {drawn.system}?", drawn.guard, guarded)
    progress = writer.paragraph(page, _progress(drawn))
    add("prose", "Vì sao việc nhập dữ liệu cũ còn chậm?", drawn.cause, progress)
    posts = f"tuyển thêm {drawn.posts} nhân viên trực hệ thống"
    refused = writer.paragraph(page, _refused(drawn))
    add("prose", f"Giám đốc Sở có đồng ý {posts} không?", "Không đồng ý", refused)
    opening = writer.paragraph(page, _opening(drawn, setting))
    add("prose", f"{drawn.initials} là gì?", drawn.system, opening)
    add("prose", f"Những ai dự cuộc họp về {drawn.initials}?", drawn.payer, opening)
    recipient = writer.paragraph(page, f"- {drawn.guard};")
    add("prose", f"Thông báo {code} gửi cho những ai?", drawn.guard, recipient)
    writer.add(
        "list",
        f"Thông báo {code} giao nhiệm vụ cho những đơn vị nào?",
        [(drawn.maker,), (drawn.payer,), (drawn.guard,)],
        gold=[handed, guarded],
        tags=("prose",),
    )
    writer.add(
        "unanswerable:false_premise",
        f"Vì sao Giám đốc Sở đồng ý {posts}?",
        [("không đồng ý", "không nêu")],
        status=ADMITTED,
    )
    writer.add("unanswerable:absent", f"Đơn giá thuê {drawn.initials} mỗi năm là bao nhiêu?")
    asking.ask_wrong_year(writer, setting, "lập hồ sơ mời thầu", kind="lead")
