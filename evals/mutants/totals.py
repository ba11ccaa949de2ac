"""Blocks of figures that follow from each other: parts of a total, files, money, plans."""

from __future__ import annotations

from decimal import Decimal

from evals.mutants.pool import (
    Block,
    Pool,
    cell,
    count,
    percent,
    percent_unit,
    rest_of,
    total,
    unit_of,
    upper,
)
from evals.mutants.writing import Line, Slot, cells, grouped, line, percent_of


def divided(pool: Pool, title: str) -> Block:
    """A total, its two parts and the share of the first one."""
    thing, unit = pool.things.pop()
    first, second = pool.states(2)
    high = pool.rng.choice((9, 40, 300, 5000, 60_000))
    one = pool.rng.randint(max(2, high // 4), high)
    other = pool.rng.randint(1, max(2, high // 2))
    if one == other:
        other += 1
    share = percent_of(one, one + other, pool.rng.choice((1, 1, 2)))
    rows = (
        cells(
            "#",
            f"Tổng số {thing}",
            unit_of(unit, pool, capital=True),
            total(one + other, in_cell=True),
            "",
        ),
        cells("", f"- {upper(thing)} {first}", unit_of(unit, pool, capital=True), cell(one), ""),
        cells("", f"- {upper(thing)} {second}", unit_of(unit, pool, capital=True), cell(other), ""),
        cells("", f"- Tỷ lệ {thing} {first}", percent_unit(), percent(share)[0], ""),
    )
    return Block(title, _parts(pool, (thing, unit), (first, one), (second, other), share), rows)


def _parts(
    pool: Pool,
    about: tuple[str, str],
    first: tuple[str, int],
    second: tuple[str, int],
    share: Decimal,
) -> tuple[Line, ...]:
    thing, unit = about
    rest = rest_of(thing, unit)
    s, sign = percent(share)
    t, a, b = total(first[1] + second[1]), count(first[1]), count(second[1])
    u, a_state, b_state = unit_of(unit, pool), first[0], second[0]
    slots: dict[str, Slot | str] = {"t": t, "a": a, "b": b, "s": s, "p": sign, "u": u}
    if pool.spot() == "bullet":
        head = line(f"- Tổng số {thing}: {{t}} {{u}}, gồm:", "bullet", **slots)
        return (
            head,
            line(f"+ {upper(thing)} {a_state}: {{a}} {unit} (đạt {{s}}{{p}});", "bullet", **slots),
            line(f"+ {upper(thing)} {b_state}: {{b}} {unit}.", "bullet", **slots),
        )
    template = pool.rng.choice(
        (
            f"Toàn tỉnh có {{t}} {{u}}{rest}, trong đó {{a}} {unit} {a_state} (đạt {{s}}{{p}}), "
            f"{{b}} {unit} {b_state}.",
            f"Tổng số {thing} là {{t}} {{u}}, gồm {{a}} {unit} {a_state} và {{b}} {unit} "
            f"{b_state}; tỷ lệ {thing} {a_state} là {{s}}{{p}}.",
            f"Có {{a}} trên tổng số {{t}} {unit}{rest} {a_state}, đạt {{s}}{{p}}. Số {thing} "
            f"{b_state} là {{b}} {{u}}.",
            f"Toàn ngành quản lý {{t}} {{u}}{rest}, bao gồm {{a}} {unit} {a_state} và {{b}} "
            f"{unit} {b_state}.",
        )
    )
    return (line(template, **slots),)


def handled(pool: Pool, title: str) -> Block:
    """Files received, settled, in time and late, as every service desk counts them."""
    late = pool.rng.randint(1, 90)
    in_time = pool.value(200, 60_000)
    settled = late + in_time
    pending = pool.rng.randint(3, 300)
    received = settled + pending
    kind = pool.rng.choice(
        ("hồ sơ đăng ký kinh doanh", "hồ sơ cấp phép", "hồ sơ thủ tục hành chính")
    )
    share = percent_of(in_time, settled, 1)
    s, sign = percent(share)
    slots: dict[str, Slot | str] = {
        "r": total(received),
        "d": total(settled),
        "i": count(in_time),
        "l": count(late),
        "w": count(pending),
        "s": s,
        "p": sign,
    }
    rows = (
        cells("#", f"Số {kind} tiếp nhận", "Hồ sơ", cell(received), ""),
        cells("#", f"Số {kind} đã giải quyết", "Hồ sơ", total(settled, in_cell=True), ""),
        cells("", "- Giải quyết đúng hạn", "Hồ sơ", cell(in_time), ""),
        cells("", "- Giải quyết quá hạn", "Hồ sơ", cell(late), ""),
        cells("", f"- Tỷ lệ {kind} giải quyết đúng hạn", percent_unit(), percent(share)[0], ""),
        cells("#", f"Số {kind} đang giải quyết", "Hồ sơ", cell(pending), ""),
    )
    said: tuple[Line, ...]
    if pool.spot() == "bullet":
        said = (
            line(f"- Số {kind} tiếp nhận: {{r}} hồ sơ;", "bullet", **slots),
            line(
                f"- Số {kind} đã giải quyết: {{d}} hồ sơ, gồm {{i}} hồ sơ đúng hạn và {{l}} hồ sơ "
                "quá hạn; tỷ lệ đúng hạn {s}{p};",
                "bullet",
                **slots,
            ),
            line(f"- Số {kind} đang giải quyết: {{w}} hồ sơ.", "bullet", **slots),
        )
    else:
        said = (
            line(
                f"Sở đã tiếp nhận {{r}} {kind}; đã giải quyết {{d}} hồ sơ, trong đó {{i}} hồ sơ "
                "đúng hạn (đạt {s}{p}), {l} hồ sơ quá hạn; đang giải quyết {w} hồ sơ.",
                **slots,
            ),
        )
    return Block(title, said, rows)


def money(pool: Pool, title: str) -> Block:
    """A budget, what was spent of it, and the share."""
    thing = pool.rng.choice(
        ("sự nghiệp môi trường", "khuyến công", "đào tạo nghề", "bảo trì đường bộ")
    )
    budget = pool.rng.randint(1200, 98_000)
    spent = budget - pool.rng.randint(1, budget // 4)
    share = percent_of(spent, budget, 1)
    s, sign = percent(share)
    unit = Slot("unit", "triệu đồng", wrong=("nghìn đồng", "tỷ đồng", "đồng"))
    slots: dict[str, Slot | str] = {
        "g": Slot("money", grouped(budget), Decimal(budget)),
        "d": Slot("money", grouped(spent), Decimal(spent)),
        "s": s,
        "p": sign,
        "u": unit,
    }
    columns = ("Triệu đồng", "Triệu đồng")
    rows = (
        cells(
            "#",
            f"Kinh phí {thing} được giao",
            Slot("unit", columns[0], wrong=("Nghìn đồng", "Tỷ đồng")),
            Slot("money", grouped(budget), Decimal(budget)),
            "",
        ),
        cells(
            "",
            f"- Kinh phí {thing} đã giải ngân",
            Slot("unit", columns[1], wrong=("Nghìn đồng", "Tỷ đồng")),
            Slot("money", grouped(spent), Decimal(spent)),
            "",
        ),
        cells("", f"- Tỷ lệ giải ngân kinh phí {thing}", percent_unit(), percent(share)[0], ""),
    )
    said: tuple[Line, ...]
    if pool.spot() == "bullet":
        said = (
            line(f"- Kinh phí {thing} được giao: {{g}} {{u}};", "bullet", **slots),
            line(
                f"- Kinh phí {thing} đã giải ngân: {{d}} {{u}}, đạt {{s}}{{p}}.", "bullet", **slots
            ),
        )
    else:
        said = (
            line(
                f"Kinh phí {thing} được giao là {{g}} {{u}}; đã giải ngân {{d}} {{u}}, đạt "
                "{s}{p}.",
                **slots,
            ),
        )
    return Block(title, said, rows)


def planned(pool: Pool, title: str) -> Block:
    """A wide table: plan, result and share beside each other."""
    said, own = [], []
    bullets = pool.spot() == "bullet"
    for thing, unit in (pool.things.pop(), pool.things.pop()):
        state = pool.states(1)[0]
        plan = pool.value(4, 9000)
        done = max(2, plan + pool.rng.randint(-plan // 5 - 1, plan // 5 + 1))
        if done == plan:
            done += 1
        share = percent_of(done, plan, 1)
        s, sign = percent(share)
        slots: dict[str, Slot | str] = {
            "k": count(plan),
            "v": count(done),
            "u": unit_of(unit, pool),
            "s": s,
            "p": sign,
        }
        template = (
            f"- {upper(thing)} {state}: thực hiện {{v}} {{u}}, kế hoạch giao {{k}} {unit};"
            if bullets
            else pool.rng.choice(
                (
                    f"{pool.lead()}thực hiện được {{v}} {{u}}{rest_of(thing, unit)} {state} so với "
                    f"kế hoạch giao là {{k}} {unit}.",
                    f"Số {thing} {state} đạt {{v}}/{{k}} {{u}} theo kế hoạch.",
                    f"Số {thing} {state} thực hiện là {{v}} {{u}}, bằng {{s}}{{p}} kế hoạch năm.",
                )
            )
        )
        said.append(line(template, "bullet" if bullets else "prose", **slots))
        own.append(
            cells(
                "#",
                f"{upper(thing)} {state}",
                unit_of(unit, pool, capital=True),
                cell(plan) if "{k}" in template else str(plan),
                cell(done),
                percent(share)[0],
            )
        )
    header = cells(
        "TT",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Kế hoạch",
        (Slot("period", f"Thực hiện năm {pool.year}", wrong=(f"Thực hiện năm {pool.year - 1}",)),),
        "Tỷ lệ (%)",
    )
    return Block(title, tuple(said), own=tuple(own), header=header)
