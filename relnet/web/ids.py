"""The ids of everything that a callback, a script or a style sheet looks up by its id."""

ADDRESS = "address"
"""The address bar (``dcc.Location``)."""

PAGE = "page"
"""Where the page that belongs to the address is put."""

FIRST_PICTURE = "first-picture"
"""What the first response holds outside React's entry point."""

MAIN = "main"
"""The main part of a page: where the skip link leads."""

OPEN_TITLE = "open-title"
"""What the part of the start page for opening a file is called."""

OPEN_UPLOAD = "open-upload"
"""The place on the start page for choosing or dropping a case file."""

OPEN_BUTTON = "open-button"
"""The button inside it."""

OPEN_FAULTS = "open-faults"
"""What is wrong with a file that was opened."""

OPEN_STATUS = "open-status"
"""Says that a file is being opened."""

OPEN_GO = "open-go"
"""Takes the browser to the case that was opened."""

OPEN_TOO_LARGE = "open-too-large"
OPEN_NOT_A_CASE = "open-not-a-case"
OPEN_ONE_ONLY = "open-one-only"
"""The three messages that assets/opening.js shows for a file that the browser refuses."""
