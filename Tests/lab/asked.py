#!/usr/bin/env python3
"""Which kernels agreed with the simulated one on which interfaces, as the Swift file that the catalog reads it from.

usage: asked.py FILE.json... >Sources/UAPICatalog/Asked.swift

A FILE is what `ladder --json` wrote, or what `extstruct verify --json` printed on the running kernel. A kernel counts
for an interface if it had cases for it and no disagreement.
"""

import json
import re
import sys

WIDTH = 110


def point(text):
    """The numbers of a point, or None for a release candidate and for what has no point."""
    found = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", text)
    return tuple(int(number) for number in found.groups()) if found else None


def answers(document):
    """Each kernel's point with its interfaces, of either kind of file."""
    for kernel in document.get("kernels", [document]):
        asked_as = kernel.get("point", kernel.get("release"))
        # What was asked as an older release says nothing of its own.
        if not kernel.get("newer_than_described") and point(asked_as):
            yield point(asked_as), kernel["interfaces"]


def agreed(documents):
    """Each interface's kernels. Of several builds of a point every one has to agree."""
    kernels, disagreed = {}, set()
    for document in documents:
        for at, interfaces in answers(document):
            for one in interfaces:
                if one["disagreed"]:
                    disagreed.add((one["interface"], at))
                elif one["cases"]:
                    kernels.setdefault(one["interface"], set()).add(at)
    return {name: sorted(at for at in points if (name, at) not in disagreed) for name, points in kernels.items()}


def wrapped(items, indent):
    """Items behind commas, in lines that are not too long."""
    lines, line = [], ""
    for item in items:
        if line and len(indent) + len(line) + len(item) + 2 > WIDTH:
            lines.append(indent + line.rstrip())
            line = ""
        line += item + ", "
    return "\n".join(lines + [indent + line.rstrip()])


def lines_of(points):
    """The points by their lines, as Swift writes them."""
    lines = {}
    for major, minor, number in points:
        lines.setdefault((major, minor), []).append(number)
    return [f"({major}, {minor}, [{', '.join(map(str, numbers))}])" for (major, minor), numbers in lines.items()]


def swift(kernels):
    groups = {}
    for name, points in kernels.items():
        if points:
            groups.setdefault(tuple(points), []).append(name)
    text = [
        "import KernelInterfaces",
        "",
        "extension Catalog {",
        "  /// The kernels with which `extstruct verify` had no disagreement, by interface: a line's points, Debian's under QEMU",
        "  /// and the one that it was written on. Made by `Tests/lab/asked.py` from what `Tests/lab/ladder` wrote.",
        "  static let answers: [(interfaces: [String], kernels: [(major: Int, minor: Int, points: [Int])])] = [",
    ]
    for points, names in sorted(groups.items(), key=lambda group: (-len(group[1]), group[1])):
        text += ["    (", "      ["]
        text += [wrapped([f'"{name}"' for name in sorted(names)], " " * 8), "      ],", "      ["]
        text += [wrapped(lines_of(points), " " * 8), "      ]", "    ),"]
    return "\n".join(text + ["  ]", "}"])


def main(arguments):
    if not arguments or arguments[0].startswith("-"):
        raise SystemExit(__doc__.strip())
    documents = []
    for path in arguments:
        try:
            with open(path, encoding="utf-8") as file:
                documents.append(json.load(file))
        except (OSError, ValueError) as error:
            raise SystemExit(f"asked.py: {path} is no answer of a ladder or of verify: {error}") from error
    print(swift(agreed(documents)))


if __name__ == "__main__":
    main(sys.argv[1:])
