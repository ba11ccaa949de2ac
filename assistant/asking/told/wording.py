"""The Vietnamese sentences that only answers reckoned from running text use."""

from __future__ import annotations

SUM = "**{document}** – {terms} = **{total}**"
DIFFERENCE = "**{document}** – {one} {direction} {other} **{difference}** ({figures})"
SAME = "**{document}** – {one} và {other} **bằng nhau** ({figures})"
LACKS = "Không tìm thấy số liệu của «{missing}» để tính; đã tìm trong {scope}."
YEAR = "năm {year}"
AGAINST = " so với "
NAMED = "{count} {kind} được nêu tên: **{names}**"
SECTION = "**{document}** – {title}"
PARTS = "{count} mục: **{titles}**"
