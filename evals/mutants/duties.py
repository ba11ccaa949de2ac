"""Blocks of duties: who leads what by when, what is done, which decision was issued when."""

from __future__ import annotations

from evals.mutants import words
from evals.mutants.pool import Block, Pool, capital, date_text, other_days
from evals.mutants.writing import Line, Slot, cells, line

CODED = "Đã thực hiện = 1 Chưa thực hiện = 0"


def _limit(pool: Pool) -> tuple[str, Slot, Slot]:
    """A deadline: as the plan writes it, and its word and its day as the text does."""
    if pool.rng.random() < 0.3:
        quarter = pool.rng.choice(("I", "II", "III"))
        others = tuple(
            f"quý {other}/{pool.year}" for other in ("I", "II", "III", "IV") if other != quarter
        )
        day = Slot("deadline", f"quý {quarter}/{pool.year}", wrong=others)
        return f"Quý {quarter}/{pool.year}", Slot("deadline word", "trong"), day
    number, month, _ = pool.day()
    month = min(month, 10)
    text = f"{number}/{month}/{pool.year}"
    others = (
        f"{number}/{month + 1}/{pool.year}",
        f"{number % 28 + 1}/{month}/{pool.year}",
        f"{number}/{month}/{pool.year + 1}",
    )
    word, other = pool.rng.choice((("trước", "đến hết"), ("đến hết", "trước")))
    return (
        f"{word.capitalize()} ngày {text}",
        Slot("deadline word", word, wrong=(other,)),
        Slot("deadline", f"ngày {text}", wrong=tuple(f"ngày {one}" for one in others)),
    )


def tasks(pool: Pool, title: str) -> Block:
    """Tasks of the plan with lead, coordinator and deadline, as the report tells them again."""
    said, planned, own = [], [], []
    bullets = pool.spot() == "bullet"
    rooms = pool.rng.sample(words.ROOMS, 8)
    for n in range(3):
        matter = pool.matters.pop()
        lead, helper = rooms[2 * n], rooms[2 * n + 1]
        strangers = tuple(rooms[2 * m] for m in range(4) if m != n)
        limit, word, day = _limit(pool)
        product = pool.rng.choice(("Báo cáo", "Quyết định", "Kế hoạch", "Cơ sở dữ liệu"))
        name = matter[0].upper() + matter[1:]
        planned.append(cells("#", name, product, lead, helper, limit))
        slots: dict[str, Slot | str] = {
            "a": Slot("lead", lead, wrong=(helper, *strangers)),
            "d": Slot("duty", "chủ trì", wrong=("phối hợp",)),
            "b": helper,
            "w": word,
            "t": day,
        }
        if n == 2:
            own.append(_own(name, lead, helper, limit, slots))
            continue
        said.append(_told(pool, matter, slots, bullet=bullets))
    header = cells(
        "TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành", "Tình trạng"
    )
    return Block(title, tuple(said), tasks=tuple(planned), own=tuple(own), header=header)


def _own(name: str, lead: str, helper: str, limit: str, slots: dict[str, Slot | str]) -> Line:
    """A row of the report's own table on the progress of tasks."""
    told, day, word = slots["a"], slots["t"], slots["w"]
    if not (isinstance(told, Slot) and isinstance(day, Slot) and isinstance(word, Slot)):
        raise TypeError("lead, word and day of a deadline are slots")
    limits = [
        limit.replace(day.text.removeprefix("ngày "), one.removeprefix("ngày "))
        for one in day.wrong
    ]
    limits = (
        [one[0].upper() + one[1:] for one in limits]
        if word.text != "trong"
        else [one[0].upper() + one[1:] for one in day.wrong]
    )
    return cells(
        "#",
        name,
        Slot("lead", lead, wrong=told.wrong),
        helper,
        Slot("deadline", limit, wrong=tuple(limits)),
        Slot("status", "Đã hoàn thành", wrong=("Đang thực hiện", "Chưa thực hiện")),
    )


def _told(pool: Pool, matter: str, slots: dict[str, Slot | str], *, bullet: bool) -> Line:
    name = matter[0].upper() + matter[1:]
    done = Slot(
        "status", "đã hoàn thành", wrong=("đang thực hiện", "chưa hoàn thành", "đang triển khai")
    )
    if bullet:
        template = pool.rng.choice(
            (
                f"- {{a}} {{d}} {matter}, hoàn thành {{w}} {{t}};",
                f"- {name}: {{a}} {{d}}, hạn {{w}} {{t}};",
                f"- {name}: {{s}}, thời hạn {{w}} {{t}};",
            )
        )
        one = line(template, "bullet", s=done, **slots)
    else:
        template = pool.rng.choice(
            (
                f"{{a}} {{d}} {matter}, hoàn thành {{w}} {{t}}.",
                f"Việc {matter} do {{a}} {{d}}, phải xong {{w}} {{t}}.",
                f"Việc {matter} có hạn {{w}} {{t}}, đến nay {{s}}.",
                f"Giao {{a}} {{d}} {matter}, thời hạn hoàn thành {{w}} {{t}}.",
            )
        )
        one = line(template, s=done, **slots)
    return Line(capital(one).pieces, one.spot, required=matter)


def coded(pool: Pool, title: str) -> Block:
    """Answers in code in the annex, and what the text says of them."""
    said, rows = [], []
    bullets = pool.spot() == "bullet"
    for done in (True, False):
        matter = pool.matters.pop()
        name = matter[0].upper() + matter[1:]
        code = Slot("status", "1" if done else "0", wrong=("0" if done else "1",))
        rows.append(cells("#", name, CODED, code, ""))
        right, wrong = (
            ("đã hoàn thành", "đang thực hiện") if done else ("đang thực hiện", "đã hoàn thành")
        )
        status = Slot("status", right, wrong=(wrong,))
        lead = "- " if bullets else ""
        template = pool.rng.choice(
            (
                f"{lead}Sở {{s}} việc {matter}.",
                f"{lead}Việc {matter} {{s}}.",
                f"{lead}Công tác {matter} hiện {{s}}, bảo đảm yêu cầu.",
            )
        )
        said.append(line(template, "bullet" if bullets else "prose", s=status))
    return Block(title, tuple(said), tuple(rows))


def decided(pool: Pool, title: str) -> Block:
    """Decisions and plans with number and date, in the text and in the notes of the annex."""
    said, rows = [], []
    bullets = pool.spot() == "bullet"
    for kind, code in (("Quyết định", "QĐ"), ("Kế hoạch", "KH")):
        purpose = pool.purposes.pop()
        number, day = pool.document(), pool.day()
        mark = f"{number}/{code}-{pool.code}"
        wrong = tuple(
            f"{other}/{code}-{pool.code}" for other in (number + 1, number - 3, _turned(number))
        )
        told = {
            "n": Slot("document", mark, wrong=wrong),
            "d": Slot("day", date_text(day), wrong=other_days(day)),
        }
        note = (
            f"{kind} số ",
            Slot("document", mark, wrong=wrong),
            " ngày ",
            Slot("day", date_text(day), wrong=other_days(day)),
        )
        rows.append(cells("#", f"Ban hành văn bản {purpose}", "Có = 1 Không = 0", "1", note))
        lead = "- " if bullets else ""
        template = pool.rng.choice(
            (
                f"{lead}Sở đã ban hành {kind} số {{n}} ngày {{d}} về việc {purpose}.",
                f"{lead}Việc {purpose} được thực hiện theo {kind} số {{n}} ngày {{d}} của Giám đốc "
                "Sở.",
                f"{lead}Thực hiện {kind} số {{n}} ngày {{d}} {purpose}, các phòng đã triển khai "
                "đầy đủ.",
            )
        )
        said.append(line(template, "bullet" if bullets else "prose", **told))
    return Block(title, tuple(said), tuple(rows))


def _turned(number: int) -> int:
    text = str(number)
    return (
        int(text[1] + text[0] + text[2:]) if text[0] != text[1] and text[1] != "0" else number + 7
    )
