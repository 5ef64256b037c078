#!/usr/bin/env python3
"""Whether a report of debrief is about every incident of a ServiceNow unload: a reader that rejects is fast.

Usage: all_read.py REPORT.json FILE.xml. Exit status 1 where the counts differ or a record was rejected.
"""

import json
import mmap
import sys


def incidents(path: str) -> int:
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        count, place = 0, text.find(b"<incident ")
        while place >= 0:
            count, place = count + 1, text.find(b"<incident ", place + 1)
        return count


def main() -> int:
    with open(sys.argv[1], encoding="utf-8") as file:
        said = json.load(file)["incidents"]
    there = incidents(sys.argv[2])
    # Journal entries are records too, and are joined to the incidents.
    if said["used"] == there and said["rejected"] == said["orphaned"] == 0:
        return 0
    print(f"{there} incidents in the file; the report says {said}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
