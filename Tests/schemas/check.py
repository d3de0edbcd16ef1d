"""Checks the JSON Schemas, and the command's JSON against them. Usage: check.py EXTSTRUCT SEED NOT-RUN"""

import collections
import copy
import json
import pathlib
import random
import sys
import tempfile

from jsonschema import Draft202012Validator

from mutations import at, mutations, places, trimmed
from outputs import CASES, RARE, Command, outputs, parse


def read(command):
    """The schemas by name, as the command prints them: each the text of one file of the sources."""
    files = {path.name: path.read_text() for path in pathlib.Path("Sources").rglob("*.schema.json")}
    schemas = {}
    for file, text in sorted(files.items()):
        name = file.removesuffix(".schema.json")
        if command.text("schema", name) != text:
            raise SystemExit(f"`extstruct schema {name}` is not {file}")
        schemas[name] = parse(text)
        if schemas[name]["$id"] != file:
            raise SystemExit(f"the $id of {file} is {schemas[name]['$id']}")
    listed = {line.split()[0] for line in command.text("schema").splitlines()[2:]}
    if listed != set(schemas):
        raise SystemExit(f"`extstruct schema` lists {sorted(listed)}, and there are {sorted(schemas)}")
    return schemas


def check_style(name, root, schema, where="#"):
    """Every property is described, and every object says what it may not have."""
    if "properties" in schema and (schema.get("additionalProperties") is not False or "required" not in schema):
        raise SystemExit(f"{name}: {where} takes unknown members, or says nothing of those it needs")
    for key, member in schema.get("properties", {}).items():
        # A "#" alone is the schema itself.
        target = root if member.get("$ref") == "#" else {}
        target = root.get("$defs", {}).get(member.get("$ref", "").removeprefix("#/$defs/"), target)
        if not (member.get("description") or target.get("description")):
            raise SystemExit(f"{name}: {where}/{key} is not described")
    inner = [*schema.get("properties", {}).items(), *schema.get("$defs", {}).items()]
    inner += [("items", schema["items"])] if isinstance(schema.get("items"), dict) else []
    for keyword in ["anyOf", "oneOf", "prefixItems"]:
        inner += [(f"{keyword}/{index}", one) for index, one in enumerate(schema.get(keyword, []))]
    for key, one in inner:
        check_style(name, root, one, f"{where}/{key}")


def check_outputs(command, validators):
    """Validates every output; answers with all of them by schema."""
    seen = collections.defaultdict(list)
    for name, source, output in outputs(command):
        errors = sorted(validators[name].iter_errors(output), key=lambda error: len(error.path))
        if errors:
            where = "/".join(map(str, errors[0].absolute_path))
            raise SystemExit(f"{source}: not {name}.schema.json at '{where}': {errors[0].message[:500]}")
        seen[name].append(output)
        for interface in output.get("interfaces", []) if name == "verify" else []:
            # A disagreement is there to be put to `eval`.
            seen["eval-case"] += [parse(one["case"]) for one in interface["disagreements"][:20]]
    for name, array, element in RARE:
        if name not in seen:
            continue  # It cannot run here.
        seen[name].append(with_element(name, seen[name], array, element))
    return seen


def with_element(name, values, array, element):
    """A copy of the first of these values that has such an array, with nothing but the element in each of them."""
    for value in values:
        paths = [path for path, shape, _ in places(name, value) if shape == array]
        if paths:
            value = copy.deepcopy(value)
            for path in paths:
                at(value, path)[:] = [element]
            return value
    raise SystemExit(f"no output of {name} has {array}")


def check_mutations(name, validator, values, draw):
    """Breaks values of each shape that was seen; answers with how often."""
    found = collections.defaultdict(list)
    for value in [trimmed(value, draw) for value in values]:
        validator.validate(value)
        for path, shape, kind in places(name, value):
            found[kind].append((value, path, shape))
    count = 0
    for candidates in found.values():
        for value, path, shape in draw.sample(candidates, min(2, len(candidates))):
            for what, mutant in mutations(name, value, path, shape):
                count += 1
                if validator.is_valid(mutant):
                    text = json.dumps(mutant)[:500]
                    raise SystemExit(f"{name}.schema.json takes {what} at '{shape}': {text}")
    return count


def check_cases(command, validator, draw):
    """What the schema of a case refuses, `eval` has to refuse."""
    mutants = []
    for case in CASES:
        for path, shape, _ in places("eval-case", case):
            mutants += [mutant for _, mutant in mutations("eval-case", case, path, shape)]
        for key in case:
            # These may be right: the schema and `eval` decide.
            mutants += [case | {key: new} for new in ["", "6.1", "00", "0x1", 0, 2**24 + 1, 2**64, None, True]]
    mutants = [mutant for mutant in mutants if isinstance(mutant, dict)]
    draw.shuffle(mutants)
    for mutant, answer in zip(mutants, command.evaluate(map(json.dumps, mutants)), strict=True):
        if "error" not in answer and not validator.is_valid(mutant):
            raise SystemExit(f"eval takes what eval-case.schema.json refuses: {json.dumps(mutant)}")
    return len(mutants)


def check_files(command, files, draw):
    """What the schema of an interface file refuses, the command has to refuse: in one line, with the file's name."""
    mutants = []
    for value in [trimmed(value, draw) for value in draw.sample(files, 8)]:
        for path, shape, _ in places("interface", value):
            mutants += [mutant for _, mutant in mutations("interface", value, path, shape)]
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "mutant.json"
        for mutant in draw.sample(mutants, min(150, len(mutants))):
            file.write_text(json.dumps(mutant))
            answer = command.refusal("layout", str(file))
            if answer is None or answer.count("\n") != 1 or f"{file}:1:" not in answer:
                raise SystemExit(f"layout says {answer!r} of {json.dumps(mutant)[:2000]}")
    return min(150, len(mutants))


def main(path, seed, not_run):
    pathlib.Path(not_run).touch()
    command = Command(path)
    schemas = read(command)
    validators = {}
    for name, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        check_style(name, schema, schema)
        validators[name] = Draft202012Validator(schema)
    seen = check_outputs(command, validators)
    pathlib.Path(not_run).write_text("".join(line + "\n" for line in command.not_run))
    draw = random.Random(int(seed))
    refused = sum(check_mutations(name, validators[name], values, draw) for name, values in seen.items())
    put = check_cases(command, validators["eval-case"], draw)
    files = check_files(command, seen["interface"], draw)
    total = sum(map(len, seen.values()))
    print(f"{len(schemas)} schemas take {total} outputs and refuse {refused} broken ones.")
    print(f"{files} broken interface files are refused.")
    print(f"eval refuses what the schema of a case refuses: {put} cases. SEED={seed}")


if __name__ == "__main__":
    main(*sys.argv[1:])
