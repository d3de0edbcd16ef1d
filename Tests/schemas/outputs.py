"""Runs the command in all the shapes that its JSON has, and reads what it prints."""

import json
import pathlib
import subprocess

RECHECKS = ["none", "deciding", "all"]
GRANULARITIES = ["page", "word", "byte"]
SCHEMES = [
    "static-pad", "static-pad-checked", "size-prefixed", "size-argument", "size-in-command", "flag-first",
    "size-and-flag-first", "new-ioctl", "unversioned",
]

# Cases for `eval` in which something goes right or wrong in each of its ways; `id` may be any value.
CASES = [
    {"interface": "copy_struct_from_user", "ksize": 8, "usize": 4, "memory": "01020304"},
    {"interface": "copy_struct_from_user", "id": 7, "ksize": 4, "usize": 8, "memory": "0102030400000001"},
    {"interface": "copy_struct_from_user", "id": None, "ksize": 8, "usize": 8, "memory": "0A0b", "mapped": 4},
    {"interface": "copy_struct_from_user", "ksize": 8, "usize": 2**64 - 1, "pointer": "kernel"},
    {"interface": "copy_struct_from_user", "ksize": 8, "usize": 2**63 - 1, "mapped": 8, "unmappedHead": 4},
    {"interface": "copy_struct_to_user", "ksize": 4, "usize": 8, "kernelStruct": "01FF", "writable": True},
    {"interface": "copy_struct_to_user", "ksize": 4, "usize": 8, "writable": False},
    {"interface": "check_zeroed_user", "id": {"b": [1.5, "x"], "a": None}, "memory": "000001", "length": 2},
    {"interface": "check_zeroed_user", "memory": "000001", "offset": 1, "length": 2},
    {"interface": "check_zeroed_user", "length": 2, "pointer": "null"},
    {"interface": "openat2", "id": "x", "usize": 24, "memory": "00" * 24},
    {"interface": "openat2", "id": True, "release": "6.1.176", "usize": 25, "memory": "00" * 24 + "01"},
    {"interface": "openat2", "release": "5.5", "usize": 24},
    {"interface": "mount_setattr", "usize": 32, "memory": "00" * 32, "privileged": False},
    {"interface": "openat2", "usize": 2**32 + 24, "memory": "00" * 24, "abi": "i386"},
    {"interface": "landlock_create_ruleset", "usize": 0, "pointer": "null", "flags": 1},
    {"interface": "sched_setattr", "release": "3.14", "memory": "30" + "00" * 47},
    {"interface": "sched_setattr", "flags": 1, "ksize": 48, "memory": "00" * 48},
    {"interface": "sched_getattr", "usize": 56, "kernelStruct": "00" * 56},
    {"interface": "kvm_set_user_memory_region", "usize": 32, "memory": "00" * 32},
]

# Lines that are answered with an error. The schema refuses those that are objects with a wrong member.
WRONG = [
    "{", "[]", '{"interface":"openat2","interface":"openat2"}', '{"interface":"openat"}',
    '{"interface":"openat2"}', '{"id":3,"interface":"openat2","usize":24,"release":"99.1"}',
]

# What a machine on which all is well does not show: an element for an array of a real output.
RARE = [
    ("cost", "missing", "instructions were not counted"),
    ("kvm", "skipped", "kvm_enable_cap: not described"),
    (
        "race", "replay.disagreements",
        {"interface": "openat2", "schedule": "page ends at 8", "simulated": "OK", "real": "EINVAL"},
    ),
    ("race", "schemes[].properties[].events", {"thread": "kernel", "writeBack": 2**64 - 1, "offset": 0}),
    (
        "verify", "interfaces[].withheld",
        {"member": "flags", "bits": 2**63, "errno": "errno 134", "reason": "another processor"},
    ),
]


class Command:
    """The built command, with what could not be run, and why."""

    def __init__(self, path):
        self.path = path
        self.not_run = []

    def text(self, *arguments, given=None, statuses=(0,)):
        """What the command prints to standard output; None if it cannot run on this machine."""
        done = subprocess.run([self.path, *arguments], input=given, capture_output=True, text=True)
        if done.returncode not in statuses:
            if done.returncode == 2 and arguments[0] in ("kvm", "cost"):
                self.not_run.append(f"the JSON of `{' '.join(arguments)}`: {done.stderr.strip()}")
                return None
            raise SystemExit(f"{' '.join(arguments)}: exit status {done.returncode}: {done.stderr}")
        return done.stdout

    def json(self, *arguments):
        """The one JSON object that the command prints. Exit status 1 says that it found something."""
        text = self.text(*arguments, "--json", statuses=(0, 1))
        return text and parse(text)

    def refusal(self, *arguments):
        """What the command says of wrong input; None if it takes it, or ends in another way."""
        done = subprocess.run([self.path, *arguments], capture_output=True, text=True)
        return done.stderr if done.returncode == 2 and not done.stdout else None

    def evaluate(self, lines):
        """The answers of `eval` to these lines."""
        text = self.text("eval", given="".join(line + "\n" for line in lines), statuses=(0, 2))
        return [parse(line) for line in text.splitlines()]


def parse(text):
    """Reads JSON, and refuses a key that occurs twice in an object."""

    def members(pairs):
        if len(dict(pairs)) != len(pairs):
            raise SystemExit(f"duplicate key: {pairs}")
        return dict(pairs)

    return json.loads(text, object_pairs_hook=members)


def runs(listing):
    """The arguments of every run, by the schema of what it prints."""
    structs = [entry["name"] for entry in listing["structs"]]
    interfaces = [entry["name"] for entry in listing["interfaces"]]
    yield "list", []
    yield "glossary", []
    for release in ["2.6.24", "5.8", "6.1.176", "99.1"]:
        yield "list", ["--release", release]
    for name in interfaces:
        yield "facts", ["--facts", name]
        yield "explain", [name]
    for name in structs + interfaces:
        yield "layout", [name]
        yield "lint", [name]
    yield "explain", ["openat2", "--release", "5.8"]
    yield "explain", ["openat2", "--release", "4.4"]
    yield "explain", ["openat2", "--release", "4.4", "--case", '{"usize":24}']
    for size in [23, 24, 25]:
        yield "explain", ["openat2", "--case", f'{{"usize":{size},"memory":"00"}}']
    for scheme in SCHEMES:
        yield "explain", ["kvm_userspace_memory_region", "--scheme", scheme]
        yield "matrix", ["kvm_userspace_memory_region", "--scheme", scheme, "--no-confirm"]
    for name in ["kvm_userspace_memory_region", "sched_attr"]:
        yield "matrix", [name]
    for name in ["kvm_userspace_memory_region2_posted", "open_how", "clone_args", "mnt_id_req", "xattr_args"]:
        yield "matrix", [name, "--no-confirm"]
    yield "cost", []
    yield "cost", ["mnt_id_req"]
    yield "cost", ["sched_attr", "--scheme", "size-prefixed", "--scheme", "size-argument"]
    yield "kvm", []
    yield "verify", ["openat2", "clone3", "kvm_set_user_memory_region2_posted", "--seed", "7"]
    yield "verify", ["openat2", "--release", "5.5"]
    yield "verify", ["openat2", "perf_event_open", "--abi", "i386", "--unprivileged"]
    yield "probe", []
    yield "import-list", ["--header", "linux/openat2.h"]
    yield "import-list", ["--header", "linux/kvm.h"]
    yield "import", ["--header", "linux/openat2.h", "open_how"]
    yield "import", ["--header", "linux/perf_event.h", "perf_event_attr"]
    yield "import", ["--header", "linux/kvm.h", "kvm_userspace_memory_region", "--known", "KVM_MEM_READONLY"]
    fixtures = "Tests/DiffAnalysisTests/Fixtures"
    for patch in ["bad/inserted", "bad/hole", "bad/flag", "bad/version", "good/region2"]:
        yield "diff", [f"{fixtures}/{patch}/old.h", f"{fixtures}/{patch}/new.h"]
    yield "diff", [f"{fixtures}/bad/union", f"{fixtures}/good/clone_args"]
    for granularity in GRANULARITIES:
        yield "race", ["--no-replay", "--writes", "1", "--granularity", granularity]
    for recheck in RECHECKS:
        yield "race", ["--no-replay", "--writes", "2", "--recheck", recheck]
    yield "race", ["sched_attr", "--no-replay", "--writes", "2"]
    yield "race", ["open_how", "--writes", "1"]
    yield "race", ["mnt_id_req", "--no-replay", "--writes", "1"]
    yield "race", ["clone_args", "--no-replay", "--writes", "1", "--scheme", "argsz"]


def outputs(command):
    """Every output that has a schema, as the schema's name, where it comes from, and what it is."""
    listing = command.json("list")
    for name, arguments in runs(listing):
        subcommand = {"facts": "list", "import-list": "import"}.get(name, name)
        printed = command.json(subcommand, *arguments)
        if printed is not None:
            yield name, " ".join([subcommand, *arguments]), printed
    for entry in listing["interfaces"]:
        yield "interface", f"list --export {entry['name']}", parse(command.text("list", "--export", entry["name"]))
    readme = pathlib.Path("README.md").read_text()
    yield "interface", "the README's interface file", parse(readme.partition("```json\n")[2].partition("```")[0])
    lines = [json.dumps(case) for case in CASES]
    for case, answer in zip(CASES, command.evaluate(lines), strict=True):
        yield "eval-case", "eval", case
        yield "eval-answer", f"eval: {json.dumps(case)}", answer
    for line, answer in zip(WRONG, command.evaluate(WRONG), strict=True):
        if "error" not in answer:
            raise SystemExit(f"eval answered {line}")
        yield "eval-answer", f"eval: {line}", answer
