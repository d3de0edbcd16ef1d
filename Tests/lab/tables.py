"""The ladder's answers as text: a table, what was not asked, what was skipped, the disagreements."""

HEAD = ["release", "Debian's", "cases", "agreed", "disagreed", "skipped", "seconds"]
# Of an interface's disagreements so many are printed; the JSON has all.
SHOWN = 3


def notes(rung):
    """What a reader of the table has to know of this kernel."""
    if rung.is_newer:
        yield f"newer than all described: asked as {rung.asked_as}, differences do not count"
    if rung.state == "asked" and not rung.has_modules:
        yield "no modules in the archive, so no KVM"
    if rung.tries > 1:
        yield f"QEMU ended before the kernel came up; try {rung.tries} is this one"


def cells(rung):
    if rung.state != "asked":
        return [rung.point, rung.name] + ["-"] * 5
    counts = [f"{rung.cases:,}", f"{rung.agreed:,}", f"{rung.disagreed:,}", str(len(rung.skips))]
    return [rung.point, rung.name] + counts + [f"{rung.seconds:.1f}"]


def table(rungs):
    rows = [HEAD] + [cells(rung) for rung in rungs]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = []
    for row, rung in zip(rows, [None] + rungs):
        padded = [
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths))
        ]
        said = "; ".join(notes(rung)) if rung else ""
        if rung and rung.state != "asked":
            said = "not asked" if rung.state == "not-asked" else "no answer"
        lines.append("  ".join(padded + ([said] if said else [])))
    return "\n".join(lines)


def markdown(rungs):
    """A row for each line, for the README: the points that were asked, and how many answers agreed."""
    lines = {}
    for rung in rungs:
        if rung.state == "asked":
            lines.setdefault(".".join(rung.point.split(".")[:2]), []).append(rung)
    rows = ["| line | points asked | interfaces | cases | disagreements |", "|---|---|---:|---:|---:|"]
    for line, asked in lines.items():
        points = ", ".join(dict.fromkeys(rung.point.removeprefix(line + ".") for rung in asked))
        if not any(rung.has_modules for rung in asked):
            points += " (no KVM: no modules in the archive)"
        if asked[0].is_newer:
            points += f" (asked as {asked[0].asked_as})"
        interfaces = {one["interface"] for rung in asked for one in rung.interfaces if one["cases"]}
        cases, disagreed = sum(rung.cases for rung in asked), sum(rung.disagreed for rung in asked)
        rows.append(f"| {line} | {points} | {len(interfaces)} | {cases:,} | {disagreed:,} |")
    return "\n".join(rows)


def unasked(rungs):
    lines = [f"  {rung.point} ({rung.name}): {rung.reason}" for rung in rungs if rung.state != "asked"]
    return "\n".join(["Without an answer:"] + lines) if lines else ""


def skipped(rungs):
    """Each reason with its interfaces, and the kernels where that was not all of them."""
    asked = [rung for rung in rungs if rung.state == "asked"]
    where = {}
    for rung in asked:
        for interface, reason in rung.skips:
            where.setdefault((reason, interface), []).append(rung.point)
    groups = {}
    for (reason, interface), points in where.items():
        groups.setdefault((reason, tuple(points)), []).append(interface)
    lines = []
    for (reason, points), interfaces in groups.items():
        of = "all" if len(points) == len(asked) else ", ".join(points)
        lines.append(f"  {reason}: {', '.join(interfaces)}; {of}")
    return "\n".join(["Skipped, with the kernels where:"] + lines) if lines else ""


def answers(case):
    if case["simulated"] == case["real"]:
        return f"both {case['real']}, but they leave other memory"
    return f"simulated {case['simulated']}, real {case['real']}"


def number(count, noun):
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def disagreements(rungs):
    """Of each interface the first few, and a line that asks the simulated kernel again. Kernels that differ alike
    share a paragraph."""
    alike = {}
    for rung in rungs:
        for one in rung.interfaces:
            if one["disagreements"]:
                said = tuple(f"{case['name']}: {answers(case)}" for case in one["disagreements"])
                alike.setdefault((one["interface"], rung.asked_as if rung.is_newer else "", said), []).append(
                    (rung.point, one["disagreements"][0]["case"])
                )
    lines = []
    for (interface, asked_as, said), kernels in alike.items():
        kind = f"{number(len(said), 'difference')} from {asked_as}" if asked_as else number(len(said), "disagreement")
        lines.append(f"{', '.join(point for point, _ in kernels)}: {interface}: {kind}")
        lines += [f"  {one}" for one in said[:SHOWN]]
        if len(said) > SHOWN:
            lines.append(f"  and {len(said) - SHOWN:,} more")
        lines.append(f"  extstruct eval '{kernels[0][1]}'")
    return "\n".join(lines)
