"""Published text in, model out: recognisers for the genre's layout and language."""
