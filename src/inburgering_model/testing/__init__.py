"""For the tests of other projects: ready dossiers, assertions, and a plugin for pytest.

Names are loaded when they are first used, as those of the package are, so that the plugin
(:mod:`inburgering_model.testing.plugin`) costs next to nothing until a fixture is asked for.
What draws random values stands apart, in :mod:`inburgering_model.testing.strategies`: it needs
Hypothesis.
"""

from importlib import import_module
from typing import TYPE_CHECKING

# The static imports tell type checkers the names, the table tells Python; a test holds them equal.
if TYPE_CHECKING:
    from inburgering_model.testing.assertions import assert_quotes as assert_quotes
    from inburgering_model.testing.assertions import assert_round_trip as assert_round_trip
    from inburgering_model.testing.assertions import assert_same as assert_same
    from inburgering_model.testing.assertions import assert_valid as assert_valid
    from inburgering_model.testing.comparing import Differing as Differing
    from inburgering_model.testing.comparing import differing as differing
    from inburgering_model.testing.dossiers import large_dossier as large_dossier
    from inburgering_model.testing.dossiers import make_dossier as make_dossier
    from inburgering_model.testing.dossiers import small_dossier as small_dossier
    from inburgering_model.testing.examples import example as example
    from inburgering_model.testing.examples import example_text as example_text

_NAMES_OF_MODULES = {
    "assertions": "assert_quotes assert_round_trip assert_same assert_valid",
    "comparing": "Differing differing",
    "dossiers": "large_dossier make_dossier small_dossier",
    "examples": "example example_text",
}
_MODULE_OF_NAME = {
    name: f"{__name__}.{module}"
    for module, names in _NAMES_OF_MODULES.items()
    for name in names.split()
}

__all__ = sorted(_MODULE_OF_NAME)  # noqa: PLE0605 # pyright: ignore[reportUnsupportedDunderAll]


# Hidden from type checkers, to which a module with ``__getattr__`` has every name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        module = _MODULE_OF_NAME.get(name)
        if module is None:
            message = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(message, name=name, obj=None)
        value: object = getattr(import_module(module), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return list(__all__)
