"""Asking one person alone: the question, the form for the answer, and how answers read."""
