"""What a reader says about an answer, kept with everything that it was made from.

Each piece is one JSON file in a folder that only the owner of the process can read. Nothing of it
is logged, and nobody is named: e-mail addresses, telephone and identity numbers are cut out of the
comment before it is written.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from assistant.answer import Answer, Turn
from assistant.errors import BadRequest, BadTarget
from ingest.model import Frozen

Opinion = Literal["right", "wrong"]

LONGEST_COMMENT = 2000
_LONGEST_FILE = 2_000_000
_MOST_FILES = 10_000
_CUT = "[…]"
_PERSONAL = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an address
    r"|(?<![\w.,/])(?:\+84|0)(?:[ .-]?\d){9}(?![\w/])"  # a telephone
    r"|(?<![\w.,/])\d{12}(?![\w/])"  # an identity card
)


class AskedDocument(Frozen):
    """A document that could be answered from: which file, and as which program read it."""

    id: str
    file: str
    sha256: str | None = None
    reader_version: str | None = None
    revision: int | None = None


class Versions(Frozen):
    """What answered."""

    program: str | None = None
    embedding_model: str | None = None
    chat_model: str | None = None


class Feedback(Frozen):
    """An answer that somebody called right or wrong, with the state it was given in.

    ``chosen`` are the documents that the question was narrowed to; ``documents`` all that could be
    answered from.
    """

    id: str
    at: str
    opinion: Opinion
    comment: str = ""
    question: str
    history: tuple[Turn, ...] = ()
    chosen: tuple[str, ...] = ()
    answer: Answer
    documents: tuple[AskedDocument, ...] = ()
    versions: Versions = Versions()


class FeedbackReceipt(Frozen):
    """What became of a piece of feedback: the name it is kept under."""

    id: str


class FeedbackFolder:
    """The folder that feedback is kept in until somebody reviews it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, feedback: Feedback) -> FeedbackReceipt:
        """Write one piece.

        Raises:
            BadRequest: it is too large.
            BadTarget: the folder is full, or cannot be written to.
        """
        text = feedback.model_dump_json(by_alias=True, indent=1)
        if len(text.encode()) > _LONGEST_FILE:
            raise BadRequest("Góp ý kèm câu trả lời dài quá 2 MB; hãy góp ý cho một câu ngắn hơn.")
        path = self._folder / f"{feedback.id}.json"
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if sum(1 for _ in self._folder.glob("*.json")) >= _MOST_FILES:
                raise BadTarget(
                    f"Thư mục góp ý “{self._folder.name}” đã đủ {_MOST_FILES} góp ý; "
                    "hãy nhờ người phụ trách chuyển bớt đi."
                )
            path.touch(mode=0o600)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise BadTarget(
                f"Không ghi được góp ý vào thư mục “{self._folder.name}”; "
                "hãy nhờ người phụ trách kiểm tra quyền ghi."
            ) from error
        return FeedbackReceipt(id=feedback.id)


def make_feedback(
    answer: Answer,
    *,
    opinion: Opinion,
    comment: str,
    history: Sequence[Turn],
    chosen: Sequence[str],
    documents: Sequence[AskedDocument],
    versions: Versions,
) -> Feedback:
    """A piece of feedback of this moment, its comment without personal identifiers.

    Raises:
        BadRequest: the comment is too long.
    """
    if len(comment) > LONGEST_COMMENT:
        raise BadRequest(
            f"Ý kiến dài {len(comment)} ký tự; hãy rút gọn còn tối đa {LONGEST_COMMENT} ký tự."
        )
    now = datetime.now().astimezone()
    return Feedback(
        id=f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(4)}",
        at=now.isoformat(timespec="seconds"),
        opinion=opinion,
        comment=without_identifiers(comment.strip()),
        question=answer.question,
        history=tuple(history),
        chosen=tuple(chosen),
        answer=answer,
        documents=tuple(documents),
        versions=versions,
    )


def without_identifiers(comment: str) -> str:
    """A comment with addresses, telephone and identity numbers cut out; figures stay."""
    return _PERSONAL.sub(_CUT, comment)


def program_version() -> str | None:
    """The installed version; ``None`` where the program is run without being installed."""
    try:
        return version("tro-ly-cchc")
    except PackageNotFoundError:
        return None
