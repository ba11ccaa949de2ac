"""The picture of a page made fit for reading: upright, grey, stamps faded, specks smoothed."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2  # type: ignore[import-not-found,import-untyped,unused-ignore]
import numpy as np

from ingest.readers.scan.picture import Picture

_LEAST_DPI, _USUAL_DPI, _MOST_DPI = 100.0, 200.0, 300.0
_MOST_PIXELS = 40_000_000
_MOST_SKEW = 5.0
_COLOURFUL = 45
_COLOURED_INK, _COLOURED_PAGE = 0.6, 0.3
_DENOISE_STRENGTH = 12
_RULE_INCHES = 0.35
_LETTER_INCHES, _NEAR_LETTER_INCHES = 0.05, 0.25


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page after straightening, ink of stamps and signatures taken out of ``grey``.

    ``coloured`` is non-zero where they lie, also where black letters stand under them.
    """

    grey: Picture
    coloured: Picture
    dpi: float


def render_scale(*, width: float, height: float, picture_width: int | None) -> float:
    """Pixels a point: those of the page's one picture, within what can be read and held."""
    dpi = _USUAL_DPI if picture_width is None else picture_width / width * 72
    scale = min(max(dpi, _LEAST_DPI), _MOST_DPI) / 72
    return min(scale, math.sqrt(_MOST_PIXELS / max(width * height, 1.0)))


def prepare(rgb: Picture, *, dpi: float) -> PageImage:
    """Straighten a page and fade what is coloured.

    The brightest channel of a pixel keeps black ink dark and lets red or blue stamps fade.
    """
    brightest = rgb.max(axis=2)
    coloured = np.where((brightest.astype(np.int16) - rgb.min(axis=2)) > _COLOURFUL, 255, 0).astype(
        np.uint8
    )
    angle = skew(brightest, dpi=dpi)
    grey, coloured = _turned(brightest, angle, 255), _turned(coloured, angle, 0)
    grey = _without_specks(_without_colour(grey, coloured, dpi=dpi), dpi=dpi)
    return PageImage(grey, coloured, dpi)


def _without_specks(grey: Picture, *, dpi: float) -> Picture:
    """``grey`` without the small pieces of ink that no letter stands near."""
    black = ink(grey, dpi=dpi)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(black, connectivity=8)
    extent = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT])
    large = extent >= _LETTER_INCHES * dpi
    large[0] = False
    reach = int(_NEAR_LETTER_INCHES * dpi) | 1
    letters = np.where(large[labels], 255, 0).astype(np.uint8)
    near = np.asarray(cv2.dilate(letters, np.ones((reach, reach), np.uint8)), np.uint8)
    specks = np.where((black > 0) & (near == 0), 255, 0).astype(np.uint8)
    clean = grey.copy()
    clean[np.asarray(cv2.dilate(specks, np.ones((3, 3), np.uint8)), np.uint8) > 0] = 255
    return clean


def _without_colour(grey: Picture, coloured: Picture, *, dpi: float) -> Picture:
    """``grey`` without the pieces of ink that are coloured; a page printed in colour stays."""
    black = ink(grey, dpi=dpi)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(black, connectivity=8)
    area = stats[:, cv2.CC_STAT_AREA].astype(np.float64)
    share = np.bincount(labels.ravel(), weights=(coloured > 0).ravel(), minlength=len(area)) / area
    made_of_colour = share > _COLOURED_INK
    made_of_colour[0] = False
    if not area[1:].sum() or area[made_of_colour].sum() > _COLOURED_PAGE * area[1:].sum():
        return grey
    reach = max(int(0.02 * dpi) | 1, 3)
    pieces = np.where(made_of_colour[labels], 255, 0).astype(np.uint8)
    faded = grey.copy()
    near = np.asarray(cv2.dilate(pieces, np.ones((reach, reach), np.uint8)), np.uint8) > 0
    faded[near & ((black == 0) | (pieces > 0))] = 255
    return faded


def smoothed(grey: Picture) -> Picture:
    """Non-local means: the grain of the paper goes, the strokes stay."""
    return np.asarray(
        cv2.fastNlMeansDenoising(grey, None, _DENOISE_STRENGTH, 7, 15), dtype=np.uint8
    )


def ink(grey: Picture, *, dpi: float) -> Picture:
    """255 where there is ink, judged against the brightness around it."""
    block = max(int(dpi * 0.16) | 1, 15)
    return np.asarray(
        cv2.adaptiveThreshold(
            grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, block, 18
        ),
        dtype=np.uint8,
    )


def skew(grey: Picture, *, dpi: float) -> float:
    """Degrees by which the lines fall to the right: of the long rules, else of the text."""
    half = cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    black = ink(np.asarray(half, dtype=np.uint8), dpi=dpi / 2)
    angles = _rule_angles(black, dpi=dpi / 2)
    return angles if angles is not None else _text_angle(black)


def _rule_angles(black: Picture, *, dpi: float) -> float | None:
    length = int(_RULE_INCHES * dpi)
    thick = cv2.dilate(black, np.ones((3, 1), np.uint8))
    rules = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(rules, connectivity=8)
    lines: list[tuple[float, int]] = []
    for label in range(1, count):
        left, top, width, height = stats[label, :4].tolist()
        if width < 1.5 * dpi:
            continue
        ys, xs = np.nonzero(labels[top : top + height, left : left + width] == label)
        slope = float(np.polyfit(xs, ys, 1)[0])
        lines.append((math.degrees(math.atan(slope)), width))
    if not lines:
        return None
    lines = sorted(line for line in lines if abs(line[0]) <= _MOST_SKEW)
    middle, run = sum(weight for _, weight in lines) / 2, 0.0
    for angle, weight in lines:
        run += weight
        if run >= middle:
            return angle
    return None


def _text_angle(black: Picture) -> float:
    """The turn at which lines of text and the blanks between them stand out most."""
    small = cv2.resize(black, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    small = np.asarray(small, dtype=np.uint8)

    def contrast(angle: float) -> float:
        profile = _turned(small, angle, 0).sum(axis=1, dtype=np.float64)
        return float(np.square(np.diff(profile)).sum())

    best = max(np.arange(-3.0, 3.01, 0.25).tolist(), key=contrast)
    return float(max(np.arange(best - 0.2, best + 0.21, 0.05).tolist(), key=contrast))


def _turned(picture: Picture, angle: float, border: int) -> Picture:
    if abs(angle) < 0.02:
        return picture
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return np.asarray(
        cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=border),
        dtype=np.uint8,
    )
