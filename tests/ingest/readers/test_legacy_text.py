from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.errors import BrokenFile
from ingest.model import Content
from ingest.pipeline import read_file
from ingest.readers.registry import read_content
from ingest.readers.text_encoding import decode
from ingest.text.legacy import LegacyEncoding, convert
from tests.ingest.readers.word_files import p, read_body, tc
from tests.ingest.text.test_legacy import SENTENCE, encoded
from tests.reference import FILES, needs_files

TIMES = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'


def texts(content: Content) -> list[str]:
    return [block.text for block in content.paragraphs]


def codes(content: Content) -> list[str]:
    return [problem.code for problem in content.problems]


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_a_text_file_in_an_old_encoding_is_converted_and_said_so(
    tmp_path: Path, encoding: LegacyEncoding
) -> None:
    file = tmp_path / "cũ.txt"
    file.write_bytes(encoded(SENTENCE, encoding).encode("latin-1"))
    content = read_content(file)
    assert texts(content) == [SENTENCE]
    assert codes(content) == ["legacy_encoding"]


def test_old_letters_saved_as_utf8_are_converted_too(tmp_path: Path) -> None:
    file = tmp_path / "cũ.md"
    file.write_text(encoded(SENTENCE, "tcvn3"), encoding="utf-8")
    assert texts(read_content(file)) == [SENTENCE]


def test_bytes_of_no_known_encoding_are_refused_with_the_remedy(tmp_path: Path) -> None:
    file = tmp_path / "lạ.txt"
    file.write_bytes("größte Übung für très élèves".encode("latin-1"))
    with pytest.raises(BrokenFile, match="Unicode"):
        read_content(file)


def test_each_run_of_a_word_file_is_read_by_its_font(tmp_path: Path) -> None:
    old = encoded(SENTENCE, "tcvn3")
    body = (
        p(old, run=TIMES.format(".VnTime"))
        + p("phô lôc", run=TIMES.format(".VnTimeH"))
        + p("Tờ trình", run=TIMES.format("Times New Roman"))
    )
    content = read_body(tmp_path, body)
    assert texts(content) == [SENTENCE, "PHỤ LỤC", "Tờ trình"]
    assert codes(content) == ["legacy_encoding"]


def test_the_font_may_come_from_the_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr>'
        f"{TIMES.format('VNI-Times')}</w:rPr></w:style>"
    )
    content = read_body(tmp_path, p(encoded(SENTENCE, "vni")), styles=styles)
    assert texts(content) == [SENTENCE]


def test_a_mark_in_another_run_than_its_letter_is_joined_to_it(tmp_path: Path) -> None:
    font = f"<w:rPr>{TIMES.format('VNI-Times')}</w:rPr>"
    runs = "".join(f"<w:r>{font}<w:t>{part}</w:t></w:r>" for part in ("Va", "ên pho", "øng"))
    assert texts(read_body(tmp_path, f"<w:p>{runs}</w:p>")) == ["Văn phòng"]


def test_unicode_text_under_an_old_font_stays(tmp_path: Path) -> None:
    content = read_body(tmp_path, p(SENTENCE, run=TIMES.format(".VnTime")))
    assert texts(content) == [SENTENCE]
    assert codes(content) == []


def test_a_font_that_lies_about_unknown_text_is_refused(tmp_path: Path) -> None:
    nonsense = "ßµ¸¹ ¶·½¾ ÆÇÈÉ ÊËÌÐ ÑÒÓÔ ÕÖ×Ø ÜÝÞß"
    with pytest.raises(BrokenFile, match="TCVN3"):
        read_body(tmp_path, p(nonsense, run=TIMES.format(".VnTime")))


def test_cells_of_a_table_are_converted_by_what_the_whole_file_says(tmp_path: Path) -> None:
    row = "<w:tr>" + "".join(tc(text) for text in ("Së", "H", "N¨m")) + "</w:tr>"
    content = read_body(tmp_path, p(encoded(SENTENCE, "tcvn3")) + f"<w:tbl>{row}</w:tbl>")
    assert [cell.text for cell in content.tables[0].rows[0]] == ["Sở", "H", "Năm"]


def _bare(text: str) -> str:
    plain = text.replace("“", '"').replace("”", '"')  # the old encodings have straight quotes only
    return " ".join(plain.casefold().split())


@needs_files
@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_the_rebuilt_text_equals_its_truth_up_to_case(encoding: LegacyEncoding) -> None:
    truth = json.loads((FILES / "gt_001.json").read_text(encoding="utf-8"))
    rows = "\n".join("\t".join(row["cells"]) for row in truth["rows"])
    file = FILES / f"001_{encoding}.txt"
    assert _bare(convert(decode(file.read_bytes(), name=file.name), encoding)) == _bare(rows)
    assert codes(read_content(file)) == ["legacy_encoding"]


@needs_files
@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_the_rebuilt_word_table_equals_its_truth_up_to_case(encoding: LegacyEncoding) -> None:
    truth = json.loads((FILES / "gt_001.json").read_text(encoding="utf-8"))
    wanted = [truth["header"], *(row["cells"] for row in truth["rows"])]
    file = FILES / f"001_{encoding}.docx"
    (table,) = read_content(file).tables
    pairs = [
        (_bare(cell.text), _bare(text))
        for row, cells in zip(table.rows, wanted, strict=False)
        for cell, text in zip(row, cells, strict=True)
        if cell.text
    ]
    assert len(pairs) > 75
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
    reading = read_file(file, document_id="d", shown_path=file.name)
    assert len(reading.tasks) == 10
    assert "legacy_encoding" in {problem.code for problem in reading.document.problems}
