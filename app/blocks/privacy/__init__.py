"""The privacy block: whose plan this is, what private means, and who can see each part of it."""
