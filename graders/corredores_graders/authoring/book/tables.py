"""Tables as a page needs them: no empty heading, every heading with its direction, wide ones scroll by themselves."""

import re
from html import escape

STYLE = re.compile(r"<style[^>]*>.*?</style>\s*", re.DOTALL)
EMPTY_HEADING = re.compile(r"<th(?:\s[^>]*)?>\s*</th>")
HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)
BODY = re.compile(r"<tbody>.*?</tbody>", re.DOTALL)
PLAIN_HEADING = re.compile(r"<th>")
TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)


def accessible(html: str, label: str) -> str:
    """Return ``html`` with its tables mended; ``label`` names the region that scrolls where a table is wide."""
    if "<table" not in html:
        return html
    html = STYLE.sub("", html).replace(' border="1"', "")
    html = EMPTY_HEADING.sub("<td></td>", html)
    html = HEAD.sub(lambda head: PLAIN_HEADING.sub('<th scope="col">', head.group()), html)
    html = BODY.sub(lambda body: PLAIN_HEADING.sub('<th scope="row">', body.group()), html)
    region = f'<div class="table-scroll" role="region" tabindex="0" aria-label="{escape(label)}">'
    return TABLE.sub(lambda table: f"{region}{table.group()}</div>", html)
