"""The kinds of plan, one file each: sections, questions and hints, as a practitioner would know them."""
