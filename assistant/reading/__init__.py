"""What a text says, read by rules: sentences, language, dates, names, and what a turn does."""
