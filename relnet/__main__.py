"""``python -m relnet`` is the command ``relnet``."""

import sys

from relnet.cli import main

if __name__ == "__main__":
    sys.exit(main())
