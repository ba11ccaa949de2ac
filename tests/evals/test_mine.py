"""Somebody's own folder: documents, questions, scores; and what is said when it cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from evals.errors import BadFolder
from evals.mine.__main__ import main
from evals.mine.questions import read_folder

PLAN = (
    "KẾ HOẠCH\nCải cách hành chính năm 2032 của Sở Thủy sản\n"
    "TT\tNhiệm vụ\tSản phẩm\tChủ trì\tThời hạn\n"
    "1\tKiểm kê bè nuôi\tBiên bản kiểm kê\tPhòng Nuôi trồng\tQuý II/2032\n"
    "2\tCấp mã số cơ sở nuôi\tGiấy xác nhận\tChi cục Giống\tTháng 9/2032\n"
)
QUESTIONS = """\
questions:
  - question: Đơn vị nào chủ trì kiểm kê bè nuôi?
    answer: Phòng Nuôi trồng
    where: {file: ke-hoach.txt, words: Kiểm kê bè nuôi}
    kind: lead
  - question: Hạn cấp mã số cơ sở nuôi là khi nào?
    answer: [Tháng 9/2032 | 9/2032]
  - question: Năm 2032 có bao nhiêu ca ghép tạng?
    unanswerable: absent
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ke-hoach.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    return tmp_path


def test_entries_become_cases(folder: Path) -> None:
    files, (lead, deadline, nothing) = read_folder(folder)
    assert [file.name for file in files] == ["ke-hoach.txt"]
    assert (lead.kind, lead.expected.gold[0].row) == ("lead", 2)
    assert deadline.expected.must_contain == (("Tháng 9/2032", "9/2032"),)
    assert deadline.expected.gold == ()
    assert (nothing.kind, nothing.expected.status) == ("unanswerable:absent", ("refused",))


def test_the_command_asks_and_scores(folder: Path) -> None:
    done = CliRunner().invoke(main, [str(folder)])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert "Đơn vị nào chủ trì kiểm kê bè nuôi?" in done.output
    assert "3 of 3 right" in done.output
    assert "quotes verbatim" in done.output
    assert done.exit_code == 0


def test_a_wrong_answer_is_shown_with_what_was_expected(folder: Path) -> None:
    text = QUESTIONS.replace("answer: Phòng Nuôi trồng", "answer: Phòng Khai thác")
    (folder / "questions.yaml").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(main, [str(folder)])
    assert "lacks Phòng Khai thác" in done.output
    assert done.exit_code == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "lists no questions"),
        ("questions: [", "is not YAML"),
        ("questions:\n  - question: Ai?\n", "question 1.*needs “answer”"),
        ("questions:\n  - answer: x\n", "question 1.*question: Field required"),
        ("questions:\n  - {question: Ai, answer: x, kinds: lead}\n", "question 1.*kinds"),
        (
            "questions:\n  - {question: Ai, answer: x, where: {file: b.txt, words: bè nuôi}}\n",
            "question 1: there is no “b.txt”.*ke-hoach.txt",
        ),
        (
            "- {question: Ai, answer: x, where: {file: ke-hoach.txt, words: tàu cá}}\n",
            "question 1: “ke-hoach.txt” does not say “tàu cá”",
        ),
    ],
)
def test_a_file_that_cannot_be_used_says_where_and_why(folder: Path, text: str, said: str) -> None:
    (folder / "questions.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(BadFolder, match=said):
        read_folder(folder)


def test_a_folder_without_documents_or_questions_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadFolder, match="not a folder"):
        read_folder(tmp_path / "x")
    with pytest.raises(BadFolder, match="holds no document"):
        read_folder(tmp_path)
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    with pytest.raises(BadFolder, match="is missing"):
        read_folder(tmp_path)
    assert CliRunner().invoke(main, [str(tmp_path)]).exit_code == 2
