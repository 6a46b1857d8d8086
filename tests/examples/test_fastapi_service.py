"""The FastAPI service: what it answers, what it refuses, and what OpenAPI says of it."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

import hipkit

pytest.importorskip("fastapi", reason="needs fastapi")
pytest.importorskip("httpx2", reason="needs httpx2, for its test client")
from fastapi.testclient import TestClient

SERVICE = Path(__file__).parents[2] / "examples" / "fastapi_service.py"
WISH = {"minutes": 15, "equipment": ["mini-band"]}
WITH_CAUTION = {**WISH, "cautions": ["knee-pain"]}


@pytest.fixture(scope="module")
def service() -> Any:
    """Return a client of the service."""
    return TestClient(runpy.run_path(str(SERVICE))["app"], raise_server_exceptions=False)


def built(service: Any, wish: dict[str, Any]) -> Any:
    """Return the routine that the service builds, as JSON."""
    answer = service.post("/routines", json=wish)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_routine_is_built(service: Any) -> None:
    """The same that Python builds, as the plain data that `from_plain` reads."""
    routine = hipkit.from_plain(built(service, WISH), hipkit.Routine)
    assert routine == hipkit.build_routine(15, equipment=["mini-band"])
    assert built(service, {})["request"]["minutes"] == 20


def test_a_routine_leaves_without_the_cautions_it_was_made_with(service: Any) -> None:
    """As `dumps` stores it: the notices stay, the health data does not travel."""
    routine = hipkit.from_plain(built(service, WITH_CAUTION), hipkit.Routine)
    careful = hipkit.build_routine(15, equipment=["mini-band"], cautions=["knee-pain"])
    assert routine.cautions_withheld
    assert routine.request.cautions == ()
    assert routine.notices == careful.notices
    assert routine.digest == careful.digest


def test_what_does_not_fit_is_answered_with_hipkit_s_problems(service: Any) -> None:
    """All of them, with their places, in the form that FastAPI's clients know."""
    answer = service.post("/routines", json={"minutes": 3, "goal": "strenth"})
    assert answer.status_code == 422
    assert answer.json() == {
        "detail": [
            {
                "type": "out-of-range",
                "loc": ["body", "minutes"],
                "msg": "3 minutes is out of range",
                "input": "3",
                "ctx": {"remedy": "use 5 to 120"},
            },
            {
                "type": "unknown-word",
                "loc": ["body", "goal"],
                "msg": "'strenth' is not a word for goal",
                "input": "'strenth'",
                "ctx": {"remedy": "did you mean 'strength'?"},
            },
        ]
    }


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"3",
        b'"x"',
        b"[]",
        b"{",
        b'{"minutes": NaN}',
        b'{"minutes": 1e999}',
        b'{"minutes": ' + b"9" * 3_000 + b"}",
        b'{"goal": "\\ud800"}',
        b'{"\\ud800": 1}',
        b'{"\\u0000<script>": "{remedy}"}',
        b'{"include": ["\\ud800"]}',
        b'{"goal": ' + b"[" * 300 + b"]" * 300 + b"}",
        b'{"include": [' + b'"x",' * 20_000 + b'"x"]}',
    ],
)
def test_no_body_brings_the_service_down(service: Any, body: bytes) -> None:
    """422, with a body that can be read and is not larger than what was sent by much."""
    answer = service.post("/routines", content=body, headers={"content-type": "application/json"})
    assert answer.status_code in (404, 422), answer.text
    assert answer.json()


def test_a_request_without_an_answer_says_why(service: Any) -> None:
    """409: the request was understood, and nothing answers it; what would help is beside it."""
    answer = service.post("/routines", json={**WITH_CAUTION, "include": ["copenhagen-adduction"]})
    assert answer.status_code == 409
    refusal = answer.json()
    assert refusal["message"].startswith("No routine answers this request.")
    assert {reason["code"] for reason in refusal["reasons"]} >= {"level"}
    assert [change["kind"] for change in refusal["relaxations"][0]["changes"]] == ["drop-include"]
    named = [reason["facts"].get("caution") for reason in refusal["reasons"]]
    assert "knee-pain" not in named


def test_advice_instead_of_a_routine_is_answered_too(service: Any) -> None:
    """With its notice, and no way round it."""
    asked = {"goal": "activation", "cautions": ["groin-pain"]}
    answer = service.post("/routines", json=asked)
    assert answer.status_code == 409
    refusal = answer.json()
    assert refusal["relaxations"] == []
    assert refusal["notice"]["text"] in " ".join(refusal["message"].split())


def test_an_unknown_exercise_is_not_found(service: Any) -> None:
    """With the nearest id, alone and in a request."""
    answer = service.get("/exercises/clamshel")
    assert answer.status_code == 404
    assert "did you mean 'clamshell'?" in answer.json()["message"]
    answer = service.post("/routines", json={"include": ["clamshel"]})
    assert answer.status_code == 404


def test_one_exercise_takes_another_s_place(service: Any) -> None:
    """Alternatives are listed, one is taken, the routine goes forth and back between."""
    routine = built(service, WITH_CAUTION)
    first = next(slot["exercise"]["id"] for slot in routine["slots"] if slot["phase"] == "main")
    asked = {"routine": routine, "exercise": first, "cautions": ["knee-pain"]}
    found = service.post("/routines/alternatives", json=asked)
    assert found.status_code == 200, found.text
    other = found.json()[0]["slot"]["exercise"]["id"]
    answer = service.post("/routines/substitute", json={**asked, "by": other})
    assert answer.status_code == 200, answer.text
    changed = hipkit.from_plain(answer.json(), hipkit.Routine)
    assert other in [slot.exercise.id for slot in changed.slots]
    assert changed.cautions_withheld


def test_withheld_cautions_are_asked_for_again(service: Any) -> None:
    """The service does not guess; what verbs refuse has the form of what bodies refuse."""
    routine = built(service, WITH_CAUTION)
    answer = service.post("/routines/explanation", json={"routine": routine})
    assert answer.status_code == 422
    (problem,) = answer.json()["detail"]
    assert problem["loc"] == ["body", "cautions"]
    again = {"routine": routine, "cautions": ["knee-pain"]}
    answer = service.post("/routines/explanation", json=again)
    assert answer.status_code == 200, answer.text
    explained = hipkit.from_plain(answer.json(), hipkit.FullExplanation)
    assert len(explained.left_out) + len(routine["slots"]) == len(hipkit.load_catalogue())
    assert "knee-pain" not in answer.text


def test_a_routine_is_shown_as_a_page(service: Any) -> None:
    """HTML, whole."""
    routine = built(service, WISH)
    answer = service.post("/routines/page", json=routine)
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.text == hipkit.to_html(hipkit.from_plain(routine, hipkit.Routine))


def test_exercises_are_listed(service: Any) -> None:
    """By words that FastAPI knows from hipkit's vocabulary."""
    answer = service.get("/exercises", params={"group": "hinge", "level_at_most": "beginner"})
    found = [hipkit.from_plain(each, hipkit.Exercise) for each in answer.json()]
    known = hipkit.load_catalogue().where(group="hinge", level_at_most="beginner")
    assert tuple(found) == known
    assert service.get("/exercises", params={"group": "hing"}).status_code == 422
    clamshell = service.get("/exercises/clamshell").json()
    assert hipkit.from_plain(clamshell, hipkit.Exercise) == hipkit.load_catalogue()["clamshell"]


def test_openapi_describes_all_of_it(service: Any) -> None:
    """A valid OpenAPI 3.1 document: nouns are components, each once, and every reference leads somewhere."""
    document = service.get("/openapi.json").json()
    validator = pytest.importorskip("openapi_spec_validator", reason="needs openapi-spec-validator")
    validator.validate(document)
    assert document["openapi"].startswith("3.1")
    schemas = document["components"]["schemas"]
    assert {"Routine", "Request", "Exercise", "Alternative", "Refusal", "Reason"} <= set(schemas)
    assert not [name for name in schemas if name.endswith(("-Input", "-Output"))]
    body = document["paths"]["/routines"]["post"]["requestBody"]["content"]["application/json"]
    assert body["schema"]["$ref"] == "#/components/schemas/Request"
    assert "$defs" not in str(document)
    answer = document["paths"]["/routines"]["post"]["responses"]["200"]["content"]
    assert answer["application/json"]["schema"] == {"$ref": "#/components/schemas/Routine"}
    assert schemas["Request"]["properties"]["minutes"] == {
        "type": "integer",
        "minimum": 5,
        "maximum": 120,
        "default": 20,
    }
