"""What the modules here hand each other: pixels."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Picture = npt.NDArray[np.uint8]
"""Grey values or a mask, rows by columns; RGB has a third axis."""
