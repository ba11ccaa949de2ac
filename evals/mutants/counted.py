"""Blocks of counts: rows that stand alone, summaries, tables of places, changes since last year."""

from __future__ import annotations

from dataclasses import replace

from evals.mutants.pool import (
    Block,
    Pool,
    capital,
    cell,
    count,
    rest_of,
    unit_of,
    upper,
    year_of,
)
from evals.mutants.writing import Line, Slot, cells, grouped, line


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
                cells("#", upper(name), unit_of(unit, pool, capital=True), cell(value), note)
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
    rest = rest_of(thing, unit)
    slots = {"v": count(value), "u": unit_of(unit, pool), "y": year_of(pool)}
    if bullet:
        template = pool.rng.choice(
            (
                f"- {upper(thing)} {state}: {{v}} {{u}};",
                f"- Số {thing} {state} là {{v}} {{u}};",
                f"- Có {{v}} {{u}}{rest} {state};",
                f"- {upper(thing)} {state} {{y}}: {{v}} {{u}}.",
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


def subjects(pool: Pool, title: str) -> Block:
    """A table of places by indicators; sentences name place and indicator."""
    things = [pool.things.pop(), pool.things.pop()]
    states = pool.states(2)
    places = [pool.communes.pop() for _ in range(4)]
    names = [f"{upper(thing)} {state}" for (thing, _), state in zip(things, states, strict=True)]
    figures = {place: [pool.value(2, 5000) for _ in things] for place in places}
    told = {place: n % 2 for n, place in enumerate(pool.rng.sample(places, 3))}
    own = [
        cells(
            "#",
            (
                Slot(
                    "subject",
                    upper(place),
                    wrong=tuple(upper(other) for other in places if other != place),
                )
                if place in told
                else upper(place),
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
            template = f"- Tại {{x}}: có {{v}} {{u}}{rest_of(thing, unit)} {state};"
        else:
            template = pool.rng.choice(
                (
                    f"Tại {{x}} có {{v}} {{u}}{rest_of(thing, unit)} {state}.",
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
