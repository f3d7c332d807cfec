"""The sentence for any error that reaches the command line, and its exit code."""

import errno

import typer

from corredores.command_error import CommandError, nearest_name
from corredores.language import text

_NO_SPACE = (errno.ENOSPC, errno.EDQUOT)
_NOT_ALLOWED = (errno.EACCES, errno.EPERM, errno.EROFS)
_NOT_A_FOLDER = (errno.EEXIST, errno.ENOTDIR)


def explain(error: Exception) -> tuple[str, int]:
    """Return the sentence for ``error`` and the exit code: 2 for wrong usage, 1 for the rest."""
    if isinstance(error, CommandError):
        return str(error), error.exit_code
    if isinstance(error, typer.Abort):
        return text("Interrumpido. No se cambió nada más."), 1
    if isinstance(error, typer.TyperException):
        return explain_usage(error), 2
    if isinstance(error, OSError):
        return explain_system(error), 1
    return _explain_unexpected(error), 1


def explain_usage(error: typer.TyperException) -> str:
    """Return the sentence for a command line that Typer could not read."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "corredores"
    return f"{_usage_cause(error, command)} {text('Vea cómo se usa con «{command} --help».', command=command)}"


def _usage_cause(error: typer.TyperException, command: str) -> str:
    option = getattr(error, "option_name", "")
    if option and hasattr(error, "possibilities"):
        near = nearest_name(option, getattr(error, "possibilities", None) or [])
        return text("«{command}» no tiene la opción «{option}».", command=command, option=option) + near
    if option:
        return text("A la opción «{option}» le falta su valor.", option=option)
    parameter = getattr(error, "param", None)
    if parameter is None:
        return text("«{command}» no se entiende: {detail}", command=command, detail=error.format_message())
    name = parameter.metavar or max(parameter.opts, key=len)
    if not error.message:
        return text("A «{command}» le falta {parameter}.", command=command, parameter=name)
    return text("«{command}» no entiende el valor de {parameter}.", command=command, parameter=name)


def explain_system(error: OSError) -> str:
    """Return the sentence for what the operating system refused."""
    file = error.filename or error.filename2 or text("la carpeta de trabajo")
    if error.errno in _NO_SPACE:
        return text("No queda espacio en el disco para {file}. Libere espacio y repita la orden.", file=file)
    if error.errno in _NOT_ALLOWED:
        return text("No se puede escribir en {file}. Elija otra carpeta o cambie sus permisos.", file=file)
    if error.errno == errno.ENOENT:
        return text("No existe {file}. Revise el nombre y repita la orden.", file=file)
    if error.errno in _NOT_A_FOLDER:
        return text("{file} ya existe y no es una carpeta. Elija otro nombre.", file=file)
    return text(
        "No se pudo usar {file} ({cause}). Revise el nombre y repita la orden.", file=file, cause=error.strerror
    )


def _explain_unexpected(error: Exception) -> str:
    return text(
        "Algo no esperado detuvo la orden ({kind}: {detail}). Repítala con la variable CORREDORES_DEBUG=1 y "
        "envíe lo que aparezca a quien mantiene el curso.",
        kind=type(error).__name__,
        detail=str(error).strip().rstrip("."),
    )
