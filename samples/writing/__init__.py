"""How the sample documents are put on paper: official form, tables, fonts, fixed bytes."""
