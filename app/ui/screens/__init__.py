"""The screens, one file each; root.py shows the one where the session is."""
