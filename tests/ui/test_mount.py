"""The pages on a real HTTP application."""

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from tests.ui.browser import call
from tests.ui.fakes import FakeService
from tests.ui.material import good_answer, refusal
from ui import texts
from ui.mount import mount

LOOPBACK = ("http://testserver", "http://127.0.0.1", "http://localhost")


@pytest.fixture(scope="module")
def service() -> FakeService:
    return FakeService(good_answer, refusal, refusal)


@pytest.fixture(scope="module")
def client(service: FakeService, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CCHC_DATA_DIR", str(tmp_path_factory.mktemp("data")))
        patch.setenv("CCHC_UPLOAD_LIMIT_MB", "1")
        patch.setenv("GRADIO_TEMP_DIR", "")
        app = FastAPI()

        @app.get("/api/v1/health")
        def health() -> dict[str, str]:
            return {"status": "ok"}

        with TestClient(mount(app, service)) as test_client:
            yield test_client


def config(client: TestClient) -> dict[str, Any]:
    answer: dict[str, Any] = client.get("/config").json()
    return answer


def test_the_page_is_served_at_the_root(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert texts.APP_TITLE in page.text


def test_the_routes_of_the_application_keep_working(client: TestClient) -> None:
    assert client.get("/api/v1/health").json() == {"status": "ok"}
    assert client.get("/docs").status_code == 200
    assert "/api/v1/health" in client.get("/openapi.json").json()["paths"]


def test_nothing_the_page_loads_lies_on_another_machine(client: TestClient) -> None:
    page = client.get("/").text
    loaded = re.findall(r"<(?:script|img|iframe)[^>]+src=[\"']([^\"']+)", page)
    loaded += re.findall(r"<link[^>]+href=[\"']([^\"']+)", page)
    assert loaded, "the page loads its scripts from somewhere"
    for sheet in ("/theme.css", *[url for url in loaded if url.endswith(".css")]):
        css = client.get("/" + sheet.lstrip("./"))
        assert css.status_code == 200
        loaded += re.findall(r"url\([\"']?([^\"')]+)", css.text)
        loaded += re.findall(r"@import\s+[\"']([^\"']+)", css.text)
    loaded += config(client).get("stylesheets") or []
    outside = [
        url for url in loaded if re.match(r"(https?:)?//", url) and not url.startswith(LOOPBACK)
    ]
    assert outside == []


def test_our_own_style_asks_for_no_file(client: TestClient) -> None:
    css = config(client)["css"]
    assert ".cchc-card" in css
    assert "url(" not in css
    assert "@import" not in css


def test_the_page_does_not_report_and_does_not_offer_itself_as_an_api(client: TestClient) -> None:
    found = config(client)
    assert found["analytics_enabled"] is False
    assert found["show_error"] is False
    assert found["max_file_size"] == 1024 * 1024
    assert {event["api_visibility"] for event in found["dependencies"]} == {"private"}
    assert client.get("/gradio_api/info").json()["named_endpoints"] == {}


def test_every_component_text_of_the_page_is_vietnamese(client: TestClient) -> None:
    labels = {
        str(component["props"].get("label") or component["props"].get("value") or "")
        for component in config(client)["components"]
        if component["type"] in {"button", "uploadbutton", "textbox", "dropdown", "tabitem"}
    }
    known = {value for value in vars(texts).values() if isinstance(value, str)}
    assert labels - known - set(texts.EXAMPLES) == set()


def test_uploads_lie_in_a_folder_of_this_user_alone(client: TestClient) -> None:
    reply = client.post("/gradio_api/upload", files={"files": ("a.txt", b"abc")})
    assert reply.status_code == 200
    stored = Path(reply.json()[0])
    folder = Path(os.environ["GRADIO_TEMP_DIR"])
    assert stored.is_relative_to(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_over_the_limit_is_refused(client: TestClient) -> None:
    reply = client.post(
        "/gradio_api/upload", files={"files": ("lớn.txt", b"x" * (1024 * 1024 + 1))}
    )
    assert reply.status_code == 413


def test_files_of_the_machine_are_not_served(client: TestClient) -> None:
    for path in ("/etc/passwd", str(Path(__file__).resolve())):
        assert client.get(f"/gradio_api/file={path}").status_code in {403, 404}


def test_two_sessions_do_not_share_their_conversation(
    client: TestClient, service: FakeService
) -> None:
    service.asked.clear()
    ask_in_session(client, "phien-1", "Câu của người thứ nhất")
    ask_in_session(client, "phien-2", "Câu của người thứ hai")
    ask_in_session(client, "phien-1", "Câu tiếp của người thứ nhất")
    assert [[turn.question for turn in history] for _, history, _ in service.asked] == [
        [],
        [],
        ["Câu của người thứ nhất"],
    ]


def ask_in_session(client: TestClient, session: str, question: str) -> None:
    """Send what the browser sends: take the question, stream the answer, set free the box."""
    events = config(client)["dependencies"]
    start = next(e for e in events if any(t[1] == "submit" for t in e["targets"]))
    answer = next(e for e in events if e["trigger_after"] == start["id"])
    finish = next(e for e in events if e["trigger_after"] == answer["id"])
    predict(client, session, start["id"], [question, None])
    call(client, session, answer["id"], [None, [], None])
    predict(client, session, finish["id"], [])


def predict(client: TestClient, session: str, fn_index: int, data: list[object]) -> None:
    reply = client.post(
        "/gradio_api/run/predict",
        json={"data": data, "fn_index": fn_index, "session_hash": session},
    )
    assert reply.status_code == 200, reply.text


@pytest.mark.parametrize("host", ["example.org", "huggingface.co", "127.0.0.1:9"])
def test_a_file_named_by_its_web_address_is_not_fetched(client: TestClient, host: str) -> None:
    events = config(client)["dependencies"]
    taking = next(e for e in events if len(e["inputs"]) == 2 and e["trigger_after"] is not None)
    address = {"path": f"https://{host}/a.txt", "meta": {"_type": "gradio.FileData"}}
    with watched_connections() as connections:
        reply = client.post(
            "/gradio_api/run/predict",
            json={"data": [[address], []], "fn_index": taking["id"], "session_hash": "phien-3"},
        )
    assert reply.status_code == 500
    assert connections == []


def test_the_server_is_no_proxy_to_other_machines(client: TestClient) -> None:
    with watched_connections() as connections:
        for route in ("file", "proxy"):
            reply = client.get(f"/gradio_api/{route}=https://example.org/")
            assert reply.status_code in {400, 403, 404}
    assert connections == []


@contextmanager
def watched_connections() -> Iterator[list[object]]:
    """Everything that this process connects to or looks up meanwhile."""
    seen: list[object] = []
    watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event in {"socket.connect", "socket.getaddrinfo"}:
            seen.append(arguments)

    sys.addaudithook(watch)
    try:
        yield seen
    finally:
        watching = False
