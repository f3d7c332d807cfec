"""Formgrader's pages, used as a trainer does: buttons pressed and marks typed in a browser."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from corredores_graders.classroom.labs import Lab

WRITTEN = "m03-e9-written"
#: Formgrader's server does nothing else while it grades, and the machine may be busy with other tests.
MILLISECONDS = 180_000


@dataclass
class Formgrader:
    """A trainer's browser before the formgrader of a running lab; whatever it would fetch elsewhere is stopped."""

    lab: Lab
    page: Page
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, context: BrowserContext, lab: Lab) -> "Formgrader":
        """Open the page of the submissions with the address that the terminal shows."""
        context.set_default_timeout(MILLISECONDS)
        expect.set_options(timeout=MILLISECONDS)
        formgrader = cls(lab, context.new_page())
        context.route("**/*", formgrader._stay_inside)
        formgrader.page.on("pageerror", lambda error: formgrader.errors.append(str(error)))
        formgrader.page.goto(lab.address("formgrader/manage_assignments"))
        return formgrader

    def autograde(self, trainee: str) -> str:
        """Press the button of one submission; return the title and text of the window that says how it went."""
        self._show_submissions()
        self._row(trainee).locator(".autograde a").click()
        said = self._dismiss()
        self._row(trainee).locator(".status .label").wait_for()
        return said

    def row(self, trainee: str) -> tuple[str, str]:
        """Status and score in the list of submissions."""
        self._show_submissions()
        row = self._row(trainee)
        return row.locator(".status").inner_text(), row.locator(".score").inner_text()

    def open_submission(self, trainee: str) -> None:
        """Go to the page on which a person marks by hand, from the list of submissions."""
        self._show_submissions()
        self._row(trainee).locator(".student-name a").click()
        self.page.locator("#main-table").get_by_role("link", name="m03", exact=True).click()
        # Formgrader's script writes these once it has the grades and the comments.
        for field_id in (f"{WRITTEN}_extra_credit", f"{WRITTEN}-comment"):
            self.page.locator(f"#{field_id}[placeholder]").wait_for()

    def type_in(self, field_id: str, value: str) -> None:
        """Type a mark or a comment and leave the field, which saves it."""
        box = self.page.locator(f"#{field_id}")
        box.fill(value)
        with self.page.expect_response(lambda response: response.request.method == "PUT") as saved:
            box.press("Tab")
        assert saved.value.ok

    def _show_submissions(self) -> None:
        if not self.page.url.endswith("/formgrader/manage_submissions/m03"):
            self.page.goto(self.lab.address("formgrader/manage_submissions/m03").partition("?")[0])
        self.page.wait_for_function("models && models.loaded")

    def _row(self, trainee: str) -> Locator:
        return self.page.locator(f"#main-table tr:has(td.student-id[data-order='{trainee}'])")

    def _dismiss(self) -> str:
        window = self.page.locator(".modal.in .modal-content")
        said = window.inner_text()
        window.get_by_role("button", name="OK").click()
        window.wait_for(state="detached")
        return said

    def _stay_inside(self, route: Route) -> None:
        if route.request.url.startswith(f"http://127.0.0.1:{self.lab.port}/"):
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()
