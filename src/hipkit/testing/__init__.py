"""For those who test programs built on hipkit: strategies, samples and laws.

Strategies need the library hypothesis (`pip install hypothesis`); samples and laws do not. Each
name is loaded when it is first touched, so that hypothesis, which calls `register` whenever it is
imported, never waits for the rest.
"""

from __future__ import annotations

TYPE_CHECKING = False  # a constant that checkers understand, as at the front door
if TYPE_CHECKING:
    from .contracts import check_catalogue as check_catalogue
    from .contracts import check_rule as check_rule
    from .laws import check_optimal as check_optimal
    from .samples import sample_catalogue as sample_catalogue
    from .samples import sample_exercise as sample_exercise
    from .strategies import catalogues as catalogues
    from .strategies import citations as citations
    from .strategies import dose_bands as dose_bands
    from .strategies import efforts as efforts
    from .strategies import exercises as exercises
    from .strategies import exposures as exposures
    from .strategies import nouns as nouns
    from .strategies import policies as policies
    from .strategies import requests as requests
    from .strategies import routines as routines
    from .strategies import spans as spans
else:  # hidden from checkers, so that they report a name that is not there

    def __getattr__(name: str) -> object:
        """Load *name* from its file, once."""
        home = _HOME.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
        return value


__all__ = [
    "catalogues",
    "check_catalogue",
    "check_optimal",
    "check_rule",
    "citations",
    "dose_bands",
    "efforts",
    "exercises",
    "exposures",
    "nouns",
    "policies",
    "requests",
    "routines",
    "sample_catalogue",
    "sample_exercise",
    "spans",
]

_HOME = {
    **dict.fromkeys(__all__, "strategies"),
    **dict.fromkeys(("check_catalogue", "check_rule"), "contracts"),
    "check_optimal": "laws",
    **dict.fromkeys(("sample_catalogue", "sample_exercise"), "samples"),
}


def __dir__() -> list[str]:
    """List what this door offers, loaded or not."""
    return sorted({*globals(), *__all__})
