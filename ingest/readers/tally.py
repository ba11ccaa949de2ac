"""What a reader left out, counted while reading and told once at the end."""

from __future__ import annotations

from collections import Counter

from ingest.model import Problem

_MESSAGES = {
    "tracked_deletion": "Có {n} đoạn đã xóa còn lưu vết trong tệp, không được đọc; "
    "hãy chấp nhận hoặc từ chối các thay đổi trước khi nạp.",
    "tracked_insertion": "Có {n} đoạn chèn thêm chưa được chấp nhận, vẫn được đọc như nội dung; "
    "hãy chấp nhận hoặc từ chối các thay đổi để chắc chắn.",
    "hidden_text": "Có {n} đoạn chữ ẩn, không được đọc; hãy bỏ thuộc tính ẩn nếu đó là nội dung.",
    "hidden_row": "Có {n} dòng bị ẩn, không được đọc; hãy bỏ ẩn nếu cần lấy số liệu của chúng.",
    "hidden_column": "Có {n} cột bị ẩn, không được đọc; hãy bỏ ẩn nếu cần lấy số liệu của chúng.",
    "white_text": "Có {n} đoạn chữ trắng trên nền trắng, không được đọc; "
    "hãy đổi màu chữ nếu đó là nội dung.",
    "tiny_text": "Có {n} đoạn chữ quá nhỏ để nhìn thấy, không được đọc; "
    "hãy tăng cỡ chữ nếu đó là nội dung.",
    "comments_skipped": "Có {n} ghi chú bên lề (comment), không được đọc như nội dung.",
    "nested_table": "Có {n} bảng lồng trong ô của bảng khác, được đọc thành chữ của ô đó; "
    "hãy tách thành bảng riêng nếu cần lấy số liệu.",
    "image_skipped": "Có {n} hình lớn, chữ trong hình không được đọc vì chưa có nhận dạng chữ; "
    "hãy gõ lại nội dung trong hình nếu cần.",
    "embedded_skipped": "Có {n} đối tượng nhúng, không được đọc; "
    "hãy nạp riêng tệp gốc của chúng nếu cần.",
    "legacy_font": "Có {n} đoạn dùng phông chữ cũ (TCVN3 hoặc VNI); "
    "hãy chuyển tệp sang Unicode nếu chữ hiện ra sai.",
    "rotated_text": "Có {n} chữ xoay dọc, không được đọc; hãy kiểm tra lại các ô có chữ xoay.",
    "undecodable_text": "Có {n} chữ mà tệp PDF không cho biết mã, có thể hiện ra sai; "
    "hãy xuất lại PDF từ tệp gốc.",
}


class Tally:
    """Counts by problem code, and the problems that have a place of their own."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._placed: list[Problem] = []

    def add(self, code: str, count: int = 1) -> None:
        """Count something of a kind named in the table above."""
        self._counts[code] += count

    def count(self, code: str) -> int:
        """How often ``code`` was counted so far."""
        return self._counts[code]

    def say(self, code: str, message: str) -> None:
        """Report something with its place in the message."""
        self.tell(Problem(code=code, message=message))

    def tell(self, problem: Problem) -> None:
        """Report a problem made elsewhere, once."""
        if problem not in self._placed:
            self._placed.append(problem)

    def problems(self) -> tuple[Problem, ...]:
        """One problem a code counted, then those with a place."""
        counted = [
            Problem(code=code, message=_MESSAGES[code].format(n=number))
            for code, number in self._counts.items()
            if number
        ]
        return (*counted, *self._placed)
