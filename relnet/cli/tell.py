"""``relnet describe``, ``figure`` and ``measures``: a case file in words, pictures, numbers."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from relnet.cli.looking import add_look, perspective_asked, stage_asked
from relnet.cli.reading import read_sound
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.case.names import Names
    from relnet.cli.parts import Commands
    from relnet.network.graph import CaseNetwork

_OUT_ENDINGS = (".json", ".html", ".svg", ".png")


def add_commands(commands: "Commands") -> None:
    """Add these commands."""
    _add_describe(commands)
    _add_figure(commands)
    _add_measures(commands)


def _add_describe(commands: "Commands") -> None:
    parser = commands.add_parser(
        "describe",
        help=_("tell a case in words"),
        description=_("Tells each stage of a case in words: all that the map shows."),
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=_("a case file"))
    parser.add_argument("--stage", metavar="ID", help=_("this stage alone"))
    add_look(parser)
    parser.set_defaults(run=_describe)


def _add_figure(commands: "Commands") -> None:
    parser = commands.add_parser(
        "figure",
        help=_("save the map of a stage as a file"),
        description=_(
            "Saves the map of one stage: as a Plotly figure (.json), a page (.html) or a"
            " picture (.svg, .png)."
        ),
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=_("a case file"))
    parser.add_argument("--stage", metavar="ID", required=True, help=_("the stage to draw"))
    add_look(parser)
    parser.add_argument(
        "--out",
        type=_out_file,
        required=True,
        metavar="FILE",
        help=_("where to save it: its ending (.json, .html, .svg, .png) says as what"),
    )
    parser.set_defaults(run=_figure)


def _add_measures(commands: "Commands") -> None:
    parser = commands.add_parser(
        "measures",
        help=_("print the numbers of a case"),
        description=_(
            "Prints the numbers of each stage, what changed since the stage before, and what the"
            " rule for the siloed pattern finds. There is no good or bad in them: they are there"
            " to be talked about."
        ),
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=_("a case file"))
    parser.add_argument("--stage", metavar="ID", help=_("this stage alone"))
    add_look(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("as JSON, with the sentences"))
    form.add_argument("--csv", action="store_true", help=_("as CSV, one number a line"))
    parser.set_defaults(run=_measures)


def _out_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in _OUT_ENDINGS:
        raise argparse.ArgumentTypeError(
            _("end the name of the file with .json, .html, .svg or .png")
        )
    return path


def _describe(args: argparse.Namespace) -> int:
    from relnet.case.names import names_of

    network = _network(args.file)
    names = names_of(network.case, hidden=args.hide_names)
    perspective = perspective_asked(network.case, args.perspective)
    numbers = (
        range(len(network.case.stages))
        if args.stage is None
        else [stage_asked(network, args.stage)]
    )
    about = network.case.about or ""
    print(names.text(network.case.title), *([names.text(about)] if about else []), sep="\n")
    for number in numbers:
        _print_stage(network, number, perspective, names)
    return 0


def _print_stage(network: "CaseNetwork", number: int, perspective: str, names: "Names") -> None:
    from relnet.figures.words import stage_words

    words = stage_words(network, number, perspective, names)
    print("", words.title, words.summary, sep="\n")
    for item in words.items:
        print(f"- {item}")


def _figure(args: argparse.Namespace) -> int:
    from relnet.case.names import names_of
    from relnet.figures.export import write_figure

    network = _network(args.file)
    stage = stage_asked(network, args.stage)
    perspective = perspective_asked(network.case, args.perspective)
    names = names_of(network.case, hidden=args.hide_names)
    write_figure(network, stage, perspective, names, args.out)
    print(_("saved {file}").format(file=args.out))
    return 0


def _measures(args: argparse.Namespace) -> int:
    from relnet.case.names import names_of
    from relnet.figures.measures_table import as_csv, as_json, as_text, measures_table
    from relnet.network.measures.together import case_measures

    network = _network(args.file)
    stage = None if args.stage is None else stage_asked(network, args.stage)
    perspective = perspective_asked(network.case, args.perspective)
    names = names_of(network.case, hidden=args.hide_names)
    table = measures_table(network, case_measures(network, perspective), names, stage)
    written = as_json if args.json else as_csv if args.csv else as_text
    print(written(table).rstrip("\n"))
    return 0


def _network(path: Path) -> "CaseNetwork":
    from relnet.network.graph import build_network

    return build_network(read_sound(path))
