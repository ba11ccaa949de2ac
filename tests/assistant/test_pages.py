from __future__ import annotations

import sys
import types
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant import pages
from assistant.api.app import create_app
from assistant.service import Service
from assistant.settings import Settings
from tests.assistant.api.conftest import HERE
from tests.assistant.fakes import Parts


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> EntryPoint:
    """A page that another package could install: everything at ``/``."""

    def mount(app: FastAPI, service: Service) -> FastAPI:
        @app.get("/{path:path}")
        def show(path: str) -> str:
            return f"trang {path}: {service.health().documents}"

        return app

    module = types.ModuleType("a_page")
    module.mount = mount  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "a_page", module)
    return EntryPoint(name="trang", value="a_page:mount", group=pages.GROUP)


@pytest.fixture
def app(parts: Parts, tmp_path: Path) -> FastAPI:
    return create_app(parts.service, Settings(data_dir=tmp_path / "kho"))


def test_a_page_takes_the_root_and_leaves_the_api_alone(
    app: FastAPI, parts: Parts, page: EntryPoint
) -> None:
    assert pages.mount_all(app, parts.service, found=(page,)) == ()
    client = TestClient(app, base_url=HERE)
    assert client.get("/").json() == "trang : 0"
    assert client.get("/api/v1/documents").json() == {"documents": []}
    assert client.get("/api/v1/gì").status_code == 404
    assert client.get("/docs").status_code == 200
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421


def test_without_a_page_the_api_serves_alone_and_says_so(app: FastAPI, parts: Parts) -> None:
    (sentence,) = pages.mount_all(app, parts.service, found=())
    assert "Giao diện" in sentence
    assert TestClient(app, base_url=HERE).get("/").status_code == 404


def test_a_page_that_cannot_be_loaded_is_named(app: FastAPI, parts: Parts) -> None:
    gone = EntryPoint(name="cũ", value="no_such_module_here:mount", group=pages.GROUP)
    (sentence,) = pages.mount_all(app, parts.service, found=(gone,))
    assert "“cũ”" in sentence
    assert "; hãy " in sentence
