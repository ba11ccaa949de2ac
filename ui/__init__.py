"""The Gradio pages. They know :mod:`assistant.service` and nothing below it."""

from assistant.quiet import silence

silence()  # Gradio reads its telemetry switches when it is imported
