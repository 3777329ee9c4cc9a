"""Theme and shared controls. Knows no block and no plan."""
