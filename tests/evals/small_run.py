"""``python -m tests.evals.small_run``: a small part of the suites, printed as written to files."""

from __future__ import annotations

from evals.report import as_json
from evals.suite import corpora, run
from evals.suites import asking, extraction


def main() -> None:
    """Two families are asked, the samples are read."""
    with corpora(["synthetic"]) as asked:
        results = asking.results(run((asked[0], asked[-1])))
    for result in (*results, extraction.run(["samples"])):
        print(as_json(result, commit="x"))  # noqa: T201 - what the test compares


if __name__ == "__main__":
    main()
