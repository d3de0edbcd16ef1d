#!/usr/bin/env python3
"""What the kernels of a ladder answered.

usage: report.py FOLDER [--json FILE] [--skips FILE]
       report.py --markdown FILE

The first reads what `ask-kernel` left in FOLDER and prints the table; it writes the JSON, and adds to the list of
skips the kernels that were not asked. The second prints the table of such a JSON file as Markdown, for the README.

Exit status: 0 all agree, 1 there are disagreements, 2 a kernel gave no answer, 3 no kernel was asked.
"""

import argparse
import json
import os
import sys

from rung import Rung
from tables import disagreements, markdown, number, skipped, table, unasked


def rungs(folder):
    """The kernels of a run, in its order."""
    with open(os.path.join(folder, "kernels"), encoding="utf-8") as file:
        return [Rung.read(folder, *line.rstrip("\n").split("\t")) for line in file]


def totals(every):
    asked = [rung for rung in every if rung.state == "asked"]
    return {
        "kernels": len(asked),
        "interfaces": len({i["interface"] for rung in asked for i in rung.interfaces if i["cases"]}),
        "cases": sum(rung.cases for rung in asked),
        "disagreements": sum(rung.disagreed for rung in asked if not rung.is_newer),
        "not_asked": sum(rung.state == "not-asked" for rung in every),
        "no_answer": sum(rung.state == "no-answer" for rung in every),
    }


def status(total):
    if total["disagreements"]:
        return 1
    if total["no_answer"]:
        return 2
    return 0 if total["kernels"] else 3


def options(arguments):
    parser = argparse.ArgumentParser(usage=__doc__.strip())
    parser.add_argument("folder", nargs="?")
    for name in ("--json", "--skips", "--markdown"):
        parser.add_argument(name)
    chosen = parser.parse_args(arguments)
    if (chosen.folder is None) == (chosen.markdown is None):
        parser.error("a folder, or --markdown FILE")
    return chosen


def main(arguments):
    chosen = options(arguments)
    if chosen.markdown:
        with open(chosen.markdown, encoding="utf-8") as file:
            print(markdown([Rung.from_json(one) for one in json.load(file)["kernels"]]))
        return 0
    every = rungs(chosen.folder)
    total = totals(every)
    if chosen.json:
        with open(chosen.json, "w", encoding="utf-8") as file:
            json.dump({"totals": total, "kernels": [rung.to_json() for rung in every]}, file, indent=1)
            file.write("\n")
    if chosen.skips:
        with open(chosen.skips, "a", encoding="utf-8") as file:
            for rung in every:
                if rung.state == "not-asked":
                    file.write(f"SKIPPED: the ladder's kernel {rung.point} ({rung.name}): {rung.reason}\n")
    for part in (table(every), unasked(every), skipped(every), disagreements(every)):
        if part:
            print(part, end="\n\n")
    seeds = {rung.seed for rung in every if rung.seed is not None}
    swept = f"swept with the seed {', '.join(map(str, sorted(seeds)))}: " if seeds else ""
    print(
        f"{swept}{number(total['kernels'], 'kernel')} asked, {number(total['interfaces'], 'interface')}, "
        f"{number(total['cases'], 'case')}, {number(total['disagreements'], 'disagreement')}"
    )
    return status(total)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
