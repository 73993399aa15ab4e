"""The Dutch of the genre: labels, names, days, places, bodies and sentences, in any string."""
