"""The card below an answer: what arrived, what is right, why, and the next step; as HTML and as plain text."""

from html import escape

from corredores.checking.verdicts import ExerciseVerdict, Verdict
from corredores.language import current, text

_COLOURS = {  # border and background; contrast of the dark text on each is above 7:1
    Verdict.RIGHT: ("#1b6e3c", "#eaf6ee"),
    Verdict.KNOWN_MISTAKE: ("#8a5300", "#fff4e0"),
    Verdict.NOT_YET: ("#1f4e8c", "#eaf1fb"),
    Verdict.NOT_READABLE: ("#6b3fa0", "#f4eefb"),
    Verdict.NOT_ATTEMPTED: ("#555555", "#f4f4f4"),
}
_SIGNS = {
    Verdict.RIGHT: "✓",
    Verdict.KNOWN_MISTAKE: "➜",
    Verdict.NOT_YET: "…",
    Verdict.NOT_READABLE: "?",
    Verdict.NOT_ATTEMPTED: "○",
}


def headline(verdict: Verdict) -> str:
    """Return the verdict in words."""
    return {
        Verdict.RIGHT: text("Correcto"),
        Verdict.KNOWN_MISTAKE: text("Todavía no: se reconoce el paso"),
        Verdict.NOT_YET: text("Todavía no"),
        Verdict.NOT_READABLE: text("No se pudo leer"),
        Verdict.NOT_ATTEMPTED: text("Sin responder"),
    }[verdict]


def sentences(verdict: ExerciseVerdict, page: str) -> list[str]:
    """Return the card's sentences in reading order: what is right first, one message, where to read on."""
    lines = []
    if verdict.verdict is not Verdict.RIGHT and verdict.right_labels:
        lines.append(text("Ya está bien: {labels}.", labels="; ".join(verdict.right_labels)))
    if verdict.said:
        lines.append(verdict.said)
    if verdict.message:
        lines.append(verdict.message)
    if page and verdict.verdict in (Verdict.KNOWN_MISTAKE, Verdict.NOT_YET):
        lines.append(text("Para repasar: «{page}».", page=page))
    return lines


def as_text(title: str, verdict: ExerciseVerdict, page: str = "", note: str = "") -> str:
    """Return the card as plain text, for a terminal or a screen reader's line mode."""
    return "\n".join(
        [
            f"{_SIGNS[verdict.verdict]} {title}: {headline(verdict.verdict)}",
            *sentences(verdict, page),
            *([note] if note else []),
        ]
    )


def as_html(title: str, verdict: ExerciseVerdict, page: str = "", note: str = "") -> str:
    """Return the card as a fragment of HTML without style sheet or script; every part of the text is escaped."""
    border, background = _COLOURS[verdict.verdict]
    name = escape(f"{title}: {headline(verdict.verdict)}", quote=True)
    lines = [*sentences(verdict, page), *([note] if note else [])]
    body = "".join(f'<p style="margin:.35em 0">{escape(line)}</p>' for line in lines)
    style = f"border-left:6px solid {border};background:{background};color:#1a1a1a;padding:.6em 1em;max-width:46em"
    sign = f'<span aria-hidden="true">{_SIGNS[verdict.verdict]}</span>'
    return (
        f'<section class="corredores-card corredores-{verdict.verdict}" role="status" lang="{current()}" '
        f'aria-label="{name}" style="{style}">'
        f'<p style="margin:.1em 0"><strong>{sign} {name}</strong></p>{body}</section>'
    )
