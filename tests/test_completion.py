"""Words complete in an editor: what a language server offers between the quotes of each argument."""

from __future__ import annotations

import inspect
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_overloads

import pytest

import hipkit
from hipkit import Caution, Equipment, Goal, Group, Level, Muscle, Position, Region
from hipkit.model.theme import ThemeWord

pytest.importorskip("pyright", reason="a language server comes with pyright: pip install .[types]")
BESIDE_PYTHON = Path(sys.executable).with_name("pyright-langserver")
SERVER = str(BESIDE_PYTHON) if BESIDE_PYTHON.exists() else shutil.which("pyright-langserver")


class Editor:
    """As much of an editor as it takes to ask for completions: messages to a server and back."""

    def __init__(self, folder: Path) -> None:
        """Start the server on *folder*."""
        assert SERVER is not None
        self.address = (folder / "app.py").as_uri()
        self.server = subprocess.Popen(
            [SERVER, "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
        )
        self.number = self.version = 0
        where = {"rootUri": folder.as_uri(), "processId": os.getpid(), "capabilities": {}}
        self.ask("initialize", where)
        self.tell("initialized", {})
        document = {"uri": self.address, "languageId": "python", "version": 0, "text": ""}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def offered(self, source: str) -> set[str]:
        """Return what the server offers at the bar in *source*."""
        before, _, after = source.partition("|")
        self.version += 1
        document = {"uri": self.address, "version": self.version}
        changes = [{"text": before + after}]
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        found = self.ask("textDocument/completion", {"textDocument": document, "position": place})
        items = found["items"] if isinstance(found, dict) else found or []
        return {item["label"].strip("\"'") for item in items}

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """Send a request, answer what the server asks meanwhile, and return the result."""
        self.number += 1
        self._send({"id": self.number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self.number and "method" not in message:
                return message["result"]
            if "id" in message:  # the server asks for settings, of which there are none
                count = len(message.get("params", {}).get("items", []))
                self._send({"id": message["id"], "result": [{}] * count})

    def tell(self, method: str, params: dict[str, Any]) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def close(self) -> None:
        """End the server."""
        self.server.kill()
        self.server.communicate()

    def _send(self, message: dict[str, Any]) -> None:
        assert self.server.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.server.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self.server.stdout is not None
        length = 0
        while header := self.server.stdout.readline().strip():
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
        assert length, "the language server ended"
        message: dict[str, Any] = json.loads(self.server.stdout.read(length))
        return message


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """Return an editor in a folder that holds nothing but its settings."""
    folder = tmp_path_factory.mktemp("editor")
    settings = {
        "extraPaths": [str(Path(hipkit.__file__).parents[1])],
        "venvPath": str(Path(sys.prefix).parent),
        "venv": Path(sys.prefix).name,
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    opened = Editor(folder)
    yield opened
    opened.close()


FOCUS = {*Group, *Muscle, *Region}
CALLS: dict[str, set[Any]] = {
    'hipkit.build_routine(goal="|")': {*Goal},
    'hipkit.build_routine(20, level="|")': {*Level},
    'hipkit.build_routine(equipment=["|"])': {*Equipment},
    'hipkit.build_routine(equipment=["mini-band", "|"])': {*Equipment},
    'hipkit.build_routine(focus=["|"])': FOCUS,
    'hipkit.build_routine(cautions=["|"])': {*Caution},
    'hipkit.build_routine(positions=["|"])': {*Position},
    'hipkit.Request(20, goal="|")': {*Goal},
    'hipkit.Request(level="|")': {*Level},
    'hipkit.Request(equipment=["|"])': {*Equipment},
    'hipkit.Request(focus=["|"])': FOCUS,
    'hipkit.Request(cautions=["|"])': {*Caution},
    'hipkit.Request(positions=["|"])': {*Position},
    'hipkit.explain(routine, cautions=["|"])': {*Caution},
    'hipkit.alternatives(routine, "clamshell", cautions=["|"])': {*Caution},
    'hipkit.substitute(routine, "clamshell", cautions=["|"])': {*Caution},
    'hipkit.resize(routine, 30, cautions=["|"])': {*Caution},
    'hipkit.restore(compact, cautions=["|"])': {*Caution},
    'hipkit.routine_from_protocol("x", cautions=["|"])': {*Caution},
    'catalogue.where(group="|")': {*Group},
    'catalogue.where(goal="|")': {*Goal},
    'catalogue.where(level_at_most="|")': {*Level},
    'catalogue.where(needs_only=["|"])': {*Equipment},
    'catalogue.where(muscle="|")': {*Muscle},
    'hipkit.draw("clamshell", frame="|")': {"start", "end", "both", "side-by-side"},
    'hipkit.draw("clamshell", side="|")': {"right", "left"},
    'hipkit.draw("clamshell", theme="|")': {*get_args(ThemeWord)},
    'hipkit.draw("clamshell", paint="|")': {"attributes", "hex"},
    'hipkit.render(routine, form="|")': {"text", "markdown"},
    'hipkit.to_html(routine, form="|")': {"page", "fragment"},
    'hipkit.render(routine, characters="|")': {"unicode", "ascii"},
    'hipkit.to_text(routine, characters="|")': {"unicode", "ascii"},
}
OPENING = "import hipkit\nroutine = hipkit.build_routine()\ncatalogue = hipkit.load_catalogue()\n"


@pytest.mark.parametrize("call", CALLS)
def test_the_words_of_an_argument_are_offered(call: str, editor: Editor) -> None:
    """Between the quotes stand all words of the list; none has to be looked up."""
    assert {str(word) for word in CALLS[call]} <= editor.offered(OPENING + call)


def test_every_argument_that_takes_words_is_asked_about() -> None:
    """A word list that is new at the front door belongs into the calls above."""
    verbs = {name: getattr(hipkit, name) for name in hipkit.__all__ if name.islower()}
    verbs |= {"Request": hipkit.Request, "where": hipkit.Catalogue.where}
    for name, verb in verbs.items():
        for form in get_overloads(verb) or [verb]:
            for argument in inspect.signature(form).parameters.values():
                if not re.search(r"Word\b|Form\b|Characters\b|Literal\b", str(argument.annotation)):
                    continue
                asked = re.compile(rf'\b{name}\(.*\b{argument.name}=\[?"')
                assert any(map(asked.search, CALLS)), (
                    f"add a call to CALLS: {name}({argument.name}=…)"
                )


def test_words_are_offered_only_where_they_belong(editor: Editor) -> None:
    """A goal offers no level, and an argument that takes any text offers no word."""
    goals = editor.offered(f'{OPENING}hipkit.build_routine(goal="|")')
    assert not goals & set(Level)
    assert not editor.offered(f'{OPENING}hipkit.build_routine(include=["|"])') & set(Goal)


def test_names_and_arguments_are_offered(editor: Editor) -> None:
    """Behind the dot stands the whole front door, and in the brackets every argument."""
    assert set(hipkit.__all__) <= editor.offered(f"{OPENING}hipkit.|")
    fields = {f"{each}=" for each in hipkit.Request.__annotations__}
    assert fields - {"minutes="} <= editor.offered(f"{OPENING}hipkit.build_routine(|)")
    assert {"slots", "timeline", "notices", "stops"} <= editor.offered(f"{OPENING}routine.|")
