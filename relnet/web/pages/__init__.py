"""One module for each page, each with a ``PAGE`` that ``relnet.web.app`` puts in its table."""
