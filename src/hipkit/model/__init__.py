"""The nouns of hipkit: frozen values that know nothing of files, choosing or wording."""

from __future__ import annotations

import re
import sys
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # these are loaded when they are first touched: no routine needs them
    from .alternative import Alternative as Alternative
    from .appraisal import ExerciseEvidence as ExerciseEvidence
    from .appraisal import Gap as Gap
    from .appraisal import MeasuredRange as MeasuredRange
    from .appraisal import MuscleBasis as MuscleBasis
    from .compact import CompactRoutine as CompactRoutine
    from .compact import CompactSlot as CompactSlot
    from .explained import FullExplanation as FullExplanation
    from .explained import ItemLoss as ItemLoss
    from .explained import Verdict as Verdict
    from .explained import WhyNot as WhyNot
    from .fate import Fate as Fate
    from .fate import Tombstone as Tombstone
    from .figure import BallJoint as BallJoint
    from .figure import Bearing as Bearing
    from .figure import Camera as Camera
    from .figure import Figure as Figure
    from .figure import FigureArrow as FigureArrow
    from .figure import KeyFrame as KeyFrame
    from .figure import PelvisAngles as PelvisAngles
    from .figure import Place as Place
    from .figure import Pose as Pose
    from .figure import Prop as Prop
    from .figure import Reach as Reach
    from .figure import SpineAngles as SpineAngles
    from .protocol import Protocol as Protocol
    from .protocol import ProtocolItem as ProtocolItem
    from .relaxation import ChangeKind as ChangeKind
    from .relaxation import Relaxation as Relaxation
    from .relaxation import RequestChange as RequestChange
    from .studies import Evidence as Evidence
    from .studies import Measurement as Measurement
    from .studies import Rule as Rule
    from .studies import Study as Study
    from .theme import Theme as Theme
    from .vocabulary.figures import Axis as Axis
    from .vocabulary.figures import BodyPart as BodyPart
    from .vocabulary.figures import BodySide as BodySide
    from .vocabulary.figures import Limb as Limb
    from .vocabulary.figures import Posture as Posture
    from .vocabulary.figures import PropKind as PropKind
    from .vocabulary.figures import Reference as Reference
    from .vocabulary.figures import Surface as Surface
    from .words import Template as Template
    from .words import Words as Words

from .dose import DoseBand as DoseBand
from .evidence import Citation as Citation
from .evidence import Tip as Tip
from .exercise import CautionException as CautionException
from .exercise import CautionNote as CautionNote
from .exercise import Criterion as Criterion
from .exercise import Exercise as Exercise
from .exercise import FitReference as FitReference
from .exercise import Instructions as Instructions
from .exercise import Load as Load
from .exercise import Mistake as Mistake
from .exercise import MuscleUse as MuscleUse
from .exercise import Review as Review
from .exercise import Rung as Rung
from .exposures import Exposures as Exposures
from .measures import Effort as Effort
from .measures import Span as Span
from .own_rule import OwnRule as OwnRule
from .own_rule import rule_name as rule_name
from .policy import GroupPolicy as GroupPolicy
from .policy import KindPolicy as KindPolicy
from .policy import PhasePolicy as PhasePolicy
from .policy import Points as Points
from .policy import Policy as Policy
from .protocol_use import ProtocolUse as ProtocolUse
from .reason import Fact as Fact
from .reason import Reason as Reason
from .reason import ReasonCode as ReasonCode
from .reason import because as because
from .request import FocusTarget as FocusTarget
from .request import FocusWord as FocusWord
from .request import Request as Request
from .routine import Certificate as Certificate
from .routine import Coverage as Coverage
from .routine import Explanation as Explanation
from .routine import ItemExplanation as ItemExplanation
from .routine import LeftOut as LeftOut
from .routine import PhasePrice as PhasePrice
from .routine import Provenance as Provenance
from .routine import Routine as Routine
from .routine import Slot as Slot
from .safety import Avoidance as Avoidance
from .safety import CautionRule as CautionRule
from .safety import Condition as Condition
from .safety import EffortLimit as EffortLimit
from .safety import Notice as Notice
from .safety import NoticeMoment as NoticeMoment
from .safety import NoticeRule as NoticeRule
from .safety import Safety as Safety
from .timing import Interval as Interval
from .timing import intervals_of as intervals_of
from .timing import seconds_of as seconds_of
from .vocabulary import AdductorLength as AdductorLength
from .vocabulary import AdductorLoad as AdductorLoad
from .vocabulary import Balance as Balance
from .vocabulary import BandPlace as BandPlace
from .vocabulary import BandStrength as BandStrength
from .vocabulary import Basis as Basis
from .vocabulary import Caution as Caution
from .vocabulary import CautionWord as CautionWord
from .vocabulary import Chain as Chain
from .vocabulary import Change as Change
from .vocabulary import Contact as Contact
from .vocabulary import CountOf as CountOf
from .vocabulary import EffortScale as EffortScale
from .vocabulary import EffortWord as EffortWord
from .vocabulary import EndRange as EndRange
from .vocabulary import EndRangeDirection as EndRangeDirection
from .vocabulary import Equipment as Equipment
from .vocabulary import EquipmentWord as EquipmentWord
from .vocabulary import EvidenceGap as EvidenceGap
from .vocabulary import FitMatch as FitMatch
from .vocabulary import Goal as Goal
from .vocabulary import GoalWord as GoalWord
from .vocabulary import Grade as Grade
from .vocabulary import Group as Group
from .vocabulary import GroupWord as GroupWord
from .vocabulary import HamstringLength as HamstringLength
from .vocabulary import Hands as Hands
from .vocabulary import HipBend as HipBend
from .vocabulary import IdFate as IdFate
from .vocabulary import Impact as Impact
from .vocabulary import IntervalKind as IntervalKind
from .vocabulary import InwardTurn as InwardTurn
from .vocabulary import Joints as Joints
from .vocabulary import Kind as Kind
from .vocabulary import KneeBend as KneeBend
from .vocabulary import Laterality as Laterality
from .vocabulary import Level as Level
from .vocabulary import LevelWord as LevelWord
from .vocabulary import LoadKind as LoadKind
from .vocabulary import LoadSide as LoadSide
from .vocabulary import MeasuredMuscle as MeasuredMuscle
from .vocabulary import Midline as Midline
from .vocabulary import Movement as Movement
from .vocabulary import Muscle as Muscle
from .vocabulary import MuscleRole as MuscleRole
from .vocabulary import MuscleWord as MuscleWord
from .vocabulary import OneLegLoad as OneLegLoad
from .vocabulary import OrderedWord as OrderedWord
from .vocabulary import OutsideLoad as OutsideLoad
from .vocabulary import Phase as Phase
from .vocabulary import Plane as Plane
from .vocabulary import Position as Position
from .vocabulary import PositionFamily as PositionFamily
from .vocabulary import PositionWord as PositionWord
from .vocabulary import ProtocolSides as ProtocolSides
from .vocabulary import Read as Read
from .vocabulary import Region as Region
from .vocabulary import RegionWord as RegionWord
from .vocabulary import RolledArea as RolledArea
from .vocabulary import Side as Side
from .vocabulary import Spine as Spine
from .vocabulary import Statistic as Statistic
from .vocabulary import Status as Status
from .vocabulary import Strain as Strain
from .vocabulary import Support as Support
from .vocabulary import Tier as Tier
from .vocabulary import Word as Word
from .vocabulary import WorkedSide as WorkedSide
from .vocabulary import family_of as family_of
from .vocabulary import muscle_of as muscle_of
from .vocabulary import muscles_of as muscles_of
from .vocabulary import usual_kind as usual_kind

_LATER = {
    "alternative": "Alternative",
    "appraisal": "ExerciseEvidence Gap MeasuredRange MuscleBasis",
    "compact": "CompactRoutine CompactSlot",
    "explained": "FullExplanation ItemLoss Verdict WhyNot",
    "fate": "Fate Tombstone",
    "figure": "BallJoint Bearing Camera Figure FigureArrow KeyFrame PelvisAngles Place Pose Prop Reach SpineAngles",
    "protocol": "Protocol ProtocolItem",
    "relaxation": "ChangeKind Relaxation RequestChange",
    "studies": "Evidence Measurement Rule Study",
    "theme": "Theme",
    "vocabulary.figures": "Axis BodyPart BodySide Limb Posture PropKind Reference Surface",
    "words": "Template Words",
}
_FILE_OF = {name: file for file, names in _LATER.items() for name in names.split()}


def __getattr__(name: str) -> object:
    """Load *name* from its file, once."""
    file = _FILE_OF.get(name)
    if file is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(f"{__name__}.{file}"), name)
    return value


def noun_classes() -> tuple[type, ...]:
    """Return the class of every noun, loaded or not, by name."""
    from attrs import has

    found = [getattr(sys.modules[__name__], name) for name in sorted({*globals(), *_FILE_OF})]
    return tuple(each for each in found if isinstance(each, type) and has(each))


@cache
def resolve(cls: Any) -> None:
    """Let the fields of an attrs class have real types; nouns that it names and that are not loaded are."""
    from attrs import fields, resolve_types

    named = {word for each in fields(cls) for word in re.findall(r"\w+", str(each.type))}
    late = {name: getattr(sys.modules[__name__], name) for name in named & set(_FILE_OF)}
    resolve_types(cls, localns=late)
