"""The app as on another day: `python -m tests.journeys.on_a_day 2031-03-11 start …`, at ten in the morning.

"2031-03-11T11:30" for another time of that day, "today" for the day it is. With ASKS_EACH_TIME in its environment,
every proof is asked for, as when two minutes have gone by since the last: how long a busy machine took between two
touches then changes nothing.

With FORGETS in it, a tab that is gone is forgotten as soon as Flet looks (every ten seconds), and not after a minute;
"forgot a tab" is printed then, and memory is tidied up, so that what still looks for that tab finds none.

With STOPS in it, every copy is stopped, as when words were found in it that its reader must not see: for pictures of
that, since no plan that we know of leads there.

The clock goes on from there. date.today() asks time.time(), so that one change tells every part of the app; what
is waited for goes by the other clock (monotonic), which stays.
"""

import gc
import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from datetime import time as hour

from tests.journeys.hours import clock

ASKS_EACH_TIME = "ALONGSIDE_JOURNEY_ASKS_EACH_TIME"
FORGETS = "ALONGSIDE_JOURNEY_FORGETS"
FORGOT = "forgot a tab"
STOPS = "ALONGSIDE_JOURNEY_STOPS"


def forget_soon() -> None:
    """Forget a tab as soon as it has gone."""
    import app.main
    import app.server.serve

    class Told(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.getMessage().startswith("Delete session"):
                gc.collect()
                print(FORGOT, flush=True)

    app.server.serve.SESSION_SECONDS = 1
    app.main.LOOK = 0.1
    flet = logging.getLogger("flet_web.fastapi")
    flet.setLevel(logging.INFO)
    flet.addHandler(Told(logging.INFO))
    logging.lastResort.setLevel(logging.WARNING) if logging.lastResort else None


def stop_copies() -> None:
    """Stop every copy, whomever it is for."""
    import app.ui.screens.copy
    from app.export.read_back import Leak, Stop

    def stop(*_asked: object, **_more: object) -> None:
        raise Leak(
            Stop(
                "the name of the street where Nan lives", ("on page 2", "in the words that are read out"), ("My page",)
            ),
            Stop("I like it when it is sunny", ("in what the file says of itself",), ("My page", "Our family")),
        )

    app.ui.screens.copy.make_copy = stop


def clock_of(day: date | datetime) -> Callable[[], float]:
    """Return a clock that begins then, in UTC seconds, as time.time() gives them: of a mere day, at ten."""
    real = time.time
    begins = day if isinstance(day, datetime) else datetime.combine(day, hour(10))
    ahead = begins.timestamp() - real()
    return lambda: real() + ahead


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # Tests that run behind a shell's "&" have it shut.
    time.time = clock()
    if sys.argv[1] != "today":
        on = sys.argv[1]
        time.time = clock_of(datetime.fromisoformat(on) if "T" in on else date.fromisoformat(on))
    from app.cli.main import main  # By now it can only be that day.
    from app.ui.session import proof

    if ASKS_EACH_TIME in os.environ:
        proof.LASTS = 0
    if FORGETS in os.environ:
        forget_soon()
    if STOPS in os.environ:
        stop_copies()
    raise SystemExit(main(sys.argv[2:]))
