"""The attack corpus: what a hostile, careless or unlucky trainee hands in, a module a class of attack."""

from tests.attacks.attack import Attack
from tests.attacks.corpus import escape, exhaust, faults, forge, hide, persist, read, script, write

CLASSES: dict[str, list[Attack]] = {
    "forge": forge.ATTACKS,
    "read": read.ATTACKS,
    "write": write.ATTACKS,
    "escape": escape.ATTACKS,
    "exhaust": exhaust.ATTACKS,
    "hide": hide.ATTACKS,
    "script": script.ATTACKS,
    "persist": persist.ATTACKS,
    "fault": faults.ATTACKS,
}
#: By the name under which it is handed in.
CORPUS: dict[str, Attack] = {
    f"{kind}-{attack.name}" + (f"-{copy}" if attack.copies > 1 else ""): attack
    for kind, attacks in CLASSES.items()
    for attack in attacks
    for copy in range(1, attack.copies + 1)
}
