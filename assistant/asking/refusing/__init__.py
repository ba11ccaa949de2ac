"""When an answer is none, and what a refusal says and shows."""
