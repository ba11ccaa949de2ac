"""The real program in real processes: exit codes, the server, and what stays on the machine."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.assistant.guarded import LEFT_THE_MACHINE
from tests.assistant.processes import PLAN, cchc, environment, serve
from tests.assistant.serving import free_port


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("văn bản")
    (folder / "kế hoạch.md").write_text(PLAN, encoding="utf-8")
    return folder / "kế hoạch.md"


def wait_for_documents(url: str, count: int) -> list[dict[str, object]]:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        documents: list[dict[str, object]] = httpx.get(f"{url}/api/v1/documents").json()[
            "documents"
        ]
        if len(documents) >= count:
            return documents
        time.sleep(0.1)
    raise AssertionError(f"no {count} documents at {url}")


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from assistant.__main__ import cchc\n"
        "try: cchc.main(['--help'])\n"
        "except SystemExit as end: assert end.code == 0\n"
        "heavy = {'pydantic', 'chromadb', 'gradio', 'fastapi', 'httpx', 'numpy'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_asking_imports_neither_web_nor_language_model_frameworks(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from assistant.__main__ import cchc\n"
        "try: cchc.main(['ask', 'Ai chủ trì?', '--json'])\n"
        "except SystemExit as end: assert end.code == 0, end.code\n"
        "heavy = {'gradio', 'fastapi', 'uvicorn', 'langchain', 'openai', 'docx', 'pdfplumber'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(tmp_path), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()


def test_a_document_is_read_asked_about_and_removed(tmp_path: Path, plan: Path) -> None:
    read = cchc("ingest", plan, "--json", data_dir=tmp_path)
    (document,) = json.loads(read.stdout)["documents"]
    assert (read.returncode, document["status"]) == (0, "ingested")
    again = json.loads(cchc("ingest", plan, "--json", data_dir=tmp_path).stdout)
    assert again["documents"][0]["status"] == "unchanged"
    records = json.loads(cchc("records", "tasks", "--json", data_dir=tmp_path).stdout)
    assert [record["text"] for record in records["records"]] == [
        "Rà soát quy trình cấp phiếu",
        "Tập huấn nghiệp vụ một cửa",
    ]
    question = "đơn vị nào chủ trì rà soát quy trình cấp phiếu?"
    answer = json.loads(cchc("ask", question, "--json", data_dir=tmp_path).stdout)
    assert answer["status"] == "answered"
    assert "Văn phòng Sở" in answer["answer"]
    assert cchc("documents", "remove", document["id"], data_dir=tmp_path).returncode == 0
    assert json.loads(cchc("documents", "--json", data_dir=tmp_path).stdout) == {"documents": []}


def test_two_data_folders_never_see_each_other(tmp_path: Path, plan: Path) -> None:
    cchc("ingest", plan, "--no-wait", data_dir=tmp_path / "một")
    listed = [
        len(json.loads(cchc("documents", "--json", data_dir=tmp_path / name).stdout)["documents"])
        for name in ("một", "hai")
    ]
    assert listed == [1, 0]


def test_exit_codes_of_real_processes(tmp_path: Path, plan: Path) -> None:
    assert cchc("--help", data_dir=tmp_path).returncode == 0
    missing = cchc("ingest", tmp_path / "lạ.docx", data_dir=tmp_path / "kho")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert len(missing.stderr.splitlines()) == 1
    broken = plan.parent / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04 not a package")
    try:
        both = cchc("ingest", broken, plan, "--no-wait", "--json", data_dir=tmp_path / "kho")
    finally:
        broken.unlink()
    assert both.returncode == 1
    statuses = [document["status"] for document in json.loads(both.stdout)["documents"]]
    assert statuses == ["failed", "ingested"]


def test_a_bad_setting_is_one_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "documents"],
        env=environment(tmp_path, CCHC_TODAY="hôm nay"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "CCHC_TODAY" in done.stderr
    assert "“hôm nay”" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "documents"],
        env=environment(tmp_path, PYTHONIOENCODING="ascii", LC_ALL="C"),
        capture_output=True,
        check=False,
    )
    assert "chưa có tài liệu" in done.stdout.decode("utf-8")


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m assistant records --help | true; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", command], env=environment(tmp_path), capture_output=True, check=False
    )
    assert done.stderr == b""


def test_commands_go_through_a_running_server(tmp_path: Path, plan: Path) -> None:
    data_dir = tmp_path / "kho"
    with serve(data_dir) as served:
        assert httpx.get(f"{served.url}/api/v1/health").status_code == 200
        read = cchc("ingest", plan, "--json", data_dir=data_dir)
        assert read.returncode == 0, read.stderr
        (listed,) = wait_for_documents(served.url, 1)
        assert listed["id"] == json.loads(read.stdout)["documents"][0]["id"]
        question = "đơn vị nào chủ trì tập huấn nghiệp vụ một cửa?"
        answer = json.loads(cchc("ask", question, "--json", data_dir=data_dir).stdout)
        assert "Phòng Hành chính tư pháp" in answer["answer"]
        batch = cchc("ask", "--batch", "-", data_dir=data_dir, stdin='{"id": "x"\n')
        assert json.loads(batch.stdout)["status"] == "refused"
        missing = cchc("ingest", tmp_path / "lạ", data_dir=data_dir)
        assert (missing.returncode, "lạ" in missing.stderr) == (2, True)
        unknown = cchc("documents", "remove", "lạ", data_dir=data_dir)
        assert (unknown.returncode, len(unknown.stderr.splitlines())) == (2, 1)
        rebuild = cchc("ingest", "--rebuild-vectors", data_dir=data_dir)
        assert (rebuild.returncode, "tắt" in rebuild.stderr) == (2, True)
        assert served.stop() == 0
    assert not (data_dir / "owner.json").exists()
    assert not (data_dir / "server.token").exists()
    alone = cchc("documents", "--json", data_dir=data_dir)
    assert len(json.loads(alone.stdout)["documents"]) == 1


def test_ctrl_c_ends_the_server_cleanly(tmp_path: Path) -> None:
    with serve(tmp_path) as served:
        assert served.stop(signal.SIGINT) == 0


def test_a_killed_server_leaves_a_usable_folder(tmp_path: Path, plan: Path) -> None:
    cchc("ingest", plan, "--no-wait", data_dir=tmp_path)
    with serve(tmp_path) as served:
        served.stop(signal.SIGKILL)
    alone = cchc("documents", "--json", data_dir=tmp_path)
    assert len(json.loads(alone.stdout)["documents"]) == 1


def test_samples_are_loaded_into_an_empty_folder_only(tmp_path: Path, plan: Path) -> None:
    data_dir = tmp_path / "kho"
    with serve(data_dir, "--load-samples", plan.parent) as served:
        (first,) = wait_for_documents(served.url, 1)
        assert first["file"] == "kế hoạch.md"
        own = {"files": ("riêng.md", PLAN.encode())}
        httpx.post(f"{served.url}/api/v1/documents", files=own).raise_for_status()
        httpx.delete(f"{served.url}/api/v1/documents/{first['id']}").raise_for_status()
        assert served.stop() == 0
    with serve(data_dir, "--load-samples", plan.parent) as served:
        time.sleep(0.5)
        (kept,) = wait_for_documents(served.url, 1)
        assert kept["file"] == "riêng.md"


def test_serving_the_network_is_warned_of(tmp_path: Path) -> None:
    with serve(tmp_path, "--host", "0.0.0.0") as served:
        assert served.url.startswith("http://127.0.0.1:"), "what this machine can use"
        assert served.process.stderr is not None
        assert "không cần mật khẩu" in served.process.stderr.readline()


def test_a_taken_port_is_one_sentence(tmp_path: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = cchc("serve", "--port", str(port), data_dir=tmp_path)
    assert done.returncode == 2
    assert str(port) in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_second_server_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    with serve(tmp_path):
        done = cchc("serve", "--port", str(free_port()), data_dir=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_the_guard_of_the_next_test_works(tmp_path: Path) -> None:
    done = cchc("--leave", data_dir=tmp_path, module="tests.assistant.guarded")
    assert done.returncode == LEFT_THE_MACHINE
    assert "192.0.2.1" in done.stderr


def test_nothing_leaves_the_machine(tmp_path: Path, plan: Path) -> None:
    guarded = "tests.assistant.guarded"
    read = cchc("ingest", plan, data_dir=tmp_path, module=guarded)
    assert read.returncode == 0, read.stderr
    asked = cchc("ask", "đơn vị nào chủ trì tập huấn?", data_dir=tmp_path, module=guarded)
    assert asked.returncode == 0, asked.stderr
    with serve(tmp_path, module=guarded) as served:
        page = httpx.get(served.url, follow_redirects=True)
        assert page.status_code in {200, 404}, "404 where no page is installed"
        files = {"files": ("thêm.md", PLAN.encode())}
        httpx.post(f"{served.url}/api/v1/documents", files=files).raise_for_status()
        body = {"question": "đơn vị nào chủ trì rà soát?"}
        httpx.post(f"{served.url}/api/v1/ask", json=body).raise_for_status()
        time.sleep(1)
        assert served.process.poll() is None, "the server ended: it reached out"
        assert served.stop() == 0
    assert os.environ.get("ANONYMIZED_TELEMETRY") == "False"
