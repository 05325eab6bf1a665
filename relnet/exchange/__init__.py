"""Cases as spreadsheets and tables that other programs open, and back."""

import os

# Where lxml is installed, openpyxl would read with it and no longer through defusedxml.
os.environ["OPENPYXL_LXML"] = "False"
