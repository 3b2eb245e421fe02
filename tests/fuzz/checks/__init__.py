"""Whether a text is alive in an output: each check reads one language, without the generator's own rules."""
