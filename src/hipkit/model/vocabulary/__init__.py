"""Every closed word list of hipkit, one enum each.

A list's members are in the order in which they are shown. Each list that a caller may type has a
`Literal` beside it (`Level` and `LevelWord`), kept equal by a test.
"""

from __future__ import annotations

from ._words import OrderedWord as OrderedWord
from ._words import Word as Word
from .body import Chain as Chain
from .body import Contact as Contact
from .body import Joints as Joints
from .body import Laterality as Laterality
from .body import MeasuredMuscle as MeasuredMuscle
from .body import Movement as Movement
from .body import Muscle as Muscle
from .body import MuscleRole as MuscleRole
from .body import MuscleWord as MuscleWord
from .body import Plane as Plane
from .body import Position as Position
from .body import PositionFamily as PositionFamily
from .body import PositionWord as PositionWord
from .body import Region as Region
from .body import RegionWord as RegionWord
from .body import RolledArea as RolledArea
from .body import Side as Side
from .body import Support as Support
from .body import WorkedSide as WorkedSide
from .body import family_of as family_of
from .body import muscle_of as muscle_of
from .body import muscles_of as muscles_of
from .exposure import AdductorLength as AdductorLength
from .exposure import AdductorLoad as AdductorLoad
from .exposure import Balance as Balance
from .exposure import Caution as Caution
from .exposure import CautionWord as CautionWord
from .exposure import EndRange as EndRange
from .exposure import EndRangeDirection as EndRangeDirection
from .exposure import HamstringLength as HamstringLength
from .exposure import HipBend as HipBend
from .exposure import Impact as Impact
from .exposure import InwardTurn as InwardTurn
from .exposure import KneeBend as KneeBend
from .exposure import Midline as Midline
from .exposure import OneLegLoad as OneLegLoad
from .exposure import OutsideLoad as OutsideLoad
from .exposure import Spine as Spine
from .exposure import Strain as Strain
from .kit import BandPlace as BandPlace
from .kit import BandStrength as BandStrength
from .kit import Equipment as Equipment
from .kit import EquipmentWord as EquipmentWord
from .kit import Hands as Hands
from .kit import LoadKind as LoadKind
from .kit import LoadSide as LoadSide
from .training import Basis as Basis
from .training import Change as Change
from .training import CountOf as CountOf
from .training import EffortScale as EffortScale
from .training import EffortWord as EffortWord
from .training import EvidenceGap as EvidenceGap
from .training import FitMatch as FitMatch
from .training import Goal as Goal
from .training import GoalWord as GoalWord
from .training import Grade as Grade
from .training import Group as Group
from .training import GroupWord as GroupWord
from .training import IdFate as IdFate
from .training import IntervalKind as IntervalKind
from .training import Kind as Kind
from .training import Level as Level
from .training import LevelWord as LevelWord
from .training import Phase as Phase
from .training import ProtocolSides as ProtocolSides
from .training import Read as Read
from .training import Statistic as Statistic
from .training import Status as Status
from .training import Tier as Tier
from .training import usual_kind as usual_kind
