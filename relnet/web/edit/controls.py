"""The controls of all forms: plain HTML that says which operation a press or an entry means.

assets/edit_forms.js reads it and knows no form: it takes the operation of the nearest
``data-op``, puts the control's value in at the path in ``data-set``, and sends it. So a form
is a function from a case to HTML, and every edit has one way to the server.

- ``data-op`` (JSON): an operation without the value that the control adds.
- ``data-set``: where in it the value goes ("fields.strength", "level").
- ``data-as``: what the value is: "text" (the default; empty: null), "json" (the value is JSON:
  null, true, 3), "number", "list" (all checked boxes of the fieldset), "lines" (a text, one
  entry a line), "date" (what was typed; the server turns it into EDTF, and ``data-preview`` is
  where it says how it understood it).
- ``data-do`` (JSON): a whole operation, sent by a press of the button.
- ``data-ask``: the press first shows what the operation does (the server says it in words) and
  sends it only when that is confirmed.
- ``form[data-op]``: sends one operation when it is submitted, with every named field at its
  ``data-set``; afterwards it is emptied, and the first field has the focus for the next one.
- ``data-fault``: where the message about a field is shown, by the name of the field.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from markupsafe import Markup

from relnet.case.models import MAX_NAME, MAX_TEXT
from relnet.editing.operations import Operation, operation_values
from relnet.figures.words_dates import date_words
from relnet.wording import _

Values = Mapping[str, Any]

TextKind = Literal["text", "lines", "number"]

_Kind = TextKind | Literal["json", "list", "date"]

_SHORT, _LONG = MAX_NAME, MAX_TEXT


class Choice(NamedTuple):
    """One of several: its value (any JSON value), and what it is called."""

    value: Any
    words: str


class Sets(NamedTuple):
    """What a control sets: an operation without the value, and the value's path in it."""

    operation: Operation | Values
    path: str


def op_json(operation: Operation | Values) -> str:
    """Write an operation, or a part of one, for an attribute."""
    values = operation if isinstance(operation, Mapping) else operation_values(operation)
    return json.dumps(values, ensure_ascii=False)


def segments(
    legend: str,
    name: str,
    choices: Sequence[Choice],
    value: Any,  # noqa: ANN401 - any JSON value
    sets: Sets,
) -> Markup:
    """Offer a few values side by side: one press each, or the number keys.

    Args:
        legend: what is chosen.
        name: the control's name, once in a form.
        choices: at most nine, in their order.
        value: the present one; none is marked where it is not among them.
        sets: what a press sets.
    """
    options = Markup("").join(_segment(name, choice, choice.value == value) for choice in choices)
    body = Markup('<div class="segments">{}</div>').format(options)
    return _group(legend, body, sets, "json", " segments-field")


def text_field(
    label: str,
    name: str,
    value: str | None,
    sets: Sets,
    *,
    hint: str = "",
    long: bool = False,
) -> Markup:
    """Offer a text: it is sent when it is left, or with Enter; long ones with Ctrl+Enter."""
    body = (
        Markup('<textarea name="{}" rows="2" maxlength="{}" autocomplete="off">{}</textarea>')
        if long
        else Markup('<input type="text" name="{}" maxlength="{}" autocomplete="off" value="{}">')
    ).format(name, _LONG if long else _SHORT, value or "")
    return _labelled(label, body, sets, "text", hint)


def number_field(
    label: str, name: str, value: float | None, sets: Sets, *, hint: str = ""
) -> Markup:
    """Offer a number."""
    body = Markup(
        '<input type="text" inputmode="decimal" name="{}" maxlength="20" autocomplete="off"'
        ' value="{}">'
    ).format(name, "" if value is None else f"{value:.10g}")
    return _labelled(label, body, sets, "number", hint)


def lines_field(
    label: str, name: str, values: Iterable[str], sets: Sets, *, hint: str = ""
) -> Markup:
    """Offer a list of texts, one a line."""
    body = Markup(
        '<textarea name="{}" rows="3" maxlength="{}" autocomplete="off">{}</textarea>'
    ).format(name, _LONG, "\n".join(values))
    return _labelled(label, body, sets, "lines", hint)


def date_field(
    label: str, name: str, edtf: str | None, sets: Sets, *, near: str | None = None
) -> Markup:
    """Offer a date in plain typing ("June 2025", "about March"); it stands there in words.

    ``near`` is a date (EDTF) close to it, from which a year that is not typed is taken.
    """
    body = Markup(
        '<input type="text" name="{}" maxlength="{}" autocomplete="off" value="{}">'
        '<small class="preview" data-preview role="status"></small>'
    ).format(name, _SHORT, date_words(edtf) if edtf else "")
    hint = _("As you would say it: June 2025, about March 2024, 3/6/2025")
    more = Markup(' data-near="{}"').format(edtf or near or "")
    return _labelled(label, body, sets, "date", hint, more)


def choice_field(
    label: str,
    name: str,
    choices: Iterable[Choice],
    value: Any,  # noqa: ANN401 - any JSON value
    sets: Sets,
) -> Markup:
    """Offer many values as a list that drops down."""
    body = Markup('<select name="{}" autocomplete="off">{}</select>').format(
        name, _options(choices, value)
    )
    return _labelled(label, body, sets, "json")


def boxes(
    legend: str,
    name: str,
    choices: Iterable[Choice],
    values: Iterable[Any],
    sets: Sets,
) -> Markup:
    """Offer values of which several may be true; all checked ones are sent as a list."""
    checked = list(values)
    options = Markup("").join(
        Markup(
            '<label class="box"><input type="checkbox" name="{}" value="{}"{} autocomplete="off">'
            " {}</label>"
        ).format(
            name,
            json.dumps(choice.value),
            Markup(" checked") if choice.value in checked else "",
            choice.words,
        )
        for choice in choices
    )
    return _group(legend, options, sets, "list")


def _labelled(
    label: str,
    body: Markup,
    sets: Sets,
    kind: _Kind,
    hint: str = "",
    more: str = "",
) -> Markup:
    """Write a field of one control; ``more``: attributes that its kind needs besides."""
    return Markup(
        '<label class="field" data-op="{op}" data-set="{path}" data-as="{kind}"{more}>'
        "<span>{label}</span>{body}{hint}{fault}</label>"
    ).format(
        op=op_json(sets.operation),
        path=sets.path,
        kind=kind,
        more=more,
        label=label,
        body=body,
        hint=Markup('<small class="hint">{}</small>').format(hint) if hint else "",
        fault=fault_place(sets.path),
    )


def _group(legend: str, body: Markup, sets: Sets, kind: _Kind, look: str = "") -> Markup:
    """Write a field of several controls under one legend."""
    return Markup(
        '<fieldset class="field{look}" data-op="{op}" data-set="{path}" data-as="{kind}">'
        "<legend>{legend}</legend>{body}{fault}</fieldset>"
    ).format(
        look=look,
        op=op_json(sets.operation),
        path=sets.path,
        kind=kind,
        legend=legend,
        body=body,
        fault=fault_place(sets.path),
    )


def do_button(
    words: str, operation: Operation | Values, *, ask: bool = False, label: str = "", look: str = ""
) -> Markup:
    """Offer an operation as a button.

    Args:
        words: what stands on it.
        operation: what it does.
        ask: show what it does, and wait for a yes.
        label: its name for screen readers where the words alone say too little.
        look: more class names ("quiet").
    """
    return Markup(
        '<button type="button" class="tool {look}" data-do="{op}"{ask}{label}>{words}</button>'
    ).format(
        look=look,
        op=op_json(operation),
        ask=Markup(" data-ask") if ask else "",
        label=Markup(' aria-label="{}"').format(label) if label else "",
        words=words,
    )


def pressed_button(
    words: str,
    operation: Operation | Values,
    *,
    pressed: bool,
    label: str = "",
    name: str = "",
    look: str = "",
) -> Markup:
    """Offer an operation as a button that is pressed or not: a chip.

    Chips with the same words in one form each have a ``name``, so that the focus finds the one
    it was on when the form is written anew.
    """
    return Markup(
        '<button type="button" class="tool chip {look}" aria-pressed="{pressed}" data-do="{op}"'
        "{name}{label}>{words}</button>"
    ).format(
        look=look,
        name=Markup(' name="{}"').format(name) if name else "",
        pressed="true" if pressed else "false",
        op=op_json(operation),
        label=Markup(' aria-label="{}"').format(label) if label else "",
        words=words,
    )


def add_form(
    operation: Operation | Values,
    fields: Iterable[Markup],
    button: str = "",
    *,
    name: str = "",
    ask: bool = False,
) -> Markup:
    """Make a form that sends one operation with all its fields (``bare_text`` and the like).

    Args:
        operation: what it does, without what the fields add.
        fields: its fields.
        button: what stands on its button.
        name: by it the form is found again when it is written anew: its first field then has
            the focus for the next one.
        ask: show what it does, and wait for a yes.
    """
    return Markup(
        '<form class="add-form" data-op="{op}"{name}{ask}>{fields}'
        '<button class="tool strong">{button}</button>{fault}</form>'
    ).format(
        op=op_json(operation),
        name=Markup(' data-name="{}"').format(name) if name else "",
        ask=Markup(" data-ask") if ask else "",
        fields=Markup("").join(fields),
        button=button or _("Add"),
        fault=fault_place(""),
    )


def bare_text(
    label: str,
    name: str,
    path: str,
    *,
    most: int = _SHORT,
    needed: bool = False,
    kind: TextKind = "text",
) -> Markup:
    """Make a text of an ``add_form``."""
    body = Markup(
        '<input type="text" name="{}" data-set="{}" data-as="{}" maxlength="{}"'
        ' autocomplete="off"{}>'
    ).format(name, path, kind, most, Markup(" required") if needed else "")
    return _bare(label, body, path)


def bare_date(label: str, name: str, path: str) -> Markup:
    """Make a date in plain typing, of an ``add_form``."""
    body = Markup(
        '<input type="text" name="{}" data-set="{}" data-as="date" maxlength="{}"'
        ' autocomplete="off"><small class="preview" data-preview role="status"></small>'
    ).format(name, path, _SHORT)
    return _bare(label, body, path)


def bare_choice(
    label: str,
    name: str,
    path: str,
    choices: Iterable[Choice],
    value: Any = None,  # noqa: ANN401 - any JSON value
    *,
    needed: bool = False,
) -> Markup:
    """Make a list to choose from, of an ``add_form``; ``needed``: nothing is chosen at first."""
    nothing = Markup('<option value="">{}</option>').format(_("Choose …"))
    body = Markup(
        '<select name="{}" data-set="{}" data-as="json" autocomplete="off"{}>{}</select>'
    ).format(
        name,
        path,
        Markup(" required") if needed else "",
        (nothing if needed else Markup("")) + _options(choices, value),
    )
    return _bare(label, body, path)


def _bare(label: str, body: Markup, path: str) -> Markup:
    return Markup('<label class="field"><span>{}</span>{}{}</label>').format(
        label, body, fault_place(path)
    )


def fold(
    title: str, content: Markup, name: str, *, count: int = 0, is_open: bool = False
) -> Markup:
    """Put a part of a form into a fold; ``name`` keeps it open when the form is written anew."""
    return Markup(
        '<details class="fold" data-fold="{name}"{open}><summary>{title}{count}</summary>'
        "{content}</details>"
    ).format(
        name=name,
        open=Markup(" open") if is_open else "",
        title=title,
        count=Markup(' <span class="quiet">{}</span>').format(count) if count else "",
        content=content,
    )


def _segment(name: str, choice: Choice, checked: bool) -> Markup:  # noqa: FBT001 - one of two
    return Markup(
        '<label class="segment"><input type="radio" name="{}" value="{}"{} autocomplete="off">'
        "<span>{}</span></label>"
    ).format(name, json.dumps(choice.value), Markup(" checked") if checked else "", choice.words)


def _options(choices: Iterable[Choice], value: Any) -> Markup:  # noqa: ANN401 - any JSON value
    return Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            json.dumps(choice.value),
            Markup(" selected") if choice.value == value else "",
            choice.words,
        )
        for choice in choices
    )


def fault_place(path: str) -> Markup:
    """Keep a place for what is wrong with a field, by the last step of its path."""
    return Markup('<small class="fault" data-fault="{}" role="alert"></small>').format(
        path.rpartition(".")[2]
    )
