"""Every sentence of a card or a hint: there in each language, short enough, fillable, and blaming nobody."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter

from corredores import data
from corredores.corridor import ASSIGNABLE
from corredores.language import SOURCE
from corredores_graders.answer_keys import module_key
from corredores_graders.answer_keys.declaration import Choice, Exercise
from corredores_graders.authoring.catalogue import translator
from corredores_graders.authoring.domains import domains, template
from corredores_graders.authoring.project import Project
from corredores_graders.language import text

LONGEST = 400
MOST_HINTS = 3
#: What the key's messages may leave open for the corridor.
_FILLED = {"origin", "destination", "corridor"}


@dataclass(frozen=True)
class Sentence:
    """A sentence in Spanish, the catalogue that translates it, and where it is shown."""

    where: str
    domain: str
    spanish: str


@dataclass(frozen=True)
class Fault:
    """What is the matter with a sentence in one language."""

    where: str
    language: str
    cause: str


@lru_cache(maxsize=4)
def sentences(module: str) -> tuple[Sentence, ...]:
    """Return what the check file of a module says, and what the checking itself says in every module."""
    own = tuple(
        Sentence(f"{exercise.id} {where}", module, spanish)
        for exercise in module_key(module).exercises.values()
        for where, spanish in _of_exercise(exercise)
    )
    project = Project()
    sources = domains(project)["corredores"]
    checking = [source for source in sources if "checking" in source.path.parts]
    said = (str(message.id) for message in template(checking, project.root) if message.id)
    return own + tuple(Sentence("checking", "corredores", spanish) for spanish in said)


def _of_exercise(exercise: Exercise) -> Iterator[tuple[str, str]]:
    yield "title", exercise.title
    if exercise.page:
        yield "page", exercise.page
    for number, hint in enumerate(exercise.hints, start=1):
        yield f"hint {number}", hint
    for part in exercise.parts:
        yield f"{part.variable} label", part.label
        for mistake in part.mistakes:
            yield f"{part.variable} {mistake.id}", mistake.message
        if isinstance(part, Choice):
            yield f"{part.variable} explanation", part.explanation


def faults(module: str, languages: tuple[str, ...]) -> list[Fault]:
    """Return what is the matter with the sentences of a module in ``languages``."""
    found = [
        Fault(f"{exercise.id} hints", SOURCE, text("más de {most} pistas", most=MOST_HINTS))
        for exercise in module_key(module).exercises.values()
        if len(exercise.hints) > MOST_HINTS
    ]
    for language in languages:
        for sentence in sentences(module):
            cause = _fault(sentence, module, language)
            if cause:
                found.append(Fault(sentence.where, language, f"{cause}: «{sentence.spanish[:60]}»"))
    return found


def _fault(sentence: Sentence, module: str, language: str) -> str:
    said = translator(sentence.domain, language).find(sentence.spanish)
    if not said or not said.strip():
        return text("falta la traducción") if language != SOURCE else text("está vacía")
    try:
        fields = _fields(said)
    except ValueError:
        return text("tiene una llave sin pareja")
    if fields != _fields(sentence.spanish) or (sentence.domain == module and not fields <= _FILLED):
        return text("lo que se llena entre llaves no es lo mismo")
    filled = said.format(**_longest_names(language)) if sentence.domain == module else said
    if len(filled) > LONGEST:
        return text("tiene {length} letras y caben {most}", length=len(filled), most=LONGEST)
    blaming = _blame(language).search(said)
    return text("culpa, o parece que culpa («{word}»)", word=blaming[0]) if blaming else ""


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@lru_cache(maxsize=4)
def _longest_names(language: str) -> dict[str, str]:
    places = {place for corridor in ASSIGNABLE for place in (corridor.origin, corridor.destination)}
    longest = max((data.country_name(place, language) for place in places), key=len)
    return {"origin": longest, "destination": longest, "corridor": f"{longest} → {longest}"}


@lru_cache(maxsize=4)
def _blame(language: str) -> re.Pattern[str]:
    words = tomllib.loads(Path(__file__).with_name("blame.toml").read_text(encoding="utf-8"))[language]
    return re.compile(rf"\b({'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
