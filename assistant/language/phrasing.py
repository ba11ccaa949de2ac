"""A chat model phrases the rule-made answer; what it writes is verified before anyone sees it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation, Turn
from assistant.language.assembly import Assembly
from assistant.language.evidence import read_evidence
from assistant.language.streaming import ModelFailure, read_reply
from assistant.service import AskEvent
from assistant.store import Answerer
from ingest.model import Source
from prompts.loader import load_prompt

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage
    from langchain_core.runnables import Runnable

_LONGEST = 6000
"""Characters of a rule-made answer above which it is a list to be read, not prose to be phrased."""

_LONGEST_REPLY = 30_000
"""Characters after which a reply is given up; models that think aloud first need most of them."""


@dataclass(frozen=True, slots=True)
class Phrasing:
    """What came of one reply, counted in sentences.

    ``kept`` are the model's own, ``replaced`` gave way to a rule-made line, ``refused`` were left
    out, ``added`` are rule-made lines for what the model left out. ``failure`` says why a whole
    reply could not be used; then the rule-made answer stands alone.
    """

    kept: int = 0
    replaced: int = 0
    refused: int = 0
    added: int = 0
    failure: str | None = None


class ModelPhraser:
    """Answers like the answerer inside, in the words of a chat model where these hold.

    Refusals and questions back pass unchanged. A sentence is shown only after it was verified; one
    that fails is replaced by the rule-made line of its citation, what the model left out is added,
    and ``Answer.notes`` says so. When the model fails as a whole the rule-made answer stands.
    ``timeout`` bounds the whole reply in seconds. ``observe`` is told what came of each reply.
    """

    def __init__(
        self,
        answerer: Answerer,
        model: BaseChatModel,
        *,
        model_name: str,
        timeout: float = 60.0,
        observe: Callable[[Phrasing], None] = lambda _: None,
    ) -> None:
        self._answerer = answerer
        self._chain = phrasing_chain(model)
        self._model_name = model_name
        self._timeout = timeout
        self._observe = observe

    def answer(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Answer:
        """One answer; ``writer`` is the model's name if any of its sentences is kept."""
        ruled = self._answerer.answer(
            question, history=history, documents=documents, answer_id=answer_id
        )
        return _last(self._phrased(ruled))

    def stream(
        self,
        question: str,
        *,
        history: Sequence[Turn] = (),
        documents: Sequence[str] = (),
        answer_id: str | None = None,
    ) -> Iterator[AskEvent]:
        """The same as events. Tokens are whole verified sentences or rule-made lines."""
        ruled: Answer | None = None
        for event in self._answerer.stream(
            question, history=history, documents=documents, answer_id=answer_id
        ):
            if event.kind == "step":
                yield event
            ruled = event.answer or ruled
        if ruled is None:
            raise RuntimeError("the answerer's stream ended without an answer")
        yield from self._phrased(ruled)

    def runnable(self) -> Runnable[str, Answer]:
        """Question in, answer out, for composing with other LangChain parts."""
        from langchain_core.runnables import RunnableLambda

        return RunnableLambda(self.answer)

    def _phrased(self, ruled: Answer) -> Iterator[AskEvent]:
        if ruled.status != "answered" or not ruled.citations or len(ruled.answer) > _LONGEST:
            yield AskEvent("token", ruled.answer)
            yield AskEvent("answer", answer=ruled)
            return
        yield AskEvent("step", f"Mô hình {self._model_name} đang diễn đạt; từng câu được đối chiếu")
        began = time.monotonic()
        assembly = Assembly(read_evidence(ruled))
        try:
            pieces = read_reply(
                self._chain,
                ruled,
                seconds=self._timeout,
                characters=_LONGEST_REPLY,
            )
            for piece in pieces:
                yield from (AskEvent("token", shown) for shown in assembly.feed(piece))
            yield from (AskEvent("token", shown) for shown in assembly.finish())
        except ModelFailure as failure:
            note = f"Mô hình {self._model_name} {failure}; câu trả lời lập theo quy tắc được dùng."
            self._observe(_counted(assembly, failure=str(failure)))
            yield AskEvent("step", note)
            if not assembly.text:
                yield AskEvent("token", ruled.answer)
            yield AskEvent("answer", answer=_with_notes(ruled, [note], began=began))
            return
        self._observe(_counted(assembly))
        yield AskEvent("answer", answer=self._assembled(ruled, assembly, began=began))

    def _assembled(self, ruled: Answer, assembly: Assembly, *, began: float) -> Answer:
        notes = list(assembly.notes)
        if not assembly.kept:
            notes.append("Không câu nào của mô hình được giữ; đây là câu trả lời lập theo quy tắc.")
            return _with_notes(ruled, notes, began=began)
        if assembly.appended:
            notes.append(
                f"Đã thêm {assembly.appended} dòng lập theo quy tắc vì mô hình nêu không đủ."
            )
        phrased = ruled.model_copy(
            update={"answer": assembly.text.strip(), "writer": self._model_name}
        )
        return _with_notes(phrased, notes, began=began)


def _counted(assembly: Assembly, *, failure: str | None = None) -> Phrasing:
    return Phrasing(
        kept=assembly.kept,
        replaced=assembly.replaced,
        refused=assembly.dropped,
        added=assembly.appended,
        failure=failure,
    )


def phrasing_chain(model: BaseChatModel) -> Runnable[Answer, BaseMessage]:
    """Rule-made answer in, the model's reply out: prompt, then model."""
    from langchain_core.runnables import RunnableLambda

    return RunnableLambda(messages_for) | model


def messages_for(ruled: Answer) -> list[BaseMessage]:
    """The prompt for one rule-made answer: its numbered evidence as data, and its text."""
    from langchain_core.messages import HumanMessage, SystemMessage

    system, user = load_prompt("phrase_answer").render(
        {
            "question": ruled.interpreted_as or ruled.question,
            "evidence": "\n".join(_shown(citation) for citation in ruled.citations),
            "answer": ruled.answer,
        }
    )
    return [SystemMessage(system), HumanMessage(user)]


def _shown(citation: Citation) -> str:
    source = citation.source
    place = [source.file, *source.section]
    place += [f"bảng {source.table}"] if source.table is not None else []
    place += [f"dòng {source.row}"] if source.row is not None else []
    place += [f"cột {source.column}"] if source.column else []
    quotes = " / ".join(f"“{quote}”" for quote in _quotes(source))
    # A document must not be able to close the block it stands in.
    return f"[{citation.n}] ({', '.join(place)}) {quotes}".replace("<<<", "‹").replace(">>>", "›")


def _quotes(source: Source) -> list[str]:
    return [source.quote, *(quote for part in source.parts for quote in _quotes(part))]


def _with_notes(answer: Answer, notes: list[str], *, began: float) -> Answer:
    spent = round((time.monotonic() - began) * 1000, 1)
    timings = dict(answer.timings_ms)
    timings["language"] = spent
    timings["total"] = round(timings.get("total", 0.0) + spent, 1)
    return answer.model_copy(update={"notes": (*answer.notes, *notes), "timings_ms": timings})


def _last(events: Iterator[AskEvent]) -> Answer:
    answers = [event.answer for event in events if event.answer is not None]
    return answers[-1]
