"""Words that several invariants share: what moves the hip, what ranks below what, what a thing is called."""

from __future__ import annotations

import re

ACTIVE = {"strength", "isometric", "control"}
SIDE_HIP = {"gluteus-medius", "gluteus-minimus", "tensor-fasciae-latae"}
INNER_THIGH = {"adductors", "adductor-magnus"}
MOVERS = {
    "flexion": {"iliopsoas", "rectus-femoris", "tensor-fasciae-latae"},
    "extension": {"gluteus-maximus", "hamstrings", "adductor-magnus"},
    "abduction": SIDE_HIP,
    "adduction": INNER_THIGH,
    "external-rotation": {"deep-external-rotators", "gluteus-maximus"},
    "internal-rotation": {"gluteus-medius", "gluteus-minimus", "tensor-fasciae-latae"},
    "level-pelvis": {"gluteus-medius", "gluteus-minimus", "obliques", "quadratus-lumborum"},
}
"""The muscles that make a movement, or hold against its opposite."""

LENGTHENED_BY = {
    "flexion": {"gluteus-maximus", "hamstrings", "adductor-magnus"},
    "extension": {"iliopsoas", "rectus-femoris", "calves"},
    "abduction": INNER_THIGH,
}
"""The muscles that a stretch in this direction lengthens most."""

PLANES = {
    "flexion": "sagittal",
    "extension": "sagittal",
    "abduction": "frontal",
    "adduction": "frontal",
    "level-pelvis": "frontal",
    "external-rotation": "transverse",
    "internal-rotation": "transverse",
}
LEVELS = ["beginner", "intermediate", "advanced"]
EFFORTS = ["easy", "light", "somewhat-hard", "hard", "very-hard"]
BALANCE = ["steady", "some", "hard"]
IMPACT = ["none", "two-leg", "one-leg"]

POSITION_FAMILY = {
    "standing": "upright",
    "split-stance": "upright",
    "walking": "upright",
    "half-kneeling": "kneeling",
    "tall-kneeling": "kneeling",
    "hands-and-knees": "on hands",
    "plank": "on hands",
    "prone": "lying",
    "supine-knees-bent": "lying",
    "supine-straight": "lying",
    "side-lying": "lying",
    "side-plank": "lying",
    "sitting-floor": "sitting",
    "sitting-chair": "sitting",
    "bench-supported": "sitting",
}
UPRIGHT = {position for position, family in POSITION_FAMILY.items() if family == "upright"}

POSITION_WORDS = {
    "standing": r"\bstand|\bface (a|away|the)\b|\bfeet (wide|hip-width)",
    "split-stance": r"one foot (well )?(forward|back)|step back|(front|rear) (leg|foot|heel)|foot back|a long pace in front",
    "walking": r"\bwalk|\bsteps?\b|\bstrides?\b|go on one way",
    "half-kneeling": r"\bkneel on one knee|\bone knee on\b",
    "tall-kneeling": r"\bkneel",
    "hands-and-knees": r"\bhands and knees\b",
    "plank": r"\bplank\b|from head to heels|body is one line|hands on the floor",
    "prone": r"\bface down\b",
    "supine-knees-bent": r"\bon your back\b",
    "supine-straight": r"\bon your back\b",
    "side-lying": r"\bon (your|your other|whichever) side\b",
    "side-plank": r"\blift (your|the) hips\b",
    "sitting-floor": r"\bsit\b.*\b(floor|roller|ball)\b|hips off the floor or not",
    "sitting-chair": r"\bsit\b.*\bchair\b|\bchair\b.*\bsit\b",
    "bench-supported": r"\bshoulder blades on the edge of the bench\b",
}
KIT_WORDS = {
    "chair": r"\bchairs?\b",
    "step": r"\bstairs?\b|\b(?:a|the|your) (?:low|lower|firm|tall|low, firm) step\b|\b(?:on|chair,) (?:the )?step\b|stair or step",
    "towel-or-cushion": r"\b(towel|cushion)s?\b",
    "mini-band": r"\bmini-bands?\b",
    "long-band": r"\blong bands?\b",
    "anchor": r"\banchor\b(?! the band)",
    "dumbbell": r"\bdumbbells?\b",
    "kettlebell": r"\bkettlebells?\b",
    "barbell": r"\bbarbells?\b",
    "bench": r"\bbench(es)?\b",
    "cable": r"\bcables?\b|\bmachine\b",
    "ankle-weight": r"\bankle weights?\b",
    "small-ball": r"\bsmall balls?\b",
    "stability-ball": r"\bstability balls?\b",
    "slider": r"\bsliders?\b",
    "foam-roller": r"\bfoam rollers?\b",
    "massage-ball": r"\bmassage balls?\b",
    "partner": r"\bpartner\b",
}


def says(pattern: str, text: str) -> bool:
    """Whether *pattern* is found in *text*, whatever its letters' size."""
    return re.search(pattern, text, re.IGNORECASE) is not None
