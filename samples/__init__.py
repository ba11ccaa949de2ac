"""The documents that `make run` loads, and the script that builds them."""
