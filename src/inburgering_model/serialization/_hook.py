"""The structure hook of an entity class: the quick reader first, the thorough one to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from inburgering_model.serialization._leaves import Reader

__all__ = ["EntityHook"]


class EntityHook:
    """What a converter calls with a value of JSON and the class it is to become.

    Whatever is made of other entities takes their quick readers for a quick reader, and their
    thorough ones for a thorough one, so that no value is looked at more than twice.
    """

    __slots__ = ("_being_made", "_make_quick", "_quick", "thorough")

    def __init__(self, make_quick: Callable[[], Reader], thorough: Reader) -> None:
        self._make_quick = make_quick
        self._being_made = False
        self._quick: Reader | None = None
        self.thorough = thorough

    def __call__(self, value: object, target: object) -> object:
        try:
            return self.quick(value, target)
        except Exception:  # noqa: BLE001, S110 - whatever it is, the thorough reader says it better
            pass
        return self.thorough(value, target)

    def quick(self, value: object, target: object) -> object:
        """Read a value that is right; raise anything otherwise."""
        return (self._quick or self.quick_reader())(value, target)

    def quick_reader(self) -> Reader:
        """The quick reader itself, made when it is first needed, for a class may hold itself."""
        if self._quick is None:
            if self._being_made:
                return self.quick
            self._being_made = True
            try:
                self._quick = self._make_quick()
            finally:
                self._being_made = False
        return self._quick
