"""Tasks that stand in running text instead of a table. Words come from ``assignments.yaml``.

Four forms: items that name lead, help and deadline on lines of their own or in brackets; items
below a heading that is a unit's name (directives); sentences that hand a task to a unit ("Giao
Sở X …", "Sở X có trách nhiệm …", "Sở X: …"); lines of a plan that say who does it and by when.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.extraction.context import Context
from ingest.extraction.fields import begins_field, deadline_in, fields_in, first_field, names_work
from ingest.extraction.handing import (
    clauses_handing,
    describes,
    first_clause,
    handed_by_itself,
    hands_again,
    is_duty,
    unit_above,
)
from ingest.extraction.outline import Placed, PlacedTable
from ingest.extraction.plan_lines import ROLE_WORD, stated_by
from ingest.extraction.prose import paragraph_source
from ingest.model import DocumentKind, Task
from ingest.text.deadlines import parse_deadline
from ingest.text.organisations import begins_unit, split_units
from ingest.text.roles import Roles, roles_in
from ingest.text.unit_keys import unit_slugs

_DIRECTING = (DocumentKind.DIRECTIVE, DocumentKind.OTHER, DocumentKind.DECISION)
_PLANNING = (DocumentKind.PLAN, DocumentKind.TASK_ANNEX)
_LONGEST_DECIDED = 200
_BRACKETS = re.compile(r"\(([^()]+(?:\([^()]*\)[^()]*)*)\)\s*[.;]?\s*$")
_TASK_LINE = re.compile(
    r"\s*(?:nhiệm vụ|nội dung|công việc)(?:\s+\d+)?\s*:\s*(?=\S)", re.IGNORECASE
)
_HELPING = re.compile(r"\s*\(?phối hợp(?: thực hiện)?\)?\s*$", re.IGNORECASE)


def prose_tasks(
    placed: Sequence[Placed | PlacedTable],
    context: Context,
    *,
    kind: DocumentKind,
    year: int | None,
) -> list[Task]:
    """The tasks of a directive or of a plan written as a list, in order."""
    paragraphs = [
        item for item in placed if isinstance(item, Placed) and item.zone in ("opening", "body")
    ]
    builder = _Builder(context, year)
    directing = kind in _DIRECTING
    for position, item in enumerate(paragraphs):
        followers = _fields_below(paragraphs, position)
        text = "\n".join([item.body, *(entry.paragraph.text for entry in followers)])
        fields = fields_in(text)
        listed = item.label is not None or _TASK_LINE.match(item.body) is not None
        below = not item.heading or fields_in(item.body) != fields
        if "lead" in fields and listed and below and names_work(item.body):
            builder.add(item, followers, fields)
            continue
        inline = None if item.heading or item.label is None else _inline(item.body)
        if inline is not None:
            builder.add(item, [], inline)
            continue
        if kind in _PLANNING and not item.heading:
            stated = stated_by(item, last=_is_leaf(paragraphs, position))
            if stated is not None:
                builder.add(item, [], stated)
                continue
        if not directing:
            continue
        if item.label is None and not is_duty(item) and not _opens_duties(paragraphs, position):
            continue
        unit = None if item.heading else unit_above(item)
        handed = handed_by_itself(item, last=_is_leaf(paragraphs, position), below=unit is not None)
        several = handed is None or hands_again(item.body)
        clauses = clauses_handing(item.body) if several and item.label is not None else []
        if clauses:
            for clause, lead in clauses:
                builder.add(item, [], {"lead": lead, "text": clause}, said=clause)
        elif handed is not None:
            builder.add(item, [], {"lead": handed})
        elif unit is not None and not describes(item):
            builder.add(item, [], {"lead": unit})
    return builder.tasks


def _opens_duties(paragraphs: Sequence[Placed], position: int) -> bool:
    """Whether a paragraph without a number stands right below the heading that names its unit."""
    above, own = (paragraphs[position - 1] if position else None), paragraphs[position]
    if above is None or above.label is None or own.heading or begins_unit(own.body):
        return False  # "Phòng X là cơ quan thường trực ..." says who, not what is to be done
    named = begins_unit(above.body) and not above.body.rstrip().endswith((".", ";"))
    return named and above.body in own.headings[-1:]


def _fields_below(paragraphs: Sequence[Placed], position: int) -> list[Placed]:
    """The lines right below an item that only hold its fields."""
    found: list[Placed] = []
    for item in paragraphs[position + 1 : position + 7]:
        if not begins_field(item.paragraph.text) or (
            item.label is not None and item.label.kind != "bullet"
        ):
            break
        found.append(item)
    return found


def _inline(body: str) -> dict[str, str] | None:
    """Fields that stand without labels behind a task: "… – Phòng X chủ trì – Quý II"."""
    brackets = _BRACKETS.search(body)
    if brackets:
        roles = roles_in(brackets.group(1))
        if not roles.lead or not ROLE_WORD.search(brackets.group(1)):
            return None
        fields = {"text": body[: brackets.start()].strip(" ;.,")}
        due = deadline_in(brackets.group(1))
    else:
        text, *rest = re.split(r"\s+[–—-]\s+", body.rstrip(" .;"))
        units = [part for part in rest if begins_unit(part)]
        dates = [part for part in rest if part not in units and _is_deadline(part)]
        if not units or not (dates or ROLE_WORD.search(units[0])):
            return None
        roles = roles_in(units[0])
        if len(units) > 1 and not roles.coordinating:
            roles = Roles(roles.lead, split_units(_HELPING.sub("", units[1])))
        fields = {"text": text.strip(" ;.,")}
        due = dates[0] if dates else None
    if not roles.lead or len(fields["text"]) < 8:
        return None
    fields["lead"] = "; ".join(roles.lead)
    if roles.coordinating:
        fields["coordinating"] = "; ".join(roles.coordinating)
    if due:
        fields["deadline"] = due
    return fields


def _is_deadline(text: str) -> bool:
    return len(text) <= 60 and parse_deadline(text, year=2000).kind != "open"


def _is_leaf(paragraphs: Sequence[Placed], position: int) -> bool:
    """Whether no item of a lower level stands below an item."""
    item = paragraphs[position]
    following = paragraphs[position + 1] if position + 1 < len(paragraphs) else None
    if following is None or following.label is None or following.part != item.part:
        return True
    above = following.path[: len(item.path)] == item.path and len(following.path) > len(item.path)
    return not (above or (following.label.kind == "bullet" and item.label is not None
                          and item.label.kind != "bullet"))  # fmt: skip


class _Builder:
    def __init__(self, context: Context, year: int | None) -> None:
        self.context = context
        self.year = year
        self.tasks: list[Task] = []

    def add(
        self,
        item: Placed,
        followers: Sequence[Placed],
        fields: dict[str, str],
        *,
        said: str | None = None,
    ) -> None:
        """Add the task of one item, or of ``said`` in it; fields may stand in lines below it."""
        headings = item.headings
        place = replace(self.context, annex=item.part.annex, path=item.path, headings=headings)
        decided = item.body[: item.body.find(said)].strip(" ;.") if said else ""
        if decided:
            first_said = first_clause(decided)
            headings = (*headings, first_said) if len(first_said) <= _LONGEST_DECIDED else headings
        line = _TASK_LINE.match(item.body)
        body = item.body[line.end() :] if line else item.body
        first = first_field(body)
        cut = len(body) if first is None else first
        source = paragraph_source(item, self.context)
        parts = [*source.parts, *(paragraph_source(line, self.context) for line in followers)]
        lead = split_units(fields["lead"])
        told = said or item.body
        helpers = split_units(fields.get("coordinating", "")) or roles_in(told).coordinating
        due = fields.get("deadline") or deadline_in(told)
        self.tasks.append(
            Task(
                id=f"{self.context.document_id}:task:p:{len(self.tasks) + 1}",
                document_id=self.context.document_id,
                annex=place.annex,
                key=".".join(item.path),
                section=item.path,
                headings=headings,
                source=source.model_copy(update={"parts": tuple(parts)}),
                text=fields.get("text") or (body[:cut].strip(" ;.-(") if cut < len(body) else body),
                products=(fields["product"],) if fields.get("product") else (),
                lead=lead,
                coordinating=tuple(unit for unit in helpers if unit not in lead),
                lead_units=unit_slugs(lead, self.context.issuer),
                lead_text=fields["lead"],
                deadline=parse_deadline(due, year=self.year) if due else None,
            )
        )
