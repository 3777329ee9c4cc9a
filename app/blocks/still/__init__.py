"""The still block: what is still to talk about, for the worker alone."""
