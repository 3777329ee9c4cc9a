"""The screen: a kit that knows no block, the screens, and what one session has in hand."""
