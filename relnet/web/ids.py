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
"""The two messages that assets/opening.js shows for a file that the browser refuses."""

MAP = "map"
"""The map of the case page, and where its skip link leads."""

STAGE_TITLE = "stage-title"
"""What the map shows, in words, for screen readers."""

SAID = "said"
"""What a screen reader is told when the stage changes."""

TIMELINE = "timeline"
RAIL = "rail"
PLAY = "play"
STEP_BACK = "step-back"
STEP_ON = "step-on"
"""The timeline, its slider and its buttons."""

PERSPECTIVE = "perspective"
FILTERS = "filters"
SHOW_ALL = "show-all"
HIDE_NAMES = "hide-names"
PRESENT = "present"
"""The controls in the header of a case."""

SIDE = "side"
"""The side panel."""

CHOSEN = "chosen"
"""The person, place or relationship that was chosen, by its short name (``dcc.Store``)."""

CHOSEN_PANEL = "chosen-panel"
"""What the side panel says of it."""

CHOSEN_SIDE = "chosen-side"
"""The place for it beside the map."""

CHOSEN_CLOSE = "chosen-close"
"""Leads back from it to the stage."""

LEAVE = "leave"
"""Leaves the whole screen."""

HINT = "map-hint"
"""How to walk the map with the keyboard."""

FILTERED = "filtered"
"""Says that some relationships are hidden, with a button that shows them."""

VIEWS = "views"
"""The tabs of the views."""

LATER = "later"
"""Where Dash's scripts wait until the first picture is on the screen."""

WHO = "who"
"""The dialog that asks who edits."""
