"""Checking a document: every figure in it with its verdict, every contradiction with both places.

No model decides anything here. A figure is bound to value, unit, role, indicator, subject and
period; that a number occurs somewhere is never enough.
"""
