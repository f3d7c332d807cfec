"""Make, from the answer key, what an answer is compared with, for the check file and for the judge alike."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from corredores.checking.check_file import ANY_CORRIDOR, decimal_mark
from corredores.checking.comparing import compare
from corredores.checking.digests import seal
from corredores.checking.encoding import encode
from corredores.checking.functions import encode_calls
from corredores.checking.reading import read_part
from corredores.checking.reference import ExerciseReference, MistakeReference, PartReference, PartSpec
from corredores.corridor import ASSIGNABLE, Corridor
from corredores_graders.answer_keys import module_key
from corredores_graders.answer_keys.declaration import (
    Choice,
    Exercise,
    Function,
    Mistake,
    Part,
    Place,
    Table,
    Value,
    Written,
)
from corredores_graders.authoring.catalogue import module_catalogue
from corredores_graders.judging.digesting import Digester
from corredores_graders.judging.specs import draw_probes, message_keys, part_spec, salt

#: Encoded arguments for the functions of an exercise, by name of the function.
Probes = Mapping[str, Any]


def judged_parts(exercise: Exercise) -> tuple[Part, ...]:
    """Return the parts that are judged by machine."""
    return tuple(part for part in exercise.parts if not isinstance(part, Written))


@lru_cache(maxsize=4096)
def part_references(module: str, exercise: str, pair: str) -> Mapping[str, PartReference]:
    """Return the digests of an exercise for a corridor ("SLV-USA", or "*" where it plays no part), released inputs."""
    declared = module_key(module).exercises[exercise]
    return {part.variable: _digest(module, declared, part, pair, None) for part in judged_parts(declared)}


def exercise_reference(
    module: str, exercise: str, corridor: Corridor, language: str, probes: Probes | None = None
) -> ExerciseReference:
    """Return what an answer is compared with for ``corridor``; functions with fresh ``probes`` when given."""
    declared = module_key(module).exercises[exercise]
    pair = corridor.pair if declared.individual else ANY_CORRIDOR
    references = part_references(module, exercise, pair)
    if probes is not None:
        fresh = {part.variable: _digest(module, declared, part, pair, probes) for part in judged_parts(declared)}
        references = {**references, **fresh}
    described = describe(module, exercise, language)
    others = (
        {other.pair: part_references(module, exercise, other.pair) for other in ASSIGNABLE if other.pair != pair}
        if declared.individual
        else {}
    )
    return ExerciseReference(
        id=f"{module}.{exercise}",
        title=described["title"],
        parts=described["specs"],
        references=references,
        messages=described["messages"],
        salt=salt(module, exercise, pair),
        corridor=corridor.pair,
        decimal_mark=decimal_mark(corridor.origin),
        page=described["page"],
        points=declared.points,
        others=others,
        right_messages=described["right_messages"],
    )


@lru_cache(maxsize=256)
def describe(module: str, exercise: str, language: str) -> Mapping[str, Any]:
    """Return what is said of an exercise, in ``language``: title, page, parts, messages, hints."""
    key = module_key(module)
    declared = key.exercises[exercise]
    translate = module_catalogue(module, language)
    return {
        "title": translate(declared.title),
        "page": translate(declared.page) if declared.page else "",
        "points": declared.points,
        "specs": tuple(part_spec(key, declared, part, translate) for part in declared.parts),
        "messages": {name: translate(sentence) for sentence, name in message_keys(declared.parts).items()},
        "right_messages": {
            part.variable: seal(salt(module, exercise, ANY_CORRIDOR), part.right, translate(part.explanation))
            for part in declared.parts
            if isinstance(part, Choice)
        },
        "hints": [translate(line) for line in declared.hints],
    }


def _digest(module: str, exercise: Exercise, part: Part, pair: str, probes: Probes | None) -> PartReference:
    corridor = ASSIGNABLE[0] if pair == ANY_CORRIDOR else Corridor(*pair.split("-"))
    own_salt = salt(module, exercise.id, pair)
    spec = part_spec(module_key(module), exercise, part, str)
    calls = spec.probes if probes is None else probes.get(part.variable, ())
    digester = Digester(part, corridor, own_salt, calls)
    right = digester.right()
    keys = message_keys(exercise.parts)

    def mistakes() -> tuple[MistakeReference, ...]:
        kept: list[MistakeReference] = []
        for mistake in part.mistakes:
            for number, expected in enumerate(digester.mistaken(mistake) if mistake.when != "any_number" else [{}]):
                reference = MistakeReference(mistake.id, expected, keys[mistake.message], mistake.when)
                if mistake.when or not _silent(digester, spec, mistake, number, right, kept, calls):
                    kept.append(reference)
        return tuple(kept)

    return PartReference(right, mistakes() if probes is None else _WhenAsked(mistakes))


class _WhenAsked(Sequence[MistakeReference]):
    """Mistakes that are digested when somebody looks at them: a right answer is compared with none."""

    def __init__(self, make: Callable[[], Sequence[MistakeReference]]) -> None:
        self._make = cache(make)

    def __getitem__(self, place: Any) -> Any:
        return self._make()[place]

    def __len__(self) -> int:
        return len(self._make())


def _silent(
    digester: Digester,
    spec: PartSpec,
    mistake: Mistake,
    number: int,
    right: Any,
    kept: list[MistakeReference],
    calls: Any,
) -> bool:
    """Whether the mistake gives the right answer for this corridor, or one that another mistake gives already."""
    if not isinstance(digester.part, (Value, Place, Table, Function)):
        return False
    wrong = mistake.wrong[number]
    if isinstance(digester.part, Function):
        encoded = encode_calls(wrong, calls)
    else:
        encoded = encode(digester.answer(wrong))
    reading = read_part(encoded, spec, ".")
    if reading.state != "read":
        return True
    alike = [right, *(other.expected for other in kept if not other.when)]
    return any(compare(reading.value, expected, spec, digester.salt).whole for expected in alike)


def fresh_probes(module: str, exercise: str, seed: str, count: int = 4) -> Probes | None:
    """Return inputs that no released file holds, for the functions of ``exercise``; ``None`` where it has none."""
    declared = module_key(module).exercises[exercise]
    functions = [part for part in declared.parts if isinstance(part, Function)]
    return {part.variable: draw_probes(part, f"fresh.{seed}", count) for part in functions} or None
