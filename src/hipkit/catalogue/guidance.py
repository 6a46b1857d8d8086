"""The packaged safety rules, tips and evidence: loaded from their packs, once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..model import Goal, Safety, Tip
from ..pantry import read_text
from ..storing.packing import unpack

if TYPE_CHECKING:
    from ..model import Evidence


def read_pack(name: str) -> Any:
    """Return the packaged pack called *name* as plain data."""
    return json.loads(read_text("packs", f"{name}.json"))


@cache
def _guidance() -> tuple[tuple[Any, ...], Mapping[str, str]]:
    """Return the safety rules and tips, and the digests of the default policies by goal."""
    packed = read_pack("guidance")
    return unpack(packed), MappingProxyType(packed["policies"])


def load_safety() -> Safety:
    """Return the packaged cautions, notices and stops, in English: the same object ever after."""
    safety: Safety = _guidance()[0][0]
    return safety


def load_tips() -> tuple[Tip, ...]:
    """Return the packaged tips, in English: the same objects ever after."""
    return _guidance()[0][1:]


def default_policy_digest(goal: Goal) -> str:
    """Return the digest of the policy that hipkit uses for *goal*, reckoned when packs were made."""
    return _guidance()[1][goal.value]


@cache
def load_evidence() -> Evidence:
    """Return the packaged studies, rules, measurements and protocols: the same object ever after."""
    evidence: Evidence = unpack(read_pack("evidence"))[0]
    return evidence
