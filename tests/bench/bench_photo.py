"""What a photo of 12 megapixels costs a tablet: all that the process ever held while it took one in.

Each kind is taken in by a process of its own, which knows nothing but app.photo; the worst one counts. Two are
worse than any camera writes: a PNG and a lossless WebP of grain that is seen through.
"""

import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image

from tests.bench.measuring import Figure

ROOT = Path(__file__).resolve().parents[2]
SIZE = (4000, 3000)
MOST = 300
"""MB, from the issue."""

TAKE_IN = """
import sys
from pathlib import Path
from app.photo import take_in
taken = take_in(Path(sys.argv[1]).read_bytes())
assert max(taken.width, taken.height) == 2000
import resource
held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
status = Path("/proc/self/status")
print(held if sys.platform != "darwin" else held // 1024, status.read_text() if status.exists() else "")
"""


def undo_scope() -> Image.Image:
    """Return 12 megapixels of soft colours with a camera's grain."""
    chance = random.Random(1)
    soft = Image.frombytes("RGB", (500, 375), chance.randbytes(500 * 375 * 3)).resize(SIZE)
    return Image.blend(soft, Image.frombytes("RGB", SIZE, chance.randbytes(SIZE[0] * SIZE[1] * 3)), 0.1)


def see_through() -> Image.Image:
    """Return soft colours that are seen through, differently at every pixel."""
    chance = random.Random(2)
    image = Image.frombytes("RGB", (500, 375), chance.randbytes(500 * 375 * 3)).resize(SIZE)
    image.putalpha(Image.frombytes("L", SIZE, chance.randbytes(SIZE[0] * SIZE[1])))
    return image


KINDS: dict[str, tuple[Callable[[], Image.Image], str, dict[str, Any]]] = {
    "JPEG": (undo_scope, "JPEG", {"quality": 95, "subsampling": 0}),
    "progressive JPEG": (undo_scope, "JPEG", {"quality": 95, "subsampling": 0, "progressive": True}),
    "PNG": (undo_scope, "PNG", {"compress_level": 1}),
    "PNG, seen through": (see_through, "PNG", {"compress_level": 1}),
    "WebP": (undo_scope, "WEBP", {"quality": 90, "method": 0}),
    "WebP, seen through": (see_through, "WEBP", {"quality": 90, "method": 0}),
    "lossless WebP, seen through": (see_through, "WEBP", {"lossless": True, "quality": 0, "method": 0}),
}


def peak(file: Path) -> float:
    """Return the MB that a process held at most, while it took a photo in; raises where it could not."""
    command = [sys.executable, "-c", TAKE_IN, str(file)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    # Linux hands the peak of whoever starts a process on to it; its own stands here.
    own = re.search(r"VmHWM:\s+(\d+)", said)
    return int(own[1] if own else said.split()[0]) / 1024


def taken_in() -> Figure:
    """The most that taking in a photo of 12 megapixels ever held, beside what it may."""
    peaks: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for make, kind, more in KINDS.values():
            file = Path(folder) / "photo"
            make().save(file, kind, **more)
            peaks.append(peak(file))
    return Figure("a photo of 12 megapixels, taken in: peak MB / 300", max(peaks), MOST, aim=1.0)


BENCHES = (taken_in,)
