"""Why a sheet may not become paper. Here, not in `paper`, so that who only asks for a copy need not load a printer."""

from app.language import _


class CannotPrint(ValueError):
    """Letters that cannot be drawn rightly here, so that no page was made.

    script: its name in English, as Unicode has it ("Gujarati"). elsewhere: True where a computer with
    the shaping engine could print it.
    """

    def __init__(self, script: str, *, elsewhere: bool = False) -> None:
        super().__init__(script)
        self.script = script
        self.elsewhere = elsewhere

    def sentence(self) -> str:
        """Return what to say to the person who asked for the copy."""
        if self.elsewhere:
            said = _(
                "This tablet cannot print {script} letters well, so no copy was made. "
                "Nothing is lost. You can make the copy on a computer."
            )
        else:
            said = _(
                "Alongside cannot print {script} letters yet, so no copy was made. "
                "Nothing is lost: the words are kept as you wrote them, and you can read them together here."
            )
        return said.format(script=_(self.script))
