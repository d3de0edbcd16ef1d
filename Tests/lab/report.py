#!/usr/bin/env python3
"""What the kernels of a ladder answered.

usage: report.py FOLDER [--json FILE]     reads what `ask-kernel` left in FOLDER; prints the table, writes the JSON
       report.py --markdown FILE          prints the table of such a JSON file as Markdown, for the README

Exit status: 0 all agree, 1 there are disagreements, 2 a kernel gave no answer, 3 no kernel was asked.
"""

import json
import os
import sys

from rung import Rung
from tables import disagreements, markdown, skipped, table, unasked


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


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "--markdown":
        with open(arguments[1], encoding="utf-8") as file:
            print(markdown([Rung.from_json(one) for one in json.load(file)["kernels"]]))
        return 0
    if len(arguments) not in (1, 3) or arguments[1:2] not in ([], ["--json"]):
        raise SystemExit(__doc__.strip())
    every = rungs(arguments[0])
    total = totals(every)
    if len(arguments) == 3:
        with open(arguments[2], "w", encoding="utf-8") as file:
            json.dump({"totals": total, "kernels": [rung.to_json() for rung in every]}, file, indent=1)
            file.write("\n")
    for part in (table(every), unasked(every), skipped(every), disagreements(every)):
        if part:
            print(part, end="\n\n")
    print(
        f"{total['kernels']} kernels asked, {total['interfaces']} interfaces, "
        f"{total['cases']:,} cases, {total['disagreements']:,} disagreements"
    )
    return status(total)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
