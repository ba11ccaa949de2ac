"""Vietnamese names of the fields that can be corrected."""

from __future__ import annotations

import re

FIELD_NAMES = {
    "title": "tên văn bản",
    "kind": "loại văn bản",
    "issuer": "cơ quan ban hành",
    "province": "tỉnh, thành phố",
    "number": "số, ký hiệu",
    "attached_to": "kèm theo văn bản số",
    "date": "ngày",
    "period": "kỳ, giai đoạn",
    "text": "nội dung",
    "metric": "tên chỉ tiêu",
    "comparator": "dấu so sánh",
    "value": "giá trị",
    "value_text": "số liệu ghi trong ô",
    "unit": "đơn vị tính",
    "base": "mốc so sánh",
    "horizon": "giai đoạn",
    "lead": "chủ trì",
    "coordinating": "phối hợp",
    "products": "sản phẩm",
    "deadline": "thời hạn",
    "deadline.kind": "loại thời hạn",
    "deadline.from": "ngày bắt đầu",
    "deadline.to": "ngày kết thúc",
    "name": "tên chỉ tiêu",
    "parent": "nhóm chỉ tiêu",
    "subject": "đối tượng",
    "role": "vai trò",
    "meaning": "nghĩa",
    "note": "ghi chú",
    "type": "loại văn bản",
    "about": "trích yếu",
}
_PARTS = {"product": "sản phẩm", "deadline": "thời hạn"}


def field_name(field: str) -> str:
    """The Vietnamese name of a field that can be corrected."""
    found = re.fullmatch(r"deliverables\.(\d+)\.(product|deadline)", field)
    if found:
        return f"{_PARTS[found.group(2)]} {found.group(1)}"
    return FIELD_NAMES.get(field, field)
