"""A question understood: what is asked, about which topic, within which limits."""
