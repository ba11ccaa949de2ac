"""Build the sample documents: ``python -m samples.build [--out DIR]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from samples.builders import directive, framework, plan, report, statistics
from samples.facts.identity import ANNEX_2025, DIRECTIVE, FRAMEWORK, PLAN, REPORT_2024, REPORT_2025
from samples.writing.fonts import FontMissing

BUILDERS: dict[str, Callable[[Path], None]] = {
    PLAN.file: plan.build,
    FRAMEWORK.file: framework.build,
    REPORT_2024.file: statistics.build_workbook,
    ANNEX_2025.file: statistics.build_document,
    REPORT_2025.file: report.build,
    DIRECTIVE.file: directive.build,
}


def build_all(folder: Path) -> list[Path]:
    """Write every sample into ``folder`` and return the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, build in BUILDERS.items():
        build(folder / name)
    return [folder / name for name in BUILDERS]


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line: exit code 0 when all was written, 2 when the PDF has no usable font."""
    parser = argparse.ArgumentParser(prog="python -m samples.build", description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=Path(__file__).parent, help="folder to write into"
    )
    try:
        written = build_all(parser.parse_args(arguments).out)
    except FontMissing as missing:
        print(missing, file=sys.stderr)
        return 2
    for path in written:
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
