"""The checks, one session each: ``nox -s tests-3.12``, ``nox -s lint``; ``nox -l`` lists them."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "venv"
nox.options.reuse_existing_virtualenvs = True
nox.options.sessions = ["lint", "typing", "imports", "tests", "docs", "downstream", "ends"]

PYTHONS = ["3.11", "3.12", "3.13"]
OLDEST = PYTHONS[0]
ENDS = ["lowest", "newest"]
EXTRAS = ["cli", "msgpack", "pdf", "speed", "testing", "yaml"]
ONLY_IN_EXTRAS = [
    *("click", "rich", "msgpack", "pypdfium2", "orjson", "hypothesis", "pytest", "pyyaml"),
]


QUICK = (
    "tests/model/test_entities.py",  # attrs
    "tests/serialization/test_converter.py",  # cattrs
    "tests/serialization/test_documents.py",
    "tests/serialization/test_files.py",
    "tests/reference",  # dateutil
    "tests/cli",  # click, rich
    "tests/parsing/test_pdf.py",  # pypdfium2
    "tests/testing/test_plugin.py",  # pytest, hypothesis
)
"""The part of the tests that the dependencies matter to most, and that takes a minute."""
# Needs dateutil 2.9: older ones, and newer ones than 2, could not be tried beside it.
HOLDS_BACK = "holidays"


def _requirements(extra: str) -> list[str]:
    """What an extra asks for of other projects; the core's own when it is empty."""
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    wanted = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return [requirement for requirement in wanted if not requirement.startswith(project["name"])]


def _tools() -> list[str]:
    """What the tests need beside the extras."""
    return [tool for tool in _requirements("test") if not tool.startswith(HOLDS_BACK)]


def _constraints(end: str, folder: str) -> str:
    """A file that holds pip to the lowest versions that pyproject.toml allows, or to none."""
    wanted = [line for extra in ("", *EXTRAS) for line in _requirements(extra)] + _tools()
    file = Path(folder) / f"{end}.txt"
    pinned = [line.replace(">=", "==") for line in wanted] if end == "lowest" else []
    file.write_text("\n".join(pinned), encoding="utf-8")
    return str(file)


def _build(session: nox.Session, kind: str, folder: str) -> str:
    """Build the wheel or the sdist; give its path."""
    for old in Path(folder).glob("inburgering_model*"):
        old.unlink()
    session.install("build")
    session.run("python", "-m", "build", f"--{kind}", "--outdir", folder, ".", silent=True)
    (built,) = Path(folder).glob("inburgering_model*")
    return str(built)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests; arguments go to pytest."""
    session.install("-e", ".[test]")
    session.run("pytest", *session.posargs)


@nox.session(python=PYTHONS)
@nox.parametrize("end", ENDS, ids=ENDS)
def ends(session: nox.Session, end: str) -> None:
    """Try the lowest and the newest dependencies: sdist and wheel, each extra absent and present.

    Arguments go to pytest, in place of the quick part of the tests.
    """
    folder = session.create_tmp()
    constrained = ("--constraint", _constraints(end, folder), "--upgrade")
    smoke = ("python", "-W", "error", "tests/smoke.py")
    session.install(*constrained, "--force-reinstall", _build(session, "sdist", folder))
    session.run("python", "-m", "pip", "uninstall", "--yes", *ONLY_IN_EXTRAS, silent=True)
    session.run(*smoke)
    wheel = _build(session, "wheel", folder)
    session.install("--force-reinstall", "--no-deps", wheel)
    for extra in EXTRAS:
        session.install(*constrained, f"{wheel}[{extra}]")
        session.run(*smoke)
    session.install(*constrained, *_tools())
    session.run("pytest", *(session.posargs or QUICK))


@nox.session(python=OLDEST)
def downstream(session: nox.Session) -> None:
    """Test a project that uses the built wheel, outside this tree; and check its types."""
    wheel = _build(session, "wheel", session.create_tmp())
    with TemporaryDirectory() as folder:
        tree = shutil.copytree("tests/downstream", Path(folder) / "downstream")
        session.install("--force-reinstall", "--no-deps", wheel)
        session.install(f"{wheel}[testing]", f"{tree}[test]")
        session.chdir(tree)
        session.run("pytest", *session.posargs)
        session.run("mypy")
        session.run("pyright")


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


@nox.session(python=OLDEST)
def benchmarks(session: nox.Session) -> None:
    """Print the ratios."""
    session.install("-e", ".[bench]")
    for script in sorted(Path("benchmarks").glob("[!_]*.py")):
        session.run("python", "-m", f"benchmarks.{script.stem}")


@nox.session(python=OLDEST)
def fuzz(session: nox.Session) -> None:
    """Look for texts that the parser cannot take; arguments go to libFuzzer."""
    session.install("-e", ".", "atheris")
    session.run("python", "tests/fuzz/fuzz_parse.py", *(session.posargs or ["-runs=20000"]))
