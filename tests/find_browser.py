"""Find the Chromium that the browser tests, the bench and ``relnet figure`` all drive."""

import sys
from pathlib import Path

from choreographer.browsers.chromium import Chromium


def find_browser() -> Path | None:
    """Look where kaleido looks: ``BROWSER_PATH``, the search path, the usual folders."""
    found = Chromium.find_browser(skip_local=False)
    return Path(found) if found and Path(found).is_file() else None


if __name__ == "__main__":
    sys.exit(0 if find_browser() else 1)
