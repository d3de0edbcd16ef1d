#!/usr/bin/env python3
"""Which kernels the archive has, and which of them are meant.

usage: kernels.py PACKAGES [--all | --last] [LINE | POINT | RELEASE]...

PACKAGES holds stanzas as `apt-cache show` prints them. A LINE is 6.12, a POINT 6.12.118, a RELEASE what `uname -r`
says, 6.12.118+deb13-cloud-amd64, whose -cloud-amd64 may be left out. Without --all a line is its first and its last
point, with --last the last alone; without arguments it is every line.

Prints a line a kernel, fields separated by tabs: the point (6.12.118), the release, the Debian version, and the
packages to unpack, separated by blanks.
"""

import re
import sys

FLAVOUR = "-cloud-amd64"


def stanzas(text):
    """The packages in the order of the list, as dictionaries."""
    for block in re.split(r"\n\s*\n", text):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "Package" in fields and "Version" in fields:
            yield fields


def natural(text):
    """A key that puts 6.1.0-9 before 6.1.0-10, and 1~deb11u1 before 1, as Debian does."""
    parts = re.findall(r"\d+|\D+", text)
    key = [(0, int(part), "") if part.isdigit() else (-1 if part[0] == "~" else 1, 0, part) for part in parts]
    return key + [(0, -1, "")]


class Kernel:
    """A kernel that can be unpacked and booted."""

    def __init__(self, release, version, packages):
        found = re.match(r"(\d+)\.(\d+)(?:\.(\d+))?(?:~(rc\d+))?", version)
        self.release, self.version, self.packages = release, version, packages
        self.candidate = found[4]
        self.line = f"{found[1]}.{found[2]}"
        self.point = f"{self.line}.{found[3] or 0}" + (f"-{self.candidate}" if self.candidate else "")
        numbers = (int(found[1]), int(found[2]), int(found[3] or 0))
        # A release candidate comes before the release.
        self.order = (numbers, 0 if self.candidate else 1, natural(version), natural(release))

    def fields(self):
        return "\t".join((self.point, self.release, self.version, " ".join(self.packages)))


def kernels(listed):
    """The kernels among the packages, the oldest first."""
    available, newest = set(), {}
    for package in listed:
        available.add((package["Package"], package["Version"]))
        # apt lists a package's newest version first.
        newest.setdefault(package["Package"], package)
    result = []
    for name, package in newest.items():
        if not (name.startswith("linux-image-") and name.endswith(FLAVOUR)):
            continue
        release, version = name.removeprefix("linux-image-"), package["Version"]
        needed = package.get("Depends", "")
        # linux-image-6.12-cloud-amd64 and its like are empty: they depend on the line's newest kernel.
        if "linux-image-" in needed:
            continue
        image, modules = name, None
        # From 6.19 on the image's package is empty, and two others hold the kernel and its modules.
        if f"linux-binary-{release}" in needed:
            image, modules = f"linux-binary-{release}", f"linux-modules-{release}"
        # Some modules are no longer listed where the kernel still is; it boots without them.
        parts = [part for part in (image, modules) if (part, version) in available]
        if image in parts:
            result.append(Kernel(release, version, [f"{part}={version}" for part in parts]))
    return sorted(result, key=lambda kernel: kernel.order)


def ends(line, only_last):
    """The first and the last point of a line; release candidates count if there is nothing else."""
    line = [kernel for kernel in line if not kernel.candidate] or line
    # Of several builds of the first point the last.
    first = [kernel for kernel in line if kernel.point == line[0].point][-1]
    return [line[-1]] if only_last or first is line[-1] else [first, line[-1]]


def chosen(every, names, all_points, only_last):
    """The kernels that the names mean, the oldest first. An unknown name is an error."""
    lines = {}
    for kernel in every:
        lines.setdefault(kernel.line, []).append(kernel)
    result = []
    for name in names or lines:
        if name in lines:
            result += lines[name] if all_points else ends(lines[name], only_last)
            continue
        matches = [k for k in every if name in (k.point, k.release, k.release.removesuffix(FLAVOUR))]
        if not matches:
            raise SystemExit(f"the archive has no kernel {name}; its lines: {' '.join(lines)}")
        result += matches[-1:] if only_last else matches
    return sorted({k.release: k for k in result}.values(), key=lambda kernel: kernel.order)


def main(arguments):
    if not arguments or any(one.startswith("-") and one not in ("--all", "--last") for one in arguments):
        raise SystemExit(__doc__.strip())
    path, names = arguments[0], [one for one in arguments[1:] if not one.startswith("-")]
    with open(path, encoding="utf-8") as file:
        every = kernels(list(stanzas(file.read())))
    for kernel in chosen(every, names, "--all" in arguments, "--last" in arguments):
        print(kernel.fields())


if __name__ == "__main__":
    main(sys.argv[1:])
