import json
from pathlib import Path

from corredores_graders.authoring.book.leaks import digests, leaks

LINES = {"x=people.max()/people.sum()"}
DIGESTS = {"6b34d7db"}


def site(folder: Path, name: str, content: str) -> Path:
    (folder / "sub").mkdir(exist_ok=True)
    (folder / "sub" / name).write_text(content, encoding="utf-8")
    return folder


def test_a_clean_site_says_nothing(tmp_path: Path) -> None:
    assert list(leaks(site(tmp_path, "page.html", "<p>x = None</p>"), LINES, DIGESTS)) == []


def test_a_solution_is_found_through_the_colours_of_the_highlighter(tmp_path: Path) -> None:
    page = "<pre><span>x</span> <span>=</span> people<span>.</span>max() / people.sum()</pre>"
    assert list(leaks(site(tmp_path, "page.html", page), LINES, DIGESTS)) == [
        "sub/page.html: x=people.max()/people.sum()"
    ]


def test_a_digest_is_found_in_a_script_and_in_an_attribute(tmp_path: Path) -> None:
    assert list(leaks(site(tmp_path, "index.js", "var k='6b34d7db'"), LINES, DIGESTS))
    assert list(leaks(site(tmp_path, "index.html", '<p data-k="6b34d7db">'), LINES, DIGESTS))


def test_a_digest_inside_a_longer_name_is_no_digest(tmp_path: Path) -> None:
    assert list(leaks(site(tmp_path, "index.html", "<img src='a6b34d7db0.svg'>"), LINES, DIGESTS)) == []


def test_the_digests_of_a_check_file_are_those_of_its_references(tmp_path: Path) -> None:
    path = tmp_path / "m00.check.json"
    references = {"e1": {"*": {"right": {"any": [[35, "6b34d7db"]], "rows": {"00c5219f": ["12345678"]}}}}}
    path.write_text(json.dumps({"versions": {"data": "5b9b1b4a4e06"}, "references": references}))
    assert digests(path) == {"6b34d7db", "00c5219f"}
