"""What `corredores verify` prints: counts by exercise and by corridor, what is silent, what was missed."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from corredores_graders.harness.trial import Trial
from corredores_graders.harness.verify import Verified
from corredores_graders.language import text


def print_report(verified: Verified, console: Console) -> None:
    """Print the tables, the silent mistakes, the listed survivors and the misses."""
    trials = verified.trials
    corridors = {trial.corridor for trial in trials}
    counted = text(
        "{module}: {attempts} pruebas en {corridors} corredores",
        module=verified.module,
        attempts=len(trials),
        corridors=len(corridors),
    )
    console.print(_counts(counted, text("Ejercicio"), trials, lambda trial: trial.exercise))
    console.print(_counts(text("Por corredor"), text("Corredor"), trials, lambda trial: trial.corridor))
    _print_silent(trials, console)
    _print_survivors(verified, console)
    for miss in verified.misses:
        console.print(f"✗ {miss}", markup=False, highlight=False, soft_wrap=True)
    if verified.misses:
        console.print(text("Falta corregir: {count}.", count=len(verified.misses)))
    else:
        console.print(text("Todo está como debe: nada que corregir."))


def _counts(title: str, first: str, trials: Sequence[Trial], group: Callable[[Trial], str]) -> Table:
    table = Table(title=title, box=SIMPLE_HEAD)
    table.add_column(first, no_wrap=True)
    kinds = {
        text("Correctas"): ("right",),
        text("Errores dichos"): ("mistake",),
        text("Callados"): ("silent",),
        text("Ajenas"): ("other_corridor",),
        text("Otros"): ("verdict",),
        text("Sin tocar"): ("untouched",),
        text("Basura"): ("garbage", "lying"),
        text("Mutantes"): ("mutant",),
    }
    for name in kinds:
        table.add_column(name, justify="right")
    grouped: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for trial in trials:
        grouped[group(trial)][_kind(trial), trial.state] += 1
    for name, counts in (grouped | {text("Total"): sum(grouped.values(), Counter())}).items():
        table.add_row(name, *(_cell(counts, members) for members in kinds.values()))
    return table


def _kind(trial: Trial) -> str:
    if trial.state == "silent":
        return "silent"
    known = ("right", "mistake", "other_corridor", "untouched", "garbage", "lying", "mutant")
    return trial.kind if trial.kind in known else "verdict"


def _cell(counts: Counter[tuple[str, str]], kinds: tuple[str, ...]) -> str:
    """Write what passed; where not all did, of how many, and how many more are listed or silent."""
    done, listed, missed = (
        sum(counts[kind, state] for kind in kinds for state in states)
        for states in (("passed", "silent"), ("listed",), ("missed",))
    )
    if not done + listed + missed:
        return ""
    return (f"{done}/{done + missed}" if missed else str(done)) + (f" +{listed}" if listed else "")


def _print_silent(trials: Sequence[Trial], console: Console) -> None:
    silent: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for trial in trials:
        if trial.state == "silent":
            silent[
                trial.exercise, f"{trial.kind} · {trial.name}" if trial.kind == "mutant" else trial.name, trial.said
            ].append(trial.corridor)
    for (exercise, name, said), corridors in sorted(silent.items()):
        sentence = text(
            "Callado: {exercise} · {name}, en {corridors} (allí: {said})",
            exercise=exercise,
            name=name,
            corridors=", ".join(sorted(corridors)),
            said=said,
        )
        console.print(sentence, markup=False, highlight=False, soft_wrap=True)


def _print_survivors(verified: Verified, console: Console) -> None:
    for (exercise, name), reason in verified.survivors.items():
        sentence = text(
            "Mutante en la lista: {exercise} · {name}: {reason}", exercise=exercise, name=name, reason=reason
        )
        console.print(sentence, markup=False, highlight=False, soft_wrap=True)
