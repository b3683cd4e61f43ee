"""state: who holds what on a day, and who says so."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mapping.cli.app import Here, app
from mapping.cli.telling import counted, say, show, stop
from mapping.domain.errors import did_you_mean

if TYPE_CHECKING:
    from mapping.state import Answer
    from mapping.waist.entry import Material


@app.command(epilog="Examples: frontmap state --on 2025-08-31 · frontmap state --on 2025-08-31 --place hohko --json")
def state(
    on: Annotated[str, typer.Option(metavar="DATE", help="Day, YYYY-MM-DD.")],
    place: Annotated[str | None, typer.Option(metavar="ID", help="One place of gazetteer/places.csv.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, every key there.")] = False,
) -> None:
    """Tell who holds each place on a day: standing, since when, last said when, by whom, and who says otherwise."""
    from mapping.project import read_project  # noqa: PLC0415
    from mapping.state import Answer, on_day  # noqa: PLC0415
    from mapping.waist.build import material_of  # noqa: PLC0415
    from mapping.waist.kinds.control import said  # noqa: PLC0415

    day = _day(on)
    material = material_of(read_project(Here.folder))
    known = material.gazetteer.places
    if place is not None and place not in known:
        stop(f"unknown place {place!r}{did_you_mean(place, known)}; ids stand in gazetteer/places.csv")
    answers = on_day(said(material), material.gazetteer.actors, day)
    if place is not None:
        answers = {place: answers.get(place, Answer())}
    named = sorted(answers.items(), key=lambda one: (known[one[0]].name, one[0]))
    if as_json:
        typer.echo(json.dumps([_record(id_, answer, material) for id_, answer in named], ensure_ascii=False, indent=1))
        return
    show((_row(id_, answer, material) for id_, answer in named),
         "place", "holder", "standing", "since", "last said", "by", "otherwise")  # fmt: skip
    say(f"{counted(len(named), 'place')} on {day.isoformat()}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        stop(f"--on {text!r} is no day; write YYYY-MM-DD, such as 2025-08-31")


def _record(place: str, answer: Answer, material: Material) -> dict[str, Any]:
    return {
        "place": place,
        "name": material.gazetteer.label(place),
        "holder": list(answer.holder),
        "standing": answer.standing,
        "since": answer.since_edtf,
        "last_said": answer.last_said.isoformat() if answer.last_said else None,
        "for": list(answer.told),
        "against": list(answer.against),
    }


def _row(place: str, answer: Answer, material: Material) -> tuple[object, ...]:
    """One line of the table: names in place of ids."""
    from mapping.domain.wording import read_out  # noqa: PLC0415

    names = material.gazetteer.label
    holder = ", ".join(names(actor) for actor in answer.holder)
    since = read_out(answer.since_edtf, short=True) if answer.since else ""
    told, against = (_tellers(uids, material) for uids in (answer.told, answer.against))
    return names(place), holder, answer.standing, since, answer.last_said, told, against


def _tellers(uids: tuple[str, ...], material: Material) -> str:
    """Name the publishers of statements, each once."""
    return ", ".join(dict.fromkeys(material.sources[uid.partition("/")[0]].told_by for uid in uids))
