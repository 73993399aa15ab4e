"""The hooks of an entity class: the quick function first, the thorough one to decide."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from inburgering_model.serialization._leaves import Reader, Writer

    Quick: TypeAlias = Callable[[Any], Any]
    """Reads a value of JSON or writes an entity; raises anything when it is not sure."""

__all__ = ["ReadingHook", "WritingHook"]

# Quick functions are made by one thread at a time: a class that holds itself is met again by the
# thread that makes its function, and a second one must not take it for that.
_MAKING: Final = RLock()


class _Hook:
    """A quick function that is made when it is first needed.

    Whatever is made of other entities takes their quick functions for a quick one, and their
    thorough readers for a thorough one, so that no value is read more than twice.
    """

    __slots__ = ("_being_made", "_make_quick", "_quick")

    def __init__(self, make_quick: Callable[[], Quick]) -> None:
        self._make_quick = make_quick
        self._being_made = False
        self._quick: Quick | None = None

    def quick(self, value: object) -> object:
        """Read or write what is right; raise anything otherwise."""
        return (self._quick or self.quick_function())(value)

    def quick_function(self) -> Quick:
        """The quick function itself; for a class that holds itself, what will call it."""
        with _MAKING:
            if self._quick is None:
                if self._being_made:
                    return self.quick
                self._being_made = True
                try:
                    self._quick = self._make_quick()
                finally:
                    self._being_made = False
            return self._quick


class ReadingHook(_Hook):
    """What a converter calls with a value of JSON and the class it is to become."""

    __slots__ = ("thorough",)

    def __init__(self, make_quick: Callable[[], Quick], thorough: Reader) -> None:
        super().__init__(make_quick)
        self.thorough = thorough

    def __call__(self, value: object, target: object) -> object:
        try:
            return self.quick(value)
        except Exception:  # noqa: BLE001, S110 - whatever it is, the thorough reader says it better
            pass
        return self.thorough(value, target)


class WritingHook(_Hook):
    """What a converter calls with an entity."""

    __slots__ = ("thorough",)

    def __init__(self, make_quick: Callable[[], Quick], thorough: Writer) -> None:
        super().__init__(make_quick)
        self.thorough = thorough

    def __call__(self, entity: object) -> object:
        try:
            return self.quick(entity)
        except Exception:  # noqa: BLE001, S110 - whatever it is, the thorough writer says it better
            pass
        return self.thorough(entity)
