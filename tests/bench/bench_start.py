"""How long a person waits for the first screen: our start beside that of an empty Flet app, by turns.

From the start of the process to the first words that reach the browser. The browser's own work is the
same for both, and would only hide the difference; a client that speaks Flet's protocol stands for it.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path

import msgpack
from websockets.sync.client import connect

from tests.bench.measuring import Figure, compared

ROOT = Path(__file__).resolve().parents[2]
TURNS = 9
PATIENCE = 60

EMPTY = """
import socket
import flet as ft
import uvicorn

def main(page):
    page.add(ft.Text("Hello"))

app = ft.run(main, export_asgi_app=True, no_cdn=True)
listener = socket.create_server(("127.0.0.1", 0))

class Server(uvicorn.Server):
    async def startup(self, sockets=None):
        await super().startup(sockets)
        print(f"http://127.0.0.1:{listener.getsockname()[1]}/", flush=True)

Server(uvicorn.Config(app, ws="websockets-sansio", log_config=None)).run(sockets=[listener])
"""

# What Flutter tells of itself at first (flet.messaging.protocol.RegisterClientRequestBody).
PAGE = {
    "route": "/",
    "width": 1180,
    "height": 820,
    "platform": "linux",
    "web": True,
    "platform_brightness": "light",
}
REGISTER = b"\x00" + msgpack.packb([1, {"session_id": None, "page_name": "", "page": PAGE}])

# A control that is a Text, as MessagePack writes the word.
WORDS = b"\xa4Text"


def first_screen() -> Figure:
    """Return seconds from start to the first words on screen: ours, and an empty app's."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(TURNS + 1):
        with tempfile.TemporaryDirectory() as folder:
            ours = _seconds([sys.executable, "-m", "app", "start", "--port", "0", "--data", folder])
        empty = _seconds([sys.executable, "-c", EMPTY])
        if turn:  # The first turn compiles and warms the disk's memory, for both.
            times[0].append(ours)
            times[1].append(empty)
    return compared("start to first screen", *times, aim=1.3)


BENCHES = (first_screen,)


def _seconds(command: list[str]) -> float:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        for line in process.stdout:
            found = re.search(r"http://127\.0\.0\.1:(\d+)(/\S*)", line)
            if found:
                break
        else:
            raise RuntimeError(f"{command[1:4]} ended without an address")
        _wait_for_words(int(found[1]), found[2])
        return time.perf_counter() - began
    finally:
        process.terminate()
        process.wait()


def _wait_for_words(port: int, path: str) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    cookie = (answer.getheader("set-cookie") or "").partition(";")[0]
    connection.request("GET", "/", headers={"Cookie": cookie})
    connection.getresponse().read()
    headers = {"Cookie": cookie} if cookie else {}
    origin = f"http://127.0.0.1:{port}"
    with connect(f"ws://127.0.0.1:{port}/ws", origin=origin, additional_headers=headers) as line:
        line.send(REGISTER)
        while WORDS not in bytes(line.recv(timeout=PATIENCE)):
            continue
