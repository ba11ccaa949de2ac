"""``bao-cao-2025.docx``: last year's report, its annex being a file of its own."""

from __future__ import annotations

from pathlib import Path

from samples.facts import report
from samples.facts.identity import HEAD, ISSUER, PROVINCE, REPORT_2025
from samples.writing.official_docx import OfficialDocument


def build(path: Path) -> None:
    """Write the report."""
    document = OfficialDocument(REPORT_2025, f"Báo cáo cải cách hành chính năm {report.YEAR}")
    document.letterhead()
    document.title("BÁO CÁO", f"Kết quả cải cách hành chính năm {report.YEAR} của {ISSUER}")
    document.addressee(f"Kính gửi: Sở Nội vụ tỉnh {PROVINCE}")
    document.paragraph(report.OPENING)
    document.paragraph("I. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ", bold=True)
    for heading, paragraphs in report.RESULTS:
        document.paragraph(heading, bold=True)
        for template in paragraphs:
            document.paragraph(report.filled(template))
    document.paragraph("II. NHẬN XÉT, ĐÁNH GIÁ", bold=True)
    for heading, paragraphs in report.ASSESSMENT:
        document.paragraph(heading, bold=True)
        for text in paragraphs:
            document.paragraph(text)
    document.paragraph(f"III. PHƯƠNG HƯỚNG NĂM {report.YEAR + 1}", bold=True)
    for text in report.OUTLOOK:
        document.paragraph(text)
    document.paragraph(report.CLOSING)
    document.signature(("- Như trên;", "- Lãnh đạo Sở;", "- Lưu: VT, VP."), HEAD)
    document.save(path)
