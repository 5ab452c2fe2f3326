"""A page of the site that is made from the data and written by nobody."""

import json

from attrs import frozen

from kz_civil_positions.messages import Language
from website.languages import path_in

__all__ = ["Page"]


@frozen
class Page:
    """A generated page.

    Attributes:
        path: its place, without prefix of the language and without suffix:
            ``"register/2019-920"``.
        language: the language it speaks.
        title: its title, in the menu and in the window; the first heading is the page's own.
        markdown: what it says: Markdown, which may have HTML in it.
        description: one sentence for who finds the page elsewhere.
        menu: the heading in the menu under which the page is listed; empty: it is not listed.
        searched: whether the search of the site finds it.
    """

    path: str
    language: Language
    title: str
    markdown: str
    description: str
    menu: str = ""
    searched: bool = True

    @property
    def file(self) -> str:
        """Answers: under which name would this page stand in the folder of pages?

        Example:
            >>> Page("register/2019-920", "ru", "Реестр", "# Реестр", "Редакция.").file
            'ru/register/2019-920.md'
        """
        return path_in(f"{self.path}.md", self.language)

    @property
    def text(self) -> str:
        """Answers: what would stand in that file?

        Example:
            >>> print(Page("register/2019-920", "ru", "Реестр", "# Реестр", "Редакция.").text)
            ---
            title: "Реестр"
            description: "Редакция."
            ---
            <BLANKLINE>
            # Реестр
        """
        told = {"title": self.title, "description": self.description}
        # A string in JSON is one in YAML, whatever marks it has.
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in told.items()]
        lines += [] if self.searched else ["search: { exclude: true }"]
        return "\n".join(["---", *lines, "---", "", self.markdown])
