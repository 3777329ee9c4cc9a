"""The rows block: who does what until when, each row on its own, with its cells in columns that a kind declares."""
