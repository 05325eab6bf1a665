"""The command ``relnet``: each command parses, calls the core, prints.

Exit statuses: 0 done; 1 something is wrong with a file or the surroundings; 2 something was
asked for that there is not.
"""

import argparse
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from relnet import __version__
from relnet.case.messages import CaseFaults, RelnetError, UnknownId
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.case.models import Case
    from relnet.case.names import Names
    from relnet.network.graph import CaseNetwork

_PATTERN = "*.relnet.json"
_LAST_PORT = 65535
_OUT_ENDINGS = (".json", ".html", ".svg", ".png")
_STOPPED_BY_KEY = 130


class AskedForNothing(RelnetError):  # noqa: N818 - the name says what happened
    """The command line asks for something that there is not."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status.

    Args:
        argv: the words after ``relnet``; those of the process where not given.

    Raises:
        SystemExit: argparse has shown the help or a fault in these words.
    """
    _replace_what_the_terminal_cannot_show()
    parser = make_parser()
    args = parser.parse_args(argv)
    if args.command is None:
        parser.print_help(sys.stderr)
        return 2
    try:
        status = _run(args)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has left ("| head"): leave as well, with nowhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _STOPPED_BY_KEY
    return status


def _run(args: argparse.Namespace) -> int:
    try:
        status: int = args.run(args)
    except RelnetError as error:
        print(error, file=sys.stderr)
        return 2 if isinstance(error, UnknownId | AskedForNothing) else 1
    return status


def _replace_what_the_terminal_cannot_show() -> None:
    """Let an old Windows console show "?" for a sign it does not have, instead of stopping."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def make_parser() -> argparse.ArgumentParser:
    """Build the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="relnet",
        description=_(
            "Draws the relationships around a young person, and what a move away for safety"
            " does to them. A discussion aid, not a case record."
        ),
        epilog=_(
            "examples:\n"
            "  relnet serve                          open the sample cases in the browser\n"
            "  relnet serve my-cases/                open the case files of a folder\n"
            "  relnet check my-case.relnet.json      say what is wrong with a file\n"
            "  relnet describe my-case.relnet.json   tell each stage in words\n"
            "  relnet figure my-case.relnet.json --stage foster --out map.svg\n"
            "\n"
            "'relnet COMMAND --help' tells more of one command."
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"relnet {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=_("commands"))
    _add_serve(commands)
    _add_check(commands)
    _add_schema(commands)
    _add_describe(commands)
    _add_figure(commands)
    _add_measures(commands)
    return parser


def _add_serve(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "serve",
        help=_("open cases in the browser"),
        description=_("Opens case files in the browser, until Ctrl-C."),
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="FILE or FOLDER",
        help=_("case files, or folders of them; without any, the sample cases"),
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help=_("the address to listen on (127.0.0.1: this computer alone)"),
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=8050,
        help=_("the port to listen on (8050; 0: any that is free)"),
    )
    parser.add_argument("--no-browser", action="store_true", help=_("do not open a browser"))
    parser.set_defaults(run=_serve)


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "check",
        help=_("say what is wrong with case files"),
        description=_(
            "Checks case files. Each fault is one line: the file, where in it, what is wrong."
            " The exit status is 0 where there is no fault, else 1."
        ),
    )
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="FILE or FOLDER",
        help=_("case files, or folders: then each *.relnet.json in them"),
    )
    parser.set_defaults(run=_check)


def _add_schema(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "schema",
        help=_("print the JSON Schema of the case file"),
        description=_("Prints the JSON Schema of the case file, for editors that help with it."),
    )
    parser.set_defaults(run=_schema)


def _add_describe(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "describe",
        help=_("tell a case in words"),
        description=_("Tells each stage of a case in words: all that the map shows."),
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=_("a case file"))
    parser.add_argument("--stage", metavar="ID", help=_("this stage alone"))
    _add_view(parser)
    parser.set_defaults(run=_describe)


def _add_figure(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
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
    _add_view(parser)
    parser.add_argument(
        "--out",
        type=_out_file,
        required=True,
        metavar="FILE",
        help=_("where to save it: its ending (.json, .html, .svg, .png) says as what"),
    )
    parser.set_defaults(run=_figure)


def _add_measures(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
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
    _add_view(parser)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("as JSON, with the sentences"))
    form.add_argument("--csv", action="store_true", help=_("as CSV, one number a line"))
    parser.set_defaults(run=_measures)


def _add_view(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--perspective",
        metavar="ID",
        help=_("whose view: team, young_person or a person's id; without it, the file's first"),
    )
    parser.add_argument(
        "--hide-names", action="store_true", help=_("say roles in the place of names")
    )


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(_("a port is a number from 0 to 65535"))
    return int(text)


def _out_file(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in _OUT_ENDINGS:
        raise argparse.ArgumentTypeError(
            _("end the name of the file with .json, .html, .svg or .png")
        )
    return path


def _serve(args: argparse.Namespace) -> int:
    from relnet.web.serving import serve

    return serve(args.paths, args.host, args.port, open_browser=not args.no_browser)


def _check(args: argparse.Namespace) -> int:
    from relnet.case.reading import read_case

    status = 0
    for path in _case_files(args.paths):
        try:
            read_case(path)
        except CaseFaults as faults:
            print(_with_file(path, faults))
            status = 1
        else:
            print(_("{file}: no faults").format(file=path))
    return status


def _case_files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(path.glob(_PATTERN))
        if not found:
            raise RelnetError(
                _("{folder}: there is no case file (*.relnet.json) in this folder").format(
                    folder=path
                )
            )
        yield from found


def _with_file(path: Path, faults: CaseFaults) -> str:
    return "\n".join(f"{path}: {fault}" for fault in faults.faults)


def _schema(_args: argparse.Namespace) -> int:
    from relnet.case.schema import case_schema

    print(json.dumps(case_schema(), indent=2, ensure_ascii=False))
    return 0


def _describe(args: argparse.Namespace) -> int:
    from relnet.case.names import names_of

    network = _network(args.file)
    names = names_of(network.case, hidden=args.hide_names)
    perspective = _perspective(network.case, args.perspective)
    numbers = range(len(network.case.stages)) if args.stage is None else [_stage(network, args)]
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
    stage = _stage(network, args)
    perspective = _perspective(network.case, args.perspective)
    names = names_of(network.case, hidden=args.hide_names)
    write_figure(network, stage, perspective, names, args.out)
    print(_("saved {file}").format(file=args.out))
    return 0


def _measures(args: argparse.Namespace) -> int:
    from relnet.case.names import names_of
    from relnet.figures.measures_table import as_csv, as_json, as_text, measures_table
    from relnet.network.measures.together import case_measures

    network = _network(args.file)
    stage = None if args.stage is None else _stage(network, args)
    perspective = _perspective(network.case, args.perspective)
    names = names_of(network.case, hidden=args.hide_names)
    table = measures_table(network, case_measures(network, perspective), names, stage)
    written = as_json if args.json else as_csv if args.csv else as_text
    print(written(table).rstrip("\n"))
    return 0


def _network(path: Path) -> "CaseNetwork":
    from relnet.case.reading import read_case
    from relnet.network.graph import build_network

    try:
        return build_network(read_case(path))
    except CaseFaults as faults:
        raise RelnetError(_with_file(path, faults)) from faults


def _stage(network: "CaseNetwork", args: argparse.Namespace) -> int:
    if args.stage not in network.stage_number:
        raise UnknownId("stage", args.stage, network.stage_number)
    return network.stage_number[args.stage]


def _perspective(case: "Case", asked: str | None) -> str:
    """Give the perspective that was asked for, if it tells anything, else the case's first."""
    from relnet.case.timeline import opening_perspective, perspectives

    if asked is None:
        return opening_perspective(case)
    told = perspectives(case)
    if asked in told:
        return asked
    if asked not in {person.id for person in case.people}:
        raise UnknownId("perspective", asked, told)
    raise AskedForNothing(
        _("'{id}' tells nothing in this case. Those who do: {perspectives}").format(
            id=asked, perspectives=", ".join(told)
        )
    )
