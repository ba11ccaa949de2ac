from __future__ import annotations

from pathlib import Path

import pytest

from assistant.local import LocalService
from assistant.store import Reader
from assistant.uploads import UploadFolder
from ingest import pipeline
from ingest.readers import registry
from tests.assistant.drafting.annexes import AnnexLine, write_annex
from tests.assistant.fakes import FakeAnswerer, FakeStore

ROWS = (
    AnnexLine("I", "Cải cách thủ tục hành chính", section=True),
    AnnexLine("1", "Số hồ sơ tiếp nhận trong năm", "Hồ sơ", ("4.216",)),
    AnnexLine("", "- Tiếp nhận trực tuyến", "Hồ sơ", ("3.162",)),
    AnnexLine("2", "Số cuộc kiểm tra nội bộ", "Cuộc", ("04",)),
    AnnexLine("II", "Cải cách thể chế", section=True),
    AnnexLine("1", "Số văn bản được rà soát", "Văn bản", ("23",)),
    AnnexLine("2", "Số văn bản đề nghị bãi bỏ", "Văn bản", ("",)),
)


@pytest.fixture
def annex(tmp_path: Path) -> Path:
    return write_annex(tmp_path / "phu-luc.docx", ROWS)


def _reader() -> Reader:
    return Reader(
        read=pipeline.read_file,
        document_id=pipeline.document_id,
        is_supported=registry.is_supported,
        version=pipeline.READER_VERSION,
    )


@pytest.fixture
def local(tmp_path: Path) -> LocalService:
    """A service that really reads files, over an empty index in memory."""
    return LocalService(
        FakeStore(),
        FakeAnswerer,
        reader=_reader,
        data_dir=tmp_path / "kho",
        uploads=UploadFolder(tmp_path / "kho" / "uploads"),
    )
