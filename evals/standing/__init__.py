"""The stored baseline: what each case scored when it was last accepted, and the comparison with it.

One JSON file a document set, with ids and scores and no word of any document. Only
``python -m evals.standing`` writes them.
"""
