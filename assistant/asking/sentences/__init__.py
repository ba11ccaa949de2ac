"""Running text that answers: which sentences, how much of them, and what they state."""
