# Everything is in dev.py; these are the short names.
PYTHON ?= python3

.PHONY: run test test-deep check demo shots bench mutants words
run test check demo shots bench mutants words:
	@$(PYTHON) dev.py $@ $(if $(ARGS),$(if $(filter test bench mutants,$@),-- )$(ARGS))
test-deep:
	@$(PYTHON) dev.py test --deep $(if $(ARGS),-- $(ARGS))
