"""Lines of a plan in running text that say themselves who is to do what, and by when."""

from __future__ import annotations

import re

from ingest.extraction.fields import begins_field, deadline_in, fields_in, first_field
from ingest.extraction.handing import handed_by_itself, unit_above
from ingest.extraction.outline import Placed
from ingest.text.organisations import begins_unit
from ingest.text.roles import roles_in, without_handing

ROLE_WORD = re.compile(r"chủ trì|đầu mối", re.IGNORECASE)
"""What says of a unit that it leads."""


def stated_by(item: Placed, *, last: bool) -> dict[str, str] | None:
    """The fields of a plan's line that says itself who leads it and by when, or ``None``.

    ``last`` says that no line of a lower level stands below it.
    """
    body = item.body
    fields = fields_in(body)
    if begins_field(body) or not ("deadline" in fields or deadline_in(body) is not None):
        return None
    bare = without_handing(body)
    if not begins_unit(bare):
        return None
    named = None if ROLE_WORD.search(body) else _acting(item, bare, last=last)
    if named is not None:
        return {**fields, "lead": named}
    if item.label is None or not (bare != body or ROLE_WORD.search(body)):
        return None
    roles = roles_in(body[: first_field(body)])
    if not roles.lead or any(deadline_in(name) for name in roles.lead):
        return None  # the name was read on into what is to be done
    helpers = {"coordinating": "; ".join(roles.coordinating)} if roles.coordinating else {}
    return {**helpers, **fields, "lead": "; ".join(roles.lead)}


def _acting(item: Placed, bare: str, *, last: bool) -> str | None:
    """The unit that is to act in a line ("Giao Phòng X ...", "Phòng X: ...", "Phòng X lập ...")."""
    unit = handed_by_itself(item, last=last, below=unit_above(item) is not None)
    told = bare != item.body or re.match(rf"{re.escape(unit or '')}\s*:", bare) is not None
    return unit if told or item.label is not None else None
