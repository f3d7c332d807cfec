import pandas as pd

from corredores_graders.authoring.book.tables import accessible


def test_the_corner_of_a_frame_is_no_empty_heading() -> None:
    matrix = pd.DataFrame({"CRI": [1.0, None]}, index=pd.Index(["NIC", "PAN"], name="origin"))
    matrix.columns.name = "destination"
    for frame in (matrix, matrix.reset_index()):
        html = accessible(frame._repr_html_(), "Tabla")  # type: ignore[operator]
        assert "<th></th>" not in html and "<style" not in html


def test_headings_say_their_direction() -> None:
    html = accessible(pd.DataFrame({"stock": [3]}, index=["NIC"])._repr_html_(), "Tabla")  # type: ignore[operator]
    assert '<th scope="col">stock</th>' in html and '<th scope="row">NIC</th>' in html


def test_a_wide_table_scrolls_by_itself_and_by_keyboard() -> None:
    html = accessible("<p>Antes</p><table><tbody></tbody></table>", "La «matriz»")
    assert html.startswith('<p>Antes</p><div class="table-scroll" role="region" tabindex="0" aria-label="La «matriz»">')
    assert accessible("<p>Sin tabla</p>", "Tabla") == "<p>Sin tabla</p>"
