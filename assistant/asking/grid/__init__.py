"""Answers from the cells of tables: which row, which column, and what is done with them."""
