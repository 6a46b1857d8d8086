"""The order in which parts are drawn, for all frames at once, and which stand out by a halo.

Rule: two parts are compared where their discs overlap, by overlap times difference of depth, summed over
the frames. What is in front of nobody left is drawn next; where parts lie in a ring, the one that
loses least.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import TypeAlias

from .body import SIDES
from .outlines import Sample

Scene: TypeAlias = dict[str, list[Sample]]
"""The discs of every part in one frame, by its name."""

_TOUCH = 0.2
"""Overlap over the sum of two radii at which one part crosses the other."""
_LITTLE = 1e-6


def _neighbours() -> frozenset[frozenset[str]]:
    found = {frozenset(pair) for pair in (("pelvis", "trunk"), ("trunk", "neck"), ("neck", "head"))}
    found |= {frozenset(pair) for pair in (("head", "hair"), ("neck", "hair"), ("trunk", "head"))}
    for side, _ in SIDES:
        thigh, shank, foot = (f"{side}-{each}" for each in ("thigh", "shank", "foot"))
        upper, forearm, hand = (f"{side}-{each}" for each in ("upper-arm", "forearm", "hand"))
        for pair in (
            *((thigh, shank), (shank, foot), (thigh, foot), ("pelvis", thigh), ("trunk", thigh)),
            *((upper, forearm), (forearm, hand), ("trunk", upper)),
        ):
            found.add(frozenset(pair))
    return frozenset(found)


_ATTACHED = _neighbours()
_NEVER = frozenset({"pelvis", "neck"})


class Order:
    """Names in the order in which they are drawn, and those that stand out by a halo."""

    def __init__(self, scenes: list[Scene], folded: Iterable[tuple[str, str]]) -> None:
        """Compare the parts of all *scenes*; *folded* are neighbours that cross each other."""
        self._names = list(scenes[0])
        count = len(self._names)
        self._nearer = [[0.0] * count for _ in range(count)]
        self._crosses = [[False] * count for _ in range(count)]
        for scene in scenes:
            self._compare(scene)
        order = self._sorted()
        self.names: list[str] = [self._names[index] for index in order]
        self.halos: frozenset[str] = self._halos(order, {frozenset(pair) for pair in folded})

    def _compare(self, scene: Scene) -> None:
        discs = [scene[name] for name in self._names]
        frames = [
            (
                min(x - r for x, _, _, r in each),
                max(x + r for x, _, _, r in each),
                min(y - r for _, y, _, r in each),
                max(y + r for _, y, _, r in each),
            )
            for each in discs
        ]
        for i, (left, right, top, low) in enumerate(frames):
            for j in range(i + 1, len(frames)):
                other = frames[j]
                if left > other[1] or other[0] > right or top > other[3] or other[2] > low:
                    continue
                weight, crosses = _overlap(discs[i], discs[j])
                self._nearer[i][j] += weight
                self._nearer[j][i] -= weight
                if crosses:
                    self._crosses[i][j] = self._crosses[j][i] = True

    def _sorted(self) -> list[int]:
        left = list(range(len(self._names)))
        order: list[int] = []
        while left:
            least, best = -1.0, left[0]
            for index in left:
                row = self._nearer[index]
                cost = 0.0
                for other in left:
                    if row[other] > _LITTLE:
                        cost += row[other]
                if least < 0 or cost < least - 1e-9:
                    least, best = cost, index
                if cost == 0:
                    break
            order.append(best)
            left.remove(best)
        return order

    def _halos(self, order: list[int], folded: set[frozenset[str]]) -> frozenset[str]:
        found: set[str] = set()
        for place, index in enumerate(order):
            name = self._names[index]
            if name in _NEVER:
                continue
            for other in order[:place]:
                if not self._crosses[index][other]:
                    continue
                pair = frozenset((name, self._names[other]))
                if pair not in _ATTACHED or pair in folded:
                    found.add(name)
                    break
        return frozenset(found)


def _overlap(one: list[Sample], other: list[Sample]) -> tuple[float, bool]:
    weight, crosses = 0.0, False
    for x, y, depth, radius in one:
        for p, q, far, wide in other:
            reach = radius + wide
            dx, dy = x - p, y - q
            apart = dx * dx + dy * dy
            if apart < reach * reach:
                over = reach - sqrt(apart)
                weight += over * (depth - far)
                if over > _TOUCH * reach:
                    crosses = True
    return weight, crosses
