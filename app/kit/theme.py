"""Colours, type and measures, each in one place, with the reason where a number has one.

Colours are roles of Flutter's scheme, so that light and dark change by themselves: a control says
`theme.SHEET`, never a number. Source of the values: docs/screen-design.md, "Colours" and "Type".
"""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

import flet as ft
from flet.messaging.session import Session as FletSession

from app.document.kind import Look

GROUND = ft.Colors.SURFACE
SHEET = ft.Colors.SURFACE_CONTAINER_LOWEST
INK = ft.Colors.ON_SURFACE
QUIET = ft.Colors.ON_SURFACE_VARIANT
EDGE = ft.Colors.OUTLINE
LINE = ft.Colors.OUTLINE_VARIANT
ACCENT = ft.Colors.PRIMARY
ON_ACCENT = ft.Colors.ON_PRIMARY
CHOSEN = ft.Colors.PRIMARY_CONTAINER
ON_CHOSEN = ft.Colors.ON_PRIMARY_CONTAINER
CARE = ft.Colors.ERROR
PRIVATE = ft.Colors.TERTIARY

PEOPLE = ("#2F5D8C", "#7A3E6D", "#4A5568", "#7A5B00", "#8C2F45")
"""Face colours; a white letter reads on each (contrast 4.5 or more; tested)."""

PAPER = "#FFFFFF"
"""What a child draws on: white in the dark too, so that colours stay what they are on paper."""
PAPER_ACCENT = "#1F5F5B"
"""The accent on that paper, in the dark too."""

TITLE, QUESTION, TALKING, CHILD, WORDS, CONTROL, SMALL = 32, 28, 40, 24, 20, 18, 16
"""Sizes of type. Nothing is smaller than SMALL."""
COVER = 56
"""The title of a book that is read from across a table."""
FLOATING = 22
"""A label above a field's words: Flutter draws it at three quarters of its size, and so not under SMALL."""

GAP_S, GAP, GAP_L = 8, 16, 24
TARGET, CHILD_TARGET = 48, 64
"""Least size of what is touched, grown-ups' and a child's (S1)."""
CORNER, SHEET_CORNER = 12, 20
BAR = 56
"""Height of the top bar."""
FADE = 160
"""Milliseconds in which one thing gives way to another. It fades and never moves: a browser does not tell Flutter
that somebody wants no motion; a device does, and Flutter then makes it a twentieth of that."""

FONTS = {
    "Andika": "/fonts/Andika-Regular.ttf",
    "AndikaBold": "/fonts/Andika-Bold.ttf",
    "NotoNaskhArabic": "/fonts/NotoNaskhArabic-Regular.ttf",
    "NotoNaskhArabicBold": "/fonts/NotoNaskhArabic-Bold.ttf",
    "NotoSansBengali": "/fonts/NotoSansBengali-Regular.ttf",
    "NotoSansBengaliBold": "/fonts/NotoSansBengali-Bold.ttf",
    "NotoSansGurmukhi": "/fonts/NotoSansGurmukhi-Regular.ttf",
    "NotoSansGurmukhiBold": "/fonts/NotoSansGurmukhi-Bold.ttf",
    "NotoSans": "/fonts/NotoSans-Regular.ttf",
    "NotoSansBold": "/fonts/NotoSans-Bold.ttf",
    "NotoSansSymbols2": "/fonts/NotoSansSymbols2-Regular.ttf",
    "NotoEmoji": "/fonts/NotoEmoji-Regular.ttf",
    "DroidSansFallback": "/fonts/DroidSansFallback-Regular.ttf",
    "NotoSansHKSCS": "/fonts/NotoSansHKSCS-Regular.ttf",
    "NotoSansHanifiRohingya": "/fonts/NotoSansHanifiRohingya-Regular.ttf",
}
"""What a page has from the start. Other scripts are fetched with their first letter (web.py); Flutter knows
no font for Rohingya, and Chinese in slices only."""
_FALLBACK = [
    "NotoSans",
    "NotoNaskhArabic",
    "NotoSansBengali",
    "NotoSansGurmukhi",
    "NotoSansSymbols2",
    "NotoEmoji",
    "DroidSansFallback",
    "NotoSansHKSCS",
    "NotoSansHanifiRohingya",
]
_BOLD_FALLBACK = [f"{font}Bold" if f"{font}Bold" in FONTS else font for font in _FALLBACK]

_LIGHT = {
    "ground": "#F6F1E7",
    "sheet": "#FFFDF8",
    "ink": "#23302F",
    "quiet": "#55615F",
    "edge": "#7D8784",
    "line": "#DDD6C8",
    "accent": "#1F5F5B",
    "on_accent": "#FFFFFF",
    "chosen": "#DCEBE7",
    "care": "#8A3B12",
    "private": "#4B3F72",
}
_DARK = {
    "ground": "#161C1C",
    "sheet": "#202828",
    "ink": "#F1ECE1",
    "quiet": "#B7C0BC",
    "edge": "#7C8784",
    "line": "#36413F",
    "accent": "#8FD0C6",
    "on_accent": "#10201F",
    "chosen": "#27403D",
    "care": "#F2B48C",
    "private": "#C6BBEA",
}


_YOUNG = {"accent": "#2F5D8C", "chosen": "#DFE8F2"}
_YOUNG_DARK = {"accent": "#9CC6F0", "on_accent": "#0F1C2A", "chosen": "#26384B"}
"""What a young person's own plan wears instead of the house's."""

_TYPES: Mapping[Look, str] = {"house": "Andika", "young": "NotoSans"}
_looks: WeakKeyDictionary[FletSession, Look] = WeakKeyDictionary()
"""By the page's session: a page is compared by all that is on it, each time that it is looked up."""


def apply_look(page: ft.Page, look: Look) -> None:
    """From now on text on a page is set in the type of this look."""
    _looks[page.session] = look


def with_look(content: ft.Control, look: Look) -> ft.Control:
    """Return content in the colours of a look."""
    if look == "house":
        return content
    return ft.Container(
        content,
        theme=_theme({**_LIGHT, **_YOUNG}, look),
        dark_theme=_theme({**_DARK, **_YOUNG_DARK}, look),
        expand=True,
    )


def _type() -> str:
    """Return the family of the look that is worn where this is drawn. Outside a page it is the house's."""
    try:
        return _TYPES[_looks.get(ft.context.page.session, "house")]
    except RuntimeError:
        return _TYPES["house"]


def text_style(size: int, *, bold: bool = False, color: str = INK, height: float = 1.5) -> ft.TextStyle:
    """Return a style of the type that is worn. Bold is a font of its own: Flutter thickens no file it was not given."""
    family = _type()
    return ft.TextStyle(
        size=size,
        font_family=f"{family}Bold" if bold else family,
        font_family_fallback=_BOLD_FALLBACK if bold else _FALLBACK,
        color=color,
        height=height,
    )


def outline() -> dict[ft.ControlState, ft.InputBorder]:
    """A field's edge; thicker and in the accent while it is being written in."""
    return {
        ft.ControlState.FOCUSED: ft.OutlineInputBorder(side=ft.BorderSide(3, ACCENT), border_radius=CORNER),
        ft.ControlState.ERROR: ft.OutlineInputBorder(side=ft.BorderSide(2, CARE), border_radius=CORNER),
        ft.ControlState.DEFAULT: ft.OutlineInputBorder(side=ft.BorderSide(1, EDGE), border_radius=CORNER),
    }


def dress(page: ft.Page) -> None:
    """Give a page its fonts, colours and manners."""
    page.fonts = FONTS
    page.theme = _theme(_LIGHT)
    page.dark_theme = _theme(_DARK)
    page.theme_mode = ft.ThemeMode.SYSTEM
    page.bgcolor = GROUND
    page.padding = 0
    page.spacing = 0


def _theme(c: dict[str, str], look: Look = "house") -> ft.Theme:
    plain = ft.TextStyle(font_family=_TYPES[look], font_family_fallback=_FALLBACK, color=c["ink"], height=1.5)
    body, label = plain.copy(size=WORDS), plain.copy(size=CONTROL)
    return ft.Theme(
        font_family=_TYPES[look],
        use_material3=True,
        text_theme=ft.TextTheme(
            body_large=body,
            body_medium=body,
            body_small=label,
            label_large=label,
            label_medium=label,
            label_small=label,
            title_large=plain.copy(size=QUESTION),
            title_medium=body,
            title_small=label,
        ),
        color_scheme=ft.ColorScheme(
            primary=c["accent"],
            on_primary=c["on_accent"],
            primary_container=c["chosen"],
            on_primary_container=c["ink"],
            secondary=c["accent"],
            on_secondary=c["on_accent"],
            secondary_container=c["chosen"],
            on_secondary_container=c["ink"],
            tertiary=c["private"],
            error=c["care"],
            surface=c["ground"],
            on_surface=c["ink"],
            on_surface_variant=c["quiet"],
            outline=c["edge"],
            outline_variant=c["line"],
            surface_container_lowest=c["sheet"],
            surface_container_low=c["sheet"],
            surface_container=c["sheet"],
            surface_container_high=c["sheet"],
            surface_tint=c["sheet"],
            shadow="#00000000",
        ),
        page_transitions=ft.PageTransitionsTheme(
            android=ft.PageTransitionTheme.NONE,
            ios=ft.PageTransitionTheme.NONE,
            linux=ft.PageTransitionTheme.NONE,
            macos=ft.PageTransitionTheme.NONE,
            windows=ft.PageTransitionTheme.NONE,
        ),
        splash_color=ft.Colors.TRANSPARENT,
    )
