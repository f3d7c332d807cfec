from corredores_graders.authoring.blocks import code_comments, markdown_blocks, translate_comments, translate_markdown

PAGE = """## Título

Una frase
en dos líneas.

:::{admonition} Ojo
Adentro.
:::

$$
x = \\frac{a}{b}
$$

```
literal text
```

- uno
- dos"""


def shout(sentence: str) -> str:
    return sentence.upper()


def test_blocks_put_together_give_the_cell_again() -> None:
    assert "\n".join(block.prefix + block.text for block in markdown_blocks(PAGE)) == PAGE


def test_prose_titles_and_lists_are_translatable_maths_and_code_are_not() -> None:
    found = [block.text for block in markdown_blocks(PAGE) if block.translatable]
    assert found == ["## Título", "Una frase\nen dos líneas.", "Ojo", "Adentro.", "- uno\n- dos"]


def test_a_block_knows_its_line() -> None:
    lines = PAGE.split("\n")
    for block in markdown_blocks(PAGE):
        assert lines[block.line].endswith(block.text.split("\n")[0])


def test_a_maths_block_ends_where_its_line_ends() -> None:
    page = "$$x =\n1$$\n\nDespués.\n\n$$y = 2$$\n\nAl final."
    assert [block.text for block in markdown_blocks(page) if block.translatable] == ["Después.", "Al final."]


def test_a_word_inside_a_formula_is_translated_with_its_line() -> None:
    formula = "$$x = 1 \\qquad \\text{número efectivo} = 2$$"
    page = f"{formula}\n\n$$\ny = \\text{{parte}}\nz = 1\n$$"
    assert [block.text for block in markdown_blocks(page) if block.translatable] == [formula, "y = \\text{parte}"]
    assert "\n".join(block.text for block in markdown_blocks(page)) == page


def test_translating_changes_only_the_translatable() -> None:
    translated = translate_markdown(PAGE, shout)
    assert ":::{admonition} OJO\nADENTRO.\n:::" in translated
    assert "x = \\frac{a}{b}" in translated and "literal text" in translated


CODE = """x = "# no es comentario"
# Uno
# dos
def f():
    # adentro
    return x  # al lado
### BEGIN SOLUTION
y = 1
### END SOLUTION"""


def test_comments_are_found_as_blocks_without_the_markers_of_nbgrader() -> None:
    assert [comment.text for comment in code_comments(CODE)] == ["Uno\ndos", "adentro", "al lado"]


def test_a_comment_beside_code_and_one_below_are_two() -> None:
    assert [comment.text for comment in code_comments("x = 1  # uno\n       # dos")] == ["uno", "dos"]


def test_a_translated_comment_may_have_another_number_of_lines() -> None:
    def lengthen(comment: str) -> str:
        return "ONE\nTWO\nTHREE" if comment == "Uno\ndos" else comment.upper()

    translated = translate_comments(CODE, lengthen)
    assert "# ONE\n# TWO\n# THREE\ndef f():\n    # ADENTRO\n    return x  # AL LADO\n### BEGIN" in translated
    assert translated.startswith('x = "# no es comentario"\n')
