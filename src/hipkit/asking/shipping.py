"""What travels to a worker and back: requests in, and results without what both sides have already.

Rule: bytes in, bytes out, through functions that stand in a module, so that any executor can carry them.
Exercises, doses, tips and requests come back as their place in a list that both sides make, so a result
is equal to the one made at home, names the same exercise objects, and is a tenth as long.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple, cast

from .. import __version__
from ..catalogue import Catalogue, load_catalogue, load_tips
from ..errors import HipkitError, Problem, ProblemCode, RequestError
from ..model import DoseBand, Exercise, OwnRule, Policy, Request, Routine, Tip
from ..pantry import data_version
from . import build_routine

_LINKED = (Exercise, DoseBand, Tip, Request)
"""Classes whose objects both sides may have."""

_MOST_KEPT = 4
"""Terms that a worker keeps: a catalogue of one's own is unpacked, and prepared, once for many chunks."""


class Terms(NamedTuple):
    """What all requests of one call are answered under: arguments of `build_routine`, by name."""

    catalogue: Catalogue | None
    policy: Policy | None
    rules: tuple[OwnRule, ...] = ()


def answer(request: Request, terms: Terms) -> Routine | HipkitError:
    """Return what `build_routine` returns, or the error that it raises."""
    try:
        return build_routine(
            request, catalogue=terms.catalogue, policy=terms.policy, rules=terms.rules
        )
    except HipkitError as error:
        return as_value(error)


def as_value(error: HipkitError) -> HipkitError:
    """Return *error* without where it was raised, which would keep alive whatever was there."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def packed(terms: Terms) -> bytes:
    """Return *terms* ready to be sent: the packaged catalogue is not, because every worker has it."""
    own = None if terms.catalogue is load_catalogue() else terms.catalogue
    return pickle.dumps(terms._replace(catalogue=own), pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=_MOST_KEPT)
def _unpacked(terms: bytes) -> Terms:
    made: Terms = pickle.loads(terms)  # noqa: S301 - what `packed` made, as all that follow
    return made


def what_is_here() -> tuple[str, str, str]:
    """Return what has to be alike on both sides: the versions of hipkit and its data, and a digest."""
    return __version__, data_version(), load_catalogue().digest


def answer_chunk(sender: tuple[str, str, str], terms: bytes, requests: bytes) -> bytes:
    """Return the answers to a chunk of *requests*; runs in the worker.

    Raises `RequestError` when the *sender* has another hipkit, before anything of its is unpacked.
    """
    here = what_is_here()
    if sender != here:
        raise RequestError([_other_hipkit(sender, here)])
    known = _unpacked(terms)
    asked: tuple[Request, ...] = pickle.loads(requests)  # noqa: S301
    return _written([answer(each, known) for each in asked], _shared(known.catalogue), asked)


def _other_hipkit(sender: Sequence[str], here: Sequence[str]) -> Problem:
    named = ["hipkit {}, data {}, catalogue {:.12}".format(*each) for each in (here, sender)]
    return Problem(
        ProblemCode.CONTRADICTION,
        f"a worker has {named[0]}; here is {named[1]}",
        "install the same hipkit on both sides",
        path="executor",
    )


class _Shared(NamedTuple):
    """What both sides have of a catalogue, in one order, and the place of each by its identity."""

    things: tuple[object, ...]
    places: dict[int, int]


def _shared(catalogue: Catalogue | None) -> _Shared:
    """Return exercises, doses and tips, kept with the catalogue."""
    known = load_catalogue() if catalogue is None else catalogue
    found = known.kept.get("shared")
    if found is None:
        doses = [band for each in known for band in each.dose]
        things = (*known, *doses, *load_tips())
        places = {id(each): place for place, each in enumerate(things)}
        found = known.kept["shared"] = _Shared(things, places)
    return cast("_Shared", found)


def linked(place: int) -> object:
    """Stand in a pack for what both sides have; the reader puts the object at *place* there."""
    raise LookupError(place)


def _written(
    results: list[Routine | HipkitError], shared: _Shared, asked: Sequence[Request]
) -> bytes:
    first = len(shared.things)
    own = {id(each): first + place for place, each in enumerate(asked)}

    def by_place(thing: object) -> Any:
        place = shared.places.get(id(thing), own.get(id(thing)))
        if place is None:  # an eased dose, or a request that a relaxation would change
            return thing.__reduce_ex__(pickle.HIGHEST_PROTOCOL)
        return linked, (place,)

    to = BytesIO()
    pickler = pickle.Pickler(to, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = dict.fromkeys(_LINKED, by_place)
    pickler.dump(results)
    return to.getvalue()


class _Reader(pickle.Unpickler):
    def __init__(self, answers: bytes, things: Sequence[object]) -> None:
        super().__init__(BytesIO(answers))
        self._at: Callable[[int], object] = things.__getitem__

    def find_class(self, module: str, name: str, /) -> Any:
        found = super().find_class(module, name)
        return self._at if found is linked else found


def read_answers(
    answers: bytes, asked: Iterable[Request], catalogue: Catalogue | None
) -> list[Routine | HipkitError]:
    """Return the results in what `answer_chunk` returned, made of the objects that are here."""
    results: list[Routine | HipkitError]
    results = _Reader(answers, (*_shared(catalogue).things, *asked)).load()
    return results
