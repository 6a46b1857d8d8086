"""hipkit: hip strength, mobility and self-release routines for runners, composed and explained.

Everything at this front door is loaded when it is first touched; importing hipkit loads no other
module, neither attrs nor json.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # a constant that checkers understand; `import typing` would cost more
if TYPE_CHECKING:
    from .asking import build_routine as build_routine
    from .asking import evidence_for as evidence_for
    from .asking import explain as explain
    from .asking import routine_from_protocol as routine_from_protocol
    from .asking.changing import alternatives as alternatives
    from .asking.changing import resize as resize
    from .asking.changing import substitute as substitute
    from .asking.compacting import compact as compact
    from .asking.compacting import restore as restore
    from .asking.drawing import draw as draw
    from .asking.many import build_routines as build_routines
    from .catalogue import Catalogue as Catalogue
    from .catalogue import load_catalogue as load_catalogue
    from .catalogue import load_evidence as load_evidence
    from .catalogue import load_safety as load_safety
    from .catalogue import load_tips as load_tips
    from .catalogue import read_catalogue as read_catalogue
    from .composing import compose as compose
    from .composing import default_policy as default_policy
    from .errors import CatalogueError as CatalogueError
    from .errors import HipkitError as HipkitError
    from .errors import InvalidValue as InvalidValue
    from .errors import NoRoutine as NoRoutine
    from .errors import PluginError as PluginError
    from .errors import Problem as Problem
    from .errors import ProblemCode as ProblemCode
    from .errors import RequestError as RequestError
    from .errors import SeekAdvice as SeekAdvice
    from .errors import StoredFormatError as StoredFormatError
    from .errors import UnknownExercise as UnknownExercise
    from .errors import UnknownSource as UnknownSource
    from .exporting import to_bibtex as to_bibtex
    from .exporting import to_csl_json as to_csl_json
    from .model import AdductorLength as AdductorLength
    from .model import AdductorLoad as AdductorLoad
    from .model import Alternative as Alternative
    from .model import Avoidance as Avoidance
    from .model import Axis as Axis
    from .model import Balance as Balance
    from .model import BallJoint as BallJoint
    from .model import BandPlace as BandPlace
    from .model import BandStrength as BandStrength
    from .model import Basis as Basis
    from .model import Bearing as Bearing
    from .model import BodyPart as BodyPart
    from .model import BodySide as BodySide
    from .model import Camera as Camera
    from .model import Caution as Caution
    from .model import CautionException as CautionException
    from .model import CautionNote as CautionNote
    from .model import CautionRule as CautionRule
    from .model import CautionWord as CautionWord
    from .model import Certificate as Certificate
    from .model import Chain as Chain
    from .model import Change as Change
    from .model import ChangeKind as ChangeKind
    from .model import Citation as Citation
    from .model import CompactRoutine as CompactRoutine
    from .model import CompactSlot as CompactSlot
    from .model import Condition as Condition
    from .model import Contact as Contact
    from .model import CountOf as CountOf
    from .model import Coverage as Coverage
    from .model import Criterion as Criterion
    from .model import DoseBand as DoseBand
    from .model import Effort as Effort
    from .model import EffortLimit as EffortLimit
    from .model import EffortScale as EffortScale
    from .model import EffortWord as EffortWord
    from .model import EndRange as EndRange
    from .model import EndRangeDirection as EndRangeDirection
    from .model import Equipment as Equipment
    from .model import EquipmentWord as EquipmentWord
    from .model import Evidence as Evidence
    from .model import EvidenceGap as EvidenceGap
    from .model import Exercise as Exercise
    from .model import ExerciseEvidence as ExerciseEvidence
    from .model import Explanation as Explanation
    from .model import Exposures as Exposures
    from .model import Fate as Fate
    from .model import Figure as Figure
    from .model import FigureArrow as FigureArrow
    from .model import FitMatch as FitMatch
    from .model import FitReference as FitReference
    from .model import FocusTarget as FocusTarget
    from .model import FocusWord as FocusWord
    from .model import FullExplanation as FullExplanation
    from .model import Gap as Gap
    from .model import Goal as Goal
    from .model import GoalWord as GoalWord
    from .model import Grade as Grade
    from .model import Group as Group
    from .model import GroupPolicy as GroupPolicy
    from .model import GroupWord as GroupWord
    from .model import HamstringLength as HamstringLength
    from .model import Hands as Hands
    from .model import HipBend as HipBend
    from .model import IdFate as IdFate
    from .model import Impact as Impact
    from .model import Instructions as Instructions
    from .model import Interval as Interval
    from .model import IntervalKind as IntervalKind
    from .model import InwardTurn as InwardTurn
    from .model import ItemExplanation as ItemExplanation
    from .model import ItemLoss as ItemLoss
    from .model import Joints as Joints
    from .model import KeyFrame as KeyFrame
    from .model import Kind as Kind
    from .model import KindPolicy as KindPolicy
    from .model import KneeBend as KneeBend
    from .model import Laterality as Laterality
    from .model import LeftOut as LeftOut
    from .model import Level as Level
    from .model import LevelWord as LevelWord
    from .model import Limb as Limb
    from .model import Load as Load
    from .model import LoadKind as LoadKind
    from .model import LoadSide as LoadSide
    from .model import MeasuredMuscle as MeasuredMuscle
    from .model import MeasuredRange as MeasuredRange
    from .model import Measurement as Measurement
    from .model import Midline as Midline
    from .model import Mistake as Mistake
    from .model import Movement as Movement
    from .model import Muscle as Muscle
    from .model import MuscleBasis as MuscleBasis
    from .model import MuscleRole as MuscleRole
    from .model import MuscleUse as MuscleUse
    from .model import MuscleWord as MuscleWord
    from .model import Notice as Notice
    from .model import NoticeMoment as NoticeMoment
    from .model import NoticeRule as NoticeRule
    from .model import OneLegLoad as OneLegLoad
    from .model import OutsideLoad as OutsideLoad
    from .model import OwnRule as OwnRule
    from .model import PelvisAngles as PelvisAngles
    from .model import Phase as Phase
    from .model import PhasePolicy as PhasePolicy
    from .model import PhasePrice as PhasePrice
    from .model import Place as Place
    from .model import Plane as Plane
    from .model import Points as Points
    from .model import Policy as Policy
    from .model import Pose as Pose
    from .model import Position as Position
    from .model import PositionFamily as PositionFamily
    from .model import PositionWord as PositionWord
    from .model import Posture as Posture
    from .model import Prop as Prop
    from .model import PropKind as PropKind
    from .model import Protocol as Protocol
    from .model import ProtocolItem as ProtocolItem
    from .model import ProtocolSides as ProtocolSides
    from .model import ProtocolUse as ProtocolUse
    from .model import Provenance as Provenance
    from .model import Reach as Reach
    from .model import Read as Read
    from .model import Reason as Reason
    from .model import ReasonCode as ReasonCode
    from .model import Reference as Reference
    from .model import Region as Region
    from .model import RegionWord as RegionWord
    from .model import Relaxation as Relaxation
    from .model import Request as Request
    from .model import RequestChange as RequestChange
    from .model import Review as Review
    from .model import RolledArea as RolledArea
    from .model import Routine as Routine
    from .model import Rule as Rule
    from .model import Rung as Rung
    from .model import Safety as Safety
    from .model import Side as Side
    from .model import Slot as Slot
    from .model import Span as Span
    from .model import Spine as Spine
    from .model import SpineAngles as SpineAngles
    from .model import Statistic as Statistic
    from .model import Status as Status
    from .model import Strain as Strain
    from .model import Study as Study
    from .model import Support as Support
    from .model import Surface as Surface
    from .model import Template as Template
    from .model import Theme as Theme
    from .model import Tier as Tier
    from .model import Tip as Tip
    from .model import Tombstone as Tombstone
    from .model import Verdict as Verdict
    from .model import WhyNot as WhyNot
    from .model import Words as Words
    from .model import WorkedSide as WorkedSide
    from .rendering import render as render
    from .rendering import to_html as to_html
    from .rendering import to_markdown as to_markdown
    from .rendering import to_text as to_text
    from .storing import dumps as dumps
    from .storing import from_plain as from_plain
    from .storing import loads as loads
    from .storing import to_plain as to_plain
    from .storing.schema import schema_of as schema_of
    from .translating import load_words as load_words
else:  # hidden from checkers, so that they report a name that is not there

    def __getattr__(name: str) -> object:
        """Load *name* from its room, once."""
        room = _HOME.get(name)
        if room is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f"{__name__}.{room}"), name)
        return value


__all__ = [
    "AdductorLength",
    "AdductorLoad",
    "Alternative",
    "Avoidance",
    "Axis",
    "Balance",
    "BallJoint",
    "BandPlace",
    "BandStrength",
    "Basis",
    "Bearing",
    "BodyPart",
    "BodySide",
    "Camera",
    "Catalogue",
    "CatalogueError",
    "Caution",
    "CautionException",
    "CautionNote",
    "CautionRule",
    "CautionWord",
    "Certificate",
    "Chain",
    "Change",
    "ChangeKind",
    "Citation",
    "CompactRoutine",
    "CompactSlot",
    "Condition",
    "Contact",
    "CountOf",
    "Coverage",
    "Criterion",
    "DoseBand",
    "Effort",
    "EffortLimit",
    "EffortScale",
    "EffortWord",
    "EndRange",
    "EndRangeDirection",
    "Equipment",
    "EquipmentWord",
    "Evidence",
    "EvidenceGap",
    "Exercise",
    "ExerciseEvidence",
    "Explanation",
    "Exposures",
    "Fate",
    "Figure",
    "FigureArrow",
    "FitMatch",
    "FitReference",
    "FocusTarget",
    "FocusWord",
    "FullExplanation",
    "Gap",
    "Goal",
    "GoalWord",
    "Grade",
    "Group",
    "GroupPolicy",
    "GroupWord",
    "HamstringLength",
    "Hands",
    "HipBend",
    "HipkitError",
    "IdFate",
    "Impact",
    "Instructions",
    "Interval",
    "IntervalKind",
    "InvalidValue",
    "InwardTurn",
    "ItemExplanation",
    "ItemLoss",
    "Joints",
    "KeyFrame",
    "Kind",
    "KindPolicy",
    "KneeBend",
    "Laterality",
    "LeftOut",
    "Level",
    "LevelWord",
    "Limb",
    "Load",
    "LoadKind",
    "LoadSide",
    "MeasuredMuscle",
    "MeasuredRange",
    "Measurement",
    "Midline",
    "Mistake",
    "Movement",
    "Muscle",
    "MuscleBasis",
    "MuscleRole",
    "MuscleUse",
    "MuscleWord",
    "NoRoutine",
    "Notice",
    "NoticeMoment",
    "NoticeRule",
    "OneLegLoad",
    "OutsideLoad",
    "OwnRule",
    "PelvisAngles",
    "Phase",
    "PhasePolicy",
    "PhasePrice",
    "Place",
    "Plane",
    "PluginError",
    "Points",
    "Policy",
    "Pose",
    "Position",
    "PositionFamily",
    "PositionWord",
    "Posture",
    "Problem",
    "ProblemCode",
    "Prop",
    "PropKind",
    "Protocol",
    "ProtocolItem",
    "ProtocolSides",
    "ProtocolUse",
    "Provenance",
    "Reach",
    "Read",
    "Reason",
    "ReasonCode",
    "Reference",
    "Region",
    "RegionWord",
    "Relaxation",
    "Request",
    "RequestChange",
    "RequestError",
    "Review",
    "RolledArea",
    "Routine",
    "Rule",
    "Rung",
    "Safety",
    "SeekAdvice",
    "Side",
    "Slot",
    "Span",
    "Spine",
    "SpineAngles",
    "Statistic",
    "Status",
    "StoredFormatError",
    "Strain",
    "Study",
    "Support",
    "Surface",
    "Template",
    "Theme",
    "Tier",
    "Tip",
    "Tombstone",
    "UnknownExercise",
    "UnknownSource",
    "Verdict",
    "WhyNot",
    "Words",
    "WorkedSide",
    "alternatives",
    "build_routine",
    "build_routines",
    "compact",
    "compose",
    "default_policy",
    "draw",
    "dumps",
    "evidence_for",
    "explain",
    "from_plain",
    "load_catalogue",
    "load_evidence",
    "load_safety",
    "load_tips",
    "load_words",
    "loads",
    "read_catalogue",
    "render",
    "resize",
    "restore",
    "routine_from_protocol",
    "schema_of",
    "substitute",
    "to_bibtex",
    "to_csl_json",
    "to_html",
    "to_markdown",
    "to_plain",
    "to_text",
]

_ROOMS = {
    "asking.changing": "alternatives resize substitute",
    "asking.compacting": "compact restore",
    "asking.drawing": "draw",
    "asking.many": "build_routines",
    "asking": "build_routine evidence_for explain routine_from_protocol",
    "catalogue": "Catalogue load_catalogue load_evidence load_safety load_tips read_catalogue",
    "composing": "compose default_policy",
    "errors": "CatalogueError HipkitError InvalidValue NoRoutine PluginError Problem ProblemCode RequestError SeekAdvice StoredFormatError UnknownExercise UnknownSource",
    "exporting": "to_bibtex to_csl_json",
    "model": "AdductorLength AdductorLoad Alternative Avoidance Axis Balance BallJoint BandPlace BandStrength Basis Bearing BodyPart BodySide Camera Caution CautionException CautionNote CautionRule CautionWord Certificate Chain Change ChangeKind Citation CompactRoutine CompactSlot Condition Contact CountOf Coverage Criterion DoseBand Effort EffortLimit EffortScale EffortWord EndRange EndRangeDirection Equipment EquipmentWord Evidence EvidenceGap Exercise ExerciseEvidence Explanation Exposures Fate Figure FigureArrow FitMatch FitReference FocusTarget FocusWord FullExplanation Gap Goal GoalWord Grade Group GroupPolicy GroupWord HamstringLength Hands HipBend IdFate Impact Instructions Interval IntervalKind InwardTurn ItemExplanation ItemLoss Joints KeyFrame Kind KindPolicy KneeBend Laterality LeftOut Level LevelWord Limb Load LoadKind LoadSide MeasuredMuscle MeasuredRange Measurement Midline Mistake Movement Muscle MuscleBasis MuscleRole MuscleUse MuscleWord Notice NoticeMoment NoticeRule OneLegLoad OutsideLoad OwnRule PelvisAngles Phase PhasePolicy PhasePrice Place Plane Points Policy Pose Position PositionFamily PositionWord Posture Prop PropKind Protocol ProtocolItem ProtocolSides ProtocolUse Provenance Reach Read Reason ReasonCode Reference Region RegionWord Relaxation Request RequestChange Review RolledArea Routine Rule Rung Safety Side Slot Span Spine SpineAngles Statistic Status Strain Study Support Surface Template Theme Tier Tip Tombstone Verdict WhyNot Words WorkedSide",
    "rendering": "render to_html to_markdown to_text",
    "storing.schema": "schema_of",
    "storing": "dumps from_plain loads to_plain",
    "translating": "load_words",
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names.split()}


def __dir__() -> list[str]:
    """List what the front door offers, loaded or not."""
    return sorted({*globals(), *__all__})
