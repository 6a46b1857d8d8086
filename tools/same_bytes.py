"""Print a hash over many stored routines: equal everywhere for one hipkit and data version.

`python tools/same_bytes.py` prints one line; run it with other hash seeds, Pythons or machines and
compare. The requests are drawn as the judges draw them, so they go over every field.
"""

from __future__ import annotations

import hashlib
import random
import sys

import hipkit

sys.path.insert(0, __file__.rpartition("/")[0] or ".")
from judging.asking import random_words


def main(count: int) -> None:
    """Print the hash over *count* answers, refusals included."""
    rng = random.Random(7)
    catalogue = hipkit.load_catalogue()
    total = hashlib.sha256()
    for index in range(count):
        words = random_words(rng, catalogue, cautions=index % 2 == 1)
        words["exclude"] = [id for id in words["exclude"] if id not in words["include"]]
        try:
            answer = hipkit.dumps(hipkit.build_routine(**words), include_cautions=True)
        except hipkit.NoRoutine as refusal:
            answer = str(refusal)
        total.update(answer.encode())
    print(total.hexdigest())


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
