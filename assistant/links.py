"""Documents that belong together: a decision, the plan it issues, the annex of that plan.

An annex or plan in a file of its own names the number it is attached to. Where a stored document
bears that number, the attached one takes from it what it does not say itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ingest.correcting.following import follow_link
from ingest.model import AnyRecord, Document, DocumentKind
from ingest.text.normal import fold
from ingest.text.unit_keys import Issuer
from vectorstore.filters import keeps
from vectorstore.search import RecordFilter

_INHERITED = ("issuer", "province", "number", "date", "period")
_DEEPEST = 5
# What issues others comes before what is issued, where both bear one number.
_ISSUING = (DocumentKind.DECISION, DocumentKind.DIRECTIVE, DocumentKind.PLAN, DocumentKind.REPORT)


def number_key(number: str) -> str:
    """The form in which document numbers are compared: ``05/QĐ-STP`` is ``5/qd-stp``."""
    return fold(number).replace(" ", "").lstrip("0")


def with_links(documents: Iterable[Document]) -> tuple[Document, ...]:
    """``documents`` in their order, ``attached_document`` and inherited fields filled in."""
    stored = tuple(documents)
    by_number: dict[str, list[Document]] = defaultdict(list)
    for document in stored:
        if document.number:
            by_number[number_key(document.number)].append(document)
    parents = {
        document.id: parent
        for document in stored
        if (parent := _parent(document, by_number)) is not None
    }
    return tuple(_linked(document, parents) for document in stored)


def linked_ids(documents: Sequence[Document], ids: Iterable[str]) -> tuple[str, ...]:
    """``ids``, each followed by what is attached to it: chosen as one, they answer as one."""
    children: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if document.attached_document:
            children[document.attached_document].append(document.id)
    found: dict[str, None] = {}
    waiting = [*ids]
    while waiting:
        document_id = waiting.pop(0)
        if document_id not in found:
            found[document_id] = None
            waiting[:0] = children[document_id]
    return tuple(found)


def linked_records(
    records: Iterable[AnyRecord], documents: Mapping[str, Document], wanted: RecordFilter
) -> tuple[AnyRecord, ...]:
    """``records`` with what their documents take from others, filtered by ``wanted``."""
    found = ((follow_link(one, documents[one.document_id]), one.document_id) for one in records)
    return tuple(
        record for record, place in found if keeps(record, wanted, Issuer.of(documents[place]))
    )


def _parent(document: Document, by_number: dict[str, list[Document]]) -> Document | None:
    if not document.attached_to:
        return None
    candidates = [
        other
        for other in by_number[number_key(document.attached_to)]
        if other.id != document.id
        and _issues(other, document)
        and agree(other.issuer, document.issuer)
        and agree(other.province, document.province)
        and (not document.date or not other.date or other.date <= document.date)
    ]
    if not candidates or (_years(candidates) > 1 and not document.date):
        return None
    return min(candidates, key=lambda other: (_rank(other), _descending(other.date)))


def _issues(parent: Document, child: Document) -> bool:
    """Whether ``parent`` can have issued ``child``: they do not hang on the same number."""
    if parent.attached_to is None:
        return parent.number is not None
    same = number_key(parent.attached_to) == number_key(child.attached_to or "")
    own = parent.number is not None and number_key(parent.number) != number_key(parent.attached_to)
    return own and not same


def agree(left: str | None, right: str | None) -> bool:
    """Whether two names may mean the same: equal but for accents and case, or one unknown."""
    return left is None or right is None or fold(left) == fold(right)


def _years(documents: list[Document]) -> int:
    return len({document.date[:4] for document in documents if document.date})


def _rank(document: Document) -> int:
    return _ISSUING.index(document.kind) if document.kind in _ISSUING else len(_ISSUING)


def _descending(date: str | None) -> int:
    return -int(date.replace("-", "")) if date else 0


def _linked(document: Document, parents: dict[str, Document]) -> Document:
    parent = parents.get(document.id)
    if parent is None:
        return document
    update: dict[str, object] = {"attached_document": parent.id}
    inherited: list[str] = []
    above: Document | None = parent
    for _ in range(_DEEPEST):
        if above is None:
            break
        for name in _INHERITED:
            known = getattr(document, name) is not None or name in update
            if not known and getattr(above, name) is not None:
                update[name] = getattr(above, name)
                inherited.append(name)
        above = parents.get(above.id)
    update["inherited"] = tuple(inherited)
    return document.model_copy(update=update)
