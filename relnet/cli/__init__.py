"""The command ``relnet``: each command parses, calls the core, prints.

Exit statuses: 0 done; 1 something is wrong with a file or the surroundings; 2 something was
asked for that there is not. No module here imports anything heavy; the commands do when they run.
"""

from relnet.cli.entry import main, make_parser

__all__ = ["main", "make_parser"]
