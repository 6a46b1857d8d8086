"""How patient the tests are: `python -m pytest`, or `python -m pytest --hypothesis-profile=quick`."""

from __future__ import annotations

from hypothesis import Phase, settings

settings.register_profile("usual", max_examples=50, deadline=None)
settings.register_profile("quick", settings.get_profile("usual"), phases=[Phase.generate])
settings.load_profile("usual")
