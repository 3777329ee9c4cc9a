"""The own block: a plan that one grown-up has for themselves alone, opened in nobody's hands but theirs."""
