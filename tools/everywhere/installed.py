"""Whether an installed hipkit is whole, light and alone: `python -I tools/everywhere/installed.py`.

Run by the Python of an environment that holds the built wheel and what it asks for, and nothing else. Prints
what is installed and how large it is; raises at the first thing that is not as promised.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

MOST = 3_000_000
"""Bytes that hipkit may take on disk, compiled files included."""
NEEDED = {"attrs", "cattrs", "hipkit", "typing_extensions"}
TOOLS = {"pip", "setuptools", "wheel"}
"""What a new environment may hold by itself."""


def expect(is_so: object, otherwise: str) -> None:
    """Raise `SystemExit` with what is wrong, unless *is_so*."""
    if not is_so:
        raise SystemExit(otherwise)


def sizes(installed: Distribution) -> dict[str, int]:
    """Return the bytes that a distribution takes: compiled files, data, and the rest."""
    found = {"compiled": 0, "data": 0, "other": 0}
    for file in installed.files or ():
        path = Path(str(installed.locate_file(file)))
        if path.is_file():
            compiled = path.suffix == ".pyc"
            kind = "compiled" if compiled else "data" if "data" in file.parts else "other"
            found[kind] += path.stat().st_size
    return found


def look_at_packages() -> None:
    """Expect hipkit, attrs and cattrs with what they need, and hipkit within its size."""
    installed = {each.name.lower().replace("-", "_"): each for each in distributions()}
    asked = [each for each in distribution("hipkit").requires or [] if "extra ==" not in each]
    expect(len(asked) == 2, f"hipkit asks for more than attrs and cattrs: {asked}")
    expect(set(installed) - TOOLS == NEEDED, f"other packages are installed: {sorted(installed)}")
    for name in sorted(NEEDED):
        found = sizes(installed[name])
        told = ", ".join(f"{kind} {count:,}" for kind, count in found.items())
        print(f"{name} {installed[name].version}: {sum(found.values()):,} bytes ({told})")
    own = sum(sizes(installed["hipkit"]).values())
    expect(own <= MOST, f"hipkit takes {own:,} bytes, more than {MOST:,}")


def use_it() -> None:
    """Expect every public name, a routine, storing and the command, all from the installed files."""
    before = set(sys.modules)
    import hipkit

    loaded = set(sys.modules) - before
    expect(loaded == {"hipkit"}, f"importing hipkit loads {sorted(loaded)}")
    place = Path(hipkit.__file__).parent
    expect(place.parent == Path(sysconfig.get_path("purelib")), f"hipkit lies at {place}")
    for name in hipkit.__all__:
        getattr(hipkit, name)
    routine = hipkit.build_routine(10)
    expect(
        hipkit.loads(hipkit.dumps(routine), hipkit.Routine) == routine, "storing loses something"
    )
    scripts = Path(sysconfig.get_path("scripts"))
    (command,) = (path for path in scripts.iterdir() if path.stem == "hipkit")
    said = subprocess.run(
        [str(command), "--minutes", "10"], capture_output=True, check=True, text=True
    ).stdout
    expect(said.startswith("Hip strength for runners, 10 min"), said)
    print(f"all {len(hipkit.__all__)} public names, a routine, storing, and the command: fine")


if __name__ == "__main__":
    look_at_packages()
    use_it()
