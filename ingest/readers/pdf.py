"""Text PDFs: ruled tables, and the text around them in reading order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from statistics import median

from ingest.errors import BrokenFile, EmptyFile, OversizedFile, ProtectedFile, ScannedFile
from ingest.model import Block, Content, Paragraph, Table
from ingest.readers.limits import Limits
from ingest.readers.pdf_flow import (
    Margins,
    Page,
    Placed,
    ends_sentence,
    margins_of,
    ordered_flows,
    page_shape,
    paragraphs,
)
from ingest.readers.pdf_margins import is_page_number, margin_rows, repeated, row_key
from ingest.readers.pdf_tables import PageTable, continues, joined
from ingest.readers.pdf_text import PageRead, printed_pages
from ingest.readers.pdf_words import Line, Word, joined_readings, rows_of, split_row
from ingest.readers.progress import Progress
from ingest.readers.scan.engines import missing_parts
from ingest.readers.scan.marks import with_marks
from ingest.readers.tally import Tally

_SCAN_LETTERS = 20
_STAMP_LETTERS = 200
_WHOLE_PAGE = 0.6


def read_pdf(path: Path, *, limits: Limits, progress: Progress | None = None) -> Content:
    """Read a PDF: the text it carries, and what stands on pictures of pages.

    The page tables of one printed table are joined; repeated header rows stay in them. Page
    numbers and running heads are dropped. ``progress`` hears of every picture of a page.

    Raises:
        ProtectedFile: It asks for a password.
        ScannedFile: It holds pictures of pages only, and the readers of scans are not installed.
        EmptyFile: It has neither.
        BrokenFile: It is no valid PDF, or its fonts say what no encoding can mean.
        OversizedFile: More pages than ``limits`` allow.
    """
    letters, covered = _look(path, limits)
    scanned = [index for index, part in enumerate(covered) if _is_scan(letters[index], part)]
    readable = [index for index, count in enumerate(letters) if count and index not in scanned]
    if not readable and not scanned:
        raise EmptyFile(f"Tệp {path.name} không có chữ nào; hãy kiểm tra lại tệp đã chọn.")
    tally = Tally()
    pages, garbled = printed_pages(path, readable, tally) if readable else ([], [])
    scanned = sorted({*scanned, *garbled})
    missing = missing_parts() if scanned else None
    if missing is None:
        read = _read_scans(path, scanned, progress)
        pages += read
        for page in read:
            if not page.words and not page.tables:
                tally.say(
                    "page_without_text",
                    f"Trang {page.number} chỉ có hình, nhận dạng không thấy chữ nào; "
                    "hãy kiểm tra trang này trong bản gốc.",
                )
    elif garbled and not pages:
        raise BrokenFile(
            f"Tệp {path.name} dùng phông chữ không kèm bảng mã nên không lấy được chữ; "
            f"hãy xuất lại PDF từ tệp gốc, "
            f"hoặc cài {missing[0]} bằng lệnh {missing[1]} để nhận dạng chữ."
        )
    elif sum(letters[index] for index in readable) < _SCAN_LETTERS:
        raise ScannedFile(
            f"Tệp {path.name} là bản quét (ảnh) mà máy này chưa cài {missing[0]}; "
            f"hãy cài bằng lệnh {missing[1]} rồi nạp lại, hoặc nạp tệp Word gốc."
        )
    else:
        for index in scanned:
            what = "dùng phông chữ không kèm bảng mã" if index in garbled else "là hình quét"
            tally.say(
                "page_without_text",
                f"Trang {index + 1} {what} nên không đọc được vì máy này chưa cài "
                f"{missing[0]}; hãy cài bằng lệnh {missing[1]} rồi nạp lại.",
            )
    pages.sort(key=lambda page: page.number)
    content = Content(blocks=_assemble(pages), pages=len(letters), problems=tally.problems())
    return with_marks(content)


def _is_scan(letters: int, covered: float) -> bool:
    """A picture with no text, or one of a whole page with no more text than a signature's."""
    return covered > 0 and (letters == 0 or (letters < _STAMP_LETTERS and covered > _WHOLE_PAGE))


def _look(path: Path, limits: Limits) -> tuple[list[int], list[float]]:
    """Letters of each page, and which part of it pictures cover (0..1), quickly."""
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw

    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error):
            raise ProtectedFile(
                f"Tệp {path.name} được đặt mật khẩu; hãy bỏ mật khẩu rồi nạp lại."
            ) from error
        raise _broken(path) from error
    try:
        if len(document) > limits.pages:
            raise OversizedFile(
                f"Tệp {path.name} có {len(document)} trang, vượt mức {limits.pages} trang; "
                "hãy chia tệp thành các phần nhỏ hơn."
            )
        letters: list[int] = []
        covered: list[float] = []
        for index in range(len(document)):
            page = document[index]
            text = page.get_textpage()
            letters.append(sum(not char.isspace() for char in text.get_text_range()))
            kinds = [raw.FPDF_PAGEOBJ_IMAGE]
            boxes = [item.get_bounds() for item in page.get_objects(filter=kinds, max_depth=3)]
            area = sum((box[2] - box[0]) * (box[3] - box[1]) for box in boxes)
            width, height = page.get_size()
            covered.append(min(area / max(width * height, 1.0), 1.0))
            text.close()
            page.close()
    except pdfium.PdfiumError as error:
        raise _broken(path) from error
    finally:
        document.close()
    return letters, covered


def _broken(path: Path) -> BrokenFile:
    return BrokenFile(
        f"Tệp {path.name} bị hỏng hoặc không phải PDF hợp lệ; hãy xuất lại PDF từ tệp gốc."
    )


def _read_scans(path: Path, indices: list[int], progress: Progress | None) -> list[PageRead]:
    """The pages that are pictures, one after the other."""
    if not indices:
        return []
    announce = progress or (lambda _done, _total: None)
    announce(0, len(indices))  # before the models are loaded: they need more memory
    import pypdfium2 as pdfium

    from ingest.readers.scan.pages import ScanReader

    reader = ScanReader()
    pages: list[PageRead] = []
    document = pdfium.PdfDocument(path)
    try:
        for index in indices:
            page = document[index]
            read = reader.read(page, index + 1)
            pages.append(PageRead(index + 1, read.width, read.height, read.words, read.tables))
            page.close()
            announce(len(pages), len(indices))
    finally:
        document.close()
    return pages


def _assemble(pages: list[PageRead]) -> tuple[Block, ...]:
    """All pages in order: furniture dropped, tables and paragraphs carried over page ends."""
    margins = [margin_rows(page.words, page.height) for page in pages]
    running = repeated([[row_key(row) for row in rows] for rows in margins])
    blocks: list[Block | list[PageTable]] = []
    last: Placed | None = None
    cleaned: list[PageRead] = []
    for page, rows in zip(pages, margins, strict=True):
        dropped = {
            id(word)
            for row in rows
            if is_page_number(row) or row_key(row) in running
            for word in row
        }
        words = [word for word in page.words if id(word) not in dropped]
        cleaned.append(replace(page, words=words))
    usual = _usual_margins(cleaned)
    for page in cleaned:
        last = _add_page(blocks, page, last, usual.get(round(page.width)))
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, list):
            number = sum(isinstance(item, Table) for item in done) + 1
            done.append(joined(number, block))
        else:
            done.append(block)
    return tuple(done)


def _usual_margins(pages: list[PageRead]) -> dict[int, Margins]:
    """The margins of pages of one width (rounded): of their text, else of their tables."""
    by_width: dict[int, list[Margins]] = {}
    for page in pages:
        found = margins_of(_all_lines(page.words), page.width)
        if found is None and page.tables:
            boxes = [table.box for table in page.tables]
            found = Margins(min(box[0] for box in boxes), max(box[2] for box in boxes))
        if found is not None:
            by_width.setdefault(round(page.width), []).append(found)
    return {
        width: Margins(median(item.left for item in found), median(item.right for item in found))
        for width, found in by_width.items()
    }


def _add_page(
    blocks: list[Block | list[PageTable]],
    page: PageRead,
    last: Placed | None,
    usual: Margins | None,
) -> Placed | None:
    """Append one page; gives back its last paragraph if text may run on from it."""
    shape = page_shape(page.number, _all_lines(page.words), page.width, usual)
    first = True
    for piece in _in_order(page, shape):
        if isinstance(piece, PageTable):
            open_table = blocks[-1] if blocks else None
            if first and isinstance(open_table, list) and continues(open_table[-1], piece):
                open_table.append(piece)
            else:
                blocks.append([piece])
            last = None
        else:
            if first and last is not None and _runs_on(last, piece):
                text = f"{last.paragraph.text} {piece.paragraph.text}"
                both = [last.paragraph.readings, piece.paragraph.readings]
                merged = replace(
                    last.paragraph,
                    text=text,
                    doubtful=last.paragraph.doubtful or piece.paragraph.doubtful,
                    readings=joined_readings([seen for seen in both if seen]),
                )
                blocks[-1] = merged
                last = replace(piece, paragraph=merged)
            else:
                blocks.append(piece.paragraph)
                last = piece
        first = False
    return last


def _in_order(page: PageRead, shape: Page) -> list[PageTable | Placed]:
    """Tables and paragraphs from top to bottom; columns stay together between two tables."""
    pieces: list[PageTable | Placed] = []
    rest = page.words
    for table in page.tables:
        above = [word for word in rest if (word.top + word.bottom) / 2 < table.box[1]]
        rest = [word for word in rest if (word.top + word.bottom) / 2 >= table.box[1]]
        pieces.extend(_text(above, shape))
        pieces.append(table)
    pieces.extend(_text(rest, shape))
    return pieces


def _text(words: list[Word], shape: Page) -> list[Placed]:
    return [placed for flow in ordered_flows(words) for placed in paragraphs(flow, shape)]


def _all_lines(words: list[Word]) -> list[Line]:
    return [line for row in rows_of(words) for line in split_row(row)]


def _runs_on(last: Placed, piece: Placed) -> bool:
    """Whether a sentence goes on over the page end."""
    upper, lower = last.paragraph, piece.paragraph
    if not isinstance(upper, Paragraph) or lower.list_item or upper.bold != lower.bold:
        return False
    opens = lower.text[0].islower() or (piece.starts_flush and last.ends_full)
    return opens and last.ends_full and not ends_sentence(upper.text)
