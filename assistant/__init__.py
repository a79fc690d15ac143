"""Gesprekscoach: a Dutch conversational assistant for the functioneringsgesprek."""
