"""Whether a session may go somewhere, and where it goes after an unlocking: values in, a route out."""

from app.ui.session.routes import AtPlan, Route, shut_in, within


def may_go(here: Route, there: Route, family_time: str) -> bool:
    """Whether a session may go from here to there. family_time: the plan that a family has to itself now, or "".

    Nowhere while somebody else has the device or a new secret is due; in a family's own time only within their plan.
    """
    return not shut_in(here) and (not family_time or within(there, family_time))


def after_unlocking(back: Route, family_time: str) -> Route:
    """Return where the PIN leads: to back; in a family's own time (the plan's id) no further than their plan."""
    return AtPlan(family_time) if family_time and not within(back, family_time) else back
