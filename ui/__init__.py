"""The Gradio pages. They know :mod:`assistant.service` and nothing below it."""
