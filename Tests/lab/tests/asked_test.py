"""Which kernels count for which interface in the Swift file that is made of a ladder's answers."""

import os
import sys
import unittest

LAB = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, LAB)

import asked  # noqa: E402


def kernel(point, newer=False, **interfaces):
    """A kernel with the cases and the disagreements of each interface."""
    return {
        "point": point,
        "newer_than_described": newer,
        "interfaces": [
            {"interface": name, "cases": cases, "disagreed": disagreed}
            for name, (cases, disagreed) in interfaces.items()
        ],
    }


class AskedTest(unittest.TestCase):
    def test_which_kernels_count(self):
        ladder = {
            "kernels": [
                kernel("6.12.9", openat2=(10, 0), bpf=(10, 0)),
                kernel("6.12.118", openat2=(10, 1), bpf=(10, 0)),  # a disagreement
                kernel("6.18.5", openat2=(10, 0), bpf=(0, 0)),  # skipped
                kernel("7.3.0-rc7", openat2=(10, 0), bpf=(10, 0)),  # a candidate has no point
                kernel("7.4.1", newer=True, openat2=(10, 0), bpf=(10, 0)),  # asked as an older one
            ]
        }
        self.assertEqual(
            asked.agreed([ladder]), {"openat2": [(6, 12, 9), (6, 18, 5)], "bpf": [(6, 12, 9), (6, 12, 118)]}
        )

    def test_every_build_of_a_point_has_to_agree(self):
        ladder = {"kernels": [kernel("6.1.172", openat2=(10, 0)), kernel("6.1.172", openat2=(10, 2))]}
        self.assertEqual(asked.agreed([ladder]), {"openat2": []})

    def test_a_report_of_the_running_kernel_counts(self):
        report = {"kernel": "Linux 6.18.44-test", "release": "6.18.44"} | kernel("", openat2=(10, 0))
        del report["point"], report["newer_than_described"]
        self.assertEqual(asked.agreed([report]), {"openat2": [(6, 18, 44)]})

    def test_the_swift_file_has_a_line_of_points_for_each_line(self):
        text = asked.swift({"b": [(6, 1, 2), (6, 1, 3), (7, 0, 1)], "a": [(6, 1, 2), (6, 1, 3), (7, 0, 1)], "c": []})
        self.assertIn('"a", "b",', text)
        self.assertIn("(6, 1, [2, 3]), (7, 0, [1]),", text)
        self.assertNotIn('"c"', text)


if __name__ == "__main__":
    unittest.main()
