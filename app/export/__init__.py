"""How a copy is made, and how it is checked before it leaves."""
