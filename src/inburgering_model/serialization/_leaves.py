"""Values without parts: how each is read from JSON and written to it, exactly and strictly.

Every function has the form of a cattrs hook, and raises
:class:`~inburgering_model.DocumentError` for a value that it refuses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from enum import Enum
from math import isfinite
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeGuard, cast

from inburgering_model.model.partial_date import PartialDate
from inburgering_model.model.period import Boundary, Period
from inburgering_model.model.pilot import LONGEST_AMOUNT
from inburgering_model.serialization._problems import (
    INT_LIMIT,
    described,
    excerpt,
    reason,
    refusal,
    suggestion,
)

if TYPE_CHECKING:
    from inburgering_model.errors import DocumentError

__all__ = [
    "LEAF_READERS",
    "LEAF_WRITERS",
    "Reader",
    "Writer",
    "enum_reader",
    "is_enum",
    "list_of",
    "object_of",
    "partial_date_reader",
    "period_reader",
    "read_boundary",
    "write_enum",
    "wrong_type",
]

Reader: TypeAlias = Callable[[Any, Any], object]
"""A structure hook: a value of JSON, and the class it is to become."""
Writer: TypeAlias = Callable[[Any], object]
"""An unstructure hook."""

_LONGEST_DECIMAL: Final = LONGEST_AMOUNT
# A calendar date in ISO 8601's extended format; date.fromisoformat alone takes week dates as well.
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A decimal number in plain notation, without leading zeros.
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_DECIMAL_WANTED: Final = 'a decimal number in a string, such as "50000.00"'


def wrong_type(expected: str, value: object) -> DocumentError:
    """The refusal of a value of another JSON type."""
    return refusal("type", f"expected {expected}, got {described(value)}")


def list_of(value: object, expected: str, length: int | None = None) -> list[object]:
    """The value, which has to be a list (of so many)."""
    if value.__class__ is list:
        elements = cast("list[object]", value)
        if length is None or len(elements) == length:
            return elements
    raise wrong_type(expected, value)


def object_of(value: object, expected: str) -> dict[object, object]:
    """The value, which has to be an object."""
    if value.__class__ is dict:
        return cast("dict[object, object]", value)
    raise wrong_type(expected, value)


def _checked_text(value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        message = f"expected Unicode text, got a lone surrogate at character {error.start}"
        raise refusal("value", message) from None
    return value


def _read_text(value: object, _: object) -> str:
    if type(value) is str:
        return value if value.isascii() else _checked_text(value)
    raise wrong_type("a string", value)


def _write_text(value: str) -> str:
    return value if value.isascii() else _checked_text(value)


def _checked_int(value: int) -> int:
    if -INT_LIMIT <= value < INT_LIMIT:
        return value
    raise refusal("value", "expected a whole number of at most 64 bits, got a larger one")


def _read_int(value: object, _: object) -> int:
    if type(value) is int:
        return _checked_int(value)
    raise wrong_type("a whole number", value)


def _checked_float(value: float) -> float:
    if isfinite(value):
        return value
    raise refusal("value", f"expected a finite number, got {value}")


def _read_float(value: object, _: object) -> float:
    if type(value) is float:
        return _checked_float(value)
    if type(value) is not int:
        raise wrong_type("a number", value)
    with suppress(OverflowError):
        if (number := float(value)) == value:  # 3 is 3.0, as it is to JSON Schema
            return number
    raise refusal("value", f"expected a number that a float is exactly, got {described(value)}")


def _read_bool(value: object, _: object) -> bool:
    if value is True or value is False:
        return value
    raise wrong_type("true or false", value)


def _write_as_is(value: object) -> object:
    return value


def _read_date(value: object, _: object) -> date:
    if type(value) is not str:
        raise wrong_type("a date written YYYY-MM-DD", value)
    if not _DATE.fullmatch(value):
        raise refusal("value", f"expected a date written YYYY-MM-DD, got {excerpt(value)}")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise refusal("value", f"the calendar has no day {value}") from None


def _read_decimal(value: object, _: object) -> Decimal:
    if type(value) is not str:
        raise wrong_type(_DECIMAL_WANTED, value)
    if len(value) > _LONGEST_DECIMAL or not _DECIMAL.fullmatch(value):
        raise refusal("value", f"expected {_DECIMAL_WANTED}, got {excerpt(value)}")
    return Decimal(value)


def _write_decimal(value: Decimal) -> str:
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        raise refusal("value", f"expected a finite number, got {value}")
    # Two more than these: a sign and a point.
    if len(digits) + abs(exponent) > _LONGEST_DECIMAL - 2:
        raise refusal("value", f"a number of more than {_LONGEST_DECIMAL - 2} digits")
    return format(value, "f")


LEAF_READERS: Final[Mapping[type, Reader]] = MappingProxyType(
    {
        str: _read_text,
        int: _read_int,
        float: _read_float,
        bool: _read_bool,
        date: _read_date,
        Decimal: _read_decimal,
    }
)
"""How to read each class whose values have no parts."""

LEAF_WRITERS: Final[Mapping[type, Writer]] = MappingProxyType(
    {
        str: _write_text,
        int: _checked_int,
        float: _checked_float,
        bool: _write_as_is,
        date: date.isoformat,
        Decimal: _write_decimal,
    }
)
"""How to write them."""


def is_enum(cls: type) -> TypeGuard[type[Enum]]:
    """Whether it is an enumeration."""
    return issubclass(cls, Enum)


def enum_reader(cls: type[Enum]) -> Reader:
    """How to read an enumeration, by its values."""
    members: dict[object, Enum] = {member.value: member for member in cls}
    classes = {type(value) for value in members}
    wanted = f"one of {', '.join(map(repr, members))}"

    def read(value: object, _: object) -> Enum:
        if type(value) not in classes:
            raise wrong_type(wanted, value)
        member = members.get(value)
        if member is None:
            hint = suggestion(str(value), tuple(map(str, members)))
            raise refusal("value", f"expected {wanted}, got {described(value)}{hint}")
        return member

    return read


write_enum: Final[Writer] = attrgetter("_value_")
"""How to write a member of any enumeration: as its value (the quickest way to it)."""


def partial_date_reader(cls: type[PartialDate]) -> Reader:
    """How to read a partial date: from its EDTF string."""
    return _edtf_reader(cls, "an EDTF date in a string, such as '2018-12'")


def period_reader(cls: type[Period]) -> Reader:
    """How to read a period: from its EDTF interval."""
    return _edtf_reader(cls.from_edtf, "an EDTF interval in a string, such as '2018/2019-06'")


def _edtf_reader(make: Callable[[str], object], wanted: str) -> Reader:
    def read(value: object, _: object) -> object:
        if type(value) is not str:
            raise wrong_type(wanted, value)
        try:
            return make(value)
        except ValueError as error:
            raise refusal("value", reason(error)) from None

    return read


_read_partial_date = partial_date_reader(PartialDate)


def read_boundary(value: object, _: object) -> object:
    """Read one end of a period where it stands alone: an EDTF date, or what the interval has."""
    if isinstance(value, str) and value in (Boundary.OPEN.value, Boundary.UNKNOWN.value):
        return Boundary(value)
    return _read_partial_date(value, PartialDate)
