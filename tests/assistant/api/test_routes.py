from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.answer import Answer, DocumentDetails, DocumentList, Health, SearchResults
from assistant.api.app import create_app
from assistant.api.models import OWNER_HEADER
from assistant.settings import Settings
from tests.assistant.api.conftest import HERE, TOKEN
from tests.assistant.fakes import Parts


def post_file(client: TestClient, name: str = "a.txt", text: str = "Lập kế hoạch\n") -> str:
    files = [("files", (name, text.encode(), "text/plain"))]
    found = DocumentList.model_validate(client.post("/api/v1/documents", files=files).json())
    return found.documents[0].id


def test_every_route_of_the_contract_is_described_from_its_model(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    routes = {
        (method, path): operation["responses"]["200"]["content"]
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    }
    file = routes.pop(("get", "/api/v1/drafts/{draft_id}/file"))
    assert [kind.rpartition(".")[2] for kind in file] == ["document"]
    answers = {
        key: content["application/json"]["schema"]["$ref"].rpartition("/")[2]
        for key, content in routes.items()
    }
    assert answers == {
        ("get", "/api/v1/documents"): "DocumentList",
        ("post", "/api/v1/documents"): "DocumentList",
        ("get", "/api/v1/documents/{document_id}"): "DocumentDetails",
        ("delete", "/api/v1/documents/{document_id}"): "DocumentList",
        ("get", "/api/v1/documents/{document_id}/corrections"): "CorrectionList",
        ("post", "/api/v1/documents/{document_id}/corrections"): "CorrectionList",
        ("get", "/api/v1/corrections"): "CorrectionList",
        ("delete", "/api/v1/corrections/{correction_id}"): "Correction",
        ("get", "/api/v1/search"): "SearchResults",
        ("post", "/api/v1/search"): "SearchResults",
        ("post", "/api/v1/ask"): "Answer",
        ("get", "/api/v1/records"): "RecordList",
        ("get", "/api/v1/records/{kind}"): "RecordList",
        ("post", "/api/v1/checks"): "Check",
        ("get", "/api/v1/report-kinds"): "ReportKindList",
        ("get", "/api/v1/drafts"): "DraftList",
        ("post", "/api/v1/drafts"): "Draft",
        ("get", "/api/v1/drafts/{draft_id}"): "Draft",
        ("delete", "/api/v1/drafts/{draft_id}"): "Draft",
        ("put", "/api/v1/drafts/{draft_id}/sections/{section}"): "Draft",
        ("post", "/api/v1/drafts/{draft_id}/redraft"): "Draft",
        ("post", "/api/v1/drafts/{draft_id}/approve"): "Draft",
        ("get", "/api/v1/health"): "Health",
        ("post", "/api/v1/feedback"): "FeedbackReceipt",
    }
    deadline = described["components"]["schemas"]["Deadline"]["properties"]
    assert set(deadline) == {"text", "kind", "from", "to"}


def test_docs_show_every_route_and_load_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/docs")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    for path in client.get("/openapi.json").json()["paths"]:
        assert f"<code>{path}</code>" in page.text
    assert 'id="Answer"' in page.text
    assert "http://" not in page.text
    assert "https://" not in page.text
    assert "<script" not in page.text


def test_an_uploaded_file_can_be_listed_shown_searched_and_removed(client: TestClient) -> None:
    document_id = post_file(client)
    listed = DocumentList.model_validate(client.get("/api/v1/documents").json())
    assert [document.id for document in listed.documents] == [document_id]
    shown = DocumentDetails.model_validate(client.get(f"/api/v1/documents/{document_id}").json())
    assert shown.document.file == "a.txt"
    found = client.get("/api/v1/search", params={"query": "kế", "document": document_id}).json()
    assert SearchResults.model_validate(found).results[0].text == "Lập kế hoạch"
    assert client.post("/api/v1/search", json={"query": "kế"}).json() == found
    gone = client.delete(f"/api/v1/documents/{document_id}").json()
    assert gone["documents"][0]["id"] == document_id
    assert client.get("/api/v1/documents").json() == {"documents": []}


def test_records_use_the_contracts_names_and_count(client: TestClient) -> None:
    post_file(client)
    found = client.get("/api/v1/records/tasks", params={"lead": "Văn phòng"}).json()
    assert found["count"] == 1
    assert found["records"][0]["deadline"]["from"] == "2031-01-01"
    assert client.get("/api/v1/records", params={"kind": "tasks"}).json() == found
    assert client.get("/api/v1/records/tasks", params={"lead": "khác"}).json() == {
        "records": [],
        "count": 0,
    }


def test_a_question_is_answered_with_its_id(client: TestClient) -> None:
    reply = client.post("/api/v1/ask", json={"id": "q9", "question": "Ai chủ trì?"})
    answer = Answer.model_validate(reply.json())
    assert (answer.id, answer.status) == ("q9", "answered")


def test_health_adds_what_the_server_notes(parts: Parts, settings: Settings) -> None:
    app = create_app(parts.service, settings, notes=lambda: ("Chưa có giao diện; hãy cài.",))
    health = TestClient(app, base_url=HERE).get("/api/v1/health").json()
    assert Health.model_validate(health).degraded == ("Chưa có giao diện; hãy cài.",)
    assert health["status"] == "degraded"


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "/api/v1/documents/lạ", None, 404, "unknown_document"),
        ("DELETE", "/api/v1/documents/lạ", None, 404, "unknown_document"),
        ("POST", "/api/v1/ask", {"question": "x", "documents": ["lạ"]}, 404, "unknown_document"),
        ("POST", "/api/v1/ask", {"question": "  "}, 422, "bad_request"),
        ("POST", "/api/v1/ask", {"question": ""}, 422, "bad_request"),
        ("POST", "/api/v1/ask", {}, 422, "bad_request"),
        ("GET", "/api/v1/records/khác", None, 422, "bad_request"),
        ("GET", "/api/v1/records/tasks?due_before=mai", None, 422, "bad_request"),
        ("GET", "/api/v1/search?query=x&k=0", None, 422, "bad_request"),
        ("GET", "/api/v1/documents/lạ/corrections", None, 404, "unknown_document"),
        ("DELETE", "/api/v1/corrections/lạ", None, 404, "unknown_correction"),
        ("POST", "/api/v1/documents/x/corrections", {"by": "A"}, 422, "bad_request"),
        ("POST", "/api/v1/documents/x/corrections", {"by": "A", "changes": {}}, 422, "bad_request"),
        ("GET", "/api/v1/gì-đó", None, 404, "not_found"),
        ("PUT", "/api/v1/ask", None, 405, "wrong_method"),
        ("DELETE", "/api/v1/drafts", None, 405, "wrong_method"),
        ("GET", "/api/v1/records", None, 422, "bad_request"),
        ("POST", "/api/v1/checks", {"document": "lạ"}, 404, "unknown_document"),
        ("POST", "/api/v1/checks", {"against": ["lạ"]}, 422, "bad_request"),
        ("POST", "/api/v1/documents", None, 415, "wrong_type"),
    ],
)
def test_errors_are_one_sentence_in_one_shape(
    client: TestClient, method: str, path: str, body: object, status: int, code: str
) -> None:
    reply = (
        client.request(method, path, json=body)
        if body is not None
        else client.request(method, path)
    )
    assert reply.headers["content-type"] == "application/problem+json"
    problem = reply.json()
    assert (reply.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert "\n" not in problem["detail"]
    assert problem["detail"].endswith(".")


@pytest.mark.parametrize(
    ("path", "content", "sentence"),
    [
        ("ask", "{", "Nội dung gửi lên không phải JSON; hãy sửa theo mô tả tại /docs."),
        ("ask", "{}", "Trường “question” còn thiếu; hãy thêm theo mô tả tại /docs."),
        ("ask", '{"question": ""}', "Trường “question” đang để trống; hãy nhập nội dung."),
        (
            "search",
            f'{{"query": "{"a" * 20_001}"}}',
            "Trường “query” dài quá 20000 ký tự; hãy rút gọn.",
        ),
        (
            "search",
            '{"query": "a", "k": 0}',
            "Trường “k” nhỏ quá; hãy cho một số từ 1 trở lên.",
        ),
        (
            "search",
            '{"query": "a", "k": 5000}',
            "Trường “k” lớn quá; hãy cho một số không quá 1000.",
        ),
        ("search", '{"query": 5}', "Trường “query” sai dạng; hãy sửa theo mô tả tại /docs."),
        ("checks", "{", "Nội dung gửi lên không phải JSON; hãy sửa theo mô tả tại /docs."),
        ("drafts", "{}", "Trường “kind” còn thiếu; hãy thêm theo mô tả tại /docs."),
        ("drafts", "[]", "Trường “nội dung” sai dạng; hãy sửa theo mô tả tại /docs."),
    ],
)
def test_what_is_wrong_with_a_request_is_named(
    client: TestClient, path: str, content: str, sentence: str
) -> None:
    headers = {"content-type": "application/json"}
    reply = client.post(f"/api/v1/{path}", content=content, headers=headers)
    assert (reply.status_code, reply.json()["detail"]) == (422, sentence)


def test_a_stored_document_is_checked_by_its_id_in_json_as_in_a_form(client: TestClient) -> None:
    document_id = post_file(client)
    by_json = client.post("/api/v1/checks", json={"document": document_id, "against": document_id})
    by_form = client.post("/api/v1/checks", data={"document": document_id, "against": document_id})
    assert by_json.status_code == 200
    assert by_json.json() == by_form.json()


def test_one_document_may_be_named_without_a_list(client: TestClient) -> None:
    document_id = post_file(client)
    body = {"query": "kế", "documents": document_id}
    assert client.post("/api/v1/search", json=body).status_code == 200


def test_a_single_file_may_come_in_a_field_of_its_own(client: TestClient) -> None:
    reply = client.post("/api/v1/documents", files=[("file", ("a.txt", b"x\n", "text/plain"))])
    assert [document["file"] for document in reply.json()["documents"]] == ["a.txt"]
    checked = client.post("/api/v1/checks", files=[("file", ("a.txt", b"x\n", "text/plain"))])
    assert checked.json()["file"] == "a.txt"


def test_a_defect_says_nothing_of_its_inside(parts: Parts, settings: Settings) -> None:
    def broken() -> tuple[str, ...]:
        raise RuntimeError("bí mật bên trong")

    app = create_app(parts.service, settings, notes=broken)
    client = TestClient(app, base_url=HERE, raise_server_exceptions=False)
    reply = client.get("/api/v1/health")
    assert (reply.status_code, reply.json()["code"]) == (500, "defect")
    assert "bí mật" not in reply.text


def test_the_owner_may_ingest_by_path(client: TestClient, papers: Path) -> None:
    reply = client.post(
        "/api/v1/documents", json={"paths": [str(papers)]}, headers={OWNER_HEADER: TOKEN}
    )
    statuses = [document["status"] for document in reply.json()["documents"]]
    assert statuses == ["ingested", "ingested", "skipped"]


@pytest.mark.parametrize("token", ["", "sai"])
def test_nobody_else_may_ingest_by_path(client: TestClient, papers: Path, token: str) -> None:
    reply = client.post(
        "/api/v1/documents", json={"paths": [str(papers)]}, headers={OWNER_HEADER: token}
    )
    assert (reply.status_code, reply.json()["code"]) == (403, "not_owner")
    assert client.get("/api/v1/documents").json() == {"documents": []}


def test_the_token_is_worth_nothing_from_another_machine_or_without_an_owner(
    parts: Parts, settings: Settings, papers: Path
) -> None:
    body = {"paths": [str(papers)]}
    far = create_app(parts.service, settings, owner_token=TOKEN)
    with TestClient(far, base_url=HERE, client=("192.0.2.7", 5000)) as client:
        headers = {OWNER_HEADER: TOKEN}
        assert client.post("/api/v1/documents", json=body, headers=headers).status_code == 403
    none = create_app(parts.service, settings)
    with TestClient(none, base_url=HERE, client=("127.0.0.1", 5000)) as client:
        assert client.post("/api/v1/documents", json=body).status_code == 403


def test_a_missing_path_is_named(client: TestClient) -> None:
    reply = client.post(
        "/api/v1/documents", json={"paths": ["/không/có"]}, headers={OWNER_HEADER: TOKEN}
    )
    assert (reply.status_code, reply.json()["code"]) == (404, "missing_path")
    assert "/không/có" in reply.json()["detail"]


def test_a_form_without_files_is_refused(client: TestClient) -> None:
    reply = client.post("/api/v1/documents", files=[("khác", ("a.txt", b"x"))])
    assert reply.status_code == 422
    assert "files" in reply.json()["detail"]


def test_an_uploaded_file_that_cannot_be_read_is_a_failed_document(client: TestClient) -> None:
    reply = client.post("/api/v1/documents", files=[("files", ("a.txt", "HỎNG".encode()))])
    (document,) = reply.json()["documents"]
    assert (reply.status_code, document["status"]) == (200, "failed")
