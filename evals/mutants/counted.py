"""Blocks of counts: rows that stand alone, totals with parts, files, money, wide tables."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from evals.mutants.pool import (
    Block,
    Pool,
    capital,
    cell,
    count,
    percent,
    percent_unit,
    total,
    unit_of,
    year_of,
)
from evals.mutants.writing import Line, Slot, cells, grouped, line, percent_of


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def _rest(thing: str, unit: str) -> str:
    rest = thing.removeprefix(unit).strip()
    return f" {rest}" if rest else ""


def singles(pool: Pool, title: str) -> Block:
    """Rows that stand alone, each stated by one sentence or bullet."""
    said, rows, targets = [], [], []
    bullets = pool.spot() == "bullet"
    for thing, unit in (pool.things.pop(), pool.things.pop()):
        for state in pool.states(2):
            value = pool.value()
            name = pool.rng.choice(("Số {}", "Số lượng {}", "{}")).format(f"{thing} {state}")
            note = pool.rng.choice(("", "", "Theo báo cáo của các địa phương"))
            rows.append(
                cells("#", _upper(name), unit_of(unit, pool, capital=True), cell(value), note)
            )
            sentence = _single(pool, (thing, unit, state), value, bullet=bullets)
            if pool.rng.random() < 0.5:
                least = max(1, value - pool.rng.randint(0, value // 3))
                target = f"Số {thing} {state}"
                targets.append(line(f"- {target} đạt tối thiểu {grouped(least)} {unit}."))
            said.append(_cited(pool, sentence, len(rows)))
    pool.rng.shuffle(said)
    silent, promise = _silent(pool)
    return Block(title, tuple(said), (*rows, silent), targets=(*targets, promise))


def promised(pool: Pool, title: str) -> Block:
    """Results of the plan's targets that no annex repeats."""
    said, targets = [], []
    bullets = pool.spot() == "bullet"
    for thing, unit in (pool.things.pop(), pool.things.pop()):
        state = pool.states(1)[0]
        value = pool.value(4)
        least = max(1, value - pool.rng.randint(0, value // 3))
        target = f"Số {thing} {state}"
        targets.append(line(f"- {target} đạt tối thiểu {grouped(least)} {unit}."))
        sentence = _single(pool, (thing, unit, state), value, bullet=bullets)
        plain = tuple(p if isinstance(p, str) else p.text for p in sentence.pieces)
        said.append(replace(sentence, pieces=plain, required=target))
    silent, target_line = _silent(pool)
    return Block(title, tuple(said), (silent,), targets=(*targets, target_line))


def _silent(pool: Pool) -> tuple[Line, Line]:
    """A row that only the annex has, and the target of the plan that it answers."""
    thing, unit = pool.things.pop()
    state = pool.states(1)[0]
    value = pool.value(4)
    name = f"Số {thing} {state}"
    row = cells("#", name, unit.capitalize(), str(value), "")
    least = max(1, value - pool.rng.randint(0, value // 3))
    target = line(f"- {name} đạt tối thiểu {grouped(least)} {unit}.")
    return replace(row, required=name), target


def _cited(pool: Pool, sentence: Line, row: int) -> Line:
    """The sentence, every second one with the annex row that it takes its figure from."""
    if pool.rng.random() < 0.5:
        return sentence
    *before, last = sentence.pieces
    end = str(last)[-1] if isinstance(last, str) else ""
    words = str(last)[:-1] if isinstance(last, str) else last.text
    opening, closing = pool.rng.choice(
        (("(mục ", " Phụ lục)"), ("(Phụ lục, mục ", ")"), ("(theo mục ", " của Phụ lục)"))
    )
    place = Slot("citation", f"@{row}")
    pieces = (*before, f"{words} {opening}", place, f"{closing}{end}")
    return replace(sentence, pieces=pieces)


def summarised(pool: Pool, title: str) -> Block:
    """A small table in the report that repeats rows of the annex and names them."""
    rows, own = [], []
    for thing, unit in (pool.things.pop(), pool.things.pop()):
        state = pool.states(1)[0]
        value = pool.value()
        name = f"Số {thing} {state}"
        rows.append(cells("#", name, unit_of(unit, pool, capital=True), cell(value), ""))
        own.append(
            cells(
                "#",
                name,
                unit_of(unit, pool, capital=True),
                cell(value),
                ("Mục ", Slot("citation", f"@{len(rows)}"), " Phụ lục"),
            )
        )
    header = cells("TT", "Nội dung", "Đơn vị tính", "Kết quả", "Ghi chú")
    return Block(title, rows=tuple(rows), own=tuple(own), header=header)


def _single(pool: Pool, about: tuple[str, str, str], value: int, *, bullet: bool) -> Line:
    thing, unit, state = about
    rest = _rest(thing, unit)
    slots = {"v": count(value), "u": unit_of(unit, pool), "y": year_of(pool)}
    if bullet:
        template = pool.rng.choice(
            (
                f"- {_upper(thing)} {state}: {{v}} {{u}};",
                f"- Số {thing} {state} là {{v}} {{u}};",
                f"- Có {{v}} {{u}}{rest} {state};",
                f"- {_upper(thing)} {state} {{y}}: {{v}} {{u}}.",
            )
        )
        return line(template, "bullet", **slots)
    template = pool.rng.choice(
        (
            f"{pool.lead()}có {{v}} {{u}}{rest} {state}.",
            f"Số {thing} {state} là {{v}} {{u}}.",
            f"{pool.lead()}{thing} {state} đạt {{v}} {{u}}, được theo dõi thường xuyên.",
            f"{{y}}, có {{v}} {{u}}{rest} {state}.",
            f"Số lượng {thing} {state} trong {{y}} là {{v}} {{u}}.",
            f"{pool.lead()}các đơn vị đã báo cáo {{v}} {{u}}{rest} {state}.",
            f"Kết quả cho thấy {thing} {state} lên tới {{v}} {{u}}, phân bố tại nhiều nơi.",
        )
    )
    return capital(line(template, **slots))


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
        cells("", f"- {_upper(thing)} {first}", unit_of(unit, pool, capital=True), cell(one), ""),
        cells(
            "", f"- {_upper(thing)} {second}", unit_of(unit, pool, capital=True), cell(other), ""
        ),
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
    rest = _rest(thing, unit)
    s, sign = percent(share)
    t, a, b = total(first[1] + second[1]), count(first[1]), count(second[1])
    u, a_state, b_state = unit_of(unit, pool), first[0], second[0]
    slots: dict[str, Slot | str] = {"t": t, "a": a, "b": b, "s": s, "p": sign, "u": u}
    if pool.spot() == "bullet":
        head = line(f"- Tổng số {thing}: {{t}} {{u}}, gồm:", "bullet", **slots)
        return (
            head,
            line(f"+ {_upper(thing)} {a_state}: {{a}} {unit} (đạt {{s}}{{p}});", "bullet", **slots),
            line(f"+ {_upper(thing)} {b_state}: {{b}} {unit}.", "bullet", **slots),
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
            f"- {_upper(thing)} {state}: thực hiện {{v}} {{u}}, kế hoạch giao {{k}} {unit};"
            if bullets
            else pool.rng.choice(
                (
                    f"{pool.lead()}thực hiện được {{v}} {{u}}{_rest(thing, unit)} {state} so với "
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
                f"{_upper(thing)} {state}",
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


def subjects(pool: Pool, title: str) -> Block:
    """A table of places by indicators; sentences name place and indicator."""
    things = [pool.things.pop(), pool.things.pop()]
    states = pool.states(2)
    places = [pool.communes.pop() for _ in range(4)]
    names = [f"{_upper(thing)} {state}" for (thing, _), state in zip(things, states, strict=True)]
    figures = {place: [pool.value(2, 5000) for _ in things] for place in places}
    told = {place: n % 2 for n, place in enumerate(pool.rng.sample(places, 3))}
    own = [
        cells(
            "#",
            (
                Slot(
                    "subject",
                    _upper(place),
                    wrong=tuple(_upper(other) for other in places if other != place),
                )
                if place in told
                else _upper(place),
            ),
            *(
                cell(value) if told.get(place) == at else str(value)
                for at, value in enumerate(figures[place])
            ),
        )
        for place in places
    ]
    header = cells(
        "TT",
        "Địa phương",
        *(f"{name} ({unit})" for name, (_, unit) in zip(names, things, strict=True)),
    )
    said = []
    bullets = pool.spot() == "bullet"
    for place, at in told.items():
        (thing, unit), state = things[at], states[at]
        subject = Slot(
            "subject",
            place,
            wrong=tuple(o for o in places if figures[o][at] != figures[place][at]),
        )
        slots: dict[str, Slot | str] = {
            "x": subject,
            "v": count(figures[place][at]),
            "u": unit_of(unit, pool),
        }
        if bullets:
            template = f"- Tại {{x}}: có {{v}} {{u}}{_rest(thing, unit)} {state};"
        else:
            template = pool.rng.choice(
                (
                    f"Tại {{x}} có {{v}} {{u}}{_rest(thing, unit)} {state}.",
                    f"Số {thing} {state} của {{x}} là {{v}} {{u}}.",
                )
            )
        said.append(line(template, "bullet" if bullets else "prose", **slots))
    return Block(title, tuple(said), own=tuple(own), header=header)


def trends(pool: Pool, title: str) -> Block:
    """Rows of this year and last year, and sentences on how they changed."""
    said, rows, before = [], [], []
    bullets = pool.spot() == "bullet"
    for thing, unit in (pool.things.pop(), pool.things.pop()):
        state = pool.states(1)[0]
        last = pool.value(10, 20_000)
        change = pool.rng.randint(1, max(2, last // 3))
        up = pool.rng.random() < 0.5
        now = last + change if up else last - change
        name = f"Số {thing} {state}"
        word = Slot("trend", "tăng" if up else "giảm", wrong=("giảm" if up else "tăng",))
        noted = Slot("trend", "Tăng" if up else "Giảm", wrong=("Giảm" if up else "Tăng",))
        slots: dict[str, Slot | str] = {
            "w": word,
            "v": count(now),
            "l": count(last),
            "c": count(change),
            "u": unit_of(unit, pool),
        }
        lead = "- " if bullets else ""
        template = pool.rng.choice(
            (
                f"{lead}Số {thing} {state} {{w}} so với năm trước.",
                f"{lead}Số {thing} {state} {{w}} từ {{l}} {unit} lên {{v}} {{u}}."
                if up
                else f"{lead}Số {thing} {state} {{w}} từ {{l}} {unit} xuống còn {{v}} {{u}}.",
                f"{lead}Số {thing} {state} là {{v}} {{u}}, {{w}} {{c}} {unit} so với năm trước.",
                f"{lead}Số {thing} {state} là {{v}} {{u}}, {{w}} so với năm trước ({{l}} {unit}).",
            )
        )
        said.append(line(template, "bullet" if bullets else "prose", **slots))
        stated = "{v}" in template
        rows.append(
            cells(
                "#",
                name,
                unit_of(unit, pool, capital=True) if stated else unit.capitalize(),
                cell(now) if stated else str(now),
                (noted, " so với năm trước"),
            )
        )
        before.append(cells("#", name, unit.capitalize(), str(last), ""))
    return Block(title, tuple(said), tuple(rows), tuple(before))
