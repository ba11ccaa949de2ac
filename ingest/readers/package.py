"""Office packages (zip of XML) opened without trusting them."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from xml.parsers import expat

from lxml import etree

from ingest.errors import BrokenFile, OversizedFile, ProtectedFile
from ingest.readers.limits import Limits

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
# The strict flavour of the standard differs in its names only: ISO/IEC 29500-1 and -4.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)


class _RootReached(Exception):
    """Stops expat: nothing dangerous can follow the prologue."""


class _DoctypeFound(Exception):
    """A document type declaration, the door to entity bombs and external entities."""


class Package:
    """A zip of XML parts whose size, ratio and prologues were checked on opening.

    Raises:
        BrokenFile: Not a zip, a damaged one, or a part with a DOCTYPE.
        OversizedFile: It unpacks to more than ``limits`` allow.
        ProtectedFile: An entry is encrypted.
    """

    def __init__(self, path: Path, limits: Limits) -> None:
        self.path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise self.broken() from error
        try:
            self._check_sizes(limits)
            self._check_prologues()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zip.close()

    def broken(self) -> BrokenFile:
        """The error to raise where the package is not what it should be."""
        return BrokenFile(
            f"Tệp {self.path.name} bị hỏng hoặc không phải tệp {self.path.suffix.lower()} hợp lệ; "
            "hãy mở tệp bằng phần mềm đã tạo ra nó rồi lưu lại."
        )

    def names(self) -> list[str]:
        """Names of all parts."""
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        """The bytes of one part."""
        try:
            return self._zip.read(name)
        except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError) as error:
            raise self.broken() from error

    def xml(self, name: str) -> etree._Element | None:
        """The root of one part, or ``None`` where there is no such part."""
        if name not in self._zip.NameToInfo:
            return None
        data = self.read(name)
        if b"http://purl.oclc.org/ooxml/" in data:
            for strict, transitional in _STRICT:
                data = data.replace(strict, transitional)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:
                raise MemoryError from error
            raise self.broken() from error

    def related(self, part: str, kind: str) -> list[str]:
        """Parts that ``part`` (``""`` for the package) links to by a relationship of ``kind``."""
        folder, base = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: list[str] = []
        for relation in [] if root is None else root.iter(_RELATIONSHIP):
            target = relation.get("Target", "")
            if relation.get("Type") == _TRANSITIONAL + kind and relation.get("TargetMode") != (
                "External"
            ):
                joined = posixpath.normpath(posixpath.join("/", folder, target))
                found.append(joined.lstrip("/"))
        return found

    def _check_sizes(self, limits: Limits) -> None:
        entries = self._zip.infolist()
        total = sum(entry.file_size for entry in entries)
        packed_too_well = any(
            entry.file_size > limits.ratio_floor
            and entry.file_size > limits.ratio * max(entry.compress_size, 1)
            for entry in entries
        )
        if len(entries) > limits.entries or total > limits.unpacked_bytes or packed_too_well:
            raise OversizedFile(
                f"Tệp {self.path.name} bung ra tới {total // (1024 * 1024)} MB trong "
                f"{len(entries)} phần, vượt mức an toàn; hãy lưu lại hoặc chia nhỏ tệp."
            )
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise ProtectedFile(
                f"Tệp {self.path.name} được đặt mật khẩu; hãy bỏ mật khẩu rồi nạp lại."
            )

    def _check_prologues(self) -> None:
        for name in self._zip.namelist():
            if name.lower().endswith((".xml", ".rels", ".vml")):
                try:
                    self._check_prologue(name)
                except _RootReached:
                    continue
                except _DoctypeFound as error:
                    raise BrokenFile(
                        f"Tệp {self.path.name} chứa khai báo DOCTYPE không an toàn ở phần {name}; "
                        "hãy mở tệp bằng Word hoặc Excel rồi lưu lại."
                    ) from error
                except (
                    expat.ExpatError,
                    zipfile.BadZipFile,
                    zlib.error,
                    EOFError,
                    NotImplementedError,
                ) as error:
                    raise self.broken() from error

    def _check_prologue(self, name: str) -> None:
        """Read until the root element, where a DOCTYPE can no longer come."""
        parser = expat.ParserCreate()

        def on_doctype(*_: object) -> None:
            raise _DoctypeFound

        def on_element(*_: object) -> None:
            raise _RootReached

        parser.StartDoctypeDeclHandler = on_doctype
        parser.StartElementHandler = on_element
        with self._zip.open(name) as part:
            while chunk := part.read(8192):
                parser.Parse(chunk, False)  # noqa: FBT003 - the C signature
