"""Every baseline that stands beside the program, by the name it has in tables."""

from __future__ import annotations

from evals.baselines import BuildBaseline, fused, vectors, words

BUILDERS: dict[str, BuildBaseline] = {
    "splitter + Chroma": vectors.build,
    "splitter + folded BM25": words.build,
    "splitter + both fused": fused.build,
}
