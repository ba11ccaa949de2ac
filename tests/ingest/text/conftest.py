"""Hypothesis profiles: ``pytest tests/ingest/text --hypothesis-profile=long`` for 10^5 examples."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "long", max_examples=100_000, deadline=None, suppress_health_check=list(HealthCheck)
)
