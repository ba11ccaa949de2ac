"""Good texts with one kind of error put into them, and what the checker finds of it.

Nothing here reads a text: errors are made at offsets that the writer of the text knows.
"""
