"""Spellings are joined for each issuer, and units of different issuers never are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest import vocabulary
from ingest.pipeline import read_file
from ingest.text.unit_keys import UNKNOWN, Issuer, same_unit, unit_slug

OWN = """issuers: [Sở Địa chất]
province: Bình Lâm
from: 2030
units:
  Phòng Khoáng vật - Trắc địa: [Phòng Trắc địa, Phòng KV&TĐ]
  Phòng Địa chất: []
abbreviations:
  ĐCTV: Địa chất thủy văn
"""


@pytest.fixture
def own_file(tmp_path: Path) -> Iterator[None]:
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "binh-lam.yaml").write_text(OWN, encoding="utf-8")
    vocabulary.use_folder(tmp_path)
    yield
    vocabulary.use_folder(None)


GEOLOGY = Issuer("Sở Địa chất", "Bình Lâm", (2031, 2031))


@pytest.mark.usefixtures("own_file")
def test_a_province_adds_a_file_and_its_spellings_are_one() -> None:
    assert unit_slug("Phòng Trắc địa", GEOLOGY) == "phong-khoang-vat-trac-dia"
    assert unit_slug("Phòng KV&TĐ", GEOLOGY) == unit_slug("Phòng Khoáng vật - Trắc địa", GEOLOGY)
    assert unit_slug("Trạm ĐCTV", GEOLOGY) == "tram-dia-chat-thuy-van"
    assert unit_slug("VP Sở", GEOLOGY) == "van-phong-so", "the shipped files still count"


@pytest.mark.usefixtures("own_file")
@pytest.mark.parametrize(
    "issuer",
    [
        UNKNOWN,
        Issuer("Sở Địa chất", None, (2031, 2031)),
        Issuer("Sở Địa chất", "Bình Lâm", (2024, 2024)),
        Issuer("Sở Địa chất", "Bình Lâm", None),
        Issuer("Sở Địa chất", "Nam Sơn", (2031, 2031)),
        Issuer("Sở Y tế", "Bình Lâm", (2031, 2031)),
    ],
)
def test_another_issuer_province_or_time_is_not_touched(issuer: Issuer) -> None:
    assert unit_slug("Phòng Trắc địa", issuer) == "phong-trac-dia"
    assert not same_unit("Phòng Trắc địa", "Phòng Khoáng vật - Trắc địa", issuer)


@pytest.mark.usefixtures("own_file")
def test_a_unit_that_no_file_knows_keeps_its_own_words() -> None:
    assert unit_slug("Phòng Hải văn học", GEOLOGY) == "phong-hai-van-hoc"


def test_the_same_words_are_different_units_of_different_issuers() -> None:
    here = Issuer("Sở Tư pháp", "Khánh Hòa", (2023, 2023))
    there = Issuer("Sở Tư pháp", "Hà Tĩnh", (2023, 2023))
    assert unit_slug("Phòng Bổ trợ tư pháp", here) == unit_slug("Phòng Hỗ trợ tư pháp", here)
    assert unit_slug("Phòng Bổ trợ tư pháp", here) != unit_slug("Phòng Bổ trợ tư pháp", there)
    for issuer in (here, there, UNKNOWN):
        assert not same_unit("Phòng HCTP", "Phòng HC&BTTP", issuer)


def test_the_bare_office_is_that_of_the_issuer() -> None:
    assert unit_slug("Văn phòng", Issuer("Sở Y tế", "Nam Sơn")) == "van-phong-so"
    assert unit_slug("Văn phòng", Issuer("UBND tỉnh Nam Sơn")) == "van-phong-uy-ban-nhan-dan"


def test_tasks_take_the_spellings_of_their_documents_issuer(tmp_path: Path) -> None:
    head = "ỦY BAN NHÂN DÂN TỈNH {}\nSỞ TƯ PHÁP\nSố: 5/KH-STP\n\nKẾ HOẠCH\nCông tác năm 2023\n\n"
    rows = "TT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tKiểm tra đấu giá\tPhòng Bổ trợ tư pháp\tQuý I\n"
    slugs: list[tuple[str, ...]] = []
    for name in ("KHÁNH HÒA", "NAM SƠN"):
        path = tmp_path / f"{len(slugs)}.txt"
        path.write_text(head.format(name) + rows, encoding="utf-8")
        (task,) = read_file(path, document_id="d", shown_path=path.name).tasks
        slugs.append(task.lead_units)
        assert task.lead == ("Phòng Bổ trợ tư pháp",)
    assert slugs == [("phong-thanh-tra-bo-tro-tu-phap",), ("phong-bo-tro-tu-phap",)]
