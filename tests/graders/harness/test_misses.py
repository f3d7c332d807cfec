"""What is missed when nothing was tried wrongly: too little tried, too little recognised, lists out of date."""

from dataclasses import replace
from pathlib import Path

import pytest

from corredores_graders.harness.attempts import FOLDER, UnreadableAttempts, read_attempts
from corredores_graders.harness.misses import misses
from corredores_graders.harness.module_cells import code_cells
from corredores_graders.harness.mutants import mutants, read_survivors
from corredores_graders.harness.survival import ALIVE, settle
from corredores_graders.harness.trial import Trial
from corredores_graders.harness.ways import declared_ways

MUTANT = Trial("SLV-USA", "e3", "mutant", "1 → 2, in e3_effective = 1 / e3_hhi", ALIVE)


def missed(*trials: Trial, survivors: dict[tuple[str, str], str] | None = None, whole: bool = True) -> list[str]:
    listed = survivors or {}
    return list(misses("m03", settle(trials, listed), listed, (), whole))


def test_exercise_without_attempts_is_missed() -> None:
    found = missed()
    assert "e5: hay 0 caminos correctos y se piden 3" in found
    assert any(line.startswith("e5 e5_share: K6, 1:") for line in found)


def test_one_spoken_mistake_is_too_few() -> None:
    one = Trial("SLV-USA", "e5", "mistake", "mistake K6: …", "passed", mistake="K6")
    sentence = "e5 SLV-USA: se reconocen 1 errores conocidos y se piden 2"
    assert sentence in missed(one)
    assert sentence not in missed(one, replace(one, mistake="K5"))


def test_mistake_that_is_silent_everywhere_is_missed() -> None:
    silent = Trial("SLV-USA", "e5", "mistake", "mistake K6: …", "silent", "right", mistake="K6")
    assert "e5 · mistake K6: …: no se reconoce en ningún corredor" in missed(silent)


def test_surviving_mutant_is_missed_unless_listed_with_its_reason() -> None:
    sentence = f"e3 · {MUTANT.name}: se dio por correcto [SLV-USA]"
    assert sentence in missed(MUTANT)
    assert sentence not in missed(MUTANT, survivors={("e3", MUTANT.name): "reason"})


def test_mutant_caught_for_one_corridor_is_silent_for_another() -> None:
    caught = replace(MUTANT, corridor="PER-CHL", state="passed")
    assert [trial.state for trial in settle([MUTANT, caught], {})] == ["silent", "passed"]


def test_listed_mutant_that_is_caught_is_missed() -> None:
    caught = replace(MUTANT, state="passed")
    found = missed(caught, survivors={("e3", MUTANT.name): "reason"})
    assert f"e3 · {MUTANT.name}: está en la lista de sobrevivientes y no sobrevive" in found


def test_every_computed_exercise_declares_its_ways_and_has_mutants() -> None:
    solutions = {cell.exercise: cell.solution for cell in code_cells("m03") if cell.exercise}
    for exercise in ("e1", "e2", "e3", "e4", "e5", "e6", "e7", "e9"):
        assert len(declared_ways("m03", exercise)) >= 2
        assert len(list(mutants(solutions[exercise]))) >= 9


def test_mutants_change_one_thing_each() -> None:
    changed = {mutant.code for mutant in mutants("x = 100 * known[known['sex'] == 'total'].sum(axis=1).abs()")}
    assert "x = 100 / known[known['sex'] == 'total'].sum(axis=1).abs()" in changed  # an operator
    assert "x = 100 * known.sum(axis=1).abs()" in changed  # a filter dropped
    assert "x = 100 * known[known['sex'] != 'total'].sum(axis=1).abs()" in changed  # a comparison
    assert "x = 100 * known[known['sex'] == 'female'].sum(axis=1).abs()" in changed  # a sex
    assert "x = 100 * known[known['sex'] == 'total'].mean(axis=1).abs()" in changed  # a method
    assert "x = 100 * known[known['sex'] == 'total'].sum(axis=1)" in changed  # abs dropped
    assert "x = 101 * known[known['sex'] == 'total'].sum(axis=1).abs()" in changed  # a constant


def test_listed_survivors_have_reasons() -> None:
    assert all(reason.strip() for reason in read_survivors(FOLDER / "m03.survivors.toml").values())


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("## e2\n\n### wright: x\n\n```python\nx\n```\n", "línea 3: «wright: x» no empieza con uno de: right, mistake"),
        ("## e2\n\n### mistake: x\n\n```python\nx\n```\n", "línea 3: «mistake: x» no empieza con uno de"),
        ("### right: x\n\n```python\nx\n```\n", "línea 1: la respuesta está antes del primer ejercicio"),
        ("## e2\n\n### right: x\n\n### right: y\n", "línea 5: la respuesta anterior no tiene código"),
        ("## e2\n\n### right: x\n", "la última respuesta no tiene código"),
    ],
)
def test_file_out_of_its_dialect_is_named_with_its_line(written: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "m99.md"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(UnreadableAttempts) as raised:
        read_attempts(path)
    assert str(path) in str(raised.value)
    assert said in str(raised.value)


def test_attempts_import_nothing_of_the_graders() -> None:
    attempts = [*read_attempts(FOLDER / "m03.md"), *read_attempts(FOLDER / "garbage.md")]
    assert not [attempt.name for attempt in attempts if "corredores_graders" in attempt.code]
