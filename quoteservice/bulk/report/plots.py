"""Plots as SVG to be put into a page: text stays text, nothing is fetched, and the same numbers make the same bytes."""

import io
import re
from collections.abc import Sequence
from typing import Any

from quoteservice.bulk.extras import extra

WIDTH, ROW, LEAST, LINES = 7.0, 0.3, 1.2, 3.6
"""Inches."""
COLOURS = ("#1b6ca8", "#c4501b", "#3f7d20", "#8a3fa0", "#8c6d1f", "#4d4d4d")
"""Each at least 4.5 : 1 on white."""
LONGEST = 40
STYLE = {
    "svg.fonttype": "none",
    "text.parse_math": False,  # a name may have a dollar sign
    "font.family": "sans-serif",
    "axes.spines.top": False,
    "axes.spines.right": False,
}
DECLARATIONS = re.compile(r"^.*?(?=<svg)", re.DOTALL)

REFERENCE, ID = re.compile(r"[\"(]#([^\")]+)"), re.compile(r' id="([^"]+)"')


def bars(rows: Sequence[tuple[str, int]], label: str) -> str:
    """A bar a row, the first on top."""
    if not rows:
        return ""
    with _style():
        figure, axes = _axes(max(LEAST, ROW * len(rows) + 0.6))
        axes.barh(range(len(rows)), [n for _, n in rows], color=COLOURS[0])
        _names(axes, [name for name, _ in rows])
        axes.set_xlabel(label)
        axes.xaxis.get_major_locator().set_params(integer=True)
        return _svg(figure, rows)


def lines(periods: Sequence[str], series: Sequence[tuple[str, Sequence[int]]], label: str) -> str:
    """A line a series, each with a mark of its own."""
    with _style():
        figure, axes = _axes(LINES)
        for n, (name, values) in enumerate(series):
            style = {"color": COLOURS[n % len(COLOURS)], "marker": "os^Dv*"[n % 6]}
            axes.plot(range(len(periods)), values, label=_short(name), **style)
        step = max(1, len(periods) // 12)
        axes.set_xticks(range(0, len(periods), step), periods[::step], rotation=45, ha="right")
        axes.set_ylim(bottom=0)
        axes.set_ylabel(label)
        axes.legend(frameon=False, fontsize="small")
        return _svg(figure, series)


def stacked(names: Sequence[str], parts: Sequence[tuple[str, Sequence[float]]], label: str) -> str:
    """A bar a name, made of shares."""
    with _style():
        figure, axes = _axes(max(LEAST, ROW * len(names) + 1.1))
        left = [0.0] * len(names)
        for n, (part, shares) in enumerate(parts):
            axes.barh(range(len(names)), shares, left=left, label=part, color=COLOURS[n % len(COLOURS)])
            left = [a + b for a, b in zip(left, shares, strict=True)]
        _names(axes, names)
        axes.set_xlabel(label)
        axes.legend(frameon=False, fontsize="small", ncols=len(parts), loc="lower left", bbox_to_anchor=(0, 1))
        return _svg(figure, parts)


def _style() -> Any:
    return extra("matplotlib", "report", "The report").rc_context(STYLE)


def _axes(height: float) -> tuple[Any, Any]:
    # Not pyplot, which keeps figures and asks for a screen.
    figure = extra("matplotlib.figure", "report", "The report").Figure(figsize=(WIDTH, height), layout="constrained")
    return figure, figure.add_subplot()


def _names(axes: Any, names: Sequence[str]) -> None:
    axes.set_yticks(range(len(names)), [_short(name) for name in names])
    axes.invert_yaxis()


def _short(name: str) -> str:
    # An underscore at the start would keep a series out of the legend.
    name = f"\u200b{name}" if name.startswith("_") else name
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"


def _svg(figure: Any, shown: object) -> str:
    """The drawing without what only a file of its own needs; hidden from readers of screens, who have the table."""
    out = io.StringIO()
    matplotlib = extra("matplotlib", "report", "The report")
    with matplotlib.rc_context({"svg.hashsalt": repr(shown)}):  # ids of its own, the same ones each time
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    svg = DECLARATIONS.sub("", out.getvalue())
    used = set(REFERENCE.findall(svg))
    svg = ID.sub(lambda found: found[0] if found[1] in used else "", svg)  # a page has several drawings, an id once
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
