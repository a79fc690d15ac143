"""Agreements as files for elsewhere: Word, calendar, plain text, Markdown. Made in memory, kept nowhere."""
