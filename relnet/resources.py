"""Where the files that travel with relnet lie: in a checkout and in an installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def assets_folder() -> Path:
    """Find the folder of stylesheets and browser code."""
    return _folder("assets")


def sample_cases_folder() -> Path:
    """Find the folder of invented cases."""
    return _folder("sample_cases")


def _folder(name: str) -> Path:
    """Prefer the folder inside the package (a wheel); else the one beside it (a checkout)."""
    for folder in (_PACKAGE / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(
        f"relnet's folder '{name}' is missing beside or inside {_PACKAGE}. "
        "Install relnet again, or take a fresh copy of its source."
    )
