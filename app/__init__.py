"""Alongside: a plan that a practitioner and a family build together over one tablet."""

__version__ = "0.1.0"
