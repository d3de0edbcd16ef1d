"""The table of the README, made of a ladder's answers."""

import os
import sys
import unittest

LAB = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, LAB)

from rung import Rung  # noqa: E402
from tables import markdown  # noqa: E402


def rung(point, cases=10, disagreed=0, modules=True, state="asked", asked_as=None):
    interfaces = [
        {"interface": "openat2", "cases": cases, "agreed": cases - disagreed, "disagreed": disagreed},
        {"interface": "skipped", "cases": 0, "agreed": 0, "disagreed": 0},
    ]
    return Rung(point, point, point, state, "", asked_as or point, modules, 1, 1, interfaces)


class MarkdownTest(unittest.TestCase):
    def rows(self, *rungs):
        return markdown(list(rungs)).splitlines()[2:]

    def test_a_row_for_each_line(self):
        self.assertEqual(
            self.rows(rung("6.1.170"), rung("6.1.172"), rung("6.1.172"), rung("6.12.43", cases=1000, disagreed=2)),
            ["| 6.1 | 170, 172 | 1 | 30 | 0 |", "| 6.12 | 43 | 1 | 1,000 | 2 |"],
        )

    def test_what_was_not_asked_does_not_count(self):
        self.assertEqual(self.rows(rung("6.1.170", state="not-asked")), [])

    def test_a_line_without_modules_and_one_that_is_newer_say_so(self):
        self.assertIn("no KVM", self.rows(rung("7.0.4", modules=False))[0])
        self.assertIn("asked as 7.3", self.rows(rung("7.4.1", asked_as="7.3"))[0])


if __name__ == "__main__":
    unittest.main()
