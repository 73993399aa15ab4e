"""The blocks above a question and an answer, and the people in them."""
