"""The command line: the same public functions, from a terminal.

The command ``inburgering-model`` needs the extra ``[cli]`` (click and rich). Commands and what they
do with files are in :mod:`.program` and :mod:`.files`; how things look is in the other modules, as
functions from entities to rich renderables, which know no files and no commands.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from inburgering_model.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

_OF_THE_EXTRA = frozenset({"click", "rich"})
_UNUSABLE, _INTERRUPTED = 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; the arguments are the process's by default.

    Without click or rich, one line on standard error names the extra, and the code is 2.
    """
    try:
        from inburgering_model.cli.program import program  # noqa: PLC0415 - needs the extra
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _OF_THE_EXTRA:
            raise
        sys.stderr.write(f"{MissingExtraError('cli', 'the command inburgering-model')}\n")
        return _UNUSABLE
    except KeyboardInterrupt:
        return _INTERRUPTED
    return program.run(arguments)
