"""The real mess that teaches: notes whose figures are computed from the tables each time the pages are built."""

from datasets.recipes.pages.notes import displacement, labour, migration, reference, remittances, vacancies
from datasets.recipes.pages.notes.note import Note

NOTES: tuple[Note, ...] = (
    *migration.NOTES,
    *displacement.NOTES,
    *remittances.NOTES,
    *labour.NOTES,
    *vacancies.NOTES,
    *reference.NOTES,
)
