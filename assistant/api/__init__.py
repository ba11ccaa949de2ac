"""The HTTP API: one router a resource, the same models as everywhere."""
