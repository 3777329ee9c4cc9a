"""Our people: the child in the middle, and round it in three rings those who are there for the child."""
