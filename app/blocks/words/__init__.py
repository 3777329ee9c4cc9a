"""The words block: one question, and what people say to it."""
