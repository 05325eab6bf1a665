"""Every visible string is a whole literal, so that it can be collected and translated."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "relnet").rglob("*.py"))
# How many texts each function takes.
TEXTS = {"_": 1, "ngettext": 2}


def calls(module: Path) -> Iterator[ast.Call]:
    """Give the calls of a module that ask for a visible string."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TEXTS:
            yield node


def is_whole(call: ast.Call) -> bool:
    """Whether the texts of a call are literals: not made, not named, not put together."""
    assert isinstance(call.func, ast.Name)
    texts = call.args[: TEXTS[call.func.id]]
    return bool(texts) and all(
        isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts
    )


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_visible_strings_are_whole_literals(module: Path) -> None:
    assert [call.lineno for call in calls(module) if not is_whole(call)] == []


def test_a_string_in_pieces_would_be_found() -> None:
    broken = ast.parse('_(f"a {b}"); _("a" + b); _(a); ngettext("a", b, 2)')
    found = [node for node in ast.walk(broken) if isinstance(node, ast.Call)]
    assert [is_whole(call) for call in found] == [False] * 4


def test_no_catalogue_template_is_kept() -> None:
    # It is made from the code by `make catalogue`; a kept one would only grow old.
    ignored = (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert "*.pot" in ignored
