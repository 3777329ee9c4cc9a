"""The command line, and how it opens a folder of plans."""
