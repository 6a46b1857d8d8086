"""Hostile values: what a public function might be given in place of what it expects.

Rule: every choice is made with the `Random` that is handed in, so a case is a function of its number.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import hipkit

Maker: TypeAlias = Callable[[Random], Any]

LARGEST = 2**20
"""Characters of the longest text, and bytes of the largest file."""

TEXTS = (
    "",
    " ",
    "<script>alert(1)</script>",
    "a | b",
    "|---|---|",
    "# heading",
    "## ",
    "1. item",
    "- [ ] item",
    "> quote",
    "***",
    "`code` ``` ~~~",
    "[link](javascript:alert(1))",
    "![image](x)",
    "<https://evil.example>",
    "www.evil.example https://evil.example a@b.example",
    "&lt;b&gt; &#60;",
    "$x$ {role}`x` @key",
    "} , title = {x",
    "\\",
    "\\\\*",
    "{x.__class__}",
    "{count:>999999999}",
    "%s %(x)s",
    "line\nbreak\r\n\r\n# heading",
    "\x00",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x9b2J",
    "\u202eright to left\u202c",
    "\u2066isolated\u2069",
    "\u200bzero\u200dwidth\ufeff",
    "\u2028line\u2029paragraph",
    "\ud800",
    "\udfff\udc00",
    "e\u0301\u0301\u0301\u0301\u0301",
    "\U0001f3c3\u200d\u2640\ufe0f",
    "\U00010000\U0010ffff",
    "\u0627\u0644\u0639\u0631\u0628\u064a\u0629",
    "\u8dd1\u6b65\u8005",
    "\uff1cscript\uff1e",
    "\u00a0no\u00a0break\u00a0",
    "__proto__",
    "NaN",
    "../../etc/passwd",
    "CON",
    "clamshell",
    "clamshel",
    "acme.side-tap",
    "a" * 81,
    "\u00e9" * 2_000,
    "-" * 500,
    "a-" * 300,
)


class Silent:
    """An object whose own `repr` fails."""

    def __repr__(self) -> str:
        """Fail."""
        raise RuntimeError("no repr")


class Text(str):
    """A kind of text."""

    __slots__ = ()


class Number(int):
    """A kind of whole number."""

    __slots__ = ()


def text(chance: Random) -> str:
    """Return a hostile text: one of the list, some put together, or a long one."""
    kind = chance.random()
    if kind < 0.6:
        return chance.choice(TEXTS)
    if kind < 0.9:
        return "".join(chance.choice(TEXTS) for _ in range(chance.randrange(2, 6)))
    if kind < 0.98:
        return "".join(chr(_point(chance)) for _ in range(chance.randrange(40)))
    return long_text(chance, 2**14)


def long_text(chance: Random, most: int = LARGEST) -> str:
    """Return a text of up to *most* characters, of one repeated piece."""
    piece = chance.choice(TEXTS) or "a"
    return (piece * (most // len(piece) + 1))[: chance.randrange(1, most + 1)]


def _point(chance: Random) -> int:
    return chance.choice(
        (chance.randrange(0x80), chance.randrange(0x3000), chance.randrange(0x110000))
    )


def number(chance: Random) -> float:
    """Return a hostile number."""
    return chance.choice(
        (
            *(0, 1, -1, 2, 5, 19, 20, 120, 121, 600, 10_000),
            *(2**31, 2**63, -(2**63) - 1, 10**400, -(10**400)),
            *(0.0, -0.0, 0.05, 1.5, 1e308, 5e-324, float("nan"), float("inf"), float("-inf")),
            chance.randrange(-1_000, 1_000),
        )
    )


def plain(chance: Random, deep: int = 3) -> Any:
    """Return hostile plain data, as a JSON text might hold it."""
    kind = chance.randrange(8 if deep else 4)
    if kind == 0:
        return chance.choice((None, True, False))
    if kind == 1:
        return number(chance)
    if kind < 4:
        return text(chance)
    size = chance.choice((0, 1, 2, 3, 8))
    if kind < 6:
        return [plain(chance, deep - 1) for _ in range(size)]
    return {text(chance): plain(chance, deep - 1) for _ in range(size)}


def nested(chance: Random) -> Any:
    """Return lists or dicts, one in the other, more of them than Python can follow."""
    found: Any = []
    many = chance.random() < 0.5
    for _ in range(chance.choice((50, 2_000, 20_000))):
        found = [found] if many else {"a": found}
    return found


def itself(_: Random) -> Any:
    """Return a list that holds itself."""
    found: list[Any] = [1]
    found.append(found)
    return found


def long_list(chance: Random) -> Any:
    """Return very many of one thing."""
    return [plain(chance, 1)] * chance.choice((101, 2_001, 100_000))


def endless(chance: Random) -> Any:
    """Return an iterator that never ends."""
    return chance.choice((itertools.count(), itertools.repeat("standing"), itertools.cycle([None])))


def odd(chance: Random) -> Any:
    """Return a value of a type that nobody expects."""
    made: tuple[Callable[[], Any], ...] = (
        lambda: b"\xff" * chance.choice((0, 3, 100_000)),
        lambda: bytearray(b"abc"),
        lambda: memoryview(b"abc"),
        lambda: range(chance.choice((0, 3, 10**9))),
        lambda: {1, "a", None},
        lambda: frozenset({(1,)}),
        lambda: (each for each in ("standing", 3)),
        lambda: iter([]),
        lambda: {1: 2, None: 3, (1,): "x"},
        lambda: {"a": {1}},
        lambda: 10**5_000,
        lambda: -(10**5_000),
        lambda: Decimal("1e9999"),
        lambda: 1j,
        lambda: date(2026, 1, 1),
        lambda: Path("\x00"),
        Silent,
        object,
        lambda: Text(text(chance)),
        lambda: Number(20),
        lambda: int,
        lambda: hipkit.Goal,
        lambda: hipkit.Request,
        lambda: print,
        lambda: hipkit,
        lambda: Ellipsis,
        lambda: NotImplemented,
        lambda: ValueError("x"),
        lambda: (([],),),
        lambda: ({},),
    )
    return chance.choice(made)()


def anything(chance: Random) -> Any:
    """Return any hostile value at all."""
    kind = chance.random()
    if kind < 0.4:
        return plain(chance)
    if kind < 0.7:
        return odd(chance)
    if kind < 0.85:
        return chance.choice(list(hipkit.__all__)) if kind < 0.75 else text(chance)
    return chance.choice((nested, itself, long_list, endless, number, _shared))(chance)


def _shared(chance: Random) -> Any:
    """Return many times the same long text."""
    return [long_text(chance, 2**18)] * chance.choice((2, 2_000))
