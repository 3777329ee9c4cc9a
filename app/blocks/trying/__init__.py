"""The trying block: stepping through what we would do, and keeping what we learned."""
