"""Breaks real outputs, each in one place, in ways that their schema has to refuse."""

import copy
import re

# Members that may be left out, so that removing them breaks nothing.
OPTIONAL = {
    "eval-case": {
        "id", "release", "ksize", "usize", "flags", "memory", "mapped", "unmappedHead", "writable", "pointer",
        "privileged", "abi",
        "offset", "length", "kernelStruct",
    },
    "eval-answer": {"id", "kernelStruct", "value"},
    "interface": {
        "interface", "summary", "call", "scheme", "absent", "newestDescribed", "facts", "asked", "offset", "element",
        "reserved", "name", "gate", "flags", "size", "known", "names", "conflicts", "direction", "samples", "passing",
        "setting", "product", "keepsMachine", "unmodelled", "unmodelledOn", "filledIn", "configured", "unprivileged",
        "leftOut", "x86_64", "arm64", "i386", "else", "always", "writable", "interruptController", "timer", "like",
        "privilege", "flagsArgument", "nullPointer", "pad", "in", "out", "peek", "tail", "closedGate", "unknownFlags",
        "flagBeyondSize", "refusal", "copiesBack", "writtenMember", "reportsCopiedBytes", "fetchesRequest", "fetch",
        "recheck", "used", "zero", "minimum", "maximum", "writeBack", "reportsNeededSize", "least", "from", "since",
        "backports", "until", "endedEarly", "evidence", "shows", "value", "null", "when", "unless", "whenArgument",
        "unlessArgument", "exempt", "queries", "older", "by", "usize", "tells", "answers", "asksGivenFile", "on", "carries",
    },
}
# Schemas whose optional members are optional wherever a key of that name is.
NESTED = {"interface"}
# Objects that may have any key.
MAPS = {
    ("interface", "struct.flags.names"), ("interface", "call.samples"), ("interface", "call.unmodelled"),
    ("interface", "call.unmodelledOn"), ("interface", "call.unmodelledOn.i386"), ("interface", "call.leftOut"),
}
# Shapes, or their beginnings, whose numbers may be negative and may be written otherwise.
SIGNED = {
    ("interface", "call.samples"), ("interface", "call.arguments[].holds"), ("interface", "facts[].number.value"),
}
# Strings that stand for a number, or for an errno, which may be a number as well.
NUMERIC = re.compile("0x[0-9a-f]+|E[A-Z0-9]+|errno [0-9]+|version0")
# Members of any type and value.
ANYTHING = {"eval-case": {"id"}, "eval-answer": {"id"}}
# Members whose values, or whose elements, are of a closed set or have a form.
CLOSED = {
    "matrix": {"features", "scheme", "habit", "verdict", "errno"},
    "list": {"schemes", "direction", "size", "since", "newest", "status"},
    "facts": {"newest", "asked", "kind", "since", "until", "backports", "basis", "ran"},
    "layout": set(),
    "glossary": set(),
    "kvm": {"ioctl", "claim", "simulated", "real"},
    "eval-case": {"pointer", "memory", "kernelStruct", "release", "abi"},
    "eval-answer": {"result", "basis", "memory", "kernelStruct", "fetches"},
    "explain": {"direction", "step", "errno", "release", "result"},
    "cost": {"scheme", "claim", "verdict"},
    "verify": {"release", "abi", "errno", "simulated", "real", "case"},
    "probe": {"sizeZero", "tail", "pad", "releases"},
    "race": {
        "granularity", "scheme", "recheck", "property", "before", "after", "kernelStruct", "thread", "fetch",
    },
    "lint": {"level", "rule"},
    "diff": {"verdict", "rule"},
    "import": {"subject"},
    "import-list": set(),
    "interface": {
        "else", "writeBack", "absent", "errno", "null", "mustBeZero", "rejected", "rejectedFirst", "rejectedAfterSize",
        "takenWithoutSize", "ioctlPublished", "pointer", "direction", "setting", "product", "kind", "capability",
        "exempt", "like", "fetch", "recheck", "used", "zero", "tail", "reserved", "closedGate", "unknownFlags",
        "flagBeyondSize", "refusal", "nullPointer", "privilege", "flagsArgument", "since", "until", "backports",
        "endedEarly", "asked", "newestDescribed", "type", "known", "gate", "noneOf", "allOf", "anyOf", "has", "within",
    },
}
# `features` of a cell names extensions, and is no member of the set that `features` of a matrix is from.
OPEN = {("matrix", "schemes[].cells[].features[]")}
# Arrays in which each element has a meaning of its own.
TUPLES = {
    ("interface", "facts[].rule.within"), ("eval-answer", "fetches[]"), ("explain", "steps[].reads"), ("matrix", "schemes[].cells[].bytes[]"),
}
# Arrays that are never empty.
FILLED = {
    ("cost", "claims"), ("explain", "steps"), ("facts", "facts"), ("layout", "versions"), ("layout", "members"),
    ("interface", "struct.members"), ("interface", "struct.versions"),
    ("import", "versions"), ("import", "members"), ("glossary", "sections"), ("glossary", "sections[].words"),
    ("list", "structs"), ("list", "structs[].sizes"), ("list", "interfaces"), ("list", "interfaces[].since"),
    ("matrix", "schemes[].sizes"), ("matrix", "schemes[].cells"),
    ("race", "schemes[].properties"), ("race", "schemes[].properties[].events"),
}


def places(name, value, path=(), shape="", owner=()):
    """Every value inside an output, as its path, its shape and its kind.

    The shape is the path without indices. The kind tells apart values of one shape that are of different types, or
    members of objects with different keys.
    """
    keys = tuple(sorted(value)) if isinstance(value, dict) else owner
    yield path, shape, (shape, type(value), keys)
    if isinstance(value, dict):
        for key, member in value.items():
            if path or key not in ANYTHING.get(name, ()):
                yield from places(name, member, path + (key,), f"{shape}.{key}" if shape else key, keys)
    elif isinstance(value, list):
        for index, element in enumerate(value):
            place = f"{shape}[{index}]" if (name, local(shape)) in TUPLES else f"{shape}[]"
            yield from places(name, element, path + (index,), place, owner)


def trimmed(value, random, most=4):
    """A value whose long arrays have only some of their elements, so that checking it is quick."""
    if isinstance(value, dict):
        return {key: trimmed(member, random, most) for key, member in value.items()}
    if isinstance(value, list):
        kept = sorted(random.sample(range(len(value)), min(most, len(value))))
        return [trimmed(value[index], random, most) for index in kept]
    return value


def local(shape):
    """A shape within the interface that it belongs to: a file's queries and older calls hold whole interfaces."""
    return re.sub(r"^(queries\[\]\.by\.|older\[\]\.interface\.)+", "", shape)


def at(value, path):
    for step in path:
        value = value[step]
    return value


def replaced(value, path, new):
    """A copy of a value in which what is at a path is another."""
    if not path:
        return new
    value = copy.deepcopy(value)
    at(value, path[:-1])[path[-1]] = new
    return value


def mutations(schema, value, path, shape):
    """What a schema has to refuse, each with what was done at the path."""
    old = at(value, path)
    shape = local(shape)
    signed = any(schema == name and shape.startswith(start) for name, start in SIGNED)
    if isinstance(old, dict) and (schema, shape) in MAPS:
        yield "an array for an object", replaced(value, path, [])
    elif isinstance(old, dict):
        yield "a key added", replaced(value, path, old | {"unexpected": 1})
        for key in old:
            # An ioctl has arguments of its own; a system call has to name them.
            if key == "arguments" and "ioctl" in old:
                continue
            if path and schema not in NESTED or key not in OPTIONAL.get(schema, ()):
                yield f"{key} removed", replaced(value, path, {k: v for k, v in old.items() if k != key})
        yield "an array for an object", replaced(value, path, [])
    elif isinstance(old, list):
        yield "an object for an array", replaced(value, path, {})
        yield "an empty object in an array", replaced(value, path, old + [{}])
        yield "an unknown object in an array", replaced(value, path, old + [{"unexpected": 1}])
        if (schema, shape) in TUPLES:
            yield "an element added", replaced(value, path, old + [0])
            yield "an element removed", replaced(value, path, old[:-1])
        if (schema, shape) in FILLED:
            yield "an empty array", replaced(value, path, [])
    elif isinstance(old, bool):
        yield "a string for a boolean", replaced(value, path, "true")
        yield "a number for a boolean", replaced(value, path, 1)
    elif isinstance(old, (int, float)):
        yield "a string for a number", replaced(value, path, str(old))
        if not signed:
            yield "a negative number", replaced(value, path, -1)
        if isinstance(old, int):
            yield "a fraction", replaced(value, path, 0.5)
    elif isinstance(old, str):
        if schema not in NESTED or not signed and not NUMERIC.fullmatch(old):
            yield "a number for a string", replaced(value, path, 7)
        key = [step for step in path if isinstance(step, str)][-1]
        if key in CLOSED[schema] and (schema, shape) not in OPEN:
            yield "an unknown value", replaced(value, path, old + "?")
    else:
        yield "an object for null", replaced(value, path, {})
