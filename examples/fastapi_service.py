"""A small service around hipkit: `fastapi dev examples/fastapi_service.py`.

Bodies and answers are hipkit's own nouns, so OpenAPI describes them to the last field, and what does
not fit is answered with 422 and hipkit's problems. Needs fastapi and, to run it, an ASGI server.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Body, FastAPI
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import BaseModel

import hipkit

app = FastAPI(title="Hip routines", version="1")

# --8<-- answers


class Refusal(BaseModel):
    """Why there is no routine, in a text for the person who asked, and as data."""

    message: str
    reasons: list[hipkit.Reason]
    relaxations: list[hipkit.Relaxation]
    notice: hipkit.Notice | None = None


@app.exception_handler(hipkit.RequestError)
def does_not_fit(_: object, error: hipkit.RequestError) -> JSONResponse:
    """Answer 422, as FastAPI does, for what a body alone could not tell: an item that is not there."""
    detail = [
        {
            "type": problem.code,
            "loc": ["body", problem.path],
            "msg": problem.message,
            "input": problem.value,
            "ctx": {"remedy": problem.remedy},
        }
        for problem in error.problems
    ]
    return JSONResponse({"detail": detail}, status_code=422)


@app.exception_handler(hipkit.UnknownExercise)
def not_found(_: object, error: hipkit.UnknownExercise) -> JSONResponse:
    """Answer 404, with the nearest id."""
    return JSONResponse({"message": str(error)}, status_code=404)


@app.exception_handler(hipkit.NoRoutine)
def no_routine(_: object, error: hipkit.NoRoutine) -> JSONResponse:
    """Answer 409: nothing was wrong with the request, and nothing answers it."""
    refusal = Refusal(
        message=str(error),
        reasons=list(error.reasons),
        relaxations=list(error.relaxations),
        notice=getattr(error, "notice", None),
    )
    return JSONResponse(refusal.model_dump(mode="json"), status_code=409)


# --8<-- routines

WISH = {"minutes": 20, "goal": "strength", "equipment": ["mini-band"], "cautions": ["knee-pain"]}
REFUSED: dict[int | str, dict[str, Any]] = {
    409: {"model": Refusal},
    404: {"description": "There is no such exercise"},
}
Wish = Annotated[hipkit.Request, Body(examples=[WISH])]
Given = Annotated[hipkit.Routine, Body()]
Id = Annotated[str, Body()]
Cautions = Annotated[list[hipkit.Caution] | None, Body()]


@app.post("/routines", responses=REFUSED)
def build(request: Wish) -> hipkit.Routine:
    """Build the routine that is worth most; it leaves without the cautions it was made with."""
    return hipkit.build_routine(request)


# --8<-- more


@app.post("/routines/alternatives", responses=REFUSED)
def alternatives(
    routine: Given,
    exercise: Id,
    cautions: Cautions = None,
) -> list[hipkit.Alternative]:
    """List what could take the place of one exercise; the cautions have to be said again."""
    return list(hipkit.alternatives(routine, exercise, cautions=cautions))


@app.post("/routines/substitute", responses=REFUSED)
def substitute(
    routine: Given,
    exercise: Id,
    by: Id,
    cautions: Cautions = None,
) -> hipkit.Routine:
    """Put another exercise in the place of one, everything else kept."""
    return hipkit.substitute(routine, exercise, by, cautions=cautions)


@app.post("/routines/explanation", responses=REFUSED)
def explain(
    routine: Given,
    cautions: Cautions = None,
) -> hipkit.FullExplanation:
    """Say why each exercise is there, and why every other is not."""
    explained = hipkit.explain(routine, cautions=cautions)
    assert isinstance(explained, hipkit.FullExplanation)
    return explained


@app.post("/routines/page", response_class=HTMLResponse)
def page(routine: Given) -> str:
    """Show a routine as a page to print; it needs no catalogue."""
    return hipkit.to_html(routine)


@app.get("/exercises")
def exercises(
    group: hipkit.Group | None = None, level_at_most: hipkit.Level | None = None
) -> list[hipkit.Exercise]:
    """List exercises; a word that is none is answered by FastAPI itself."""
    return list(hipkit.load_catalogue().where(group=group, level_at_most=level_at_most))


@app.get("/exercises/{id}", responses={404: {"description": "There is no such exercise"}})
def exercise(id: str) -> hipkit.Exercise:
    """Return one exercise."""
    return hipkit.load_catalogue()[id]
