"""The checks, one session each: ``nox -s tests-3.12``, ``nox -s lint``; ``nox -l`` lists them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "venv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["lint", "typing", "imports", "tests", "docs", "wheel"]

PYTHONS = ["3.11", "3.12", "3.13"]
OLDEST = PYTHONS[0]


def _lowest() -> list[str]:
    """The lowest version of each dependency that pyproject.toml allows, pinned."""
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = [*project["dependencies"], *extras["cli"], *extras["yaml"], *extras["msgpack"]]
    wanted += [requirement for requirement in extras["test"] if "jsonschema" in requirement]
    return [requirement.replace(">=", "==") for requirement in wanted]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests; arguments go to pytest."""
    session.install("-e", ".[test]")
    session.run("pytest", *session.posargs)


@nox.session(python=OLDEST)
def lowest(session: nox.Session) -> None:
    """Run the tests with the lowest versions of the dependencies."""
    session.install("-e", ".[test]", *_lowest())
    session.run("pytest", *session.posargs)


@nox.session(python=OLDEST)
def lint(session: nox.Session) -> None:
    """Look at format and style."""
    session.install("ruff")
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")


@nox.session(python=OLDEST)
def typing(session: nox.Session) -> None:
    """Check the types, and the types that the public face promises."""
    session.install("-e", ".[dev]")
    session.run("mypy")
    session.run("pyright")
    session.run("pytest", "tests/typing")


@nox.session(python=OLDEST)
def imports(session: nox.Session) -> None:
    """Hold the floors of the house."""
    session.install("-e", ".", "import-linter")
    session.run("lint-imports")


@nox.session(python=OLDEST)
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning is an error."""
    session.install("-e", ".[docs]")
    session.run("sphinx-build", "-W", "--keep-going", "-b", "html", "docs", "docs/_build/html")


@nox.session(python=OLDEST)
def schema(session: nox.Session) -> None:
    """Write the JSON Schema anew, after a change of the model."""
    session.install("-e", ".")
    session.run(
        "python",
        "-c",
        "from pathlib import Path\n"
        "from inburgering_model.serialization.json_schema import SCHEMA_FILE, schema_of_all\n"
        "Path(str(SCHEMA_FILE)).write_text(schema_of_all(), 'utf-8')",
    )


@nox.session(python=PYTHONS)
def wheel(session: nox.Session) -> None:
    """Use the built wheel without extras."""
    folder = session.create_tmp()
    session.run("python", "-m", "pip", "wheel", "--no-deps", "--wheel-dir", folder, ".")
    built = max(Path(folder).glob("*.whl"), key=lambda file: file.stat().st_mtime)
    session.install("--force-reinstall", str(built))
    session.run("python", "-W", "error", "tests/smoke.py")


@nox.session(python=OLDEST)
def benchmarks(session: nox.Session) -> None:
    """Print the ratios."""
    session.install("-e", ".")
    for script in sorted(Path("benchmarks").glob("[!_]*.py")):
        session.run("python", "-m", f"benchmarks.{script.stem}")


@nox.session(python=OLDEST)
def fuzz(session: nox.Session) -> None:
    """Look for texts that the parser cannot take; arguments go to libFuzzer."""
    session.install("-e", ".", "atheris")
    session.run("python", "tests/fuzz/fuzz_parse.py", *(session.posargs or ["-runs=20000"]))
