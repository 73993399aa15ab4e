"""Look for texts that the parser cannot take: ``python tests/fuzz/fuzz_parse.py -runs=20000``.

It needs ``atheris``, and is no test that pytest collects. Bytes are mutated from the documents in
``tests/corpus`` by what code they reach; what is found is written to a temporary folder, whose name
is printed. All options are those of libFuzzer: ``-max_total_time=600``, or the path of a finding to
run it again.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["inburgering_model.parsing", "inburgering_model.model"]):
    from tests.accounting import check_any_text

    check_any_text("Bushaltes\n\n1. Hoeveel?")  # load what is loaded late

_LONGEST = 6000


def read_bytes(content: bytes) -> None:
    """Read any bytes as text; what is no UTF-8 becomes a lone surrogate."""
    check_any_text(content.decode("utf-8", "surrogateescape"))


def main(arguments: list[str]) -> None:
    """Fuzz with the options of libFuzzer."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-parse-"))
    options = [f"-artifact_prefix={folder}/", f"-max_len={_LONGEST}", "-len_control=0"]
    if not any(Path(argument).is_file() for argument in arguments):
        # What is reached for the first time is kept in the folder, and not beside the documents.
        for document in sorted((ROOT / "tests" / "corpus").glob("*.txt")):
            shutil.copy(document, folder)
        arguments = [*arguments, str(folder)]
    print(f"findings go to {folder}", flush=True)
    atheris.Setup([sys.argv[0], *options, *arguments], read_bytes)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
