"""For the tests of other projects: a ready reading, and the text it is read from."""

from inburgering_model.testing.examples import example, example_text

__all__ = ["example", "example_text"]
