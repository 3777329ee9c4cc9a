"""A star of areas: each scores alone, they show together by choice, and see how it moves."""
