"""The worries block: what somebody is worried about, what good would look like, a number line, what each thinks."""
