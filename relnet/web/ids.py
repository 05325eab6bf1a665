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

PRESENT_STRIP = "present-strip"
PRESENT_KEYS = "present-keys"
PRESENT_KEYS_TITLE = "present-keys-title"
PRESENT_BLANK = "present-blank"
"""The whole screen: its buttons, the list of its keys, and the blank screen."""

REMARK = "remark"
REMARK_TITLE = "remark-title"
REMARK_OWNERS = "remark-owners"
REMARK_LIST = "remark-list"
REMARK_SAID = "remark-said"
REMARKS_LEFT = "remarks-left"
REMARKS_LEFT_TITLE = "remarks-left-title"
"""Remarks: the field, with its title and whom it offers; those without a mark, and what became of
one; those that the page alone holds."""

MEETING_REMARKS = "meeting-remarks"
MEETING_FAULT = "meeting-fault"
MEETING_SURE = "meeting-sure"
MEETING_SURE_TITLE = "meeting-sure-title"
"""The end of a meeting: the remarks that a tab alone holds, what went wrong with them, and the
question before they are thrown away."""

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

EDIT = "edit"
KEEP = "keep"
"""The buttons that begin editing a case, and that make a copy which can be edited."""

COMPARE_MENU = "compare-menu"
WHAT_IF = "what-if"
WHAT_IF_KEEP = "what-if-keep"
WHAT_IF_SURE = "what-if-sure"
"""The button that begins a what if, and its dialogs: to keep it, to throw it away."""

EDIT_BAR = "edit-bar"
EDIT_SAVED = "edit-saved"
EDIT_UNDO = "edit-undo"
EDIT_REDO = "edit-redo"
EDIT_FILES = "edit-files"
EDIT_NOTICES = "edit-notices"
"""The bar while a case is edited: whether all is saved, undo, redo, files, what colleagues did."""

EDITOR = "editor"
EDIT_FORM = "edit-form"
EDIT_BACK = "edit-back"
"""The place beside the map for the form of what is chosen, and the way back to the stage."""

EDIT_ASK = "edit-ask"
"""The dialog that says what an edit does before it is done."""

LIBRARY = "library"
LIBRARY_TITLE = "library-title"
LIBRARY_CARDS = "library-cards"
LIBRARY_SEARCH = "library-search"
LIBRARY_COUNT = "library-count"
LIBRARY_MORE = "library-more"
"""The library on the start page: its cards, the search, how many there are, and the rest."""

LIBRARY_MENU = "library-menu"
LIBRARY_FILES = "library-files"
LIBRARY_RENAME = "library-rename"
LIBRARY_PURGE = "library-purge"
LIBRARY_NOTICE = "library-notice"
"""What can be done with a case; its new title; the question before it is removed; what was done.
What can be done with a case that is only read stands in a menu of its own."""

LIBRARY_ARCHIVED = "library-archived"
LIBRARY_DELETED = "library-deleted"
"""The folds of the cases that were put aside or deleted."""

NEW = "new"
NEW_STEPS = "new-steps"
NEW_SAID = "new-said"
NEW_BACK = "new-back"
NEW_NEXT = "new-next"
NEW_MAKE = "new-make"
NEW_AGAIN = "new-again"
"""A new case: its form and steps, what is said of them, the buttons, emptying it."""

GRID_PEOPLE = "grid-people"
GRID_TIES = "grid-ties"
GRID_WHOSE = "grid-whose"
GRID_FROM = "grid-from"
GRID_HINT = "grid-hint"
GRID_FAULT = "grid-fault"
GRID_AREAS = "grid-list-area"
"""The grids; whose view is written, from when new people are there, how, what is wrong, areas."""

TALLY_GRID = "tally-grid"
TALLY_SAID = "tally-said"
TALLY_FAULT = "tally-fault"
TALLY_UNDO = "tally-undo"
"""The tally, here and where others join: the grid, what was done, what is wrong, taking back."""

TALLY_TABLES = "tally-tables"
TALLY_ADD = "tally-add"
TALLY_REMOVE = "tally-remove"
TALLY_AGAIN = "tally-again"
TALLY_ASK = "tally-ask"
"""Which table presses; adding and taking away tables; emptying them; the question before it."""

TALLY_DOOR = "tally-door"
TALLY_SWITCH = "tally-switch"
TALLY_TAKE = "tally-take"
TALLY_PNG = "tally-png"
"""Letting others join, and its switch; what can be saved."""

TALLY_JOIN = "tally-join"
TALLY_PRESSING = "tally-pressing"
"""Where another device gives the code, and then presses."""

TAKE_AWAY = "take-away"
MAKING = "making"
MAKING_SAID = "making-said"
"""The menu of what one takes away from a case page; how far a file is, and what is said of it."""

SHEET_MAIN = "sheet-main"
SHEET_SAID = "sheet-said"
SHEET_BACK = "sheet-back"
SHEET_ON = "sheet-on"
SHEET_SLIDER = "sheet-slider"
"""The HTML file of a case: its views, what a screen reader is told, and its timeline."""

STORY = "story"
STORY_STEPS = "story-steps"
STORY_BACK = "story-back"
STORY_ON = "story-on"
STORY_NOTES = "story-notes"
STORY_LEAVE = "story-leave"
STORY_ADD = "story-add"
"""The story: its place, its steps, the ways through it, the trainer's window, leaving, and what
makes a step of the view that is shown."""

NOTES_STEPS = "notes-steps"
NOTES_BACK = "notes-back"
NOTES_ON = "notes-on"
NOTES_SINCE = "notes-since"
NOTES_NOW = "notes-now"
NOTES_AGAIN = "notes-again"
NOTES_SAID = "notes-said"
"""The trainer's window: the notes, the ways through them, the clock, whether the room follows."""

FOLLOW = "follow"
FOLLOW_SAID = "follow-said"
FOLLOW_FAULT = "follow-fault"
FOLLOW_DOOR = "follow-door"
FOLLOW_BAR = "follow-bar"
"""Following on a case page: the menu, what it says, what is wrong, other devices, the line."""

FOLLOW_JOIN = "follow-join"
FOLLOW_SWITCH = "follow-switch"
FOLLOW_FRAME = "follow-frame"
"""Following from another device: where the code is typed, going alone and back, what is shown."""
