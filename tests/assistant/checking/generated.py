"""Reports with an annex of their own, invented from a seed, and single errors put into them.

Shares no code with the checker: figures are written from numbers that are known here, and an error
is made in the number before it is written.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace

OBJECTS = dict(
    pair.split("=")
    for pair in [
        "tàu cá=tàu",
        "giấy phép xây dựng=giấy phép",
        "hộ nghèo=hộ",
        "công trình thủy lợi=công trình",
        "học sinh bán trú=học sinh",
        "điểm quan trắc=điểm đo",
        "mẫu thực phẩm=mẫu",
        "cây xanh=cây",
        "tuyến xe buýt=tuyến",
        "hợp tác xã=hợp tác xã",
        "di tích=di tích",
        "chợ truyền thống=chợ",
        "giếng khoan=giếng",
        "trạm y tế=trạm",
        "hồ sơ đất đai=hồ sơ",
        "đơn khiếu nại=đơn",
        "sáng kiến=sáng kiến",
        "thiết bị chiếu sáng=thiết bị",
        "cuộc thanh tra=cuộc",
        "phiếu thăm dò=phiếu",
    ]
)
STATES = [
    "được cấp mới",
    "được gia hạn",
    "bị thu hồi",
    "đã nghiệm thu",
    "chờ thẩm định",
    "được nâng cấp",
    "tạm dừng hoạt động",
    "đã số hóa",
    "được hỗ trợ vốn",
    "bị xử phạt",
    "đã kiểm định",
    "được xếp hạng",
    "chuyển địa bàn",
    "đăng ký lần đầu",
]
PLACES = [
    "ven biển",
    "vùng cao",
    "khu công nghiệp",
    "nội thành",
    "hải đảo",
    "biên giới",
    "đồng bằng",
    "ngoại ô",
]
TITLES = [
    "Lĩnh vực thủy sản",
    "Phát triển đô thị",
    "An sinh xã hội",
    "Hạ tầng nông thôn",
    "Giáo dục",
    "Môi trường và khí hậu",
    "Văn hóa, du lịch",
    "Giao thông vận tải",
    "Thương mại",
    "Y tế cơ sở",
]
LEADS = ("Trong năm, ", "Đến hết kỳ báo cáo, ", "Qua rà soát, ", "", "Toàn ngành có ")


@dataclass(frozen=True)
class Row:
    name: str
    unit: str
    value: int


@dataclass(frozen=True)
class Said:
    """A figure of the text, of row ``row``; ``template`` holds ``{v}`` and ``{u}``."""

    row: int
    template: str
    value: int
    unit: str
    year: int | None = None
    scale: str = ""

    def text(self) -> str:
        return self.template.format(v=written(self.value) + self.scale, u=self.unit)


@dataclass(frozen=True)
class Paper:
    year: int
    title: str
    rows: tuple[tuple[str, tuple[Row, ...]], ...]
    said: tuple[tuple[str, tuple[Said, ...]], ...] = field(default=())

    def render(self) -> str:
        lines = ["BÁO CÁO", f"{self.title} năm {self.year}", ""]
        for n, (section, sentences) in enumerate(self.said, start=1):
            lines += [f"{n}. {section}", ""]
            for one in sentences:
                lines += [one.text(), ""]
        lines += ["Phụ lục", f"THỐNG KÊ SỐ LIỆU NĂM {self.year}", ""]
        lines.append("STT\tChỉ tiêu thống kê\tĐơn vị tính\tSố liệu\tGhi chú")
        for n, (section, rows) in enumerate(self.rows):
            lines.append(f"{('I', 'II', 'III', 'IV', 'V')[n]}\t{section}\t\t\t")
            for m, row in enumerate(rows, start=1):
                lines.append(f"{m}\t{row.name}\t{row.unit}\t{row.value}\t")
        return "\n".join(lines) + "\n"

    def figures(self) -> list[tuple[int, int]]:
        return [(s, n) for s, (_, said) in enumerate(self.said) for n in range(len(said))]

    def at(self, place: tuple[int, int]) -> Said:
        return self.said[place[0]][1][place[1]]

    def put(self, place: tuple[int, int], said: Said) -> Paper:
        sections = [[title, list(sentences)] for title, sentences in self.said]
        sections[place[0]][1][place[1]] = said  # type: ignore[index]
        return replace(self, said=tuple((str(t), tuple(s)) for t, s in sections))  # type: ignore[arg-type]


def written(value: int) -> str:
    """``12480`` -> ``12.480``; one digit gets a zero in front, as officials write."""
    return f"{value:,}".replace(",", ".") if value >= 10 else f"0{value}"


def paper(seed: int) -> Paper:
    """A clean report: every figure of its text is that of its annex."""
    rng = random.Random(seed)
    year = rng.randint(2019, 2031)
    titles = rng.sample(TITLES, 3)
    objects = rng.sample(sorted(OBJECTS), 9)
    rows, said = [], []
    used: set[int] = set()
    for n, title in enumerate(titles):
        section, sentences = [], []
        for thing in objects[n * 3 : n * 3 + 3]:
            for state in rng.sample(STATES, 2):
                place = f" tại {rng.choice(PLACES)}" if rng.random() < 0.3 else ""
                value = _value(rng, used)
                name = rng.choice(("Số {}", "Số lượng {}", "{}")).format(f"{thing} {state}{place}")
                section.append(Row(name[0].upper() + name[1:], OBJECTS[thing].capitalize(), value))
                sentences.append(_sentence(rng, len(section) - 1, thing, state + place, value))
        rng.shuffle(sentences)
        rows.append((title, tuple(section)))
        said.append((title, tuple(sentences)))
    return Paper(year, f"Kết quả công tác {rng.choice(PLACES)}", tuple(rows), tuple(said))


def _value(rng: random.Random, used: set[int]) -> int:
    while True:
        digits = rng.choice((1, 2, 2, 3, 3, 4, 5))
        value = rng.randint(10 ** (digits - 1) + (digits == 1), 10**digits - 1)
        if value not in used:
            used.add(value)
            return value


def _sentence(rng: random.Random, row: int, thing: str, state: str, value: int) -> Said:
    unit = OBJECTS[thing]
    rest = thing.removeprefix(unit).strip()
    template = rng.choice(
        (
            f"{rng.choice(LEADS)}có {{v}} {{u}} {rest} {state}.",
            f"- {thing[0].upper()}{thing[1:]} {state}: {{v}} {{u}};",
            f"Số {thing} {state} là {{v}} {{u}}.",
            f"{rng.choice(LEADS)}{thing} {state} đạt {{v}} {{u}}, được theo dõi thường xuyên.",
        )
    )
    return Said(row, " ".join(template.split()).replace("{u} ;", "{u};"), value, unit)


Mutator = Callable[[random.Random, Paper, tuple[int, int]], Said | None]


def slip(rng: random.Random, paper: Paper, at: tuple[int, int]) -> Said | None:
    """M1: one to three more or less."""
    said = paper.at(at)
    value = said.value + rng.choice((-3, -2, -1, 1, 2, 3))
    return replace(said, value=value) if value > 0 else replace(said, value=said.value + 1)


def transposed(rng: random.Random, paper: Paper, at: tuple[int, int]) -> Said | None:
    """M2: two neighbouring digits swapped."""
    said = paper.at(at)
    digits = list(str(said.value))
    pairs = [n for n in range(len(digits) - 1) if digits[n] != digits[n + 1]]
    if not pairs:
        return None
    n = rng.choice(pairs)
    digits[n], digits[n + 1] = digits[n + 1], digits[n]
    value = int("".join(digits))
    return replace(said, value=value) if value else None


def shifted(rng: random.Random, paper: Paper, at: tuple[int, int]) -> Said | None:
    """M3: ten times as much, or a tenth."""
    said = paper.at(at)
    down = said.value >= 10 and rng.random() < 0.5
    return replace(said, value=said.value // 10 if down else said.value * 10)


def percent(rng: random.Random, paper: Paper, at: tuple[int, int]) -> Said | None:
    """M5: two to five per cent more or less."""
    said = paper.at(at)
    change = max(1, round(said.value * rng.uniform(0.02, 0.05)))
    return replace(
        said, value=max(1, said.value + rng.choice((-1, 1)) * change + (said.value == 1))
    )


def other_unit(rng: random.Random, paper: Paper, at: tuple[int, int]) -> Said | None:
    """M7: the unit of another row."""
    said = paper.at(at)
    units = sorted({row.unit.lower() for _, rows in paper.rows for row in rows} - {said.unit})
    return replace(said, unit=rng.choice(units))


def swapped(rng: random.Random, paper: Paper, at: tuple[int, int]) -> Said | None:
    """M10: the figure of another row of the same unit."""
    said = paper.at(at)
    same = [
        row.value
        for _, rows in paper.rows
        for row in rows
        if row.unit.lower() == said.unit and row.value != said.value
    ]
    return replace(said, value=rng.choice(same)) if same else None


def scaled(rng: random.Random, paper: Paper, at: tuple[int, int]) -> Said | None:
    """M7: a scale word that is not there in the annex."""
    return replace(paper.at(at), scale=rng.choice((" nghìn", " triệu")))


MUTATORS: dict[str, Mutator] = {
    "M1 slip": slip,
    "M2 transposed": transposed,
    "M3 shifted": shifted,
    "M5 percent": percent,
    "M7 unit": other_unit,
    "M7 scale": scaled,
    "M10 swapped": swapped,
}
