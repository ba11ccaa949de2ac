"""The service of a running server, spoken to over HTTP. Raises what a local service would."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError

from assistant.answer import (
    Answer,
    Check,
    CorrectionList,
    DocumentDetails,
    DocumentList,
    Health,
    SearchResults,
    Turn,
)
from assistant.api.events import decode
from assistant.api.models import OWNER_HEADER, Problem
from assistant.errors import ServerUnreachable, from_code
from assistant.feedback import FeedbackReceipt, Opinion
from assistant.parts import part_of, segment
from assistant.remote_drafts import RemoteDrafts
from assistant.service import AskEvent, Given, Progress, Upload
from ingest.model import AnyRecord, Correction, Indicator, RecordKind, Ref, Target, Task
from vectorstore.search import RecordFilter

_Model = TypeVar("_Model", bound=BaseModel)
_RECORDS: dict[RecordKind, TypeAdapter[tuple[AnyRecord, ...]]] = {
    "targets": TypeAdapter(tuple[Target, ...]),
    "tasks": TypeAdapter(tuple[Task, ...]),
    "indicators": TypeAdapter(tuple[Indicator, ...]),
    "refs": TypeAdapter(tuple[Ref, ...]),
}
_CONNECT_SECONDS = 1.0
_ANSWER_SECONDS = 600.0


class NobodyListens(ServerUnreachable):
    """The address refuses connections: the server is gone, or not there yet."""


class RemoteService(RemoteDrafts):
    """Implements :class:`assistant.service.Service` over ``url``.

    ``token`` is the owner token of the server's data folder, which lets it ingest by path.
    ``transport`` replaces the network in tests.
    """

    def __init__(
        self, url: str, *, token: str | None = None, transport: httpx.BaseTransport | None = None
    ) -> None:
        self.url = url
        self._client = httpx.Client(
            base_url=f"{url.rstrip('/')}/api/v1",
            headers={OWNER_HEADER: token} if token else {},
            timeout=httpx.Timeout(_ANSWER_SECONDS, connect=_CONNECT_SECONDS),
            trust_env=False,  # a proxy from the environment must not see this
            transport=transport,
        )

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def probe(self) -> None:
        """Raise ``ServerUnreachable`` unless the server answers within a second."""
        self._call("GET", "/health", Health, timeout=_CONNECT_SECONDS)

    def ingest(
        self, paths: Sequence[Path], *, wait: bool = True, progress: Progress | None = None
    ) -> DocumentList:
        """See :meth:`Service.ingest`. Vectors follow in the server, whether ``wait`` or not."""
        del wait
        if progress:
            progress("Máy chủ đang đọc", 0, len(paths))
        body = {"paths": [str(path.absolute()) for path in paths]}
        return self._call("POST", "/documents", DocumentList, json=body, timeout=None)

    def upload(self, files: Sequence[Upload], *, wait: bool = False) -> DocumentList:
        """See :meth:`Service.upload`."""
        del wait
        parts = [("files", (file.name, file.content)) for file in files]
        return self._call("POST", "/documents", DocumentList, files=parts, timeout=None)

    def documents(self) -> DocumentList:
        """See :meth:`Service.documents`."""
        return self._call("GET", "/documents", DocumentList)

    def remove(self, document_ids: Sequence[str]) -> DocumentList:
        """See :meth:`Service.remove`."""
        known = [self.show(document_id).document for document_id in document_ids]
        for document in known:
            self._call("DELETE", f"/documents/{document.id}", DocumentList)
        return DocumentList(documents=tuple(known))

    def show(self, document_id: str) -> DocumentDetails:
        """See :meth:`Service.show`."""
        return self._call("GET", f"/documents/{segment(document_id)}", DocumentDetails)

    def correct(
        self,
        document_id: str,
        changes: Mapping[str, str | None],
        *,
        by: str,
        record_id: str | None = None,
    ) -> CorrectionList:
        """See :meth:`Service.correct`."""
        body = {"record": record_id, "changes": dict(changes), "by": by}
        path = f"/documents/{segment(document_id)}/corrections"
        return self._call("POST", path, CorrectionList, json=body)

    def undo_correction(self, correction_id: str) -> Correction:
        """See :meth:`Service.undo_correction`."""
        return self._call("DELETE", f"/corrections/{segment(correction_id)}", Correction)

    def corrections(self, document_id: str | None = None) -> CorrectionList:
        """See :meth:`Service.corrections`."""
        of_one = f"/documents/{segment(document_id)}" if document_id is not None else ""
        return self._call("GET", f"{of_one}/corrections", CorrectionList)

    def search(self, query: str, *, k: int = 10, documents: Sequence[str] = ()) -> SearchResults:
        """See :meth:`Service.search`."""
        body = {"query": query, "k": k, "documents": list(documents)}
        return self._call("POST", "/search", SearchResults, json=body)

    def records(
        self, kind: RecordKind, record_filter: RecordFilter | None = None
    ) -> tuple[AnyRecord, ...]:
        """See :meth:`Service.records`."""
        asked = record_filter or RecordFilter()
        conditions = {
            "document": list(asked.documents),
            "lead": asked.lead,
            "due_before": asked.due_before.isoformat() if asked.due_before else None,
            "section": asked.section,
        }
        params = {name: value for name, value in conditions.items() if value is not None}
        response = self._send("GET", f"/records/{kind}", params=params)
        try:
            return _RECORDS[kind].validate_python(json.loads(response.content)["records"])
        except (ValueError, KeyError, TypeError) as error:
            raise self._nonsense() from error

    def ask(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Answer:
        """See :meth:`Service.ask`."""
        body = _question(question, history, documents, answer_id)
        return self._call("POST", "/ask", Answer, json=body)

    def ask_stream(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Iterator[AskEvent]:
        """See :meth:`Service.ask_stream`."""
        body = _question(question, history, documents, answer_id)
        try:
            with self._client.stream(
                "POST", "/ask", json=body, headers={"accept": "text/event-stream"}
            ) as response:
                if response.is_error:
                    response.read()
                    self._raise_for(response)
                yield from decode(response.iter_lines())
        except httpx.HTTPError as error:
            raise self._unreachable(error) from error

    def check(
        self,
        document: Given,
        *,
        against: Sequence[Given] = (),
        form: bool = False,
    ) -> Check:
        """See :meth:`Service.check`. Files of this machine are sent to the server."""
        with ExitStack() as opened:
            parts = [
                part_of("document" if n == 0 else "against", one, opened)
                for n, one in enumerate((document, *against))
            ]
            parts += [("form", (None, "true"))] if form else []
            return self._call("POST", "/checks", Check, files=parts, timeout=None)

    def feedback(
        self,
        answer: Answer,
        *,
        opinion: Opinion,
        comment: str = "",
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
    ) -> FeedbackReceipt:
        """See :meth:`Service.feedback`."""
        body = {
            "answer": answer.model_dump(mode="json", by_alias=True),
            "opinion": opinion,
            "comment": comment,
            "history": [turn.model_dump() for turn in history],
            "documents": list(documents),
        }
        return self._call("POST", "/feedback", FeedbackReceipt, json=body)

    def health(self) -> Health:
        """See :meth:`Service.health`."""
        return self._call("GET", "/health", Health)

    def _call(self, method: str, path: str, model: type[_Model], **request: Any) -> _Model:  # noqa: ANN401
        response = self._send(method, path, **request)
        try:
            return model.model_validate_json(response.content)
        except ValidationError as error:
            raise self._nonsense() from error

    def _send(self, method: str, path: str, **request: Any) -> httpx.Response:  # noqa: ANN401
        if "timeout" in request:
            request["timeout"] = httpx.Timeout(request["timeout"], connect=_CONNECT_SECONDS)
        try:
            response = self._client.request(method, path, **request)
        except httpx.HTTPError as error:
            raise self._unreachable(error) from error
        if response.is_error:
            self._raise_for(response)
        return response

    def _raise_for(self, response: httpx.Response) -> None:
        try:
            problem = Problem.model_validate_json(response.content)
        except ValidationError as error:
            raise self._nonsense() from error
        raise from_code(problem.code, problem.detail)

    def _unreachable(self, error: httpx.HTTPError) -> ServerUnreachable:
        kind = NobodyListens if isinstance(error, httpx.ConnectError) else ServerUnreachable
        return kind(
            f"Máy chủ tại {self.url} không trả lời; hãy chờ nó khởi động xong hoặc tắt rồi mở lại."
        )

    def _nonsense(self) -> ServerUnreachable:
        return ServerUnreachable(
            f"Máy chủ tại {self.url} trả lời không đúng dạng; hãy dùng cùng một phiên bản cchc."
        )


def _question(
    question: str, history: Sequence[Turn], documents: Sequence[str], answer_id: str | None
) -> dict[str, object]:
    return {
        "question": question,
        "history": [turn.model_dump() for turn in history],
        "documents": list(documents),
        "id": answer_id,
    }
