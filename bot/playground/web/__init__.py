"""The playground's web side: the page with several phones, and the few routes it lives on."""

from .personas import Clock, Persona
from .playground import Playground

__all__ = ["Clock", "Persona", "Playground"]
