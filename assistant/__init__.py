"""The verbs: ask, draft, check. :mod:`assistant.service` is the one façade."""

from assistant.quiet import silence

silence()  # before any dependency can be imported through this package
