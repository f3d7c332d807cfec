"""The file that the README quotes: each section is rewritten by its own run and by no other."""

from pathlib import Path

from benchmarks.contest.results_file import HEAD, read_sections, write_section


def test_a_section_is_written_and_the_others_stay(tmp_path: Path) -> None:
    file = tmp_path / "grading.md"
    write_section("300 submissions", "| a | b |\n\nmore", file)
    write_section("30 submissions", "first\n", file)
    write_section("30 submissions", "second\n\n### a heading below\n", file)
    assert read_sections(file) == {
        "30 submissions": "second\n\n### a heading below",
        "300 submissions": "| a | b |\n\nmore",
    }


def test_sections_stand_in_their_order(tmp_path: Path) -> None:
    file = tmp_path / "grading.md"
    for title in ("Queue", "4 submissions", "Growth", "300 submissions", "30 submissions"):
        write_section(title, "text", file)
    assert list(read_sections(file)) == ["30 submissions", "300 submissions", "Growth", "Queue", "4 submissions"]
    assert file.read_text(encoding="utf-8").startswith(HEAD)


def test_writing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "grading.md"
    write_section("Growth", "text", file)
    before = file.read_bytes()
    write_section("Growth", "text", file)
    assert file.read_bytes() == before
