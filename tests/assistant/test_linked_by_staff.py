"""An annex that names no document is tied to its decision by hand, and answers as part of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from evals.opening import opened

DECISION = """SỞ XÂY LẮP
Số: 77/QĐ-SXL

Nam Sơn, ngày 05 tháng 02 năm 2027

QUYẾT ĐỊNH
Ban hành Kế hoạch số hóa năm 2027

Điều 1. Ban hành Kế hoạch số hóa năm 2027.
"""
ANNEX = """PHỤ LỤC
NHIỆM VỤ SỐ HÓA

TT\tNhiệm vụ\tĐơn vị chủ trì\tThời hạn
1\tSố hóa hồ sơ lưu trữ\tPhòng Lưu trữ\tQuý II/2027
"""


def test_a_link_made_by_hand_gives_the_annex_its_decision(tmp_path: Path) -> None:
    files = [tmp_path / "quyet-dinh.txt", tmp_path / "phu-luc.txt"]
    for path, text in zip(files, (DECISION, ANNEX), strict=True):
        path.write_text(text, encoding="utf-8")
    with opened(files, today=lambda: date(2027, 3, 1)) as service:
        annex = next(d for d in service.documents().documents if d.file == "phu-luc.txt")
        assert (annex.number, annex.attached_document) == (None, None)

        service.correct(annex.id, {"attached_to": "77/QĐ-SXL"}, by="Văn thư")

        stored = {d.file: d for d in service.documents().documents}
        linked, decision = stored["phu-luc.txt"], stored["quyet-dinh.txt"]
        assert linked.attached_document == decision.id
        assert (linked.number, linked.province) == ("77/QĐ-SXL", "Nam Sơn")
        answer = service.ask("Ai chủ trì số hóa hồ sơ lưu trữ?", documents=[decision.id])
        assert answer.status == "answered"
        assert "Phòng Lưu trữ" in answer.answer
        assert answer.citations[0].source.quote == "Phòng Lưu trữ"
