"""Build and run relnet: ``python app.py``, or ``app:server`` for a WSGI server."""

import sys

from relnet import cli
from relnet.web.app import create_app

if __name__ == "__main__":
    sys.exit(cli.main(["serve", *sys.argv[1:]]))

server = create_app().server
