"""What can go wrong with a store, each with the sentence that the person in front of it reads.

A sentence says what happened, what is safe, and what to do now. It names nobody, no plan and no file.
"""

from app.language import N_, _, ngettext


class StoreError(Exception):
    """Something about the store. `sentence()` is for people; str() is for logs, and names nothing."""

    words = N_("Something went wrong where the plans are kept. Please close the app and start it again.")

    def sentence(self) -> str:
        """Return what happened, what is safe and what to do now, in the current language."""
        return _(self.words)


class NoStore(StoreError):
    """There is nothing to read in this folder."""

    words = N_("There are no plans here yet. Start the app once to set it up, then try again.")


class StoreTooNew(StoreError):
    """A newer version made or changed this store. Nothing in it was touched."""

    words = N_(
        "A newer version of this app has been used with these plans. They are safe, and nothing was "
        "changed. Please bring this app up to date, then open them again."
    )


class StoreDamaged(StoreError):
    """No store, cut short, or damaged where it cannot be read around. Nothing was written to it."""

    words = N_(
        "The file that holds the plans is damaged, so it was not opened. Nothing in it was changed. Keep it "
        "as it is, and ask whoever looks after this tablet for the latest spare copy."
    )


class StoreBusy(StoreError):
    """Another process has the store open for writing."""

    words = N_(
        "The plans are open in another window of this app. Everything is safe. Use that window, or close it "
        "and try again here."
    )


class StoreReadOnly(StoreError):
    """The folder or the file cannot be written."""

    words = N_(
        "This app may not write to the folder with the plans. Nothing was changed, and all in it is safe. "
        "Please ask whoever looks after this tablet, or choose another folder."
    )


class StoreLost(StoreError):
    """The folder or the file is not where it was: a drive was taken out, or somebody moved, removed or replaced it."""

    words = N_(
        "The folder with the plans is not where it was. What was saved in it is safe as long as nobody "
        "changes it. Please put it back, or put the drive that it is on back in, then try again."
    )


class StoreFull(StoreError):
    """No room to write."""

    words = N_(
        "There is no room left on this tablet, so nothing more can be kept. Everything that was saved is "
        "safe. Make some room, for instance by removing videos, then try again."
    )


class PartMissing(StoreError):
    """This installation lacks the library that the store's key was made with (argon2-cffi)."""

    words = N_(
        "This copy of the app lacks a part that it needs to open the plans. They are safe. Please install "
        "the app again, then open them."
    )


class NoSuchDocument(StoreError):
    """There is no such document: it was erased, or never made here."""

    words = N_("This plan is not here any more. All other plans are safe.")


class InTheBin(StoreError):
    """The document is in the bin: it is opened again when it has been taken out."""

    words = N_("This plan is in the bin, so it is not open. It is safe there, and can be taken out again.")


class BlobDamaged(StoreError):
    """A picture or other large thing is missing or cannot be opened."""

    words = N_("One picture cannot be opened: it was damaged. Everything else in the plan is safe.")


class NotSaved(StoreError):
    """What was to be kept was not, and nothing was changed. cause: why, where the store knows."""

    words = N_(
        "The last change could not be saved. Everything saved before it is safe. Please keep this screen "
        "open and try again."
    )
    full = N_(
        "The last change could not be saved: there is no room left on this tablet. Everything saved before "
        "it is safe. Please keep this screen open, make some room, and try again."
    )
    encrypt = N_(
        "The last change could not be saved: this app may not write to the folder that holds the plans. "
        "Everything saved before it is safe. Please keep this screen open and ask whoever looks after this "
        "tablet."
    )
    lost = N_(
        "The last change could not be saved: the folder with the plans is not where it was. Everything saved "
        "before it is safe there. Please keep this screen open, put the folder or its drive back, and try again."
    )
    locked = N_(
        "The last change was not saved, because the plans have been locked. Everything saved before it is "
        "safe. Unlock them and try again."
    )

    def __init__(self, cause: StoreError | None = None, *, closed: bool = False) -> None:
        super().__init__("closed" if closed else type(cause).__name__)
        self.cause = cause
        self.closed = closed

    def sentence(self) -> str:
        """Return what happened, what is safe and what to do now, in the current language."""
        if self.closed:
            return _(self.locked)
        if isinstance(self.cause, StoreFull):
            return _(self.full)
        if isinstance(self.cause, StoreLost):
            return _(self.lost)
        return _(self.encrypt if isinstance(self.cause, StoreReadOnly) else self.words)


def for_reading(fault: StoreError) -> str:
    """Return why plans can be read and not written, in the current language. fault: what keeps them from it."""
    if isinstance(fault, StoreFull):
        return _(
            "There is no room left on this tablet, so nothing new can be kept. You can read the plans, and all that "
            "was saved is safe. Please make some room, for instance by removing videos."
        )
    if isinstance(fault, StoreLost):
        return _(
            "The folder with the plans is not where it was, so nothing new can be kept. You can still read the "
            "plans, and what was saved is safe. Please put the folder back, or the drive that it is on."
        )
    return _(
        "This app may not write to the folder with the plans, so nothing new can be kept. You can read them, and "
        "all that was saved is safe. Please ask whoever looks after this tablet."
    )


class ReadOnlyPlan(NotSaved):
    """The document is damaged somewhere: it can be read, not added to. Nothing was changed."""

    words = N_(
        "A part of this plan is damaged, so it can be read but not changed. What can be read is safe, and "
        "all other plans work as before. Start a new plan for what comes next."
    )

    def __init__(self, document: str = "") -> None:
        super().__init__()
        self.document = document


class Locked(StoreError):
    """The vault was closed: it holds no keys any more."""

    words = N_("The plans are locked. Unlock them to go on; everything is safe.")


class WrongSecret(StoreError):
    """Not the PIN or passphrase. tries_left: how many before a wait; wait: seconds until the next try."""

    def __init__(self, tries_left: int, wait: int = 0) -> None:
        super().__init__()
        self.tries_left = tries_left
        self.wait = wait

    def sentence(self) -> str:
        """Return what happened, what is safe and what to do now, in the current language."""
        if self.tries_left:
            return ngettext(
                "That does not open the plans. They are safe. You can try {n} more time before a short wait.",
                "That does not open the plans. They are safe. You can try {n} more times before a short wait.",
                self.tries_left,
            ).format(n=self.tries_left)
        if not self.wait:
            return _("That does not open the plans. They are safe. Please use the PIN or the four words now.")
        return _("That does not open the plans. They are safe.") + " " + _wait(self.wait)


class NotASecret(WrongSecret):
    """Nothing that could be the secret (letters in a PIN, too short): it was not tried, and costs no try.

    wanted: "pin", "passphrase" or "code".
    """

    def __init__(self, wanted: str) -> None:
        super().__init__(0)
        self.wanted = wanted

    def sentence(self) -> str:
        """Return what happened, what is safe and what to do now, in the current language."""
        if self.wanted == "code":
            return _("A code is four numbers, so this was not tried. Everything is safe. Please write it once more.")
        if self.wanted == "pin":
            return _("A PIN is six numbers or more, so this was not tried. The plans are safe. Please write it again.")
        return _("The key is four words or more, so this was not tried. The plans are safe. Please write them again.")


class MustWait(StoreError):
    """Too many tries. seconds: how long until the next one counts; this one was not tried."""

    def __init__(self, seconds: int) -> None:
        super().__init__(str(seconds))
        self.seconds = seconds

    def sentence(self) -> str:
        """Return what happened, what is safe and what to do now, in the current language."""
        return _("There were several tries that did not open the plans. They are safe.") + " " + _wait(self.seconds)


class SecretLost(StoreError):
    """The PIN cannot work: the keyring's part is gone or silent, or the slot is damaged."""

    words = N_(
        "The PIN or passphrase cannot be checked on this device just now. The plans are safe. Start the "
        "device again and retry, or open the plans with your spare key."
    )


class WrongSpareKey(StoreError):
    """Not this store's spare key, or not a whole one. count: how many letters it has, where they are not 32; else 0."""

    words = N_(
        "That is not the spare key of these plans. They are safe. Please check it against what you wrote "
        "down: eight groups of four letters and numbers."
    )

    def __init__(self, count: int = 0) -> None:
        super().__init__(str(count))
        self.count = count

    def sentence(self) -> str:
        """Return what happened, what is safe and what to do now, in the current language."""
        if not self.count:
            return _(self.words)
        return ngettext(
            "A spare key has 32 letters and numbers, and this has {n}. The plans are safe. Please check it against "
            "what you wrote down: eight groups of four.",
            "A spare key has 32 letters and numbers, and this has {n}. The plans are safe. Please check it against "
            "what you wrote down: eight groups of four.",
            self.count,
        ).format(n=self.count)


class WrongOrganisationKey(StoreError):
    """The store has no slot for this key."""

    words = N_("These plans cannot be opened with this organisation key. They are safe, and nothing was changed.")


class TooWeak(StoreError):
    """Too easily guessed, or not what is asked for.

    reason, of a PIN: "short", "letters", "row" (a pattern), "date", "known"; of a passphrase: "words" (too few), "line"
    (well known together), "guess" (too often chosen); of a code: "digits". No reason names what was written.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def sentence(self) -> str:
        """Return why, and what to choose instead, in the current language."""
        return _(_TOO_WEAK[self.reason])


_TOO_WEAK = {
    "short": N_("A PIN is six numbers or more. Please add some."),
    "letters": N_("A PIN has numbers only. Please choose six or more."),
    "row": N_(
        "These numbers follow a pattern, and patterns are tried first. Please choose numbers with no order in them."
    ),
    "date": N_("These numbers could be a date, and dates are tried first. Please choose numbers that are not a day."),
    "known": N_("Many people choose these numbers, so they are tried first. Please choose others."),
    "words": N_("Please choose four different words or more."),
    "line": N_("These words belong together, so they are soon guessed. Please choose words that have no order."),
    "guess": N_(
        "Many people choose these words, so they are soon guessed. Please choose rarer words, or more of them."
    ),
    "digits": N_("A code is four numbers. Nothing has been changed."),
}


def _wait(seconds: int) -> str:
    if seconds < 60:
        return ngettext("Please wait {n} second.", "Please wait {n} seconds.", seconds).format(n=seconds)
    minutes = -(-seconds // 60)
    return ngettext("Please wait {n} minute.", "Please wait {n} minutes.", minutes).format(n=minutes)
