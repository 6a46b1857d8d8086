"""The edges of storing: what is no noun, no reason, no focus."""

from __future__ import annotations

from typing import Any

import pytest

import hipkit
from hipkit import InvalidValue, Reason, Request


@pytest.mark.parametrize("cls", [dict, int, object])
def test_only_nouns_are_made_from_plain_data(cls: Any) -> None:
    """A class that is not hipkit's has no plain data."""
    with pytest.raises(InvalidValue, match="not a noun of hipkit"):
        hipkit.from_plain({}, cls)


@pytest.mark.parametrize("plain", [7, [], {"code": "excluded", "extra": 1}, {"facts": []}])
def test_what_is_no_reason_is_refused(plain: Any) -> None:
    """A reason is code, exercise and facts."""
    with pytest.raises(InvalidValue, match="expected a reason"):
        hipkit.from_plain({"exercise": "x", "reasons": [plain]}, hipkit.Verdict)


def test_a_reason_needs_a_known_code() -> None:
    """Codes are a closed list."""
    with pytest.raises(InvalidValue, match="did you mean 'excluded'"):
        hipkit.from_plain({"exercise": "x", "reasons": [{"code": "exclude"}]}, hipkit.Verdict)


def test_focus_words_come_back_as_their_own_enums() -> None:
    """Groups, muscles and regions share a field; anything else is refused with the nearest word."""
    focus = ["abduction", "calves", "glutes"]
    request = hipkit.from_plain({"focus": focus}, Request)
    assert request.focus == (hipkit.Group.ABDUCTION, hipkit.Muscle.CALVES, hipkit.Region.GLUTES)
    assert hipkit.to_plain(request)["focus"] == focus
    assert {type(word) for word in hipkit.to_plain(request)["focus"]} == {str}
    for wrong in (["glute"], [3], "glutes"):
        with pytest.raises(InvalidValue):
            hipkit.from_plain({"focus": wrong}, Request)


def test_cautions_in_nested_lists_of_reasons_are_withheld() -> None:
    """Wherever a reason stands, its caution is not stored unless asked."""
    reason = Reason(hipkit.ReasonCode.CAUTION, "x", (("caution", "knee-pain"), ("word", "free")))
    verdict = hipkit.Verdict("x", (reason,))
    assert "knee-pain" not in hipkit.dumps(verdict)
    assert hipkit.loads(hipkit.dumps(verdict), hipkit.Verdict).reasons[0]["caution"] == "withheld"
    assert "knee-pain" in hipkit.dumps(verdict, include_cautions=True)
    assert "knee-pain" not in hipkit.dumps(reason)
