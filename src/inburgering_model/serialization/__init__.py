"""Entities as JSON, and back: strict, exact, and with every problem at once."""
