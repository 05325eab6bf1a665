"""The views of a case beside the map: builders of plain HTML, written by ``as_html``."""
