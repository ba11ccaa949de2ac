"""Runs public number checkers; started with the Python of their own folder, knows nothing of us.

Reads one JSON object a line from standard input (``id``, ``source``, ``sentence``) and writes one a
line: ``id`` and ``accepts``, the verdict of every checker that is installed there (``null`` where
it raised). The first line out names the checkers with their versions.
"""

import json
import re
import sys
import tempfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

Checker = Callable[[str, str], bool]


def _corroborate() -> Checker:
    import corroborate  # type: ignore[import-not-found]

    def accepts(source: str, sentence: str) -> bool:
        found = corroborate.check_answer(query="", retrieved_chunks=[source], answer=sentence)
        return bool(found.ok()) and not found.warnings()

    return accepts


def _grounded() -> Checker:
    import grounded  # type: ignore[import-not-found]

    def accepts(source: str, sentence: str) -> bool:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "source.txt"
            path.write_text(source, encoding="utf-8")
            numbers = {grounded.Kind.NUMBER}
            return bool(grounded.check(sentence, [str(path)], kinds=numbers).passed)

    return accepts


def _figured() -> Checker:
    from figured import trace  # type: ignore[import-not-found]

    def accepts(source: str, sentence: str) -> bool:
        # it traces numbers to rows: the source's numbers as it writes them are the rows
        rows = [{"value": found} for found in re.findall(r"\d+(?:[.,]\d+)*%?", source)]
        return bool(trace(sentence, rows).ok)

    return accepts


def _numaudit() -> Checker:
    from numaudit.audit import audit_text, collect_data  # type: ignore[import-not-found]

    def accepts(source: str, sentence: str) -> bool:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "source.txt"
            path.write_text(source, encoding="utf-8")
            pool, _ = collect_data([path])
            found, _ = audit_text(sentence, pool)
            return all(each.status != "unsourced" for each in found)

    return accepts


def _hallucination_detector() -> Checker:
    from hallucination_detector import (  # type: ignore[import-not-found]
        HallucinationDetector,
    )

    detector = HallucinationDetector()

    def accepts(source: str, sentence: str) -> bool:
        return not detector.detect(response=sentence, context=source).is_hallucination

    return accepts


CHECKERS: dict[str, Callable[[], Checker]] = {
    "corroborate": _corroborate,
    "grounded-check": _grounded,
    "figured": _figured,
    "numaudit": _numaudit,
    "hallucination-detector": _hallucination_detector,
}


def main() -> None:
    """Answer every line."""
    out = sys.stdout
    sys.stdout = sys.stderr  # some checkers print
    ready: dict[str, Checker] = {}
    versions = {}
    for name, build in CHECKERS.items():
        try:
            ready[name] = build()
            versions[name] = metadata.version(name)
        except ImportError:
            continue
    out.write(json.dumps({"checkers": versions}) + "\n")
    for line in sys.stdin:
        claim = json.loads(line)
        verdicts: dict[str, bool | None] = {}
        for name, accepts in ready.items():
            try:
                verdicts[name] = accepts(claim["source"], claim["sentence"])
            except Exception:  # noqa: BLE001 - anything may come out of somebody else's program
                verdicts[name] = None
        out.write(json.dumps({"id": claim["id"], "accepts": verdicts}) + "\n")
    out.flush()


if __name__ == "__main__":
    main()
