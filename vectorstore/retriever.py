"""The index as a LangChain retriever."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict, Field, SkipValidation

from vectorstore.index import Index
from vectorstore.search import SearchFilter, SearchHit


class EvidenceRetriever(BaseRetriever):
    """Finds evidence units; ``page_content`` is the text a person is shown.

    Metadata: ``unit_id``, ``document_id``, ``kind``, ``record_id``, ``source`` (the contract's
    JSON), ``score``, and ``similarity`` (cosine) where dense search found the unit.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: SkipValidation[Index]
    k: int = Field(default=10, ge=1)
    search_filter: SearchFilter = SearchFilter()

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - LangChain's signature
    ) -> list[LangChainDocument]:
        hits = self.index.search(query, k=self.k, search_filter=self.search_filter)
        return [as_langchain_document(hit) for hit in hits]


def as_langchain_document(hit: SearchHit) -> LangChainDocument:
    """A hit in LangChain's own form."""
    unit = hit.unit
    return LangChainDocument(
        id=unit.id,
        page_content=unit.text,
        metadata={
            "unit_id": unit.id,
            "document_id": unit.document_id,
            "kind": unit.kind,
            "record_id": unit.record_id,
            "source": unit.source.model_dump(mode="json", by_alias=True),
            "score": hit.score,
            "similarity": hit.similarity,
        },
    )
