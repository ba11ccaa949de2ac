"""The commands over fakes: what they print where."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from click.testing import CliRunner
from openpyxl import load_workbook

from assistant.__main__ import cchc
from assistant.answer import (
    Answer,
    CorrectionList,
    DocumentDetails,
    DocumentList,
    RecordList,
    SearchResults,
)
from tests.assistant.command_line import Cli
from tests.assistant.fakes import Parts
from vectorstore.errors import EmbeddingUnavailable


def test_ingest_prints_one_json_document_and_progress_apart(cli: Cli, papers: Path) -> None:
    result = cli("ingest", papers, "--json")
    found = DocumentList.model_validate_json(result.stdout)
    assert [document.status for document in found.documents] == ["ingested", "ingested", "skipped"]
    assert set(json.loads(result.stdout)) == {"documents"}
    assert "Đọc b.txt" in result.stderr
    assert result.exit_code == 0


def test_ingest_tells_a_person_what_happened(cli: Cli, papers: Path) -> None:
    result = cli("ingest", papers)
    assert "[mới nạp] b.txt: 2 nhiệm vụ" in result.stdout
    assert "[bỏ qua]" in result.stdout
    assert "ảnh.png" in result.stdout


def test_a_failed_document_makes_the_exit_code_one(cli: Cli, papers: Path) -> None:
    (papers / "c.txt").write_text("HỎNG", encoding="utf-8")
    result = cli("ingest", papers, "--json")
    assert result.exit_code == 1
    failed = json.loads(result.stdout)["documents"][1]
    assert (failed["file"], failed["status"], failed["province"]) == ("c.txt", "failed", None)


def test_ingest_without_waiting_makes_no_vectors(cli: Cli, parts: Parts, papers: Path) -> None:
    assert cli("ingest", papers, "--no-wait").exit_code == 0
    assert parts.store.embedded == 0


def test_missing_vectors_are_told_on_stderr(cli: Cli, parts: Parts, papers: Path) -> None:
    parts.store.embedding_error = EmbeddingUnavailable("Mô hình tắt; hãy bật nó.")
    result = cli("ingest", papers, "--json")
    assert "Mô hình tắt; hãy bật nó." in result.stderr
    assert len(json.loads(result.stdout)["documents"]) == 3


def test_documents_are_listed_shown_and_removed(cli: Cli, papers: Path) -> None:
    cli("ingest", papers)
    listed = DocumentList.model_validate_json(cli("documents", "--json").stdout)
    first, second = listed.documents
    assert first.id in cli("documents").stdout
    shown = DocumentDetails.model_validate_json(cli("documents", "show", first.id, "--json").stdout)
    assert shown.document == first
    assert "Kiểm tra nội bộ" in cli("documents", "show", first.id).stdout
    gone = cli("documents", "remove", first.id, second.id, "--json")
    assert [document["id"] for document in json.loads(gone.stdout)["documents"]] == [
        first.id,
        second.id,
    ]
    assert json.loads(cli("documents", "--json").stdout) == {"documents": []}
    assert "cchc ingest" in cli("documents").stdout


def test_a_correction_is_made_listed_and_undone(cli: Cli, papers: Path) -> None:
    document = DocumentList.model_validate_json(
        cli("ingest", papers / "b.txt", "--json").stdout
    ).documents[0]
    record = json.loads(cli("records", "tasks", "--json").stdout)["records"][0]["id"]
    assert cli("documents", "corrections").stdout == "Chưa có lần sửa nào.\n"
    made = cli(
        "documents", "correct", document.id, "--record", record, "--by", "Cán bộ A",
        "--set", "lead=Phòng Một; Phòng Hai", "--set", "deadline=", "--json",
    )  # fmt: skip
    lead, deadline = CorrectionList.model_validate_json(made.stdout).corrections
    assert (lead.new, deadline.old, deadline.new) == ("Phòng Một; Phòng Hai", "Quý I/2031", None)
    task = json.loads(cli("records", "tasks", "--json").stdout)["records"][0]
    assert (task["lead"], task["deadline"]) == (["Phòng Một", "Phòng Hai"], None)
    assert [one["field"] for one in task["corrected"]] == ["lead", "deadline"]
    listed = cli("documents", "corrections", document.id).stdout
    assert "chủ trì (lead): “Văn phòng” → “Phòng Một; Phòng Hai”" in listed
    assert "thời hạn (deadline): “Quý I/2031” → “(để trống)”" in listed
    assert "đã được Cán bộ A sửa ngày" in cli("records", "tasks").stdout
    undone = cli("documents", "undo", deadline.id)
    assert "[đã hoàn tác]" in undone.stdout
    assert json.loads(cli("documents", "undo", lead.id, "--json").stdout)["status"] == "undone"
    task = json.loads(cli("records", "tasks", "--json").stdout)["records"][0]
    assert (task["lead"], task["corrected"]) == (["Văn phòng"], [])


def test_a_document_itself_is_corrected(cli: Cli, papers: Path) -> None:
    cli("ingest", papers / "b.txt")
    made = cli("documents", "correct", "b.txt", "--set", "province=Tỉnh Mẫu", "--by", "A")
    assert "b.txt" in made.stdout
    assert "tỉnh, thành phố (province): “(để trống)” → “Tỉnh Mẫu”" in made.stdout
    assert json.loads(cli("documents", "--json").stdout)["documents"][0]["province"] == "Tỉnh Mẫu"


def test_showing_a_document_tells_how_its_tables_were_read(cli: Cli, papers: Path) -> None:
    cli("ingest", papers / "b.txt")
    shown = cli("documents", "show", "b.txt").stdout
    assert "Bảng đã đọc (1), độ tin cậy 100% số hàng" in shown
    assert "2 thành bản ghi, 0 giữ dạng đoạn văn" in shown


def test_ask_prints_one_answer(cli: Cli) -> None:
    result = cli("ask", "Ai chủ trì?", "--json")
    assert Answer.model_validate_json(result.stdout).question == "Ai chủ trì?"
    assert result.stderr == ""
    spoken = cli("ask", "Ai", "chủ", "trì?").stdout
    assert "Bạn hỏi: Ai chủ trì?" in spoken
    assert "[1] a.txt, trang 2, bảng 1, dòng 3" in spoken
    assert cli("ask", "-", stdin="Từ đầu vào?\n").stdout.startswith("Bạn hỏi: Từ đầu vào?")


def test_a_batch_answers_each_line_on_a_line(cli: Cli, tmp_path: Path) -> None:
    lines = '{"id": "a", "question": "một?"}\n{"id": "b"\n{"id": 3, "question": "ba?"}\n'
    (tmp_path / "câu hỏi.jsonl").write_text(lines, encoding="utf-8")
    result = cli("ask", "--batch", tmp_path / "câu hỏi.jsonl")
    answers = [Answer.model_validate_json(line) for line in result.stdout.splitlines()]
    assert [(answer.id, answer.status) for answer in answers] == [
        ("a", "answered"),
        ("b", "refused"),
        ("3", "answered"),
    ]
    assert result.exit_code == 0
    assert cli("ask", "--batch", "-", stdin=lines).stdout == result.stdout


def test_search_prints_ranked_results(cli: Cli, papers: Path) -> None:
    cli("ingest", papers)
    result = cli("search", "Kiểm Tập", "--json", "-k", "1")
    found = SearchResults.model_validate_json(result.stdout)
    assert [hit.rank for hit in found.results] == [1]
    keys = set(json.loads(result.stdout)["results"][0])
    assert keys == {"rank", "score", "kind", "text", "source"}
    assert "1. [nhiệm vụ] Kiểm tra nội bộ" in cli("search", "Kiểm").stdout
    assert "Không tìm thấy" in cli("search", "zzz").stdout


def test_records_come_as_json_csv_excel_or_text(cli: Cli, papers: Path, tmp_path: Path) -> None:
    cli("ingest", papers)
    found = json.loads(cli("records", "tasks", "--json").stdout)
    assert set(found) == {"records", "count"}
    assert found["count"] == 3
    assert found["records"][0]["deadline"]["to"] == "2031-03-31"
    assert RecordList.model_validate(found).count == 3
    rows = list(csv.DictReader(io.StringIO(cli("records", "tasks", "--csv").stdout)))
    assert [row["text"] for row in rows] == [record["text"] for record in found["records"]]
    result = cli("records", "tasks", "--xlsx", tmp_path / "ra.xlsx")
    assert result.stdout == ""
    sheet = load_workbook(tmp_path / "ra.xlsx").active
    assert sheet is not None
    assert sheet.max_row == 4
    spoken = cli("records", "tasks").stdout
    assert "[I.1] Lập kế hoạch" in spoken
    assert "Tổng số: 3" in spoken


def test_record_filters_reach_the_service(cli: Cli, papers: Path) -> None:
    first = DocumentList.model_validate_json(cli("ingest", papers, "--json").stdout).documents[0]
    narrowed = cli(
        "records", "tasks", "--document", first.id, "--lead", "Văn phòng",
        "--due-before", "31/12/2031", "--section", "I", "--json",
    )  # fmt: skip
    assert json.loads(narrowed.stdout)["count"] == 2
    assert json.loads(cli("records", "tasks", "--lead", "lạ", "--json").stdout)["count"] == 0


def test_help_is_vietnamese_and_complete() -> None:
    for command in ["ingest", "documents", "ask", "search", "records", "serve"]:
        assert command in CliRunner().invoke(cchc, ["--help"]).stdout
        result = CliRunner().invoke(cchc, [command, "--help"])
        assert result.exit_code == 0
        assert "--data-dir" in result.stdout
        assert "Show this message" not in result.stdout
