from __future__ import annotations

from pathlib import Path

from ingest.model import Reading
from ingest.text.misread import mended_key
from vectorstore.index import Index
from vectorstore.tokens import tokenise


def words(text: str) -> list[str]:
    return [token.accented for token in tokenise(text) if not token.whole]


def test_a_misread_word_is_indexed_as_the_word_that_was_meant() -> None:
    assert words("Phân đấu 80%") == words("phấn đấu 80%")
    assert words("KÉ HOẠCH số 05/KH-SXD")[:2] == ["kế", "hoạch"]


def test_dates_and_numbers_beside_a_misread_word_are_kept_whole() -> None:
    wholes = {token.accented for token in tokenise("KÉ HOẠCH 05/KH-SXD ngày 3 tháng 5 năm 2031")}
    assert {"5_kh_sxd", "3_5_2031"} <= wholes


def test_the_quote_of_a_found_unit_is_as_the_file_writes_it(tmp_path: Path) -> None:
    from ingest.pipeline import read_file

    file = tmp_path / "kh.txt"
    file.write_text("KẾ HOẠCH\nNăm 2031, phân đấu lát đá 80% vỉa hè trung tâm.\n", encoding="utf-8")
    reading: Reading = read_file(file, document_id="d", shown_path="kh.txt")
    with Index.open(tmp_path / "index") as index:
        index.add(reading)
        best = index.search("phấn đấu", k=1)[0]
    assert "phân đấu" in best.unit.source.quote
    assert "phấn đấu" in mended_key(best.unit.text)
