"""The one cattrs converter: strict hooks for all entities, and nothing else.

A project that has a converter of its own configures it, and can then hold our entities in its own
classes. The hooks say what is wrong by raising :class:`~inburgering_model.DocumentError`.

>>> import attrs, cattrs
>>> from inburgering_model import Municipality
>>> Visit = attrs.make_class("Visit", {"places": attrs.field(type=tuple[Municipality, ...])})
>>> converter = cattrs.Converter()
>>> configure_converter(converter)
>>> converter.structure({"places": [{"name": "Dilbeek"}]}, Visit)
Visit(places=(Municipality(name='Dilbeek'),))
"""

from __future__ import annotations

from types import NoneType
from typing import TYPE_CHECKING, Final, NoReturn

import cattrs

from inburgering_model.model._shape import shape_of
from inburgering_model.serialization._forms import is_entity, is_union
from inburgering_model.serialization._reading import structure_hook_of_entity
from inburgering_model.serialization._shapes import reader_of_shape
from inburgering_model.serialization._writing import NoJsonFormError, unstructure_hook_of_entity

if TYPE_CHECKING:
    from inburgering_model.serialization._leaves import Reader, Writer

__all__ = ["configure_converter", "make_converter"]


def configure_converter(converter: cattrs.Converter) -> None:
    """Teach a converter the JSON form of all entities, and of classes derived from them.

    Unions that the ``kind`` tells apart are read too, such as ``OrdinaryAnswer | ReferringAnswer``,
    and so is ``PartialDate | Boundary``; either with None or without.

    Values in our entities are read strictly, whatever the converter does elsewhere: nothing is
    converted, unknown keys are refused. A nested entity for which the converter has a hook of your
    own that was registered later is left to that hook. Neither ``schema_version`` nor ``type`` is
    read or written: they belong to a document (see :func:`~inburgering_model.loads`).
    """

    def structure_hook(cls: type, converter: cattrs.Converter) -> Reader:
        return structure_hook_of_entity(cls, converter)

    def unstructure_hook(cls: type, converter: cattrs.Converter) -> Writer:
        return unstructure_hook_of_entity(cls, converter)

    def structure_hook_of_union(union: object, converter: cattrs.Converter) -> Reader:
        read, target = reader_of_shape(shape_of(union), converter)
        return lambda value, _: read(value, target)

    converter.register_structure_hook_factory(is_entity, structure_hook)
    converter.register_structure_hook_factory(is_union, structure_hook_of_union)
    converter.register_unstructure_hook_factory(is_entity, unstructure_hook)


def make_converter() -> cattrs.Converter:
    """Make a new converter that knows the JSON form of all entities.

    >>> from inburgering_model import Municipality
    >>> make_converter().unstructure(Municipality(name="Dilbeek", nis="23016"))
    {'name': 'Dilbeek', 'nis': '23016', 'evidence': []}
    """
    converter = cattrs.Converter(unstructure_fallback_factory=lambda _: _as_it_is)
    converter.register_unstructure_hook(bytes, _refused)
    configure_converter(converter)
    return converter


# What JSON has; cattrs itself looks into lists, tuples and dicts.
_CARRIED: Final = (str, int, float, NoneType, list, tuple, dict)


def _as_it_is(value: object) -> object:
    """A value that the converter has no hook for, when JSON has it."""
    return value if issubclass(type(value), _CARRIED) else _refused(value)


def _refused(value: object) -> NoReturn:
    name = type(value).__name__
    message = f"the converter has no hook for {name}; hold it as text, or use your own converter"
    raise NoJsonFormError(message)
