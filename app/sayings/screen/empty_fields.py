"""The empty fields below what was said: one for whoever speaks, and those in which words are that could not be kept."""

from collections.abc import Collection

from app.document import new_id
from app.kit.component import made, state
from app.kit.editor_context import WRITE, EditorContext


class EmptyFields:
    """The empty fields as they are drawn this time. What they remember is the state of the component that makes them.

    blank: the field of whoever speaks, by the id that its words will get: it becomes the saying, and keeps the cursor.
    begun: the words with which it begins, "" for none. focused: the id of the field that takes the keyboard, or "".
    """

    def __init__(self, context: EditorContext, *, stem: str, owner: str, said: Collection[str], focus: bool) -> None:
        """To be called once whenever the component is drawn, for it asks for its state.

        stem: how the names of the drafts of these fields begin. owner: who alone speaks here; "" is everybody.
        said: the ids of what was said here. focus: the field takes the keyboard when a face is touched.
        """
        self.speaker = speaker = owner or context.speaker
        # A field whose words could not be kept stays theirs under whose name they were written, whoever speaks now.
        self._left = left = {by: spot for by, spot in context.draft.left(stem).items() if owner in ("", by)}
        self.blank, self._set_blank = made(lambda: left.get(speaker) or new_id())
        self._others, self._set_others = made(dict[str, str])
        self.begun, self._set_begun = state("")
        # Whose face is touched is about to say something: a new field takes the keyboard.
        spoke, set_spoke = state(speaker)
        arrived = focus and context.at == WRITE and not said and not context.talking
        self.focused, self._set_focused = made(lambda: self.blank if arrived else "")
        if speaker != spoke:
            set_spoke(speaker)
            self._change_speaker(context, focus)
        if self.blank in said:
            self.blank, self.begun = new_id(), ""
            self._set_blank(self.blank)
            self._set_begun("")
        stay = {by: spot for by, spot in {**self._others, **left}.items() if spot != self.blank and spot not in said}
        if stay != self._others:
            self._set_others(stay)
        self._others = stay

    def _change_speaker(self, context: EditorContext, focus: bool) -> None:
        if focus or self.speaker in self._left or self.blank in self._left.values():
            self.blank = self._left.get(self.speaker) or new_id()
            self._set_blank(self.blank)
        if focus:
            self._set_focused(self.blank)
            self.focused = self.blank
        now = context.now().items
        self._others = {by: spot for by, spot in self._others.items() if by in self._left or spot in now}

    @property
    def drawn(self) -> tuple[tuple[str, str], ...]:
        """Return whose each field is, and its id: the one of whoever speaks stands last."""
        return (*self._others.items(), (self.speaker, self.blank))

    def begin(self, words: str) -> None:
        """Put a field that begins with these words in place of the speaker's; it takes the keyboard as it comes."""
        self._set_blank(new_id())
        self._set_begun(words)

    def takes_keyboard(self, spot: str) -> bool:
        """Whether a field takes the keyboard."""
        return spot == self.blank and (bool(self.begun) or self.focused == self.blank)
