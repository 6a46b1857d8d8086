"""Obedient and safe, judged by a script that reads stored JSON and shares no code with the filter."""

from __future__ import annotations

from typing import Any

import judge
import pytest
from judging.asking import stored

import hipkit


def test_random_requests_break_no_rule(capsys: pytest.CaptureFixture[str]) -> None:
    """Three hundred requests over every field: no item breaks a rule, no exception but NoRoutine."""
    assert judge.main(300) == 0
    assert "0 violations" in capsys.readouterr().out


def judged(routine: hipkit.Routine, **changes: Any) -> list[str]:
    """Return what the judge says of *routine* when its stored request says something else."""
    plain = stored(routine)
    plain["request"].update(changes)
    return judge.judge(plain)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"minutes": 5}, "s in 300 s"),
        ({"positions": ["standing"]}, "position not allowed"),
        ({"equipment": []}, "equipment missing"),
        ({"level": "beginner"}, "exercise above the level"),
        ({"goal": "recovery"}, "strength after a run"),
        ({"cautions": ["outer-hip-pain"]}, "spared by outer-hip-pain"),
        ({"exclude": ["side-plank"]}, "excluded"),
        ({"include": ["clamshell"]}, "included but absent"),
        ({"cautions": ["groin-pain"]}, "notice bone-stress missing"),
    ],
)
def test_the_judge_does_complain(changes: dict[str, Any], complaint: str) -> None:
    """A check that cannot fail would be none."""
    routine = hipkit.build_routine(
        30,
        level="intermediate",
        equipment=["mini-band"],
        include=["side-plank", "banded-clamshell"],
    )
    assert judged(routine) == []
    assert any(complaint in said for said in judged(routine, **changes))
