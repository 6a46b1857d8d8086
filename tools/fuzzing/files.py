"""Files and folders as strangers might name and fill them, for `read_catalogue`."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random
from shutil import rmtree
from tempfile import mkdtemp
from typing import NamedTuple

import hipkit

from .asking import answered
from .documents import changed, exercise_file, written
from .values import LARGEST, TEXTS


class Named(NamedTuple):
    """Something in a folder: its name, what it is, and its bytes."""

    name: str
    kind: str
    content: bytes


_KINDS = (
    "file",
    "file",
    "file",
    "file",
    "file",
    "pipe",
    "loop",
    "folder",
    "outside",
    "device",
    "nothing",
)
_ODD = (
    "\x00.json",
    "a" * 300,
    "a" * 5_000 + ".json",
    "../x.json",
    ".json",
    "\udcff.json",
    "x.json\n",
    "",
    "/",
)


def files(chance: Random) -> list[Named]:
    """Return what is to be put into a folder; the first is what is read, unless it is the folder."""
    return [_named(chance, place) for place in range(chance.choice((0, 1, 1, 1, 2, 3)))]


def _named(chance: Random, place: int) -> Named:
    name = f"{place}.json" if chance.random() < 0.8 else chance.choice((*_ODD, *TEXTS))
    return Named(name, chance.choice(_KINDS), content(chance))


def content(chance: Random) -> bytes:
    """Return the bytes of a file of exercises, as it should be, changed, or in another encoding."""
    said = written(chance, changed(chance, exercise_file(chance)))
    kind = chance.randrange(20)
    if kind == 0:
        return chance.choice(
            (b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00" * 100, b"\x80", b"[" * LARGEST)
        )
    if kind == 1:
        return said.encode(chance.choice(("utf-16", "utf-32", "utf-8-sig")), "surrogatepass")[
            :LARGEST
        ]
    if kind == 2:
        return chance.randbytes(chance.choice((1, 30, 3_000)))
    return said.encode("utf-8", "surrogatepass")[:LARGEST]


def read(named: list[Named]) -> None:
    """Put what is *named* into a new folder and read the first, and the folder."""
    folder = Path(mkdtemp(prefix="hipkit-fuzz-"))
    try:
        for each in named:
            with suppress(
                OSError, ValueError
            ):  # no file can have that name, but it can be asked for
                _put(folder, each)
        paths = [f"{folder}/{each.name}" for each in named[:1]]
        for path in paths:
            answered(partial(hipkit.read_catalogue, path))
        answered(lambda: hipkit.read_catalogue(folder))
    finally:
        rmtree(folder)


def _put(folder: Path, each: Named) -> None:
    path = folder / each.name.lstrip("/.")
    if os.path.lexists(path):
        return
    if each.kind == "file":
        path.write_bytes(each.content)
    elif each.kind == "pipe":
        os.mkfifo(path)
    elif each.kind == "folder":
        path.mkdir()
    elif each.kind != "nothing":
        to = {"loop": str(path), "outside": "/etc/hostname", "device": "/dev/zero"}
        path.symlink_to(to[each.kind])
