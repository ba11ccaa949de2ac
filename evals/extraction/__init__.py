"""Facts that documents hold, and the records that the program makes of them."""
