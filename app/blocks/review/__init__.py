"""The review block: looking again, and what changed since the last time."""
