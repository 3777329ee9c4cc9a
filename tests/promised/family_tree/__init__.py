"""The family tree block: who is whose child, drawn as a tree."""
