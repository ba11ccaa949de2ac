"""What is measured, one suite a file: each runs the program and gives back judged trials."""
