"""What an exercise exposes the body to: the properties that cautions look at.

Rule: a property that is not stated (None) counts as the worst one under any caution.
"""

from __future__ import annotations

from attrs import field, frozen

from ..frameworks import Served
from ._checks import each, member, optional, truth
from .vocabulary import (
    AdductorLength,
    AdductorLoad,
    Balance,
    EndRange,
    EndRangeDirection,
    HamstringLength,
    HipBend,
    Impact,
    InwardTurn,
    KneeBend,
    Midline,
    OneLegLoad,
    OutsideLoad,
    RolledArea,
    Spine,
    Strain,
)


@frozen(kw_only=True)
class Exposures(Served):
    """The worst position or load reached, as dosed; None means not stated, and counts as worst.

    *hip_bend_loaded* and *knee_bend_loaded* are degrees of bend under load, *hip_bend_passive* under
    stretch; *turn_in_when_bent* is turning in or crossing in 90 degrees of hip bend or more;
    *pelvis_drops* means by design; *lever_at_knee* is a band or pressure below the knee that pulls
    sideways.
    """

    hip_bend_loaded: HipBend | None = field(default=None, validator=optional(member(HipBend)))
    hip_bend_passive: HipBend | None = field(default=None, validator=optional(member(HipBend)))
    knee_bend_loaded: KneeBend | None = field(default=None, validator=optional(member(KneeBend)))
    crosses_midline: Midline | None = field(default=None, validator=optional(member(Midline)))
    turn_in_when_bent: InwardTurn | None = field(
        default=None, validator=optional(member(InwardTurn))
    )
    end_range: EndRange | None = field(default=None, validator=optional(member(EndRange)))
    end_range_directions: tuple[EndRangeDirection, ...] | None = field(
        default=None, validator=optional(each(member(EndRangeDirection)))
    )
    hamstring_long: HamstringLength | None = field(
        default=None, validator=optional(member(HamstringLength))
    )
    adductor_load: AdductorLoad | None = field(
        default=None, validator=optional(member(AdductorLoad))
    )
    adductor_long: AdductorLength | None = field(
        default=None, validator=optional(member(AdductorLength))
    )
    one_leg_load: OneLegLoad | None = field(default=None, validator=optional(member(OneLegLoad)))
    pelvis_drops: bool | None = field(default=None, validator=optional(truth()))
    impact: Impact | None = field(default=None, validator=optional(member(Impact)))
    jerk: bool | None = field(default=None, validator=optional(truth()))
    spine: Spine | None = field(default=None, validator=optional(member(Spine)))
    balance: Balance | None = field(default=None, validator=optional(member(Balance)))
    strain: Strain | None = field(default=None, validator=optional(member(Strain)))
    forefoot_stance: bool | None = field(default=None, validator=optional(truth()))
    outside_load: OutsideLoad | None = field(default=None, validator=optional(member(OutsideLoad)))
    lever_at_knee: bool | None = field(default=None, validator=optional(truth()))
    rolled_areas: tuple[RolledArea, ...] | None = field(
        default=None, validator=optional(each(member(RolledArea)))
    )
