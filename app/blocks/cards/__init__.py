"""The cards block: what matters to a young person, in order, how much, how full it is now, and two or three goals."""
