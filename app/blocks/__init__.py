"""One room for each type of section. A block has a model (pure), a screen, and a print (parts of a sheet)."""
