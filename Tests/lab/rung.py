"""One kernel of the ladder: what it is, and what it answered."""

import json
import os
from dataclasses import asdict, dataclass, field

FLAVOUR = "-cloud-amd64"


@dataclass
class Rung:
    """A kernel; `state` is `asked`, `not-asked` or `no-answer`, the last two with their reason."""

    point: str
    release: str
    version: str
    state: str = "no-answer"
    reason: str = ""
    # The release that the simulated kernel played.
    asked_as: str = ""
    has_modules: bool = False
    tries: int = 0
    seconds: float = 0
    interfaces: list = field(default_factory=list)
    # Of the cases that were drawn, where the sweep was asked.
    seed: int | None = None

    @staticmethod
    def read(folder, point, release, version, _packages):
        """Reads what `ask-kernel` left of this kernel."""
        rung = Rung(point, release, version, reason="it was not finished")
        place = os.path.join(folder, release)
        try:
            with open(os.path.join(place, "state"), encoding="utf-8") as file:
                state = dict(line.rstrip("\n").split("\t", 1) for line in file)
        except FileNotFoundError:
            return rung
        rung.state, rung.reason = state.get("state", rung.state), state.get("reason", "")
        rung.asked_as, rung.has_modules = state.get("as", ""), state.get("modules") == "yes"
        rung.tries, rung.seconds = int(state.get("tries", 0)), int(state.get("seconds", 0)) / 10
        if rung.state == "asked":
            rung.take(os.path.join(place, "answer.json"))
        return rung

    def take(self, path):
        """Takes over the answer, if it is one, and of the kernel that is meant."""
        try:
            with open(path, encoding="utf-8") as file:
                answer = json.load(file)
        except ValueError as error:
            self.state, self.reason = "no-answer", f"its answer is not JSON: {error}"
            return
        if answer["kernel"] != f"Linux {self.release}":
            self.state, self.reason = "no-answer", f"the kernel says that it is {answer['kernel']}"
            return
        self.interfaces, self.seed = answer["interfaces"], answer.get("seed")

    @property
    def name(self):
        return self.release.removesuffix(FLAVOUR)

    @property
    def is_newer(self):
        """Whether its line is newer than the newest release described."""
        return self.state == "asked" and self.asked_as not in (self.point, self.point.split("-rc")[0])

    def _sum(self, key):
        return sum(interface[key] for interface in self.interfaces)

    @property
    def cases(self):
        return self._sum("cases")

    @property
    def agreed(self):
        return self._sum("agreed")

    @property
    def disagreed(self):
        return self._sum("disagreed")

    @property
    def skips(self):
        """The interfaces that were not tried, each with its reason."""
        return [(one["interface"], one["skipped"]) for one in self.interfaces if one["skipped"]]

    def to_json(self):
        counts = {"cases": self.cases, "agreed": self.agreed, "disagreed": self.disagreed}
        return asdict(self) | {"newer_than_described": self.is_newer} | counts

    @staticmethod
    def from_json(values):
        return Rung(**{key: values[key] for key in Rung.__dataclass_fields__ if key in values})
