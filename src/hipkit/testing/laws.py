"""The law that a routine is the best there is, checked by code that shares nothing with the search.

Rule: a broken law is an `AssertionError` that says which; an argument that cannot be judged is a
`RequestError`. hypothesis is not needed here. No law is an `assert`, which `-O` would strip.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import gcd
from typing import NamedTuple

from ..catalogue import Catalogue, load_catalogue, load_safety
from ..composing import Pool, default_policy
from ..composing.eligibility import eased, lands
from ..composing.selection import phase_room, room_of, state
from ..composing.worth import Offer
from ..errors import Problem, ProblemCode, RequestError, show
from ..model import Certificate, OwnRule, Phase, Policy, Request, Routine, rule_name
from ..storing import digest_of

_UNIT = 8192
"""What one point of worth is worth in seconds: more than the longest routine has."""

_NEVER = -(2**80)
"""The value of what cannot be: below every sum."""

_Values = list[int]
"""By seconds: the most that can be had in so many seconds or fewer."""


class _Option(NamedTuple):
    value: int
    seconds: int
    lands: bool


class _Family(NamedTuple):
    options: tuple[_Option, ...]
    forced: bool


class _Group(NamedTuple):
    """Families, and what 0, 1, 2 … items earn together beside their own values."""

    families: tuple[_Family, ...]
    earned: tuple[int, ...]


class _Part(NamedTuple):
    """A phase: its groups and its room."""

    phase: Phase
    room: int
    groups: tuple[_Group, ...]


def check_optimal(
    routine: Routine,
    catalogue: Catalogue | None = None,
    policy: Policy | None = None,
    rules: Iterable[OwnRule] = (),
) -> None:
    """Prove by other means than hipkit's search that no routine is worth more than *routine*.

    Give the *catalogue*, *policy* and *rules* that it was built with, unless they are the packaged
    ones or none. What may be chosen is stated anew; a dynamic programme over every second finds the most it can be worth;
    and the certificate's bound is reckoned again from its prices. Only for a routine without a seed,
    and not for one that was changed after it was chosen.
    Raises `AssertionError` when the proof fails, `RequestError` when the routine cannot be judged.
    """
    known = load_catalogue() if catalogue is None else catalogue
    asked = tuple(rules)
    used = _policy_of(routine, known, policy, asked)
    request, certificate = routine.request, _certificate_of(routine)
    room = room_of(request, used)
    parts, offers = _stated(request, known, used, asked)
    _check_slots(routine, used, offers)
    _expect("the certificate's room", certificate.room, room)
    _expect("the certificate's scale", certificate.scale, _UNIT)
    unbound, best = _best(parts, room), _best_valid(parts, room)
    _expect("the certificate's objective", certificate.objective, best)
    _expect("the certificate's gap", certificate.gap, certificate.bound - certificate.objective)
    demand(
        certificate.bound >= certificate.objective,
        f"the bound {certificate.bound} is below the objective {certificate.objective}",
    )
    if max(unbound) == best:  # else the search branched, and its bound is of those problems
        _expect("the certificate's bound", certificate.bound, _bound(parts, room, certificate))


def _policy_of(
    routine: object, known: object, policy: Policy | None, rules: Sequence[OwnRule]
) -> Policy:
    """Return the policy that *routine* was built with; raises `RequestError` if it cannot be judged."""
    if not isinstance(routine, Routine):
        raise RequestError([_unfit(ProblemCode.WRONG_TYPE, "routine", routine, "give a Routine")])
    if not isinstance(known, Catalogue):
        raise RequestError([_unfit(ProblemCode.WRONG_TYPE, "catalogue", known, "give a Catalogue")])
    request, made_with = routine.request, routine.made_with
    used = default_policy(request.goal) if policy is None else policy
    problems: list[Problem] = []
    if request.seed is not None:
        remedy = "check a routine that was built without a seed"
        problems.append(_unfit(ProblemCode.CONTRADICTION, "seed", request.seed, remedy))
    if routine.cautions_withheld:
        remedy = "check a routine that still has its cautions"
        problems.append(_unfit(ProblemCode.CONTRADICTION, "cautions_withheld", True, remedy))
    if made_with.catalogue not in ("", known.digest):
        remedy = f"give the catalogue whose digest is {made_with.catalogue}"
        problems.append(_unfit(ProblemCode.CONTRADICTION, "catalogue", known, remedy))
    if used.goal is not request.goal or made_with.policy not in ("", digest_of(used)):
        remedy = "give the policy that the routine was built with"
        problems.append(_unfit(ProblemCode.CONTRADICTION, "policy", used.name, remedy))
    names = [rule_name(rule) for rule in rules]
    if set(names) != set(made_with.rules):
        remedy = "give the rules that the routine was built with"
        problems.append(_unfit(ProblemCode.CONTRADICTION, "rules", names, remedy))
    if problems:
        raise RequestError(problems)
    return used


def _unfit(code: ProblemCode, path: str, value: object, remedy: str) -> Problem:
    message = f"{show(value)} does not let the routine be checked"
    return Problem(code, message, remedy, path=path, value=show(value))


def _certificate_of(routine: Routine) -> Certificate:
    """Return the certificate of *routine*; raises `RequestError` when nothing is claimed of it."""
    certificate = routine.explanation.certificate
    if certificate is None:
        remedy = "check a routine that build_routine chose; nothing was chosen in a protocol"
        if routine.protocol is None:
            remedy = (
                "check the routine that it was changed from; nothing is claimed of a changed one"
            )
        raise RequestError([_unfit(ProblemCode.CONTRADICTION, "routine", routine, remedy)])
    return certificate


def demand(law: object, broken: str) -> None:
    """Raise `AssertionError` with what is *broken* unless the *law* holds."""
    if not law:
        raise AssertionError(broken)


def _expect(what: str, found: int, proved: int) -> None:
    demand(found == proved, f"{what} is {found}, and should be {proved}")


def _stated(
    request: Request, catalogue: Catalogue, policy: Policy, rules: Sequence[OwnRule]
) -> tuple[tuple[_Part, ...], tuple[Offer, ...]]:
    """Return what may be chosen for *request*, phase by phase, and the offers behind it."""
    pool = Pool(catalogue, load_safety()).under(rules)
    kept = pool.eligible(request, policy).kept
    offers = state(kept, pool.prepared(policy, request.level), request).offers
    groups: dict[Phase, list[_Group]] = {each.phase: [] for each in policy.phases}
    for group in policy.groups:
        families: dict[str, list[Offer]] = {}
        for offer in offers:
            if offer.candidate.exercise.group is group.group:
                families.setdefault(offer.candidate.exercise.family, []).append(offer)
        if families:
            sums = [_UNIT * sum(group.bonuses[:items]) for items in range(len(group.bonuses) + 1)]
            made = tuple(_family(own, request.include) for own in families.values())
            groups[group.phase].append(_Group(made, tuple(sums)))
    room = room_of(request, policy)
    return tuple(
        _Part(each.phase, phase_room(each, room), tuple(groups[each.phase]))
        for each in policy.phases
    ), offers


def _family(offers: Sequence[Offer], include: Sequence[str]) -> _Family:
    included = [each for each in offers if each.id in include]
    options = [
        _Option(_UNIT * each.worth - each.seconds, each.seconds, lands(each.candidate.exercise))
        for each in included or offers
    ]
    return _Family(tuple(options), bool(included))


def _check_slots(routine: Routine, policy: Policy, offers: Iterable[Offer]) -> None:
    """Check that the routine keeps every limit, and is worth what its certificate says."""
    offered = {(each.id, each.sets): each for each in offers}
    ids = [slot.exercise.id for slot in routine.slots]
    families = [slot.exercise.family for slot in routine.slots]
    worth = 0
    for slot in routine.slots:
        offer = offered.get((slot.exercise.id, slot.sets))
        if offer is None:
            raise AssertionError(f"{slot.key}: {slot.sets} sets of it are not on offer")
        exercise = offer.candidate.exercise
        demand(exercise == slot.exercise, f"{slot.key}: the catalogue has it otherwise")
        band = eased(slot.exercise, offer.candidate.band, routine.request, load_safety())
        demand(band == slot.dose, f"{slot.key}: the dose is another")
        own_phase = policy.phase_of[slot.exercise.group]
        demand(own_phase is slot.phase, f"{slot.key}: it is in a wrong phase")
        _expect(f"{slot.key}: its seconds", slot.seconds, offer.seconds)
        worth += offer.worth
    demand(len(set(families)) == len(families), f"a family stands twice among {ids}")
    missing = sorted(set(routine.request.include) - set(ids))
    demand(not missing, f"{missing} are included and absent")
    phases = {slot.phase for slot in routine.slots}
    demand(Phase.MAIN in phases, "there is no main item")
    landing = any(lands(slot.exercise) for slot in routine.slots)
    demand(Phase.WARM_UP in phases or not landing, "there is a landing without a warm-up")
    for group in policy.groups:
        items = sum(slot.exercise.group is group.group for slot in routine.slots)
        demand(items <= len(group.bonuses), f"{items} items of {group.group.value} are too many")
        worth += sum(group.bonuses[:items])
    room = room_of(routine.request, policy)
    demand(routine.seconds <= room, f"{routine.seconds} s do not fit {room} s")
    for phase in policy.phases:
        taken = sum(slot.seconds for slot in routine.slots if slot.phase is phase.phase)
        own = phase_room(phase, room)
        demand(taken <= own, f"{taken} s of {phase.phase.value} do not fit {own} s")
    certificate = _certificate_of(routine)
    _expect("the certificate's seconds", certificate.seconds, routine.seconds)
    _expect("the certificate's worth", certificate.worth, worth)
    _expect("the certificate's objective", certificate.objective, _UNIT * worth - routine.seconds)


def _best_valid(parts: Sequence[_Part], room: int) -> int:
    """Return the most that a choice can be worth that has a main item, and a warm-up if it lands."""
    still = _best(_without_landings(parts), room)[1] if _may_stand_still(parts) else _NEVER
    return max(still, _best(parts, room, warmed=True)[1])


def _may_stand_still(parts: Iterable[_Part]) -> bool:
    return not any(
        family.forced and all(option.lands for option in family.options)
        for part in parts
        for group in part.groups
        for family in group.families
    )


def _without_landings(parts: Iterable[_Part]) -> list[_Part]:
    def family(each: _Family) -> _Family:
        return each._replace(options=tuple(one for one in each.options if not one.lands))

    return [
        part._replace(
            groups=tuple(
                group._replace(families=tuple(family(each) for each in group.families))
                for group in part.groups
            )
        )
        for part in parts
    ]


def _best(parts: Iterable[_Part], room: int, *, warmed: bool = False) -> tuple[int, int]:
    """Return the most that a choice can be worth without any main item, and with one or more.

    With *warmed*, only choices that have a warm-up item count.
    """
    without, best = [0] * (room + 1), [_NEVER] * (room + 1)
    warm_up = False
    for part in sorted(parts, key=lambda part: part.phase is not Phase.MAIN):
        none, some = [0] * (part.room + 1), [_NEVER] * (part.room + 1)
        for group in part.groups:
            layers = _layers(group, none)
            none, added = layers[0], _highest(layers[1:] or [some])
            some = _highest([added, *(_layers(group, some) if max(some) > _NEVER else ())])
        if part.phase is Phase.MAIN:
            without, best = _together(without, none), _together(without, some)
        else:
            needed = warmed and part.phase is Phase.WARM_UP
            warm_up = warm_up or needed
            either = some if needed else _highest([none, some])
            without, best = _together(without, either), _together(best, either)
    if warmed and not warm_up:
        return _NEVER, _NEVER
    return without[room], best[room]


def _layers(group: _Group, start: _Values) -> list[_Values]:
    """Return, by the number of items taken of *group*, the most to be had on top of *start*."""
    size = len(start)
    layers = [start] + [[_NEVER] * size for _ in group.earned[1:]]
    for family in group.families:
        following = [[_NEVER] * size if family.forced else layer for layer in layers]
        for items, layer in enumerate(layers[:-1]):
            for value, seconds, _ in family.options:
                if seconds < size:
                    shifted = [_NEVER] * seconds + [
                        each + value for each in layer[: size - seconds]
                    ]
                    following[items + 1] = _highest([following[items + 1], shifted])
        layers = following
    return [
        [each + earned for each in layer]
        for layer, earned in zip(layers, group.earned, strict=True)
    ]


def _highest(many: Sequence[_Values]) -> _Values:
    return many[0] if len(many) == 1 else list(map(max, *many))


def _together(whole: _Values, part: _Values) -> _Values:
    """Return the most to be had from both together; *part* may have less room."""
    size = len(whole)
    made = [_NEVER] * size
    before = _NEVER
    for seconds, value in enumerate(part):
        if value > before and value > _NEVER // 2:
            shifted = [_NEVER] * seconds + [each + value for each in whole[: size - seconds]]
            made = _highest([made, shifted])
            before = value
    return made


def _bound(parts: Sequence[_Part], room: int, certificate: Certificate) -> int:
    """Return the Lagrange bound at the certificate's prices.

    A second costs *price* in all, and each phase charges its own price, never less: what the phases
    have room for at the difference, the whole room at the price, and the best picks of every group
    after paying. No routine that fits is worth more.
    """
    phases = certificate.phases
    _expect("the number of priced phases", len(phases), len(parts))
    step = gcd(*(option.seconds for part in parts for option in _options(part))) or 1
    in_all = room - room % step
    bound = certificate.price * in_all
    for part, priced in zip(parts, phases, strict=True):
        where = f"the phase {part.phase.value}"
        demand(priced.phase is part.phase, f"{where} is certified as {priced.phase.value}")
        _expect(f"{where}: its certified room", priced.room, part.room)
        demand(priced.price >= certificate.price, f"{where} is cheaper than the whole")
        own = min(part.room - part.room % step, in_all)
        bound += (priced.price - certificate.price) * own
        bound += sum(_best_picks(group, priced.price, own) for group in part.groups)
    return bound


def _options(part: _Part) -> Iterator[_Option]:
    for group in part.groups:
        for family in group.families:
            yield from family.options


def _best_picks(group: _Group, price: int, room: int) -> int:
    """Return the most that items of *group* are worth after paying *price* for each second."""
    forced, free = 0, list[int]()
    count = 0
    for family in group.families:
        paid = [
            each.value - price * each.seconds for each in family.options if each.seconds <= room
        ]
        if family.forced:
            forced, count = forced + max(paid), count + 1
        elif paid:
            free.append(max(paid))
    free.sort(reverse=True)
    most = min(len(group.earned) - 1, count + len(free))
    return max(
        forced + sum(free[: items - count]) + group.earned[items]
        for items in range(count, most + 1)
    )
