"""Breaking centred lines so that none holds a lonely word."""

from __future__ import annotations


def balanced(text: str, most: int) -> tuple[str, ...]:
    """``text`` in as few lines as ``most`` letters a line allow, of nearly equal length."""
    words = text.split()
    total = len(" ".join(words))
    wanted = -(-total // most) if total else 1
    while True:
        lines = _filled(words, -(-total // wanted), most)
        if len(lines) <= wanted or wanted >= len(words):
            return tuple(lines) or ("",)
        wanted += 1


def _filled(words: list[str], aim: int, most: int) -> list[str]:
    lines: list[str] = []
    current = ""
    for word in words:
        longer = f"{current} {word}".strip()
        before, after = aim - len(current), len(longer) - aim
        if current and (len(longer) > most or (after > 0 and after > before)):
            lines.append(current)
            current = word
        else:
            current = longer
    return [*lines, current] if current else lines
