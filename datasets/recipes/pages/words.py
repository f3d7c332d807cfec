"""The fixed words of the data pages, in the language in force."""

from corredores.language import text


def words() -> dict[str, str]:
    """Return headings and sentences by the name that the templates use."""
    return {
        "data": text("Los datos: una página por tabla"),
        "generated": text("Esta página se genera con «corredores data pages»; no la corrija a mano."),
        "about": text(
            "Cada tabla conserva la licencia de quien la publica. Una celda vacía es un dato no dado, nunca un cero. "
            "Los números de las notas para docentes se calculan de las tablas cada vez que se construye la página."
        ),
        "table": text("Tabla"),
        "what": text("Qué contiene"),
        "rows": text("Filas"),
        "years": text("Tiempo"),
        "licence": text("Licencia"),
        "all_tables": text("Todas las tablas"),
        "sheet": text("Ficha"),
        "fields": text("Campos"),
        "field": text("Campo"),
        "type": text("Tipo"),
        "unit": text("Unidad"),
        "description": text("Qué es"),
        "allowed": text("Qué admite"),
        "holds": text("Qué trae"),
        "blank": text("¿Puede estar vacía?"),
        "coverage": text("Cobertura"),
        "limits": text("Lo que estas cifras no dicen"),
        "checks": text("Comprobaciones"),
        "check": text("Comprobación"),
        "statement": text("Qué dice"),
        "found": text("Qué se halló"),
        "source": text("Con qué se compara"),
        "checks_legend": text(
            "«—» en lo hallado: ninguna fila lo contradice, o la celda no está dada, como se esperaba."
        ),
        "no_published": text("De esta tabla no hay otra comprobación."),
        "notes": text("Lo desordenado que enseña: notas para docentes"),
        "use": text("Para la clase:"),
        "shades": text("Cuanto más fuerte el color, mayor la parte de la región; el número dice lo mismo."),
        "back": text("Todas las tablas"),
    }
