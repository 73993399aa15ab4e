"""From raw text to lines and passages, with an account of every character."""
