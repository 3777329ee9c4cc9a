"""What somebody would add: a fifth kind of plan, and a block that draws. tests/test_promises.py puts it into a copy."""
