"""Targets and tasks that stand in running text instead of a table.

Targets are the bullets below a heading that names targets ("Mục tiêu, chỉ tiêu cụ thể"); where a
document has specific headings, its general aims are not targets. Tasks are items below a heading
that is a unit's name (directives), and items that name lead and deadline on lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.extraction.context import Context
from ingest.extraction.outline import Placed, PlacedTable
from ingest.extraction.targets import targets_of
from ingest.model import DocumentKind, Period, Source, Target, Task
from ingest.text.deadlines import parse_deadline
from ingest.text.normal import fold, match_key
from ingest.text.organisations import begins_unit, roles_in, split_units, unit_slug
from ingest.vocabulary import load

_HORIZON = re.compile(
    r"^(?:(?:mục tiêu|chỉ tiêu)\s+)?(?:phấn đấu\s+)?(?:đến|năm|giai đoạn|trong)\s*(?:hết\s+)?"
    r"(?:năm\s+)?((?:19|20)\d\d)"
    r"(?:\s*[-–]\s*((?:19|20)\d\d))?\s*[:.]?$",
    re.IGNORECASE,
)
_ANY_HORIZON = re.compile(
    r"(?:đến|giai đoạn)\s+(?:năm\s+)?((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?", re.IGNORECASE
)


def paragraph_source(item: Placed, context: Context) -> Source:
    """The source of a placed paragraph; what a page or a mark cut stands in ``parts``."""
    place = context.below(item.path, item.headings)
    pieces = item.paragraph.pieces or (item.paragraph.text,)
    first, *rest = sorted(pieces, key=len, reverse=True) if not _in_order(item) else pieces
    page = item.paragraph.page
    return place.source(first, page=page, parts=[place.source(piece, page=page) for piece in rest])


def _in_order(item: Placed) -> bool:
    return len(item.paragraph.pieces) < 2 or len(item.paragraph.pieces[0]) > 20


def prose_targets(placed: Sequence[Placed | PlacedTable], context: Context) -> list[Target]:
    """The target bullets of a plan, in order. ``horizon`` comes from the heading above a bullet."""
    paragraphs = [item for item in placed if isinstance(item, Placed)]
    groups = _target_groups(paragraphs)
    found: list[Target] = []
    for group in groups:
        labelled = any(item.label is not None for item in group)
        for item in group:
            if labelled and item.label is None:
                continue
            if _is_intro(item, group):
                continue
            place = replace(context, annex=item.part.annex, path=item.path, headings=item.headings)
            found.extend(
                targets_of(
                    item.paragraph.text,
                    source=paragraph_source(item, context),
                    key=".".join(item.path),
                    context=place,
                    horizon=_horizon(item.headings, item),
                )
            )
    return found


def _target_groups(paragraphs: Sequence[Placed]) -> list[list[Placed]]:
    """Runs of paragraphs below target headings, one run for each innermost heading."""
    words = load("targets")["headings"]
    kept = [item for item in paragraphs if item.zone == "body" and not item.part.is_annex]
    headings = {heading for item in kept for heading in item.headings}
    specific = any(_is_specific(heading, words) for heading in headings)
    groups: list[list[Placed]] = []
    last: tuple[object, ...] | None = None
    for item in kept:
        if item.heading or not _below_target(item.headings, words, specific=specific):
            last = None
            continue
        place = (item.part, item.headings[: _depth(item, words)])
        if place != last:
            groups.append([])
            last = place
        groups[-1].append(item)
    return groups


def _depth(item: Placed, words: dict[str, list[str]]) -> int:
    """How many headings identify a group: down to the target heading and a horizon below it."""
    depth = 0
    for position, heading in enumerate(item.headings):
        if _names_target(heading, words) or _HORIZON.match(heading):
            depth = position + 1
    return depth


def _names_target(heading: str, words: dict[str, list[str]]) -> bool:
    key = fold(heading)
    return any(fold(word) in key for word in words["target"]) and len(heading) < 200


def _is_specific(heading: str, words: dict[str, list[str]]) -> bool:
    return _names_target(heading, words) and any(
        fold(word) in fold(heading) for word in words["specific"]
    )


def _below_target(headings: Sequence[str], words: dict[str, list[str]], *, specific: bool) -> bool:
    """Whether the innermost telling heading names targets (specific ones, where there are any)."""
    for heading in reversed(headings):
        key = fold(heading)
        if any(key.startswith(fold(word)) for word in words["general"]):
            return False
        if _names_target(heading, words):
            if specific and not _is_specific(heading, words):
                return False
            return not _opens_with(key, words["ends"])
        if _opens_with(key, words["ends"]) and len(heading) < 120:
            return False
    return False


def _opens_with(key: str, wordings: list[str]) -> bool:
    return any(key.startswith(fold(word)) for word in wordings)


def _is_intro(item: Placed, group: Sequence[Placed]) -> bool:
    """A paragraph that only leads in the list below it ("… các mục tiêu sau:")."""
    return item.label is None and item.paragraph.text.rstrip().endswith(":") and len(group) > 1


def _horizon(headings: Sequence[str], item: Placed) -> Period | None:
    for heading in reversed(headings):
        found = _HORIZON.match(heading.strip()) or (
            _ANY_HORIZON.search(heading) if len(heading) < 120 and heading != item.body else None
        )
        if found:
            first, last = int(found.group(1)), int(found.group(2) or found.group(1))
            if first <= last:
                return Period.model_validate({"from": first, "to": last})
    return None


_FIELD_NAME = (
    r"(?:(?:đơn vị|cơ quan|phòng)?\s*(?:chủ trì|phối hợp)|sản phẩm|kết quả|thời hạn(?: hoàn thành)?"
    r"|thời gian(?: thực hiện| hoàn thành)?|tiến độ|hoàn thành)"
)
_FIELD_BREAK = r"(?:[;.\n]\s*|\s[-–]\s)\s*(?:[-+•]\s*)?"
_FIELD = re.compile(
    rf"(?:^\s*(?:[-+•]\s*)?|{_FIELD_BREAK})(?P<name>{_FIELD_NAME})\s*:\s*(?P<value>.*?)"
    rf"(?={_FIELD_BREAK}{_FIELD_NAME}\s*:|$)",
    re.IGNORECASE | re.DOTALL,
)
_IN_TEXT_DEADLINE = re.compile(
    r"((?:hoàn thành |xong |báo cáo |gửi [^.;]{0,40})?"
    r"(?:trước ngày|trước|chậm nhất(?: là)?(?: ngày)?|trong quý|trong tháng|đến hết ngày"
    r"|từ ngày|trong vòng|trong thời hạn|vào ngày)"
    r"\s+[^.;,()]*?\d[^.;,()]*)",
    re.IGNORECASE,
)
_RECURRING = re.compile(
    r"((?:(?:vào )?(?:tuần|ngày|tháng) (?:đầu|cuối|\d+) )?(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|năm)"
    r"|(?:thực hiện )?thường xuyên)"
    r"(?=\s*(?:[.;]|$))",
    re.IGNORECASE,
)


def prose_tasks(
    placed: Sequence[Placed | PlacedTable],
    context: Context,
    *,
    kind: DocumentKind,
    year: int | None,
) -> list[Task]:
    """Tasks in prose: items below a unit's heading, and items that carry "Chủ trì: …" fields.

    Where the document has a task table, its prose only explains the table and yields no tasks.
    """
    found: list[Task] = []
    paragraphs = [item for item in placed if isinstance(item, Placed) and item.zone == "body"]
    for position, item in enumerate(paragraphs):
        if item.heading:
            continue
        followers = _fields_below(paragraphs, position)
        text = "\n".join([item.paragraph.text, *(entry.paragraph.text for entry in followers)])
        fields = _fields(text)
        unit = _unit_heading(item, kind)
        if "lead" in fields and item.label is not None and _names_task(item):
            found.append(_task(item, followers, fields, context, year, order=len(found)))
        elif unit is not None and item.label is not None:
            found.append(_task(item, [], {"lead": unit}, context, year, order=len(found)))
    return found


def _names_task(item: Placed) -> bool:
    first = _FIELD.search(item.body)
    return first is None or first.start() > 8


def _fields_below(paragraphs: Sequence[Placed], position: int) -> list[Placed]:
    """The lines right below an item that only hold its fields."""
    found: list[Placed] = []
    for item in paragraphs[position + 1 : position + 6]:
        match = _FIELD.match(item.paragraph.text)
        if item.heading or match is None:
            break
        found.append(item)
    return found


def _fields(text: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for found in _FIELD.finditer(text):
        name = match_key(found.group("name"))
        value = found.group("value").strip(" ;.\n")
        if "chủ trì" in name:
            fields.setdefault("lead", value)
        elif "phối hợp" in name:
            fields.setdefault("coordinating", value)
        elif name in ("sản phẩm", "kết quả"):
            fields.setdefault("product", value)
        else:
            fields.setdefault("deadline", value)
    return fields


def _unit_heading(item: Placed, kind: DocumentKind) -> str | None:
    """The unit whose heading an item of a directive stands below."""
    if kind not in (DocumentKind.DIRECTIVE, DocumentKind.OTHER, DocumentKind.DECISION):
        return None
    for heading in reversed(item.headings):
        bare = re.split(
            r"\s+(?:có trách nhiệm|chịu trách nhiệm|chủ trì|thực hiện|tập trung|khẩn trương"
            r"|căn cứ|tổ chức)\b",
            heading,
        )[0]
        bare = re.sub(r"^(?:giao|đề nghị|yêu cầu)\s+", "", bare.strip(" :.;"), flags=re.IGNORECASE)
        if begins_unit(bare) and len(bare.split()) <= 18:
            return bare
    return None


def _task(
    item: Placed,
    followers: Iterable[Placed],
    fields: dict[str, str],
    context: Context,
    year: int | None,
    *,
    order: int,
) -> Task:
    place = replace(context, annex=item.part.annex, path=item.path, headings=item.headings)
    first = _FIELD.search(item.body)
    text = item.body[: first.start()].strip(" ;.-") if first and first.start() > 8 else item.body
    source = paragraph_source(item, context)
    parts = [*source.parts, *(paragraph_source(entry, context) for entry in followers)]
    lead = split_units(fields["lead"])
    helpers = split_units(fields.get("coordinating", "")) or roles_in(item.body).coordinating
    deadline_text = fields.get("deadline") or _deadline_in(item.body)
    return Task(
        id=f"{context.document_id}:task:p:{order + 1}",
        document_id=context.document_id,
        annex=place.annex,
        key=".".join(item.path),
        section=item.path,
        headings=item.headings,
        source=source.model_copy(update={"parts": tuple(parts)}),
        text=text,
        products=(fields["product"],) if fields.get("product") else (),
        lead=lead,
        coordinating=tuple(unit for unit in helpers if unit not in lead),
        lead_units=tuple(dict.fromkeys(unit_slug(unit) for unit in lead)),
        lead_text=fields["lead"],
        deadline=parse_deadline(deadline_text, year=year) if deadline_text else None,
    )


def _deadline_in(text: str) -> str | None:
    found = _IN_TEXT_DEADLINE.search(text)
    if not found:
        often = _RECURRING.search(text)
        return re.sub(r"^thực hiện ", "", often.group(1)) if often else None
    phrase = re.sub(
        r"^(?:hoàn thành|xong|báo cáo|gửi .*?)\s+(?=trước|chậm|trong|đến)",
        "",
        found.group(1),
        flags=re.IGNORECASE,
    )
    return phrase.strip()
