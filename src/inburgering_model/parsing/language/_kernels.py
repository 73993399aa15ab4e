"""Fixed strings that a longer expression always holds: a quick way to where it can stand."""

from collections.abc import Iterable

__all__ = ["kernels"]


def kernels(words: Iterable[str], text: str) -> list[int]:
    """The offsets at which any of the words begins in a text, those of each word in order.

    >>> kernels(("in", "uit"), "in Gent, uit en in")
    [0, 16, 9]
    """
    found: list[int] = []
    for word in words:
        offset = text.find(word) if word in text else -1
        while offset >= 0:
            found.append(offset)
            offset = text.find(word, offset + 1)
    return found
