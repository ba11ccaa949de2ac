"""Drafts of tasks -> tasks: units, products and deadlines read from their cells."""

from __future__ import annotations

import re

from ingest.extraction.celltext import Item
from ingest.extraction.context import Context, cell_sources, joined
from ingest.extraction.drafts import Draft
from ingest.extraction.headers import Header
from ingest.extraction.logical import Piece
from ingest.extraction.task_rows import OWN_ROLES
from ingest.model import Activity, Deadline, Deliverable, Source, Table, Task
from ingest.text.deadlines import parse_deadline, split_deadlines
from ingest.text.normal import match_key
from ingest.text.organisations import begins_unit, split_units
from ingest.text.roles import Roles, cut_unit, roles_in, without_handing
from ingest.text.unit_keys import unit_slugs

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ROLE_WORDS = re.compile(r"chủ trì|phối hợp", re.IGNORECASE)


def units_of(
    cells: dict[str, list[Piece]], header: Header | None = None
) -> tuple[Roles, str | None]:
    """Lead and coordinating units of a row, and the text the lead was read from.

    A column headed "chủ trì/phối hợp" names the lead first where its cells say no more.
    """
    lead_text = " ".join(piece.text for piece in cells.get("lead", ()))
    helper_text = " ".join(piece.text for piece in cells.get("coordinating", ()))
    free = " ".join(piece.text for piece in cells.get("assignment", ()))
    if free and not lead_text:
        roles = _in_order(free, header) or roles_in(_flowing(cells["assignment"]))
        helpers = (*roles.coordinating, *split_units(helper_text))
        return Roles(roles.lead, tuple(dict.fromkeys(helpers))), free
    if _ROLE_WORDS.search(lead_text) and not helper_text:
        roles = roles_in(lead_text)
        if roles.lead:
            return roles, lead_text
    leads, helpers = split_units(_once(lead_text)), split_units(_once(helper_text))
    return Roles(leads, helpers), lead_text or None


def _flowing(pieces: list[Piece]) -> str:
    """The text of a cell that a page may have cut, even in the middle of a name."""
    text = ""
    for piece in pieces:
        goes_on = text[-1:] == "," or (
            piece.text[:1].islower() and text[-1:] not in (".", ";", ":")
        )
        text = f"{text}{' ' if goes_on else chr(10)}{piece.text}" if text else piece.text
    return text


def _in_order(text: str, header: Header | None) -> Roles | None:
    """Lead and helpers by their order in a cell, where its column's heading says which is first."""
    column = header.column("assignment") if header is not None else None
    if header is None or column is None or _ROLE_WORDS.search(text):
        return None
    named = [found.lower() for found in _ROLE_WORDS.findall(header.names[column])]
    first, *rest = re.split(r"\s*[/;\n]\s*", text.strip(" ./;\n"), maxsplit=1)
    if named[:2] != ["chủ trì", "phối hợp"] or not rest or not begins_unit(first):
        return None
    helpers = [unit for part in re.split(r"\s*/\s*", rest[0]) for unit in split_units(part)]
    return Roles(split_units(first), tuple(dict.fromkeys(helpers)))


def _said_in(text: str) -> Roles | None:
    """Who a task's own words hand it to, in a table without columns for that."""
    bare = without_handing(text)
    told = bare != text or bool(_ROLE_WORDS.search(text)) or cut_unit(bare) != bare.strip(" ,.")
    if not (begins_unit(bare) and told):
        return None
    roles = roles_in(text)
    return roles if roles.lead else None


def _once(text: str) -> str:
    """A cell that says the same several times (records flattened into one row), said once."""
    words = text.split()
    times = repeats(text)
    return " ".join(words[: len(words) // times]) if times > 1 else text


def repeats(text: str) -> int:
    """How many times a cell says the same words; 1 for an ordinary cell."""
    words = match_key(text).split()
    for size in range(2, len(words) // 2 + 1):
        if len(words) % size == 0 and words == words[:size] * (len(words) // size):
            return len(words) // size
    return 1


def _deadlines(cells: dict[str, list[Piece]], header: Header, year: int | None) -> list[Deadline]:
    """The deadlines of a row: written out, from a start to an end, or ticked columns of times."""
    text = " ".join(piece.text for piece in cells.get("deadline", ()))
    start = " ".join(piece.text for piece in cells.get("start", ()))
    if start:
        return [_from_to(start, text, year)]
    if text or "mark" not in cells:
        return [parse_deadline(part, year=year) for part in split_deadlines(text)]
    return [_ticked(cells["mark"], header, year)]


def _from_to(start: str, end: str, year: int | None) -> Deadline:
    """A deadline written in a column of starts and a column of ends."""
    first = parse_deadline(start, year=year)
    if not end:
        return first.model_copy(update={"kind": "open", "to": None})
    last = parse_deadline(end, year=year)
    return Deadline.model_validate(
        {
            "text": f"{start} - {end}",
            "kind": "period" if first.from_ or first.to else last.kind,
            "from": first.from_ or first.to,
            "to": last.to,
        }
    )


def _ticked(marks: list[Piece], header: Header, year: int | None) -> Deadline:
    """A deadline ticked in columns that name times, as their headers write them."""
    names = [header.names[piece.column] for piece in marks]
    own = next((int(found.group()) for name in names if (found := _YEAR.search(name))), year)
    shown = [name.rsplit(" / ", 1)[-1] for name in names]
    read = [parse_deadline(_timed(name), year=own) for name in names]
    starts = [deadline.from_ for deadline in read if deadline.from_]
    ends = [deadline.to for deadline in read if deadline.to]
    return Deadline.model_validate(
        {
            "text": ", ".join(shown),
            "kind": read[0].kind,
            "from": min(starts) if starts else None,
            "to": max(ends) if ends else None,
        }
    )


def _timed(name: str) -> str:
    """The time that a flattened header names: "Quý / II" is "Quý II"."""
    parts = name.split(" / ")
    last = parts[-1]
    if re.fullmatch(r"[IVX]{1,4}|\d{1,2}", last) and len(parts) > 1:
        unit = re.search(r"quý|tháng", parts[-2], re.IGNORECASE)
        return f"{unit.group() if unit else ''} {last}".strip()
    return last


def products_in(pieces: list[Piece]) -> tuple[str, ...]:
    """The products of a cell: its bullets, or the whole of it."""
    text = " ".join(piece.text for piece in pieces).strip()
    if not text:
        return ()
    parts = (
        re.split(r"(?:^|(?<=[;.\n])\s*|\s+)[-+•]\s+(?=\S)", text) if text[:1] in "-+•" else [text]
    )
    return tuple(part.strip(" ;\n") for part in parts if part.strip(" ;\n-+•"))


def task_of(draft: Draft, table: Table, header: Header, context: Context, order: int) -> Task:
    """The task of a draft. ``order`` counts the tasks of its table from 0."""
    place = context.below(draft.path, draft.headings)
    roles, lead_text = units_of(draft.cells, header)
    if not (roles.lead or header.has("lead", "assignment", "coordinating")):
        inside = _said_in(_bare(draft.item))
        roles, lead_text = (inside, _bare(draft.item)) if inside else (roles, lead_text)
    deadlines = _deadlines(draft.cells, header, context.year)
    products = products_in(draft.cells.get("product", []))
    pieces: list[Piece] = list(draft.item.pieces)
    for cells in (draft.cells, *draft.more):
        for role in OWN_ROLES:
            pieces.extend(cells.get(role, []))
    for activity in draft.activities:
        pieces.extend(activity.pieces)
    pieces.extend(draft.extra)
    further = [
        Deliverable(
            product="; ".join(products_in(more.get("product", []))) or None, deadline=deadline
        )
        for more in draft.more
        for deadline in (*_deadlines(more, header, context.year),) or (None,)
        if more.get("product") or deadline is not None
    ]
    deliverables: tuple[Deliverable, ...] = ()
    if further or len(deadlines) > 1:
        product = "; ".join(products) or None
        first = [Deliverable(product=product, deadline=deadline) for deadline in deadlines]
        deliverables = (*(first or [Deliverable(product=product)]), *further)
    leads, helpers = list(roles.lead), list(roles.coordinating)
    for more in draft.more:
        own, _ = units_of(more, header)
        leads.extend(unit for unit in own.lead if unit not in leads)
        helpers.extend(unit for unit in own.coordinating if unit not in helpers)
    all_products = (
        *products,
        *(one for more in draft.more for one in products_in(more.get("product", []))),
    )
    sources = _distinct(cell_sources(place, table, header.names, pieces))
    return Task(
        id=f"{context.document_id}:task:{table.number}:{order + 1}",
        document_id=context.document_id,
        annex=context.annex,
        key=draft.key,
        section=draft.path,
        headings=draft.headings,
        source=joined(sources),
        text=_bare(draft.item),
        products=tuple(dict.fromkeys(all_products)),
        lead=tuple(leads),
        coordinating=tuple(helpers),
        lead_units=unit_slugs(leads, context.issuer),
        lead_text=lead_text,
        deadline=deadlines[0] if len(deadlines) == 1 else _whole(draft, deadlines),
        deliverables=deliverables,
        objective=draft.objective.key if draft.objective else None,
        activities=tuple(
            Activity(key=activity.number, text=_bare(activity)) for activity in draft.activities
        ),
    )


def _whole(draft: Draft, deadlines: list[Deadline]) -> Deadline | None:
    """The deadline of a task with several: the cell's words, from the first to the last date."""
    if not deadlines:
        return None
    text = " ".join(piece.text for piece in draft.cells.get("deadline", ()))
    dated = [deadline.to for deadline in deadlines if deadline.to]
    starts = [deadline.from_ for deadline in deadlines if deadline.from_]
    return Deadline.model_validate(
        {
            "text": text,
            "kind": deadlines[0].kind,
            "from": min(starts) if starts else None,
            "to": max(dated) if dated else None,
        }
    )


def _bare(item: Item) -> str:
    if item.number and item.text.startswith(item.number):
        return item.text[len(item.number) :].lstrip(". ")
    return item.text


def _distinct(sources: tuple[Source, ...]) -> list[Source]:
    seen: dict[tuple[object, ...], Source] = {}
    for source in sources:
        seen.setdefault(source.place(), source)
    return list(seen.values())
