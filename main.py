"""The entry that `flet build` needs in the root, beside assets/: it starts what app.main says."""

import flet as ft

from app.main import main

if __name__ == "__main__":
    ft.run(main)
