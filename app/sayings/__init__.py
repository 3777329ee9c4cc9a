"""What people said: how it reads in a line, and how it is written on the screen."""
