"""The package of a report, as strict readers want it: element order, relations, content types."""

from __future__ import annotations

import posixpath
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from assistant.local import LocalService
from assistant.service import DraftOrder
from tests.assistant.drafting.annexes import lines, write_annex

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# ECMA-376 Part 1, 17.3 and 17.4: the order of what may stand in each.
_ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
        "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
        "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
        "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
        "rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u "
        "effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook"
    ),
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection vAlign",
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi docGrid"
    ),
}


@pytest.fixture
def package(local: LocalService, tmp_path: Path) -> Path:
    annex = write_annex(tmp_path / "phu-luc.docx", lines(random.Random(7)))
    made = local.draft(DraftOrder("annual-report", year=2031, annex=annex))
    assert made.id is not None
    path = tmp_path / "ra.docx"
    path.write_bytes(local.draft_docx(made.id)[1])
    return path


def _parts(path: Path) -> Iterator[tuple[str, Xml.Element]]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                yield name, Xml.fromstring(archive.read(name))


def _local(element: Xml.Element) -> str:
    return element.tag.rpartition("}")[2]


def test_properties_stand_in_the_order_of_the_standard(package: Path) -> None:
    for part, root in _parts(package):
        for element in root.iter():
            order = _ORDER.get(_local(element), "").split()
            if not order or not element.tag.startswith(_W):
                continue
            places = [order.index(_local(child)) for child in element]
            assert places == sorted(places), (part, _local(element))


def test_rows_fill_the_grid_and_cells_end_with_a_paragraph(package: Path) -> None:
    for part, root in _parts(package):
        for table in root.iter(f"{_W}tbl"):
            assert [_local(child) for child in table][:2] == ["tblPr", "tblGrid"], part
            grid = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
            for row in table.findall(f"{_W}tr"):
                spans = [cell.find(f"{_W}tcPr/{_W}gridSpan") for cell in row.findall(f"{_W}tc")]
                wide = sum(1 if one is None else int(one.attrib[f"{_W}val"]) for one in spans)
                assert wide == grid, part
        for cell in root.iter(f"{_W}tc"):
            assert _local(cell[-1]) == "p", part


def test_every_part_has_a_type_and_every_relation_a_part(package: Path) -> None:
    with zipfile.ZipFile(package) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        types = Xml.fromstring(archive.read("[Content_Types].xml"))
        endings = {one.attrib["Extension"].lower() for one in types if "Extension" in one.attrib}
        named = {one.attrib["PartName"] for one in types if "PartName" in one.attrib}
        assert {name.lstrip("/") for name in named} <= set(names)
        for name in names:
            known = f"/{name}" in named or name.rpartition(".")[2].lower() in endings
            assert known or name == "[Content_Types].xml", name
        for name in (one for one in names if one.endswith(".rels")):
            folder = posixpath.dirname(posixpath.dirname(name))
            relations = list(Xml.fromstring(archive.read(name)))
            ids = [one.attrib["Id"] for one in relations]
            assert len(ids) == len(set(ids)), name
            for one in relations:
                if one.attrib.get("TargetMode") == "External":
                    continue
                target = posixpath.join("/", folder, one.attrib["Target"])
                assert posixpath.normpath(target).lstrip("/") in names, (name, target)


def test_bookmarks_are_unique_and_styles_known(package: Path) -> None:
    parts = dict(_parts(package))
    marks = [one for root in parts.values() for one in root.iter(f"{_W}bookmarkStart")]
    for kind in ("id", "name"):
        said = [one.attrib[f"{_W}{kind}"] for one in marks]
        assert len(said) == len(set(said))
    styles = [one.attrib[f"{_W}styleId"] for one in parts["word/styles.xml"].iter(f"{_W}style")]
    assert len(styles) == len(set(styles))
    used = {
        one.attrib[f"{_W}val"]
        for tag in ("pStyle", "rStyle", "tblStyle")
        for one in parts["word/document.xml"].iter(f"{_W}{tag}")
    }
    assert used <= set(styles)
