"""What is wrong with the shape of a case file, in plain English.

The models find the faults of shape (a field that is missing, a word that is not in its set);
here each is turned into where it stands, what is wrong and what would be right.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

from annotated_types import MaxLen
from pydantic import BaseModel
from pydantic_core import ErrorDetails

from relnet.case.messages import nearest, shown
from relnet.case.models import FORMAT, Case
from relnet.case.tree import Node, place
from relnet.wording import _, ngettext

Location = tuple[str | int, ...]

_KEY = "[key]"
"""How pydantic marks that the name, not the value, of an entry is wrong."""

_WORD_LIKENESS = 0.75
"""In a small set a doubtful guess says less than the whole set."""

BAD_ID = "string_pattern_mismatch"
NO_LIST = "tuple_type"
TOO_MANY = "too_long"


@dataclass(frozen=True, slots=True)
class ShapeFault:
    """A fault of shape: pydantic's name for its kind, and where it stands."""

    kind: str
    where: str
    error: ErrorDetails

    def what(self) -> str:
        """Say what is wrong and what would be right."""
        say = _SAY.get(self.kind)
        return say(self.error) if say is not None else _("not what belongs here")


def shape_faults(errors: Iterable[ErrorDetails]) -> Iterator[ShapeFault]:
    """Place pydantic's findings in the file, in their order; each is worded when asked."""
    for error in errors:
        if not _is_echo(error):
            yield ShapeFault(error["type"], _where(error["loc"]), error)


def too_long_sections(root: Node) -> Iterator[tuple[Node, int]]:
    """Find the sections of a file with too many entries, with how many there may be."""
    for name, field in Case.model_fields.items():
        most = next((m.max_length for m in field.metadata if isinstance(m, MaxLen)), None)
        section = root.at(name)
        if most is not None and isinstance(section.value, list) and len(section.value) > most:
            yield section, most


def _is_echo(error: ErrorDetails) -> bool:
    """Whether a list only seems too short because all its entries have faults."""
    return error["type"] == "too_short" and bool(error["input"])


def _where(location: Location) -> str:
    return place(tuple(step for step in location if step != _KEY))


def _missing(error: ErrorDetails) -> str:
    words = _words_at(error["loc"])
    if words == [FORMAT]:
        return _("missing; write '{format}'").format(format=FORMAT)
    if words:
        return _("missing; write one of: {words}").format(words=", ".join(words))
    return _("missing; it must be there")


def _unknown_field(error: ErrorDetails) -> str:
    *parent, name = error["loc"]
    fields = _fields_at(tuple(parent))
    near = nearest(str(name), fields)
    if near is not None:
        what = _("no field '{name}' here; did you mean '{near}'?")
        return what.format(name=shown(str(name)), near=near)
    what = _("no field '{name}' here; the fields are: {fields}")
    return what.format(name=shown(str(name)), fields=", ".join(fields))


def _no_such_word(error: ErrorDetails) -> str:
    word = error["input"]
    words = _words_at(error["loc"])
    if not isinstance(word, str):
        return _("must be one of: {words}").format(words=", ".join(words))
    near = nearest(word, words, _WORD_LIKENESS)
    if near is not None:
        return _("no word '{word}' here; did you mean '{near}'?").format(
            word=shown(word), near=near
        )
    what = _("no word '{word}' here; write one of: {words}")
    return what.format(word=shown(word), words=", ".join(words))


def _wrong_format(error: ErrorDetails) -> str:
    found = shown(str(error["input"]))
    return _("relnet reads '{format}', not '{found}'").format(format=FORMAT, found=found)


def _bad_id(error: ErrorDetails) -> str:
    what = _(
        "'{id}' cannot be an id; write small letters a–z and numbers, with single '-' or '_' "
        "between them"
    )
    return what.format(id=shown(str(error["input"])))


def _too_long_text(error: ErrorDetails) -> str:
    most = _context(error, "max_length")
    return ngettext(
        "too long: at most %(most)d character",
        "too long: at most %(most)d characters",
        most,
    ) % {"most": most}


def _too_many(error: ErrorDetails) -> str:
    return too_many(_context(error, "max_length"))


def too_many(most: int) -> str:
    """Say that a list is too long."""
    return ngettext(
        "too many entries: at most %(most)d", "too many entries: at most %(most)d", most
    ) % {"most": most}


def _too_few(error: ErrorDetails) -> str:
    least = _context(error, "min_length")
    return ngettext(
        "at least %(least)d entry must be there",
        "at least %(least)d entries must be there",
        least,
    ) % {"least": least}


def _too_small(error: ErrorDetails) -> str:
    return _("too small a number: at least {least}").format(least=f"{_context(error, 'ge'):g}")


def _too_big(error: ErrorDetails) -> str:
    return _("too big a number: at most {most}").format(most=f"{_context(error, 'le'):g}")


def _not_a_date(error: ErrorDetails) -> str:
    # The one validator of ours in the models; it words its own message (relnet.case.dates).
    return f"'{shown(str(error['input']))}': {error.get('ctx', {}).get('error')}"


def _always(text: Callable[[], str]) -> Callable[[ErrorDetails], str]:
    return lambda _error: text()


def _context(error: ErrorDetails, name: str) -> int:
    return int(error["ctx"][name])


_SAY: Mapping[str, Callable[[ErrorDetails], str]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_field,
    "enum": _no_such_word,
    "literal_error": _wrong_format,
    BAD_ID: _bad_id,
    "string_too_short": _always(lambda: _("empty; write something")),
    "string_too_long": _too_long_text,
    "string_type": _always(lambda: _("a text in double quotes must stand here")),
    "bool_type": _always(lambda: _("write true or false, without quotes")),
    "int_type": _always(lambda: _("a whole number must stand here, without quotes or a fraction")),
    "float_type": _always(lambda: _("a number must stand here, without quotes")),
    NO_LIST: _always(lambda: _("a list in square brackets must stand here")),
    "model_type": _always(lambda: _("a part in braces, with named fields, must stand here")),
    "dict_type": _always(lambda: _("a part in braces, with named fields, must stand here")),
    TOO_MANY: _too_many,
    "too_short": _too_few,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_big,
    "value_error": _not_a_date,
}


def _fields_at(location: Location) -> list[str]:
    model = _type_at(location)
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        return []
    return [field.alias or name for name, field in model.model_fields.items()]


def _words_at(location: Location) -> list[str]:
    kind = _type_at(location)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return [word.value for word in kind]
    if get_origin(kind) is Literal:
        return [str(word) for word in get_args(kind)]
    return []


def _type_at(location: Location) -> object:
    """Give the type that belongs at a place in the file: a model, an enum or another."""
    kind: object = Case
    for step in location:
        kind = _step(kind, step, keys=location[-1] == _KEY)
    return kind


def _step(kind: object, step: str | int, *, keys: bool) -> object:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        fields = {field.alias or name: field for name, field in kind.model_fields.items()}
        return _bare(fields[str(step)].annotation) if step in fields else None
    if get_origin(kind) is tuple:
        return _bare(get_args(kind)[0])
    if get_origin(kind) is dict:
        return _bare(get_args(kind)[0 if keys else 1])
    return kind


def _bare(annotation: Any) -> object:  # noqa: ANN401 - annotations have no common type
    """Take ``Annotated`` and ``| None`` off a type."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _bare(get_args(annotation)[0])
    if origin in (Union, UnionType):
        options = [option for option in get_args(annotation) if option is not type(None)]
        return _bare(options[0])
    return cast("object", annotation)
