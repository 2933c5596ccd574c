"""Who may import whom, and what is shipped."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CORE = {"source", "text", "words", "finding", "rulebook"}  # "" is the public names of the package itself
MAY_IMPORT = {
    "source": set(),
    "words": set(),
    "sentences": {"words"},
    "finding": {"source"},
    "text": {"source", "words"},
    "rulebook": {"source", "text"},
    "inflection": set(),
    "wordlist": {"inflection"},
    "slots": set(),
    "wordform": {"text", "inflection", "slots"},
    "suggest": {"text", "words", "inflection", "slots", "wordform", "wordlist"},
    "usage": {"text", "inflection"},
    "phrases": {"source", "text", "words", "inflection", "wordlist", "suggest", "usage"},
    "pipeline": set(),
    "decoding": {"source"},
    "standard": {"text", "words"},
    "lemmas": set(),
    "language": {"source", "text", "lemmas"},
    "points": CORE,
    "scoring": CORE | {"readability", "points"},
    "readability": {"text", "words"},
    "shape": {"text"},
    "burden": {"finding", "rulebook", "points", "shape"},
    "account": CORE | {"engine", "config", "points"},
    "comparison": {
        "engine",
        "language",
        "burden",
        "config",
        "finding",
        "rulebook",
        "shape",
        "source",
    },
    "pagekind": {"text", "words"},
    "fix": {"source", "finding", "decoding", "saving"},
    "fits": {"text", "sentences"},
    "saving": set(),
    "globs": set(),
    "toml_lines": set(),
    "names": {"rulebook"},
    "ignore": CORE | {"names"},
    "config": CORE | {"names", "globs"},
    "termfile": {"wordlist"},
    "configfile": {"config", "names", "rulebook", "termfile", "text", "toml_lines"},
    "intake": {"config", "configfile", "decoding", "inputs", "readers", "source"},
    "explain": CORE,
    "readers": {"source", "text", "readers"},
    "inputs": {"source", "decoding", "globs", "inputs"},
    "reporters": {"", "source", "finding", "rulebook", "reporters", "explain"},
    "engine": CORE
    | {"config", "fits", "ignore", "language", "pagekind", "readers", "scoring", "sentences", "standard"},
    "cache": {"source", "finding", "rulebook"},
    "component": {"engine", "config", "source"},
    "batch": {
        "engine",
        "readers",
        "inputs",
        "cache",
        "config",
        "source",
        "finding",
        "names",
        "rulebook",
        "language",
        "batch",
    },
    "rules": {"", "phrases", "wordlist", "words", "readability", "inflection", "rules"},
    "__init__": {"source", "text", "finding", "rulebook", "config", "engine", "decoding", "comparison"},
}
FREE = {"cli", "__main__"}  # may import everything, and are imported by nothing but each other
PARSERS = {
    "readers": {"lxml", "markdown_it", "mdurl"},
    "language": {"spacy"},
    "component": {"spacy"},
}
FOREIGN = {"spacy", "lxml", "markdown_it", "click", "thinc", "numpy"}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted((ROOT / "klarsprak").rglob("*.py")):
        yield path.relative_to(ROOT / "klarsprak").parts[0].removesuffix(".py"), path
    for path in sorted((ROOT / "rules").glob("*.py")):
        yield "rules", path


def runtime_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those under `if TYPE_CHECKING:`."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from runtime_nodes(node)


def imports(path: Path) -> set[str]:
    """Dotted names of what the module imports at run time; relative ones resolved."""
    package = (
        "klarsprak.rules" if path.parent.name == "rules" else ".".join(path.relative_to(ROOT).parts[:-1])
    )
    found = set()
    for node in runtime_nodes(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package if node.level else node.module or ""
            if node.level and node.module:
                base += "." + node.module
            is_package = base == "klarsprak"
            found |= {f"{base}.{a.name}" for a in node.names} if is_package else {base}
    return found


def rooms(path: Path) -> set[str]:
    """Which rooms of the house the module reaches into: "" for the public names."""
    names = {p.stem if p.suffix else p.name for p in (ROOT / "klarsprak").iterdir()} | {"rules"}
    found = set()
    for name in imports(path):
        if name.split(".")[0] == "klarsprak":
            room = [*name.split("."), ""][1]
            found.add(room if room in names else "")
    return found


@pytest.mark.parametrize(
    ("room", "path"), [pytest.param(r, p, id=str(p.relative_to(ROOT))) for r, p in modules()]
)
def test_imports_point_inwards(room: str, path: Path) -> None:
    if room in FREE:
        return
    assert rooms(path) <= MAY_IMPORT[room]
    assert not rooms(path) & FREE
    foreign = {name.split(".")[0] for name in imports(path)} & FOREIGN
    assert foreign <= PARSERS.get(room, set())


@pytest.mark.parametrize(
    ("room", "path"), [pytest.param(r, p, id=str(p.relative_to(ROOT))) for r, p in modules()]
)
def test_only_the_command_line_prints_exits_or_asks_the_environment(room: str, path: Path) -> None:
    if room in FREE:
        return
    calls = {
        ast.unparse(n.func) for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)
    }
    assert not calls & {
        "print",
        "input",
        "exit",
        "quit",
        "sys.exit",
        "os.getenv",
        "os.environ.get",
        "click.echo",
    }
    assert not re.search(r"\bos\.environ\b", path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("room", "path"), [pytest.param(r, p, id=str(p.relative_to(ROOT))) for r, p in modules()]
)
def test_every_module_says_what_it_is_for(room: str, path: Path) -> None:
    if room == "rules" and not path.name.startswith("_"):
        return  # a rule's docstring is its check's
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_every_package_is_shipped() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    folders = {
        ".".join(init.parent.relative_to(ROOT).parts) for init in (ROOT / "klarsprak").rglob("__init__.py")
    }
    assert set(config["tool"]["setuptools"]["packages"]) == folders | {"klarsprak.rules"}


def test_version_is_told_once() -> None:
    import klarsprak

    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert config["project"]["version"] == klarsprak.__version__


@pytest.mark.parametrize(
    "code", ["import klarsprak", "import klarsprak.cli", "import klarsprak; klarsprak.catalog()"]
)
def test_start_is_light(code: str) -> None:
    """Neither the import nor --help pays for spaCy or the parsers."""
    heavy = "import sys; print(sorted({'spacy', 'thinc', 'numpy', 'lxml', 'markdown_it'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; {heavy}"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
