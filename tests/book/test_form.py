import re
from html.parser import HTMLParser

from corredores_graders.authoring.book.form import instrument_page
from corredores_graders.authoring.instruments import read_instrument
from corredores_graders.authoring.project import Project

FORM = {
    "id": "I-00",
    "title": "Ficha «de prueba»",
    "purpose": "Para probar.",
    "fields": [
        {
            "key": "origin",
            "kind": "place",
            "label": "País <de> origen",
            "help": "Dónde nacieron.",
            "example": "Uruguay",
        },
        {"key": "share", "kind": "percent", "label": "Parte"},
        {"key": "limits", "kind": "text", "label": "Límites"},
    ],
}


class Controls(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.named: list[dict[str, str | None]] = []
        self.labelled: set[str | None] = set()
        self.ids: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        if tag in ("input", "textarea"):
            self.named.append(found)
        if tag == "label":
            self.labelled.add(found.get("for"))


def test_every_field_has_a_label_and_its_help() -> None:
    controls = Controls(instrument_page(FORM))
    assert [control["name"] for control in controls.named] == ["origin", "share", "limits"]
    assert {control["id"] for control in controls.named} == controls.labelled
    assert controls.named[0]["aria-describedby"] in controls.ids
    assert len(set(controls.ids)) == len(controls.ids)


def test_words_are_escaped_and_no_blank_line_ends_the_form() -> None:
    page = instrument_page(FORM)
    assert "País &lt;de&gt; origen" in page
    form = page[page.index("<form") : page.index("</form>")]
    assert not re.search(r"\n\s*\n", form)


def test_the_form_sends_nothing() -> None:
    page = instrument_page(FORM)
    assert "action=" not in page.replace("data-action=", "") and "submit" not in page


def test_the_instruments_of_the_course_have_a_page() -> None:
    for module in Project().modules():
        for path in module.instruments:
            instrument = read_instrument(path)
            assert len(Controls(instrument_page(instrument)).named) == len(instrument["fields"])
