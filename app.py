"""Build and run relnet: ``python app.py``, or ``app:server`` for a WSGI server."""

import sys

from relnet import cli
from relnet.web.app import create_app
from relnet.web.late_library import LateLibrary, own_library
from relnet.web.shelf import shelf_of

if __name__ == "__main__":
    sys.exit(cli.main(["serve", *sys.argv[1:]]))

server = create_app(shelf_of((), library=LateLibrary(own_library))).server
