"""Reads a chat model's reply within a total time, whatever the endpoint does meanwhile."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage
    from langchain_core.runnables import Runnable

_SENTENCE_END = tuple(".!?…:)]”\"'*|\n")


class ModelFailure(Exception):
    """The model's reply cannot be used. ``str()`` is a Vietnamese clause: what the model did."""


class _Ended:
    """Put behind the last chunk."""


def read_reply(
    chain: Runnable[Any, BaseMessage], value: object, *, seconds: float, characters: int
) -> Iterator[str]:
    """The pieces of the reply as they arrive.

    The time is counted over the whole reply, so an endpoint that sends a byte now and then is cut
    off too. An endpoint that answers a streamed request with nothing is asked once more without
    streaming. The request runs in a thread of its own, which ends with its next chunk.

    Raises:
        ModelFailure: time is up, the endpoint failed, the reply is empty, endless or was cut off.
    """
    deadline = time.monotonic() + seconds
    chunks: queue.Queue[BaseMessage | Exception | _Ended] = queue.Queue()
    stop = threading.Event()
    threading.Thread(
        target=_pump, args=(chain, value, chunks, stop), name="chat-model", daemon=True
    ).start()
    text, finish = "", None
    try:
        while True:
            chunk = _next(chunks, deadline, seconds=seconds)
            if isinstance(chunk, _Ended):
                break
            piece = str(chunk.text)
            finish = chunk.response_metadata.get("finish_reason") or finish
            text += piece
            if len(text) > characters:
                raise ModelFailure("trả lời dài bất thường")
            if piece:
                yield piece
    finally:
        stop.set()
    if not text.strip():
        raise ModelFailure("không trả lời gì")
    if finish == "length" or (finish is None and not text.rstrip(" ").endswith(_SENTENCE_END)):
        raise ModelFailure("bị ngắt giữa chừng")


def _next(
    chunks: queue.Queue[BaseMessage | Exception | _Ended], deadline: float, *, seconds: float
) -> BaseMessage | _Ended:
    try:
        chunk = chunks.get(timeout=max(0.0, deadline - time.monotonic()))
    except queue.Empty:
        raise ModelFailure(f"không trả lời xong trong {seconds:g} giây") from None
    if time.monotonic() > deadline:
        raise ModelFailure(f"không trả lời xong trong {seconds:g} giây")
    if isinstance(chunk, Exception):
        raise ModelFailure(_what_failed(chunk)) from chunk
    return chunk


def _what_failed(error: Exception) -> str:
    status = getattr(error, "status_code", None)
    if isinstance(status, int):
        return f"báo lỗi HTTP {status}"
    if "timeout" in type(error).__name__.lower():
        return "không trả lời kịp"
    return f"không gọi được ({type(error).__name__})"


def _pump(
    chain: Runnable[Any, BaseMessage],
    value: object,
    chunks: queue.Queue[BaseMessage | Exception | _Ended],
    stop: threading.Event,
) -> None:
    try:
        for chunk in _replies(chain, value, stop):
            if stop.is_set():
                return
            chunks.put(chunk)
    except Exception as error:  # noqa: BLE001 - every provider raises its own; raised by the reader
        chunks.put(error)
    else:
        chunks.put(_Ended())


def _replies(
    chain: Runnable[Any, BaseMessage], value: object, stop: threading.Event
) -> Iterator[BaseMessage]:
    said = False
    try:
        for chunk in chain.stream(value):
            said = said or bool(str(chunk.text).strip())
            yield chunk
    except ValueError:
        # LangChain's word for a stream without a single event: the endpoint may not stream.
        if said:
            raise
    if not said and not stop.is_set():
        yield chain.invoke(value)
