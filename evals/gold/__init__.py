"""What the five reference documents hold, put down by hand, and the comparison with a reading.

See ``README.md`` for how the files were made. ``gold_document`` loads one of them,
``compare_reading`` holds a reading against it, ``python -m evals.gold.compare`` prints the table.
"""

from evals.gold.cases import (
    GoldActivity,
    GoldDeadline,
    GoldDeliverable,
    GoldDocument,
    GoldIndicator,
    GoldRef,
    GoldTarget,
    GoldTask,
    gold_document,
)
from evals.gold.hashing import list_hash, text_hash
from evals.gold.scoring import Comparison, Difference, Score, compare_reading

__all__ = [
    "Comparison",
    "Difference",
    "GoldActivity",
    "GoldDeadline",
    "GoldDeliverable",
    "GoldDocument",
    "GoldIndicator",
    "GoldRef",
    "GoldTarget",
    "GoldTask",
    "Score",
    "compare_reading",
    "gold_document",
    "list_hash",
    "text_hash",
]
