"""What the worker does that is more than one plan: families, people, copies, helplines."""
