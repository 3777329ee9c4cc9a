"""One browser tab: where it is, what it has open, what it has unlocked, and what happens when something fails."""
