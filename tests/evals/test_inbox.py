"""Feedback on its way from a data folder to a case."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from assistant.answer import Answer, Citation, Turn
from assistant.feedback import AskedDocument, FeedbackFolder, Versions, make_feedback
from evals.case import load
from evals.errors import BadFeedback
from evals.inbox.__main__ import main
from evals.inbox.promoting import begin_review, promote, review_file
from evals.inbox.waiting import Waiting, collect, find, waiting, waiting_line
from evals.mine.questions import read_folder
from tests.evals.builders import source


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def kept(folder: Path, question: str = "Ai chủ trì khảo sát mức độ hài lòng?") -> str:
    answer = Answer(
        id="a",
        question=question,
        status="answered",
        answer="Phòng Hai [1]",
        interpreted_as=question,
        citations=(Citation(n=1, source=source("Phòng Hai", row=2)),),
    )
    given = make_feedback(
        answer,
        opinion="wrong",
        comment="Phải là Văn phòng Sở",
        history=[Turn(question="Kế hoạch năm 2026 có gì?")],
        chosen=(),
        documents=[AskedDocument(id="d", file="ke-hoach-2026.docx")],
        versions=Versions(),
    )
    return FeedbackFolder(folder).keep(given).id


def told(inbox: Path, *arguments: str) -> Result:
    command, *rest = arguments
    return CliRunner().invoke(main, [command, "--inbox", str(inbox), *rest])


def reviewed(inbox: Path, **changes: object) -> Waiting:
    (piece,) = waiting(inbox)
    review = yaml.safe_load(begin_review(piece).read_text(encoding="utf-8"))
    review |= {
        "id": "s-feedback-01",
        "kind": "lead",
        "tags": ["table"],
        "must_contain": [["Văn phòng Sở"]],
        "gold": [{"file": "ke-hoach-2026.docx", "words": "Khảo sát mức độ hài lòng"}],
    } | changes
    review_file(piece).write_text(yaml.safe_dump(review, allow_unicode=True), encoding="utf-8")
    return piece


def test_feedback_of_a_data_folder_is_imported_once(tmp_path: Path, inbox: Path) -> None:
    data = tmp_path / "data"
    name = kept(data / "feedback")
    done = told(inbox, "import", str(data))
    assert "1 imported; 1 wait" in done.output
    assert list((data / "feedback").iterdir()) == []
    assert find(name[:8], inbox).feedback.comment == "Phải là Văn phòng Sở"
    assert "0 imported; 1 wait" in told(inbox, "import", str(data)).output
    assert "to review: 1" in waiting_line(inbox)


def test_the_list_and_the_review_show_the_whole_state(inbox: Path) -> None:
    name = kept(inbox)
    assert "Phải là Văn phòng Sở" in told(inbox, "list").output
    shown = told(inbox, "review", name).output
    for part in ("Kế hoạch năm 2026 có gì?", "Phòng Hai [1]", "table 1, row 2", "ke-hoach-2026"):
        assert part in shown


def test_a_reviewed_piece_becomes_a_case(tmp_path: Path, inbox: Path) -> None:
    kept(inbox)
    cases = tmp_path / "cases"
    cases.mkdir()
    target = promote(reviewed(inbox), cases=cases)
    (case,) = load([target])
    assert (case.id, case.kind, case.documents) == ("s-feedback-01", "lead", "samples")
    assert [turn.question for turn in case.history] == ["Kế hoạch năm 2026 có gì?"]
    assert case.expected.gold[0].table == 1
    assert waiting(inbox) == ()
    assert len(list((inbox / "promoted").iterdir())) == 2


def test_a_piece_about_ones_own_documents_joins_ones_own_questions(
    tmp_path: Path, inbox: Path
) -> None:
    kept(inbox)
    own = tmp_path / "own"
    own.mkdir()
    (own / "a.txt").write_text("Văn phòng Sở khảo sát mức độ hài lòng.\n", encoding="utf-8")
    (own / "questions.yaml").write_text(
        "questions:\n  - {question: Cái gì, unanswerable: absent}\n", encoding="utf-8"
    )
    gold = [{"file": "a.txt", "words": "khảo sát"}]
    promote(reviewed(inbox, documents=str(own), gold=gold))
    _, (_, added) = read_folder(own)
    assert added.expected.must_contain == (("Văn phòng Sở",),)
    assert len(added.expected.gold) == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"kind": "odd"}, "kind"),
        ({"must_contain": []}, "needs must_contain"),
        ({"gold": [{"file": "x.docx", "words": "abc"}]}, "no “x.docx”"),
        ({"id": "s-lead-01"}, "already"),
        ({"documents": "/nowhere"}, "missing"),
    ],
)
def test_a_review_that_makes_no_case_is_refused_and_nothing_moves(
    inbox: Path, changes: dict[str, object], said: str
) -> None:
    kept(inbox)
    with pytest.raises(BadFeedback, match=said) as told:
        promote(reviewed(inbox, **changes))
    assert not re.search(r"validation error|https?:|\n", str(told.value))
    assert len(waiting(inbox)) == 1


def test_promoting_without_a_review_says_how_to_begin(inbox: Path) -> None:
    name = kept(inbox)
    done = told(inbox, "promote", name)
    assert done.exit_code == 2
    assert "evals.inbox review" in done.output


def test_what_is_no_feedback_is_refused(tmp_path: Path, inbox: Path) -> None:
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    with pytest.raises(BadFeedback, match=r"x\.json"):
        list(collect(tmp_path, inbox))
    with pytest.raises(BadFeedback, match="0 pieces"):
        find("nothing", inbox)
