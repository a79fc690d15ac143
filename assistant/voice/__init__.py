"""Who finds the words: the phrasebook (built in) and, later, a language model."""
