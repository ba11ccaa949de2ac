from __future__ import annotations

import json
from pathlib import Path

from assistant.answer import Answer, Turn
from assistant.batch import answer_lines
from tests.assistant.fakes import Parts
from vectorstore.errors import StoreError


def ask(parts: Parts, *lines: str | bytes | dict[str, object]) -> list[Answer]:
    raw = [
        line
        if isinstance(line, bytes)
        else (line if isinstance(line, str) else json.dumps(line)).encode()
        for line in lines
    ]
    return list(answer_lines(parts.service, raw))


def test_each_line_gives_an_answer_with_its_id_in_order(parts: Parts) -> None:
    answers = ask(parts, {"id": "b", "question": "hai?"}, {"id": 7, "question": "bảy?"})
    assert [(answer.id, answer.question) for answer in answers] == [("b", "hai?"), ("7", "bảy?")]


def test_a_line_that_cannot_be_read_is_refused_and_the_rest_goes_on(parts: Parts) -> None:
    answers = ask(
        parts,
        '{"id": "q1", "question": ',
        {"id": "q2"},
        {"id": "q3", "question": ""},
        "[1]",
        b'{"id": "q5", "question": "\xff"}',
        {"id": "q6", "question": "được?"},
    )
    assert [(answer.id, answer.status) for answer in answers] == [
        ("q1", "refused"),
        ("q2", "refused"),
        ("q3", "refused"),
        ("line-4", "refused"),
        ("q5", "answered"),
        ("q6", "answered"),
    ]
    assert all(answer.reason and "Dòng" in answer.reason for answer in answers[:4])
    assert "“question”" in (answers[1].reason or "")
    assert all("total" in answer.timings_ms for answer in answers[:4])


def test_blank_lines_and_a_byte_order_mark_are_passed_over(parts: Parts) -> None:
    answers = ask(parts, b'\xef\xbb\xbf{"id": "1", "question": "x"}', "  ", "")
    assert [answer.id for answer in answers] == ["1"]


def test_an_unknown_document_is_refused_on_its_line(parts: Parts) -> None:
    (answer,) = ask(parts, {"id": "1", "question": "x", "documents": ["lạ"]})
    assert answer.status == "refused"
    assert "lạ" in (answer.reason or "")


def test_a_failing_store_is_a_refusal_of_its_line(parts: Parts) -> None:
    parts.answerer.error = StoreError("Kho đang bận; hãy thử lại.")
    (answer,) = ask(parts, {"id": "1", "question": "x"})
    assert (answer.status, answer.reason) == ("refused", "Kho đang bận; hãy thử lại.")


def test_history_may_be_turns_questions_or_messages(parts: Parts) -> None:
    ask(
        parts,
        {"id": "1", "question": "x", "history": [{"question": "a", "answer": "b"}, "c"]},
        {
            "id": "2",
            "question": "x",
            "history": [
                {"role": "user", "content": "a"},
                {"role": "assistant", "content": "b"},
            ],
        },
        {"id": "3", "question": "x", "history": None, "documents": None},
    )
    both = (Turn(question="a", answer="b"),)
    assert [asked[1] for asked in parts.answerer.asked] == [
        (*both, Turn(question="c")),
        both,
        (),
    ]


def test_documents_of_the_call_hold_where_a_line_names_none(parts: Parts, papers: Path) -> None:
    one, two = parts.service.ingest([papers]).documents[:2]
    lines = [
        b'{"id": "1", "question": "x"}',
        json.dumps({"id": "2", "question": "x", "documents": [two.id]}).encode(),
    ]
    list(answer_lines(parts.service, lines, documents=[one.id]))
    assert [asked[2] for asked in parts.answerer.asked] == [(one.id,), (two.id,)]
