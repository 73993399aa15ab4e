"""PDF files made into the text that the parser reads."""
