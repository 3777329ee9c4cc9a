"""The storyboard: pages in order, each with a question, words by several people and a picture."""
