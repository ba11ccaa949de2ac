"""One composer per kind of question: each turns a search into a page, or into nothing."""
