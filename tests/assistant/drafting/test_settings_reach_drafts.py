"""What is set in the environment stands on the paper: issuer block, outlines, year of issue."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from assistant.bootstrap import open_local
from assistant.errors import BadSettings
from assistant.service import DraftOrder
from assistant.settings import Settings


def test_the_issuer_block_comes_from_the_settings(annex: Path, tmp_path: Path) -> None:
    settings = Settings(
        data_dir=tmp_path / "kho",
        today=date(2031, 12, 9),
        issuer="Sở Xây dựng",
        parent_body="UBND thành phố Đông Hải",
        place="Quận Nhất",
        signer_title="KT. Giám đốc\nPhó Giám đốc",
        number_code="BC-SXD-VP",
        addressee="Sở Nội vụ",
        recipients="Như trên; Các phòng; Lưu: VT, VP",
    )
    with open_local(settings) as service:
        made = service.draft(DraftOrder("annual-report", year=2031, annex=annex, section="I.2"))
        assert made.id is not None
        document = docx.Document(BytesIO(service.draft_docx(made.id)[1]))
    left, right = (cell.text for cell in document.tables[0].rows[0].cells)
    assert "UBND THÀNH PHỐ ĐÔNG HẢI" in " ".join(left.split())
    assert "/BC-SXD-VP" in left
    assert right.split("\n")[-1].startswith("Quận Nhất, ngày")
    assert right.rstrip().endswith("năm 2031")
    assert "Kính gửi: Sở Nội vụ" in [one.text for one in document.paragraphs]
    recipients, signature = (cell.text for cell in document.tables[1].rows[0].cells)
    assert recipients.split("\n")[1:] == ["- Như trên;", "- Các phòng;", "- Lưu: VT, VP."]
    assert signature.split("\n")[:2] == ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]


def test_a_province_may_add_and_change_outlines(annex: Path, tmp_path: Path) -> None:
    folder = tmp_path / "đề cương"
    folder.mkdir()
    (folder / "bao-cao-nhanh.yaml").write_text(
        "based_on: annual-report\nkind: bao-cao-nhanh\ntitle: BÁO CÁO NHANH\n", encoding="utf-8"
    )
    with open_local(Settings(data_dir=tmp_path / "kho", outlines_dir=folder)) as service:
        assert "bao-cao-nhanh" in [one.kind for one in service.report_kinds().kinds]
        made = service.draft(DraftOrder("bao-cao-nhanh", year=2031, annex=annex))
        assert made.title.startswith("Báo cáo nhanh")
        (folder / "bao-cao-nhanh.yaml").write_text("sections: [", encoding="utf-8")
        with pytest.raises(BadSettings, match="bao-cao-nhanh"):
            service.draft(DraftOrder("bao-cao-nhanh", year=2031, annex=annex))
