"""How it is filled in on the screen."""
