"""The agreement block: who goes along with a plan, and how each of them said so."""
