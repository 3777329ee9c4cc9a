"""One room for each sort of section. A block has a reading (pure), an editor (screen) and paper (parts of a sheet)."""
