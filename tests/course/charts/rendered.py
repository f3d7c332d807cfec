"""A picture in Chromium, with the plotly that the Python package ships, and what may be wrong with its words."""

from pathlib import Path

import plotly

BUNDLE = (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").as_uri()
PAGE = """<!doctype html><meta charset="utf-8"><body style="margin:0"><div id="figure"></div>
<script src="{bundle}"></script>
<script>const s = {figure}; Plotly.newPlot("figure", s.data, s.layout, s.config)</script>"""
# What is written must lie inside the drawing, from edge to edge.
CUT = """() => { const page = document.querySelector('.main-svg').getBoundingClientRect();
  return [...document.querySelectorAll('.main-svg text')].filter(each => { const box = each.getBoundingClientRect();
    return box.width && (box.left < page.left - 1 || box.right > page.right + 1 || box.top < page.top - 1
      || box.bottom > page.bottom + 1) }).map(each => each.textContent) }"""
# Written words may lie on lines and bars, never on other words.
COVERED = """() => { const words = [...document.querySelectorAll('.main-svg text')].filter(each => each.textContent)
    .map(each => [each.textContent, each.getBoundingClientRect()]).filter(([, box]) => box.width);
  const found = [];
  words.forEach(([one, a], place) => words.slice(place + 1).forEach(([other, b]) => {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (wide > 3 && high > 4) found.push(one + ' / ' + other) }));
  return found }"""
