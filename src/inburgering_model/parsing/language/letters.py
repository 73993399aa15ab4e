"""Small letters that keep every offset."""

__all__ = ["in_small_letters"]


def in_small_letters(text: str) -> str:
    r"""The text in small letters, character for character.

    A letter that would become two characters stays as it is.

    >>> in_small_letters("DE STAD"), len(in_small_letters("\u0130zmir"))
    ('de stad', 5)
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
