"""The documents that a draft rests on: read once, kept with it, read again for a new draft."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from assistant.drafting.store import DraftStore, digest_of
from assistant.drafting.stored import SourceRef, SourceRole, StoredDraft
from assistant.errors import BadRequest
from assistant.service import DraftOrder, Given, NewerSources, Progress
from ingest.model import Reading
from vectorstore.errors import UnknownDocument

if TYPE_CHECKING:
    from assistant.drafting.material import Material
    from assistant.shelf import Shelf


class Sources:
    """Reads sources from ``shelf``, or as they were kept in ``store``."""

    def __init__(self, shelf: Shelf, store: DraftStore) -> None:
        self._shelf = shelf
        self._store = store

    def ordered(
        self, order: DraftOrder, progress: Progress | None
    ) -> tuple[tuple[SourceRef, ...], dict[str, Reading]]:
        """The documents of an order, read; see :meth:`read`."""
        given: list[tuple[SourceRole, Given]] = [
            ("annex", order.annex),
            *(("plan", plan) for plan in order.plans),
        ]
        if order.previous is not None:
            given.append(("previous", order.previous))
        return self.read(given, progress)

    def read(
        self, given: Sequence[tuple[SourceRole, Given]], progress: Progress | None
    ) -> tuple[tuple[SourceRef, ...], dict[str, Reading]]:
        """Read documents in their roles: the references, and the readings by digest."""
        if progress:
            progress("Đọc tài liệu nguồn", 0, len(given))
        with ExitStack() as opened:
            read = opened.enter_context(self._shelf.opened([one for _, one in given]))
            readings = [one.reading for one in read]
        if progress:
            progress("Đọc tài liệu nguồn", len(given), len(given))
        digests = [digest_of(reading) for reading in readings]
        sources = tuple(
            SourceRef(
                role=role,
                digest=digest,
                document_id=reading.document.id,
                file=reading.document.file,
                indexed=isinstance(one, str),
            )
            for (role, one), digest, reading in zip(given, digests, readings, strict=True)
        )
        return sources, dict(zip(digests, readings, strict=True))

    def renewed(
        self,
        before: StoredDraft,
        newer: NewerSources,
        progress: Progress | None,
    ) -> tuple[tuple[SourceRef, ...], dict[str, Reading]]:
        """The sources of a new draft: those given, and the old ones of the other roles.

        A document of the index is read again, so that its corrections count; one that has left
        the index stays as it was read.
        """
        sources: list[SourceRef] = []
        readings: dict[str, Reading] = {}
        roles: dict[SourceRole, Sequence[Given] | None] = {
            "annex": None if newer.annex is None else (newer.annex,),
            "plan": newer.plans,
            "previous": None if newer.previous is None else (newer.previous,),
        }
        for role, given in roles.items():
            if given is not None:
                found, read = self.read([(role, one) for one in given], progress)
                sources += found
                readings.update(read)
                continue
            for old in before.of_role(role):
                found, read = self._again(before.id, old)
                sources += found
                readings.update(read)
        return tuple(sources), readings

    def _again(
        self, draft_id: str, old: SourceRef
    ) -> tuple[tuple[SourceRef, ...], dict[str, Reading]]:
        if old.indexed:
            try:
                return self.read([(old.role, old.document_id)], None)
            except UnknownDocument:
                pass
        return (old,), {old.digest: self._store.reading(draft_id, old.digest)}

    @staticmethod
    def material(
        sources: Sequence[SourceRef],
        readings: dict[str, Reading],
        *,
        year: int,
        quarter: int | None,
        issuer: str | None,
    ) -> Material:
        """The sources as material. Raises ``BadRequest`` for an annex without indicators."""
        from assistant.drafting.material import prepare

        annex, *others = [(one.role, readings[one.digest]) for one in sources]
        if not annex[1].indicators:
            raise BadRequest(
                f"Phụ lục “{annex[1].document.file}” không có số liệu thống kê nào đọc được; hãy "
                "chọn phụ lục có bảng chỉ tiêu và số liệu."
            )
        plans = [reading for role, reading in others if role == "plan"]
        previous = [reading for role, reading in others if role == "previous"]
        return prepare(
            annex[1],
            year=year,
            plans=plans,
            previous=previous[0] if previous else None,
            quarter=quarter,
            issuer=issuer,
        )
