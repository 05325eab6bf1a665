"""The browser that draws, with everything that it puts on the disk in one folder.

Imported only where it is started, as the library behind it is slow to import.
"""

import sys
from collections.abc import MutableMapping

from choreographer.browsers.chromium import Chromium


class TidyChromium(Chromium):
    """A Chromium that leaves no folder: its own one goes when it ends, and all others lie in it.

    Else one that is ended while it draws leaves an empty folder beside its own, each time.
    """

    def get_env(self) -> MutableMapping[str, str]:
        """Give the environment in which it is started, once its folder is there."""
        found = super().get_env()
        # macOS has its own way to such folders; a confined browser (snap) has a place of its own.
        if sys.platform == "linux" and not self.is_isolated():
            found["TMPDIR"] = str(self.tmp_dir.path)
        return found
