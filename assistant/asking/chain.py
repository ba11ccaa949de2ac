"""Asking as a LangChain ``Runnable``: understand, retrieve, answer.

Imported only by those who want to compose with LangChain; plain asking does not pay for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import TypedDict

from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableLambda, RunnablePassthrough

from assistant.answer import Answer, Turn
from assistant.asking.answerer import RuleAnswerer, Understood


class Question(TypedDict, total=False):
    """What goes into the chain; only ``question`` is required."""

    question: str
    history: Sequence[Turn]
    documents: Sequence[str]
    answer_id: str


@dataclass(frozen=True, slots=True)
class Grounded:
    """What comes out: the answer, and the passages the retriever found beside it."""

    answer: Answer
    retrieved: tuple[LangChainDocument, ...] = ()


def asking_chain(
    answerer: RuleAnswerer, *, retriever: BaseRetriever | None = None
) -> Runnable[Question, Grounded]:
    """``understand -> retrieve -> answer``; input is a :class:`Question`."""

    def understand(asked: Question) -> Understood:
        return answerer.understand(
            asked["question"],
            history=asked.get("history", ()),
            documents=asked.get("documents", ()),
        )

    def retrieve(state: dict[str, Understood]) -> list[LangChainDocument]:
        if retriever is None:
            return []
        return retriever.invoke(state["understood"].query.standalone)

    def answer(state: dict[str, object]) -> Grounded:
        understood, asked, found = state["understood"], state["asked"], state["retrieved"]
        if not isinstance(understood, Understood) or not isinstance(asked, dict):
            raise TypeError("asking_chain: unexpected state")
        started = perf_counter()
        composed = answerer.compose(understood)
        finished = answerer.finish(
            composed,
            understood,
            answer_id=asked.get("answer_id"),
            question=asked["question"],
            started=started,
        )
        return Grounded(finished, tuple(found) if isinstance(found, list) else ())

    prepared: Runnable[Question, dict[str, object]] = RunnableLambda(
        lambda asked: {"asked": asked, "understood": understand(asked)}, name="understand"
    )
    return (
        prepared
        | RunnablePassthrough.assign(retrieved=RunnableLambda(retrieve, name="retrieve"))
        | RunnableLambda(answer, name="answer")
    )
