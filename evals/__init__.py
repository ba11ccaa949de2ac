"""Typed cases, one metric a file, suites, report, baseline."""
