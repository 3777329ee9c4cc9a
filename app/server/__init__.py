"""The local web server: who may connect, Flet's client, uploads. Knows nothing of plans."""
