#!/usr/bin/env python3
"""Which release a kernel is asked as: its own, or the newest one described if that is older.

Reads from standard input what `extstruct list --json --release RELEASE` prints; the argument is the release.
"""

import json
import sys


def asked_as(release, interfaces):
    """The release itself if one interface is described there, or came later; else the newest described."""
    dated = [interface for interface in interfaces if interface["newest"]]
    if not dated or any(interface["status"] != "beyond" for interface in dated):
        return release
    return max((i["newest"] for i in dated), key=lambda newest: [int(part) for part in newest.split(".")])


if __name__ == "__main__":
    print(asked_as(sys.argv[1], json.load(sys.stdin)["interfaces"]))
