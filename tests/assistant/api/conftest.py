from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from assistant.settings import Settings
from tests.assistant.fakes import Parts

TOKEN = "dung-ma"
HERE = "http://127.0.0.1:7860"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "kho", upload_limit_mb=1)


@pytest.fixture
def client(parts: Parts, settings: Settings) -> Iterator[TestClient]:
    app = create_app(parts.service, settings, owner_token=TOKEN)
    with TestClient(app, base_url=HERE, client=("127.0.0.1", 5000)) as client:
        yield client
