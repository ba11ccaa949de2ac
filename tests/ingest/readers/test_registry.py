import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest import errors
from ingest.errors import (
    BrokenFile,
    EmptyFile,
    OversizedFile,
    ProtectedFile,
    ReadingError,
    ScannedFile,
    UnsupportedFile,
)
from ingest.readers.limits import Limits
from ingest.readers.registry import SUPPORTED, is_supported, read_content
from ingest.readers.scan.engines import missing_parts
from ingest.readers.signature import kind_of
from tests.ingest.readers.word_files import grid, p, tbl, texts, tr, write_word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD_STREAM = "WordDocument".encode("utf-16-le")


def raised(path: Path, limits: Limits | None = None) -> ReadingError:
    """The error of reading ``path``: one sentence that names the file and says what to do."""
    with pytest.raises(ReadingError) as caught:
        read_content(path, limits=limits)
    sentence = str(caught.value)
    assert path.name in sentence
    assert "hãy" in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return caught.value


def old_word(*, encrypted: bool) -> bytes:
    """An OLE file as far as its kind is looked for: header, FIB sector, directory name."""
    flags = (0x0100 if encrypted else 0).to_bytes(2, "little")
    fib = b"\xec\xa5\xc1\x00" + bytes(6) + flags
    return OLE.ljust(512, b"\0") + fib.ljust(512, b"\0") + WORD_STREAM


def test_a_word_file_comes_back_from_the_child_process_whole(tmp_path: Path) -> None:
    path = write_word(tmp_path / "Kế hoạch số 5.docx", p("Kế hoạch") + tbl(tr("TT", "Việc")))
    content = read_content(path)
    assert texts(content) == ["Kế hoạch"]
    assert grid(content) == [["TT", "Việc"]]
    assert content.pages is None


def test_a_spreadsheet_and_a_text_file_are_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["TT", "Chỉ tiêu"])
    book.active.append([1, "Hồ sơ"])
    book.save(tmp_path / "a.xlsx")
    assert grid(read_content(tmp_path / "a.xlsx")) == [["TT", "Chỉ tiêu"], ["1", "Hồ sơ"]]
    (tmp_path / "a.TXT").write_text("Kế hoạch năm 2030\n", encoding="utf-8")
    assert texts(read_content(tmp_path / "a.TXT")) == ["Kế hoạch năm 2030"]


def test_names_decide_what_is_worth_trying() -> None:
    assert {".txt", ".md", ".docx", ".xlsx", ".pdf", ".doc"} == SUPPORTED
    assert is_supported(Path("A.DOCX"))
    assert not is_supported(Path("~$A.docx"))
    assert not is_supported(Path("a.png"))


def test_an_unknown_type_is_named_with_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_bytes(b"x")
    error = raised(tmp_path / "a.odt")
    assert isinstance(error, UnsupportedFile)
    assert ".docx" in str(error)


def test_a_missing_file_is_not_a_reading_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_content(tmp_path / "a.docx")


@pytest.mark.parametrize("suffix", sorted(SUPPORTED))
def test_a_file_without_bytes_is_empty(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").touch()
    assert isinstance(raised(tmp_path / f"a{suffix}"), EmptyFile)


def test_a_file_without_text_is_empty(tmp_path: Path) -> None:
    write_word(tmp_path / "a.docx", p() + tbl(tr("", "")))
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.showPage()
    canvas.save()
    for name in ("a.docx", "a.xlsx", "a.pdf"):
        assert isinstance(raised(tmp_path / name), EmptyFile), name


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf", ".doc"])
def test_bytes_of_another_type_are_broken(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").write_bytes(b"just some words, no document")
    assert isinstance(raised(tmp_path / f"a{suffix}"), BrokenFile)


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf"])
def test_a_truncated_file_is_broken(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "a.docx":
        docx.Document().save(str(path))
    elif name == "a.xlsx":
        openpyxl.Workbook().save(path)
    else:
        path.write_bytes(b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert isinstance(raised(path), BrokenFile)


def test_a_zip_that_is_no_office_file_is_broken(tmp_path: Path) -> None:
    for name in ("a.docx", "a.xlsx"):
        with zipfile.ZipFile(tmp_path / name, "w") as package:
            package.writestr("readme.txt", "hello")
        assert isinstance(raised(tmp_path / name), BrokenFile), name


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_an_encrypted_office_file_is_protected(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(OLE.ljust(1024, b"\0") + "EncryptedPackage".encode("utf-16-le"))
    error = raised(path)
    assert isinstance(error, ProtectedFile)
    assert "mật khẩu" in str(error)


def test_an_encrypted_old_word_file_is_protected(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(old_word(encrypted=True))
    assert isinstance(raised(tmp_path / "a.doc"), ProtectedFile)


def test_a_pdf_with_a_password_is_protected(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), encrypt="bi-mat")
    canvas.drawString(100, 700, "hidden")
    canvas.save()
    assert isinstance(raised(tmp_path / "a.pdf"), ProtectedFile)


def test_a_pdf_that_anyone_may_open_is_read(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    canvas = Canvas(str(tmp_path / "a.pdf"), encrypt=StandardEncryption("", "owner"))
    canvas.drawString(100, 700, "Open to all")
    canvas.save()
    assert texts(read_content(tmp_path / "a.pdf")) == ["Open to all"]


@pytest.mark.skipif(missing_parts() is None, reason="the readers of scans are installed here")
def test_a_pdf_of_pictures_says_that_there_is_no_ocr(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (200, 200), "grey").save(tmp_path / "page.png")
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawImage(str(tmp_path / "page.png"), 0, 0, 590, 840)
    canvas.save()
    error = raised(tmp_path / "a.pdf")
    assert isinstance(error, ScannedFile)
    assert "OCR" in str(error)


def test_old_word_without_libreoffice_names_the_package_to_install(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(old_word(encrypted=False))
    with pytest.raises(UnsupportedFile) as caught:
        kind_of(tmp_path / "a.doc", find_office=lambda: None)
    assert "libreoffice-writer" in str(caught.value)
    assert "apt-get install libreoffice-writer-nogui" in str(caught.value)


def test_old_word_under_a_new_name_is_told_from_a_new_file(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(old_word(encrypted=False))
    assert kind_of(tmp_path / "a.docx", find_office=lambda: "soffice") == "doc"
    (tmp_path / "a.xlsx").write_bytes(old_word(encrypted=False))
    assert isinstance(raised(tmp_path / "a.xlsx"), BrokenFile)


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)
def test_rich_text_named_doc_is_converted_and_read(tmp_path: Path) -> None:
    rtf = rb"{\rtf1\ansi K\u7871? ho\u7841?ch 2030\par}"
    (tmp_path / "-n.doc").write_bytes(rtf)
    assert texts(read_content(tmp_path / "-n.doc")) == ["Kế hoạch 2030"]


def test_a_file_above_the_size_limit_is_refused(tmp_path: Path) -> None:
    path = write_word(tmp_path / "a.docx", p("x"))
    assert isinstance(raised(path, replace(Limits(), file_bytes=100)), OversizedFile)


def test_a_document_type_declaration_is_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    for encoding in ("utf-8", "utf-16"):
        path = tmp_path / f"{encoding}.docx"
        with zipfile.ZipFile(path, "w") as package:
            xml = f'<?xml version="1.0" encoding="{encoding}"?>{bomb}<x>&b;</x>'
            package.writestr("word/document.xml", xml.encode(encoding))
        error = raised(path)
        assert isinstance(error, BrokenFile)
        assert "DOCTYPE" in str(error)


def test_zip_bombs_are_refused_by_size_ratio_and_number_of_parts(tmp_path: Path) -> None:
    for name in ("a.docx", "a.xlsx"):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", b" " * 2_000_000)
            package.writestr("b.xml", b"<a/>")
        for limits in (
            replace(Limits(), unpacked_bytes=1_000_000),
            replace(Limits(), ratio_floor=1_000_000),
            replace(Limits(), entries=1),
        ):
            assert isinstance(raised(path, limits), OversizedFile)


def test_a_slow_file_is_given_up_with_a_sentence(tmp_path: Path) -> None:
    path = write_word(tmp_path / "a.docx", p("x"))
    error = raised(path, replace(Limits(), wall_seconds=0))
    assert isinstance(error, OversizedFile)
    assert "0 giây" in str(error)


def test_a_file_that_needs_too_much_processor_time_is_given_up(tmp_path: Path) -> None:
    rows = tbl(*[tr(f"dòng {hash(str(n))} số {n}", "hai", "ba") for n in range(40_000)])
    path = write_word(tmp_path / "a.docx", rows)
    error = raised(path, replace(Limits(), cpu_seconds=1))
    assert isinstance(error, OversizedFile)
    assert "1 giây" in str(error)


def test_a_file_that_needs_too_much_memory_is_given_up(tmp_path: Path) -> None:
    rows = tbl(*[tr(f"dòng {hash(str(n))} số {n}", "hai", "ba") for n in range(40_000)])
    path = write_word(tmp_path / "a.docx", rows)
    error = raised(path, replace(Limits(), memory_bytes=120 * 1024 * 1024))
    assert isinstance(error, OversizedFile)
    assert "bộ nhớ" in str(error)


def test_every_reading_error_has_its_own_code() -> None:
    classes: list[type[ReadingError]] = [ReadingError, *ReadingError.__subclasses__()]
    assert len({item.code for item in classes}) == len(classes)
    assert all(hasattr(errors, item.__name__) for item in classes)
