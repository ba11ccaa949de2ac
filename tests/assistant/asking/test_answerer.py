"""The answerer around the rules: streaming, chain, changed documents, speed of import."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

from assistant.answer import Turn
from assistant.asking.answerer import RuleAnswerer
from assistant.asking.chain import asking_chain
from tests.assistant.asking.documents import all_readings, framework, yearly_plan
from tests.assistant.asking.fakes import FakeIndex

TODAY = date(2024, 2, 20)
ROOT = Path(__file__).resolve().parents[3]


def test_the_stream_ends_with_the_answer_its_tokens_spelt() -> None:
    answerer = RuleAnswerer(FakeIndex(all_readings()), today=lambda: TODAY)
    events = list(answerer.stream("tỷ lệ hồ sơ đúng hạn", answer_id="a1"))
    assert events[0].kind == "step"
    assert "4 văn bản" in events[0].text
    assert events[-1].kind == "answer"
    answer = events[-1].answer
    assert answer is not None
    assert answer.id == "a1"
    assert "".join(event.text for event in events if event.kind == "token") == answer.answer


def test_the_chain_gives_the_same_answer() -> None:
    answerer = RuleAnswerer(FakeIndex(all_readings()), today=TODAY)
    question = "mức độ hài lòng của Phú Thọ năm 2031"
    grounded = asking_chain(answerer).invoke({"question": question, "answer_id": "x"})
    direct = answerer.answer(question)
    assert grounded.answer.answer == direct.answer
    assert grounded.answer.id == "x"


def test_the_chain_reads_the_conversation() -> None:
    answerer = RuleAnswerer(FakeIndex(all_readings()), today=TODAY)
    history = [Turn(question="mức độ hài lòng của Phú Thọ năm 2026")]
    grounded = asking_chain(answerer).invoke({"question": "còn năm 2031?", "history": history})
    assert "≥ 95%" in grounded.answer.answer


def test_a_replaced_document_is_read_again() -> None:
    index = FakeIndex([yearly_plan(), framework()])
    answerer = RuleAnswerer(index, today=TODAY)
    question = "giao dịch thanh toán trực tuyến giai đoạn 2027-2031"
    assert "≥ 75%" in answerer.answer(question).answer
    old = framework()
    changed = tuple(
        target.model_copy(update={"value": "77"}) if target.value == "75" else target
        for target in old.targets
    )
    index.put(old.model_copy(update={"targets": changed, "sha256": "1"}))
    assert "≥ 77%" in answerer.answer(question).answer


def test_a_removed_document_is_not_answered_from() -> None:
    index = FakeIndex(all_readings())
    answerer = RuleAnswerer(index, today=TODAY)
    assert answerer.answer("tỷ lệ hồ sơ đúng hạn").status == "answered"
    index.drop("report24")
    assert answerer.answer("tỷ lệ hồ sơ đúng hạn").status == "refused"


def test_among_very_many_documents_those_that_search_points_at_are_asked() -> None:
    plan = yearly_plan()
    copies = [
        plan.model_copy(
            update={
                "document": plan.document.model_copy(
                    update={"id": f"d{number}", "number": f"{number}/KH-STP"}
                ),
                "targets": (),
                "tasks": (),
                "units": (),
                "refs": (),
            }
        )
        for number in range(1000, 1200)
    ]
    answerer = RuleAnswerer(FakeIndex([*copies, *all_readings()]), today=TODAY)
    assert "98,4 %" in answerer.answer("tỷ lệ hồ sơ đúng hạn").answer
    assert "2022-03-04" in answerer.answer("kế hoạch 402/KH-STP ban hành ngày nào").answer


def test_the_same_question_gets_the_same_answer() -> None:
    answerer = RuleAnswerer(FakeIndex(all_readings()), today=TODAY)
    first = answerer.answer("đơn vị nào chủ trì thanh toán trực tuyến?")
    second = answerer.answer("đơn vị nào chủ trì thanh toán trực tuyến?")
    assert first.answer == second.answer
    assert first.citations == second.citations


def test_plain_asking_does_not_import_langchain() -> None:
    code = (
        "import sys, assistant.asking.answerer; "
        "print(any(name.startswith('langchain') for name in sys.modules))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "False"


def test_hostile_questions_are_answered_without_failing() -> None:
    answerer = RuleAnswerer(FakeIndex(all_readings()), today=TODAY)
    for question in ("?", "[1] | ** <b>", "1/2/2024", "99/99/9999", "a" * 5000, "quý 9", "…", "%"):
        assert answerer.answer(question).status in {"answered", "refused", "clarify"}
