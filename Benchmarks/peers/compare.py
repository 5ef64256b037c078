#!/usr/bin/env python3
"""Whether two reports give the same figures: only then does a ratio of times compare equal work.

Usage: compare.py OURS.json THEIRS.json. Counts must be equal, means and medians within a thousandth of a second.
Exit status 1 where they differ, with a line for each difference on standard error.
"""

import json
import sys

COUNTS = ("met", "breached", "unproven", "count")
SECONDS = ("meanSeconds", "medianSeconds")
CLOCKS = ("triage", "communicate", "resolve")


def figures(path: str) -> dict:
    with open(path, encoding="utf-8") as file:
        report = json.load(file)
    found = {}
    for row in report["severities"]:
        found[row["severity"], "resolved"] = row["resolved"]
        for clock in CLOCKS:
            for name in COUNTS + SECONDS:
                found[row["severity"], clock, name] = row["clocks"][clock][name]
            found[row["severity"], clock, "compliance"] = row["clocks"][clock]["compliance"]
    return found


def alike(one, other) -> bool:
    if isinstance(one, float) or isinstance(other, float):
        return one is not None and other is not None and abs(one - other) <= 0.001
    return one == other


def main() -> int:
    ours, theirs = figures(sys.argv[1]), figures(sys.argv[2])
    differences = 0
    for key in sorted(ours.keys() | theirs.keys()):
        if key not in ours or key not in theirs or not alike(ours[key], theirs[key]):
            differences += 1
            print(f"{' '.join(key)}: {ours.get(key, 'absent')} against {theirs.get(key, 'absent')}", file=sys.stderr)
    print(f"{len(ours.keys() & theirs.keys())} figures compared, {differences} differ")
    return 1 if differences or not ours else 0


if __name__ == "__main__":
    sys.exit(main())
