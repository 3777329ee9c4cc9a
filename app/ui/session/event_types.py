"""What an event is, worked out once.

For every single event Flet reads all annotations of its control's class again to find the event's type:
more than half of what a pen move costs the server (tests/bench). The answer never changes while the
program runs. This is one of four places where Flet is changed from outside (app/server/serve.py,
app/server/flet_client.py, app/ui/session/closed_tabs.py); tests/headless/test_flet_contract.py holds it to Flet's
own answers.
"""

from typing import Any

from flet.controls import base_control
from flet.controls.control_event import get_event_field_type

_known: dict[tuple[type, str], Any] = {}


def event_type(control: Any, field_name: str) -> Any:
    """Return the type of event that a control's field (`on_click`, …) is given, or None where it has no such field."""
    key = type(control), field_name
    if key not in _known:
        _known[key] = get_event_field_type(control, field_name)
    return _known[key]


def remember() -> None:
    """Have Flet ask here. A second call changes nothing."""
    vars(base_control)["get_event_field_type"] = event_type
