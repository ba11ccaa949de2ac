"""The form of an official document against the decree on records work, read from its XML.

Rules are data (``ingest/vocabulary/form_rules.yaml``); no model decides anything.
"""

from assistant.checking.form.findings import form_findings, with_form

__all__ = ["form_findings", "with_form"]
