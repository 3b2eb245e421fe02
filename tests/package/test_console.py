"""What reaches a terminal: escaped text, and a progress bar that makes room for other output."""

from __future__ import annotations

from templates.connector_catalog.command.progress import Progress
from templates.connector_catalog.escaping import shown


def test_control_characters_are_shown_as_numbers() -> None:
    assert shown("a\x1b[31m\n\u202e\ud800é") == "a\\x1b[31m\\x0a\\u202e\\ud800é"


def test_a_bar_is_taken_away_before_something_else_is_written() -> None:
    class Terminal(list[str]):
        def isatty(self) -> bool:
            return True

        def write(self, text: str) -> None:
            self.append(text)

        def flush(self) -> None:
            pass

    told = Terminal()
    progress = Progress(told, 200)  # type: ignore[arg-type]
    progress.advance(100)
    progress.hide()
    assert "".join(told) == f"\r[{'#' * 15}{' ' * 15}]  50%\r{' ' * 37}\r"
