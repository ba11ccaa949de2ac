"""Very many documents made from a few: other words, places, numbers, years; noisy vectors.

A copy keeps the structure of a real reading (records, passages, sources, headings) and swaps part
of its Vietnamese words for others, the same throughout the copy, so that its records, units and
quotes still agree and words are as rare or common over the whole store as in real text. A vector
is that of the real unit plus noise: nothing has to be embedded to fill a large store.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from ingest.model import Reading

_UNITS = 30
"""Units a copy keeps: about four pages."""
_SWAPPED = 0.35
_NOISE = 0.35
"""Length of the noise, where that of the vector is 1: a copy is as near as a paraphrase."""
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\b20[0-4]\d\b")
_FIRST_YEAR, _YEARS = 2005, 30
_NUMBER = re.compile(r"(?<![\d/])\d{1,4}(?=/(?:20\d\d/)?[A-ZĐ]{2})")
_SYLLABLES = (
    *("Bắc", "Đông", "Tây", "Nam", "Hải", "Sơn", "Giang", "Lâm", "Phú", "Vĩnh"),
    *("Long", "Hòa", "An", "Bình", "Thanh", "Minh", "Quang", "Hưng", "Lộc", "Thịnh"),
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A synthetic document. ``words`` says which word stands for which of the original."""

    reading: Reading
    original: str
    words: dict[str, str]
    place: str

    def reworded(self, text: str) -> str:
        """A question about the original as one about this copy, with its place and number."""
        number = self.reading.document.number
        return f"{_swapped(text, self.words)} ({self.place}, {number})"


def copies(readings: Sequence[Reading], count: int, *, seed: int) -> Iterator[Copy]:
    """``count`` documents made from ``readings`` in turn; the same ones for the same seed."""
    rng = random.Random(seed)  # noqa: S311 - a benchmark
    vocabulary = _vocabulary(readings)
    for number in range(count):
        yield _copy(readings[number % len(readings)], number, vocabulary, rng)


class NoisyVectors(Embeddings):
    """Vectors of copies without a model; questions are embedded by the real one.

    Every passage text gets the vector of a real unit, drawn by the text itself, plus noise.
    """

    def __init__(self, real: Embeddings, vectors: NDArray[np.float32]) -> None:
        self._real = real
        self._vectors = vectors

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One noisy vector a text."""
        made = []
        for text in texts:
            rng = np.random.default_rng(crc32(text.encode()))
            base = self._vectors[rng.integers(len(self._vectors))]
            noise = rng.standard_normal(base.size).astype(np.float32)
            vector = base + _NOISE * noise / np.linalg.norm(noise)
            made.append((vector / np.linalg.norm(vector)).tolist())
        return made

    def embed_query(self, text: str) -> list[float]:
        """The real vector of a question."""
        return self._real.embed_query(text)


def _copy(reading: Reading, number: int, vocabulary: list[str], rng: random.Random) -> Copy:
    own = reading.document
    place = f"{rng.choice(_SYLLABLES)} {rng.choice(_SYLLABLES)}"
    shift = rng.randrange(_YEARS)
    swapped = [word for word in vocabulary if rng.random() < _SWAPPED]
    others = swapped[:]
    rng.shuffle(others)
    words = dict(zip(swapped, others, strict=True))
    text = _slice(reading, rng).model_dump_json(by_alias=True)
    text = text.replace(own.id, f"{own.id}-{number}")
    if own.province:
        text = text.replace(own.province, place)
    text = _YEAR.sub(lambda year: str(_FIRST_YEAR + (int(year.group()) + shift) % _YEARS), text)
    text = _NUMBER.sub(lambda found: str((int(found.group()) * 37 + number) % 9000 + 1), text)
    made = Reading.model_validate_json(_swapped(text, words))
    return Copy(made, own.id, words, place)


def _slice(reading: Reading, rng: random.Random) -> Reading:
    first = rng.randrange(max(1, len(reading.units) - _UNITS))
    units = reading.units[first : first + _UNITS]
    held = {unit.record_id for unit in units if unit.record_id}
    return reading.model_copy(
        update={
            "units": units,
            "tables": (),
            **{
                kind: tuple(each for each in getattr(reading, kind) if each.id in held)
                for kind in ("targets", "tasks", "indicators", "refs")
            },
        }
    )


def _vocabulary(readings: Sequence[Reading]) -> list[str]:
    """Lower-case words with Vietnamese letters; JSON keys and codes have none, so they stay."""
    found: set[str] = set()
    for reading in readings:
        for unit in reading.units:
            found.update(_WORD.findall(unit.text))
    return sorted(word for word in found if not word.isascii() and word.islower())


def _swapped(text: str, words: dict[str, str]) -> str:
    return _WORD.sub(lambda found: words.get(found.group(), found.group()), text)
