"""The pages of one language as Jupyter Book takes them: plain notebooks and Markdown, configuration, contents."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from corredores_graders.answer_keys import module_key
from corredores_graders.authoring.book import gallery
from corredores_graders.authoring.book.data_appendix import appendix
from corredores_graders.authoring.book.execution import execute
from corredores_graders.authoring.book.figures import FigureFiles, with_figures
from corredores_graders.authoring.book.form import instrument_page
from corredores_graders.authoring.book.stripping import stripped, without_checks
from corredores_graders.authoring.catalogue import Translator, translator
from corredores_graders.authoring.instruments import read_instrument
from corredores_graders.authoring.module_text import read_module
from corredores_graders.authoring.project import ModuleFolder, Project
from corredores_graders.authoring.source_notebook import notebook_text, source_notebook
from corredores_graders.authoring.writing import write_if_changed
from corredores_graders.language import text

LANGUAGE_NAMES = {"es": "Español", "en": "English"}
STATIC = ("_static", "_templates")


@dataclass(frozen=True)
class LanguagePages:
    """Writes the pages of ``language`` into ``folder``; ``languages`` are all that this book is built in."""

    project: Project
    language: str
    languages: tuple[str, ...]
    folder: Path
    cache: Path

    def write(self, files: FigureFiles) -> None:
        """Write every page; the language must be in force (``corredores.language.use``)."""
        modules = self.project.modules()
        self._forget_old()
        for name in STATIC:
            shutil.copytree(self.project.book / name, self.folder / name, dirs_exist_ok=True)
        for page in sorted(self.project.book.glob("*.md")):
            content = page.read_text(encoding="utf-8")
            write_if_changed(self.folder / page.name, self._translator("book").markdown(content, page.stem))
        for module in modules:
            write_if_changed(self.folder / f"{module.id}.ipynb", self._module_page(module, files))
            for path in module.instruments:
                form = instrument_page(read_instrument(path, self._translator_in(module.id, path.stem)))
                write_if_changed(self.folder / f"{path.stem.lower()}.md", form)
        write_if_changed(self.folder / f"{gallery.NAME}.ipynb", self._gallery_page(files))
        tables = appendix(self.cache.parent / "data_pages")
        for name, content in tables.items():
            write_if_changed(self.folder / f"{name}.md", content)
        for name, content in files.files.items():
            write_if_changed(self.folder / "files" / "figures" / name, content)
        write_if_changed(self.folder / "_toc.yml", _yaml(self._contents(modules, list(tables))))
        write_if_changed(self.folder / "_config.yml", _yaml(self._configuration()))

    def _forget_old(self) -> None:
        """Remove what a page or figure of before has left and no page of now would overwrite."""
        for name in (*STATIC, "files"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        known = {module.id for module in self.project.modules()} | {gallery.NAME}
        for path in self.folder.glob("*.ipynb"):
            if path.stem not in known:
                path.unlink()

    def _module_page(self, module: ModuleFolder, files: FigureFiles) -> str:
        read = read_module(module.text, module.id)
        source = source_notebook(read, module_key(module.id), self._translator(module.id), callouts=str)
        executed = execute(without_checks(source), module.id, self.language, self.cache)
        return notebook_text(with_figures(stripped(executed, self.language), files))

    def _gallery_page(self, files: FigureFiles) -> str:
        executed = execute(gallery.gallery_notebook(), gallery.NAME, self.language, self.cache)
        return notebook_text(with_figures(gallery.with_headings(executed), files))

    def _translator(self, domain: str) -> Translator:
        return translator(domain, self.language, self.project)

    def _translator_in(self, domain: str, context: str) -> Any:
        translate = self._translator(domain)
        return lambda sentence: translate(sentence, context)

    def _contents(self, modules: list[ModuleFolder], tables: list[str]) -> dict[str, Any]:
        index, *pages = tables
        data = {"file": index, "sections": [{"file": name} for name in pages]}
        instruments = [path.stem.lower() for module in modules for path in module.instruments]
        parts = [
            {"caption": text("Módulos"), "chapters": [{"file": module.id} for module in modules]},
            {"caption": text("Instrumentos"), "chapters": [{"file": name} for name in instruments]},
            {"caption": text("Consulta"), "chapters": [{"file": gallery.NAME}]},
            {"caption": text("Apéndice: los datos"), "chapters": [data]},
        ]
        return {"format": "jb-book", "root": "index", "parts": [part for part in parts if part["chapters"]]}

    def _configuration(self) -> dict[str, Any]:
        configuration: dict[str, Any] = yaml.safe_load((self.project.book / "_config.yml").read_text(encoding="utf-8"))
        configuration["title"] = text("Corredores, remesas e información del mercado laboral")
        sphinx = configuration["sphinx"]["config"]
        sphinx["language"] = self.language
        sphinx["html_search_language"] = self.language
        others = [{"code": code, "name": LANGUAGE_NAMES[code]} for code in self.languages if code != self.language]
        sphinx["html_context"] = {"default_mode": "auto", "other_languages": others}
        return configuration


def _yaml(content: dict[str, Any]) -> str:
    written: str = yaml.safe_dump(json.loads(json.dumps(content)), allow_unicode=True, sort_keys=False)
    return written
