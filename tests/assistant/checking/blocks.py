"""Generated reports whose annex has totals, parts and shares, and sentences of several figures."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from tests.assistant.checking.generated import OBJECTS, PLACES, STATES, TITLES, written


@dataclass(frozen=True)
class Block:
    """A total with two parts and the share of the first one."""

    thing: str
    first: str
    second: str
    parts: tuple[int, int]
    total: int
    shown_share: str

    @property
    def unit(self) -> str:
        return OBJECTS[self.thing]


@dataclass(frozen=True)
class Layered:
    """``annex`` are the blocks as the annex holds them, ``text`` as the narrative does."""

    year: int
    titles: tuple[str, ...]
    annex: tuple[Block, ...]
    text: tuple[Block, ...]
    wording: tuple[int, ...]

    def render(self) -> str:
        lines = ["BÁO CÁO", f"Kết quả hoạt động năm {self.year}", ""]
        for n, (title, block, how) in enumerate(
            zip(self.titles, self.text, self.wording, strict=True), start=1
        ):
            lines += [f"{n}. {title}", "", sentence(block, how), ""]
        lines += ["Phụ lục", f"SỐ LIỆU THỐNG KÊ NĂM {self.year}", ""]
        lines.append("STT\tChỉ tiêu\tĐơn vị tính\tSố liệu\tGhi chú")
        for n, (title, block) in enumerate(zip(self.titles, self.annex, strict=True)):
            unit = block.unit.capitalize()
            lines.append(f"{('I', 'II', 'III', 'IV', 'V')[n]}\t{title}\t\t\t")
            lines.append(f"1\tTổng số {block.thing}\t{unit}\t{block.total}\t")
            lines.append(
                f"\t- {block.thing.capitalize()} {block.first}\t{unit}\t{block.parts[0]}\t"
            )
            lines.append(
                f"\t- {block.thing.capitalize()} {block.second}\t{unit}\t{block.parts[1]}\t"
            )
            lines.append(f"\t- Tỷ lệ {block.thing} {block.first}\t%\t{block.shown_share}\t")
        return "\n".join(lines) + "\n"

    def with_text(self, at: int, block: Block) -> Layered:
        text = [*self.text]
        text[at] = block
        return replace(self, text=tuple(text))

    def with_annex(self, at: int, block: Block) -> Layered:
        annex = [*self.annex]
        annex[at] = block
        return replace(self, annex=tuple(annex))


def sentence(block: Block, how: int) -> str:
    """A block as a narrative puts it."""
    unit, thing = block.unit, block.thing
    rest = thing.removeprefix(unit).strip()
    named = f"{unit} {rest}".strip()
    total, first, second = written(block.total), written(block.parts[0]), written(block.parts[1])
    match how:
        case 0:
            return (
                f"Toàn tỉnh có {total} {named}, trong đó {first} {unit} {block.first} (đạt "
                f"{block.shown_share}%), {second} {unit} {block.second}."
            )
        case 1:
            return (
                f"Tổng số {thing} là {total} {unit}, gồm {first} {unit} {block.first} và {second} "
                f"{unit} {block.second}; tỷ lệ {thing} {block.first} là {block.shown_share}%."
            )
        case 2:
            return (
                f"Đến nay, {first}/{total} {named} {block.first}, chiếm {block.shown_share}%; còn "
                f"{second} {named} {block.second}."
            )
    return (
        f"Có {first} trên tổng số {total} {named} {block.first}, đạt {block.shown_share}%. Số "
        f"{thing} {block.second} là {second} {unit}."
    )


def share(part: int, whole: int) -> str:
    """One decimal, half up, decimal comma: 2/3 -> ``66,7``."""
    tenths = (part * 2000 + whole) // (whole * 2)
    return f"{tenths // 10},{tenths % 10}"


def layered(seed: int) -> Layered:
    """A clean pair of text and annex."""
    rng = random.Random(seed)
    titles = rng.sample(TITLES, 4)
    blocks = []
    for thing in rng.sample(sorted(OBJECTS), 4):
        first, second = rng.sample(STATES, 2)
        if rng.random() < 0.3:
            first = f"{first} tại {rng.choice(PLACES)}"
        high = rng.choice((9, 40, 300, 5000, 60000))
        parts = (rng.randint(max(2, high // 4), high), rng.randint(1, max(2, high // 2)))
        total = sum(parts)
        blocks.append(Block(thing, first, second, parts, total, share(parts[0], total)))
    wording = tuple(rng.randrange(4) for _ in blocks)
    return Layered(rng.randint(2019, 2031), tuple(titles), tuple(blocks), tuple(blocks), wording)


def corrupted(rng: random.Random, block: Block) -> tuple[str, Block] | None:
    """One figure of a block made wrong, with the name of what was done."""
    kind = rng.choice(("part", "other part", "total", "share", "parts exchanged", "share digits"))
    change = rng.choice((-3, -2, -1, 1, 2, 3))
    first, second = block.parts
    match kind:
        case "part" if first + change > 0:
            return kind, replace(block, parts=(first + change, second))
        case "other part" if second + change > 0:
            return kind, replace(block, parts=(first, second + change))
        case "total" if block.total + change > 0:
            return kind, replace(block, total=block.total + change)
        case "share":
            whole, _, tenth = block.shown_share.partition(",")
            return kind, replace(block, shown_share=f"{int(whole) + abs(change)},{tenth}")
        case "parts exchanged" if first != second:
            return kind, replace(block, parts=(second, first))
        case "share digits":
            text = block.shown_share
            if len(text) == 4 and text[0] != text[1]:
                return kind, replace(block, shown_share=text[1] + text[0] + text[2:])
    return None
