from collections import Counter
from pathlib import Path

import pytest

from corredores.corridor import ASSIGNABLE, ORIGINS
from corredores_graders.classroom.class_list import (
    ClassListError,
    enrol,
    practice_trainee,
    read_class_list,
    write_class_list,
)

HEADER = "trainee,name,language,corridor,second_corridor,attempt\n"
GOOD = "ana,Ana Paz,es,GTM-USA-X,MEX-CAN-Y,1\n"


def class_of(number: int) -> list[tuple[str, str, str]]:
    return [(f"p{place:03}", f"Persona {place}", "es") for place in range(number)]


def test_a_written_list_reads_back(tmp_path: Path) -> None:
    trainees = enrol({}, class_of(5)) | {"prueba": practice_trainee("prueba", "Prueba, con coma", "en")}
    path = tmp_path / "class.csv"
    write_class_list(path, trainees.values())
    assert read_class_list(path) == trainees


def test_the_second_attempt_takes_the_second_corridor(tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    path.write_text(HEADER + GOOD + "eva,Eva,es,GTM-USA-X,MEX-CAN-Y,2\n", encoding="utf-8")
    trainees = read_class_list(path)
    assert (trainees["ana"].assigned.pair, trainees["eva"].assigned.pair) == ("GTM-USA", "MEX-CAN")


def test_corridors_are_balanced() -> None:
    trainees = enrol({}, class_of(2 * len(ASSIGNABLE) + 7)).values()
    for uses in (
        Counter(trainee.corridor for trainee in trainees),
        Counter(trainee.second_corridor for trainee in trainees),
    ):
        assert set(uses) == set(ASSIGNABLE)
        assert max(uses.values()) - min(uses.values()) <= 1
    assert all(trainee.corridor.origin != trainee.second_corridor.origin for trainee in trainees)


def test_a_small_class_has_as_many_origins_as_people() -> None:
    origins = {trainee.corridor.origin for trainee in enrol({}, class_of(len(ORIGINS))).values()}
    assert origins == set(ORIGINS)


def test_latecomers_keep_the_balance_and_nobody_moves() -> None:
    first = enrol({}, class_of(10))
    both = enrol(first, [("tarde", "Tarde", "en")])
    assert {name: both[name] for name in first} == first
    assert both["tarde"].corridor not in {trainee.corridor for trainee in first.values()}


def test_a_spreadsheet_saved_with_semicolons_reads(tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    path.write_text("\ufeff" + (HEADER + GOOD).replace(",", ";"), encoding="utf-8")
    assert list(read_class_list(path)) == ["ana"]


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        (
            "trainee,name\nana,Ana\n",
            "{file}: faltan las columnas language, corridor, second_corridor, attempt. La primera línea debe ser: "
            "trainee,name,language,corridor,second_corridor,attempt",
        ),
        (
            HEADER + GOOD + GOOD.replace("ana", "ANA"),
            "{file}:3: «ANA» está dos veces. Dé a cada persona un identificador distinto.",
        ),
        (
            HEADER + GOOD.replace("ana", "ana+paz"),
            "{file}:2: «ana+paz» no sirve de identificador. Use letras sin tilde, cifras, punto o guion.",
        ),
        (HEADER + GOOD.replace("es,", "fr,"), "{file}:2: no hay ningún idioma «fr». Existen: es, en."),
        (HEADER + GOOD.replace(",1\n", ",3\n"), "{file}:2: el intento es «3»; debe ser 1 o 2."),
        (
            HEADER + GOOD.replace("USA-X", "USA-Z"),
            "{file}:2: El código «GTM-USA-Z» no coincide con ningún corredor. Cópielo de nuevo de la lista de su "
            "clase: son dos códigos de país y una letra, por ejemplo NIC-CRI-A.",
        ),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, written: str, sentence: str) -> None:
    path = tmp_path / "class.csv"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(ClassListError) as raised:
        read_class_list(path)
    assert str(raised.value) == sentence.format(file=path)


def test_a_missing_list_and_a_wrong_encoding_say_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    with pytest.raises(ClassListError, match=r"no existe\. Cree la lista de la clase con «corredores enrol»\."):
        read_class_list(path)
    path.write_bytes((HEADER + GOOD.replace("Ana Paz", "Inés")).encode("latin-1"))
    with pytest.raises(ClassListError, match=r"no está en UTF-8\. Guárdelo de nuevo como «CSV UTF-8»\."):
        read_class_list(path)
