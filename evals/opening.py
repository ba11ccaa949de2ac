"""A service over a throw-away index: no network, no model; vectors only where asked for."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.asking.answerer import RuleAnswerer
from assistant.local import LocalService
from assistant.service import Service
from assistant.store import Answerer, Reader
from assistant.uploads import UploadFolder
from evals.errors import DocumentsMissing
from ingest import pipeline
from ingest.readers import registry
from vectorstore.embeddings.factory import EmbeddingSpec, create_embeddings
from vectorstore.index import Index

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings


@contextmanager
def opened(
    files: Sequence[Path],
    *,
    today: Callable[[], date],
    dense: bool = False,
    phrased: Callable[[Answerer], Answerer] | None = None,
) -> Iterator[Service]:
    """A service that has read ``files``; ``dense`` adds the bundled embedding model.

    ``phrased`` puts a chat model around the answerer.

    Raises:
        DocumentsMissing: a file could not be read.
    """
    spec = EmbeddingSpec(provider="bundled")
    embeddings: Embeddings | None = create_embeddings(spec) if dense else None
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cchc-evals-")))
        index = stack.enter_context(
            Index.open(folder, embeddings, identity=spec.identity if dense else None)
        )
        rules = RuleAnswerer(index, today=today)
        answerer = phrased(rules) if phrased else rules
        service = LocalService(
            index,
            lambda: answerer,
            reader=_reader,
            data_dir=folder,
            uploads=UploadFolder(folder / "uploads"),
        )
        read = service.ingest([*files], wait=dense).documents
        failed = [document.file for document in read if document.status == "failed"]
        if failed:
            raise DocumentsMissing(f"could not be read: {', '.join(failed)}")
        yield service


def _reader() -> Reader:
    return Reader(
        read=pipeline.read_file,
        document_id=pipeline.document_id,
        is_supported=registry.is_supported,
        version=pipeline.READER_VERSION,
    )
