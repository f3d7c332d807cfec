from corredores_graders.authoring.code_strings import code_strings, translate_strings

CODE = '''names = ["Costa Rica", "origin", f"{origin}-2024.csv"]  # "un comentario entre comillas"
card = {
    "trend": f"Pasó de {years[1990]:.0f} a {years[2024]:.0f} personas nacidas allí.",
    "limits": 'Año con eñe: cuenta personas nacidas, no trabajadoras.', "stock": 5,
}
def f():
    """Un texto de tres comillas queda como está."""
'''


def test_only_what_reads_as_a_sentence_is_found() -> None:
    assert [string.text for string in code_strings(CODE)] == [
        "Pasó de {years[1990]:.0f} a {years[2024]:.0f} personas nacidas allí.",
        "Año con eñe: cuenta personas nacidas, no trabajadoras.",
    ]


def test_a_translation_takes_the_place_between_the_quotation_marks() -> None:
    translated = translate_strings(CODE, lambda sentence: sentence.replace("nacidas", "born"))
    assert translated == CODE.replace("nacidas", "born")
    assert translate_strings(CODE, str.strip) == CODE


def test_two_sentences_in_one_line_are_both_translated() -> None:
    code = 'x = ["ñ uno dos tres", "cuatro cinco seis"]'
    assert translate_strings(code, str.upper) == 'x = ["Ñ UNO DOS TRES", "CUATRO CINCO SEIS"]'


def test_a_cell_that_is_no_python_has_no_sentences() -> None:
    assert code_strings("%%bash\necho 'uno dos tres'") == []
