"""Telemetry and hub look-ups of every dependency, switched off before they are imported.

The libraries read these variables at import, so the package ``assistant`` calls :func:`silence`
as its very first act.
"""

from __future__ import annotations

import os

TELEMETRY_OFF = {
    "ANONYMIZED_TELEMETRY": "False",  # chromadb
    "DO_NOT_TRACK": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "LANGCHAIN_TRACING": "false",
    "LANGCHAIN_TRACING_V2": "false",
    "LANGSMITH_TRACING": "false",
    "LANGSMITH_TRACING_V2": "false",
    "OTEL_SDK_DISABLED": "true",
    "OTEL_TRACES_EXPORTER": "none",
    "OTEL_METRICS_EXPORTER": "none",
    "OTEL_LOGS_EXPORTER": "none",
    "SCARF_NO_ANALYTICS": "true",
}
"""Variable and the value that means "report nothing"; what a user has set is overridden."""

OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
"""No model is fetched unless the settings allow it."""


def silence() -> None:
    """Apply both tables to this process and its children."""
    os.environ.update(TELEMETRY_OFF | OFFLINE)


def allow_model_downloads() -> None:
    """Let hubs be asked for a model that the settings name; telemetry stays off."""
    os.environ.update(dict.fromkeys(OFFLINE, "0"))
