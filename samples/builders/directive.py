"""``chi-dao-2026.txt``: a directive as plain text, tasks a), b), c) under each unit."""

from __future__ import annotations

from pathlib import Path

from samples.facts import directive
from samples.facts.identity import DIRECTIVE, HEAD, ISSUER, PARENT, PROVINCE


def build(path: Path) -> None:
    """Write the directive."""
    lines = [
        PARENT.upper(),
        ISSUER.upper(),
        "",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "",
        f"Số: {DIRECTIVE.number}",
        directive.SUBJECT,
        "",
        f"{PROVINCE}, {DIRECTIVE.dated}",
        "",
        "Kính gửi: Các phòng chuyên môn, đơn vị sự nghiệp trực thuộc Sở",
        "",
        directive.OPENING,
        "",
    ]
    for number, (unit, tasks) in enumerate(directive.UNITS, start=1):
        lines.append(f"{number}. {unit}")
        lines += [f"{letter}) {task}" for letter, task in zip("abcdđe", tasks, strict=False)]
        lines.append("")
    lines += [
        directive.CLOSING,
        "",
        "Nơi nhận:",
        "- Như trên;",
        f"- {PARENT} (để báo cáo);",
        "- Lưu: VT, VP.",
        "",
        HEAD.upper(),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
