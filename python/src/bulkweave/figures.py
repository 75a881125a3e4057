"""The figures of a report, as drawings of their own."""

from __future__ import annotations

import base64
import csv
import html
import io
import re
import urllib.parse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, overload

import numpy as np

from .fields import Table


@dataclass(frozen=True)
class Figure:
    """A figure of a report; Jupyter shows the drawing.

    Attributes
    ----------
    number : int
        Its number in the report.
    title : str
        What it shows.
    caption : str
        What is to be said of it.
    svg : str
        The drawing as an SVG file.
    table : dict or None
        The numbers that are drawn, columns by name; None where the report has none to save.
    """

    number: int
    title: str
    caption: str
    svg: str = field(repr=False)
    table: Table | None = field(repr=False)

    def _repr_svg_(self) -> str:
        return self.svg


class Figures(Sequence[Figure]):
    """The figures of a report, by place or by title; Jupyter shows all with their captions."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._figures = tuple(figures)

    @overload
    def __getitem__(self, index: int | str) -> Figure: ...
    @overload
    def __getitem__(self, index: slice) -> Figures: ...
    def __getitem__(self, index: int | str | slice) -> Figure | Figures:
        if isinstance(index, slice):
            return Figures(self._figures[index])
        if isinstance(index, int):
            return self._figures[index]
        for figure in self._figures:
            if figure.title == index:
                return figure
        raise KeyError(f"{index!r}; the figures are {self.titles}")

    def __len__(self) -> int:
        return len(self._figures)

    def __iter__(self) -> Iterator[Figure]:
        return iter(self._figures)

    @property
    def titles(self) -> list[str]:
        """What the figures show."""
        return [figure.title for figure in self._figures]

    def __repr__(self) -> str:
        return "\n".join(f"{figure.number:3d}  {figure.title}" for figure in self._figures)

    def _repr_html_(self) -> str:
        shown = (
            f'<figure style="margin:0 0 1em"><img alt="{html.escape(one.title)}" '
            f'src="data:image/svg+xml;base64,{base64.b64encode(one.svg.encode()).decode()}">'
            f"<figcaption><b>{html.escape(one.title)}.</b> {html.escape(one.caption)}</figcaption>"
            "</figure>"
            for one in self._figures
        )
        return "".join(shown)


def figures_of(page: str) -> Figures:
    """Figures of a report page; drawings carry the style of the page."""
    style = re.search(r'<style class="drawing">(.*?)</style>', page, re.DOTALL)
    rules = "" if style is None else style.group(1).strip()
    found = (_figure(markup, rules) for markup in re.findall(r"<figure\b.*?</figure>", page, re.S))
    return Figures([figure for figure in found if figure is not None])


def _figure(markup: str, rules: str) -> Figure | None:
    """A figure that has a drawing; None for one that has none."""
    canvas, _, caption = markup.partition("<figcaption>")
    drawings = _drawings(canvas)
    number = re.search(r"Figure (\d+)", caption)
    if not drawings or number is None:
        return None
    words, _, saved = caption.partition('<span class="save">')
    title = re.search(r"<strong>(.*?)</strong>", words, re.DOTALL)
    name = "" if title is None else _text(title.group(1)).rstrip(".")
    rest = _text(words[title.end() :] if title else words)
    svg = _stacked(drawings, rules, name)
    return Figure(int(number.group(1)), name, rest, svg, _saved_table(saved))


def _drawings(markup: str) -> list[str]:
    """Outermost ``<svg>`` elements."""
    found, depth, start = [], 0, 0
    for tag in re.finditer(r"<svg\b|</svg>", markup):
        if tag.group() != "</svg>":
            start = tag.start() if depth == 0 else start
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                found.append(markup[start : tag.end()])
    return found


def _stacked(drawings: Sequence[str], rules: str, title: str) -> str:
    """Drawings below each other as one file with a title, on white paper."""
    sizes = [re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', one) for one in drawings]
    widths = [float(size.group(1)) if size else 0.0 for size in sizes]
    heights = [float(size.group(2)) if size else 0.0 for size in sizes]
    width, height = max(widths), sum(heights)
    placed = [
        re.sub(r"^<svg\b", f'<svg y="{sum(heights[:k]):g}"', drawing)
        for k, drawing in enumerate(drawings)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}"><title>{html.escape(title)}</title>'
        f"<style>{rules}</style>"
        f'<rect width="100%" height="100%" fill="#fff"/>{"".join(placed)}</svg>'
    )


def _saved_table(markup: str) -> Table | None:
    """The numbers behind a link that saves them."""
    link = re.search(r'href="data:text/csv;charset=utf-8,([^"]*)"', markup)
    if link is None:
        return None
    text = urllib.parse.unquote(html.unescape(link.group(1)))
    names, *rows = csv.reader(io.StringIO(text))
    return {name: _cells([row[k] for row in rows]) for k, name in enumerate(names)}


def _cells(cells: list[str]) -> Any:
    """Numbers as an array, NaN where there is none; other texts as a list."""
    try:
        return np.array([float(cell) if cell else np.nan for cell in cells])
    except ValueError:
        return cells


def _text(markup: str) -> str:
    """Markup as plain text, indices as h_{P}."""
    plain = re.sub(r"<sub>(.)</sub>", r"_\1", markup)
    plain = re.sub(r"<sub>(.*?)</sub>", r"_{\1}", plain)
    plain = re.sub(r"<sup>(.*?)</sup>", r"^{\1}", plain)
    return html.unescape(re.sub(r"<[^>]*>", "", plain)).strip()
