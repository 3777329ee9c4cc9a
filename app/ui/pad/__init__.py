"""The drawing page: the stroke under the finger, the ink that is kept, and the tools."""
