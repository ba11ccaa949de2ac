"""Which way up a scanned page lies: annexes are landscape, and scanners take them sideways."""

from __future__ import annotations

from typing import Any

import cv2  # type: ignore[import-not-found,import-untyped,unused-ignore]
import numpy as np

from ingest.readers.scan.engines import orientation_folder
from ingest.readers.scan.picture import Picture

_DPI = 150.0
_SURE = 3.0
_QUARTER = 90


class Compass:
    """Tesseract's orientation detection; without its data every page counts as upright."""

    def __init__(self) -> None:
        import tesserocr  # type: ignore[import-not-found,import-untyped,unused-ignore]

        folder = orientation_folder()
        self._api: Any = (
            tesserocr.PyTessBaseAPI(path=str(folder), lang="osd", psm=tesserocr.PSM.OSD_ONLY)
            if folder is not None
            else None
        )

    def upright(self, picture: Picture, *, dpi: float) -> Picture:
        """``picture`` turned by a quarter or half where its text is surely not upright."""
        turns = self._turns(picture, dpi=dpi)
        return np.ascontiguousarray(np.rot90(picture, k=turns)) if turns else picture

    def _turns(self, picture: Picture, *, dpi: float) -> int:
        """Quarter turns to the left that put the text upright."""
        if self._api is None:
            return 0
        from PIL import Image

        scale = min(_DPI / dpi, 1.0)
        grey = picture.max(axis=2) if picture.ndim == 3 else picture
        small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        self._api.SetImage(Image.fromarray(small))
        found = self._api.DetectOrientationScript()
        if not found or found["orient_conf"] < _SURE:
            return 0
        return int(found["orient_deg"]) // _QUARTER
