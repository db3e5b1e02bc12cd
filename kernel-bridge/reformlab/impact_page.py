"""An impact as a small page and as text, for where JupyterLab's panel is not."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

MOST_PROGRAMMES = 12
GAIN, LOSS = "#2a7f62", "#b3492d"


def impact_text(data: Mapping[str, Any], titles: Sequence[str]) -> str:
    """The headline."""
    lines = [_heading(data, titles), f"  Budget balance     {_billions(data['budget']['total'])}"]
    overall = data["overall"]
    lines.append(f"  Average change     {_dollars(overall['averageChange'])} a year")
    gain, lose = (_percent(_share(overall, side)) for side in ("gain", "lose"))
    lines.append(f"  People who gain    {gain}, lose {lose}")
    gini = data["inequality"]["gini"]
    if gini["change"] is not None:
        lines.append(f"  Gini coefficient   {gini['baseline']:.4f}, {_signed(gini['change'], '.4f')}")
    return "\n".join(lines)


def impact_page(data: Mapping[str, Any], titles: Sequence[str]) -> str:
    """Headline, the programmes that change, and income groups."""
    changed = [programme for programme in data["programmes"] if programme["changed"]][:MOST_PROGRAMMES]
    programmes = _table(
        ["Billions of dollars", "baseline", "reform", "change"],
        [
            [
                ("&ensp;" if programme["partOf"] else "") + escape(programme["label"]),
                *(f"{programme[law] / 1e9:,.1f}" for law in ("baseline", "reform")),
                _signed(programme["change"] / 1e9, ",.1f"),
            ]
            for programme in changed
        ],
    )
    largest = max((abs(group["averageChange"] or 0) for group in data["groups"]), default=0) or 1
    groups = _table(
        ["Income group", "average", "relative", "gain", "lose", ""],
        [
            [
                escape(group["label"]),
                _dollars(group["averageChange"]),
                _percent(group["relativeChange"], "+.2%"),
                _percent(_share(group, "gain")),
                _percent(_share(group, "lose")),
                _bar(group["averageChange"], largest),
            ]
            for group in [*data["groups"], data["overall"]]
        ],
    )
    summary = "<br>".join(escape(line.strip()) for line in impact_text(data, titles).split("\n")[1:])
    return f"<div><p><b>{escape(_heading(data, titles))}</b><br>{summary}</p>{programmes}{groups}</div>"


def _heading(data: Mapping[str, Any], titles: Sequence[str]) -> str:
    what = " + ".join(title or "a reform" for title in titles) or "The law as it stands"
    return f"{what}, {data['year']}, {data['dataset']['name']}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return "<p>No programme changes.</p>"
    left = 'style="text-align: left"'
    head = "".join(f"<th {left if n == 0 else ''}>{name}</th>" for n, name in enumerate(heads))
    body = "".join(
        f"<tr>{''.join(f'<td {left if n == 0 else chr(32)}>{cell}</td>' for n, cell in enumerate(row))}</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _bar(change: float | None, largest: float) -> str:
    if not change:
        return ""
    width = round(120 * abs(change) / largest)
    colour = GAIN if change > 0 else LOSS
    return f'<div style="height: 0.8em; width: {width}px; background: {colour}"></div>'


def _share(group: Mapping[str, Any], side: str) -> float:
    shares = group["winnersAndLosers"]["shares"]
    return sum(value or 0 for name, value in shares.items() if name.startswith(side))


def _billions(amount: float) -> str:
    return f"{_signed(amount / 1e9, ',.1f')} billion dollars a year"


def _dollars(amount: float | None) -> str:
    return "–" if amount is None else f"{'−' if amount < 0 else '+'}${abs(amount):,.0f}"


def _percent(share: float | None, form: str = ".1%") -> str:
    return "–" if share is None else format(share, form).replace("-", "−")


def _signed(number: float, form: str) -> str:
    return format(number, f"+{form}").replace("-", "−")
