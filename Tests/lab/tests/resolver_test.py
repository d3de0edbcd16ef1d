"""The resolver, on a list recorded from the archive (packages.txt); the kernels were picked out of it by hand."""

import os
import subprocess
import sys
import unittest

FOLDER = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(FOLDER))

from kernels import chosen, kernels, stanzas  # noqa: E402

# Point, release without its flavour: every kernel of the list, in order.
EVERY = [
    ("5.10.218", "5.10.0-30"),
    ("5.10.262", "5.10.0-46"),
    ("6.1.170", "6.1.0-47"),
    ("6.1.172", "6.1.0-0.deb11.48"),
    ("6.1.192", "6.1.0-55"),
    ("6.1.192", "6.1.0-56"),
    ("6.12.90", "6.12.90+deb12"),
    ("6.12.90", "6.12.90+deb13"),
    ("6.12.90", "6.12.90+deb12.1"),
    ("6.12.90", "6.12.90+deb13.1"),
    ("6.12.118", "6.12.118+deb13"),
    ("7.1.3", "7.1.3+deb13"),
    ("7.1.13", "7.1.13+deb13"),
    ("7.2.6", "7.2.6+deb13"),
    ("7.2.13", "7.2.13+deb14"),
    ("7.3.0-rc7", "7.3"),
    ("7.3.4", "7.3.4+deb13"),
]

# What is asked for (names, all points, the last alone), and the releases that it means.
CHOICES = [
    (["6.1"], False, False, ["6.1.0-47", "6.1.0-56"]),
    (["6.1"], False, True, ["6.1.0-56"]),
    (["6.1"], True, False, ["6.1.0-47", "6.1.0-0.deb11.48", "6.1.0-55", "6.1.0-56"]),
    # Of several builds of the first point the last; a point alone is every build of it.
    (["6.12"], False, False, ["6.12.90+deb13.1", "6.12.118+deb13"]),
    (["6.1.192"], False, False, ["6.1.0-55", "6.1.0-56"]),
    (["6.1.192"], False, True, ["6.1.0-56"]),
    # A release candidate is no first point.
    (["7.3"], False, False, ["7.3.4+deb13"]),
    (["7.3"], True, False, ["7.3", "7.3.4+deb13"]),
    (["7.3.0-rc7"], False, False, ["7.3"]),
    # In order and once, however they are named.
    (["7.2.6+deb13-cloud-amd64", "5.10", "7.2.6"], False, False, ["5.10.0-30", "5.10.0-46", "7.2.6+deb13"]),
    (
        [], False, False,
        ["5.10.0-30", "5.10.0-46", "6.1.0-47", "6.1.0-56", "6.12.90+deb13.1", "6.12.118+deb13", "7.1.3+deb13",
         "7.1.13+deb13", "7.2.6+deb13", "7.2.13+deb14", "7.3.4+deb13"],
    ),
]  # fmt: skip

PARTS = [
    ("5.10.218", ["linux-image-5.10.0-30-cloud-amd64=5.10.218-1"]),
    (
        "7.2.13",
        ["linux-binary-7.2.13+deb14-cloud-amd64=7.2.13-1", "linux-modules-7.2.13+deb14-cloud-amd64=7.2.13-1"],
    ),
    # The archive listed no modules of 7.1 any more.
    ("7.1.3", ["linux-binary-7.1.3+deb13-cloud-amd64=7.1.3-1~bpo13+1"]),
]


def names(found):
    return [kernel.release.removesuffix("-cloud-amd64") for kernel in found]


class ResolverTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with open(os.path.join(FOLDER, "packages.txt"), encoding="utf-8") as file:
            cls.every = kernels(list(stanzas(file.read())))

    def test_every_kernel_of_the_list_is_found_in_order(self):
        self.assertEqual(list(zip([kernel.point for kernel in self.every], names(self.every))), EVERY)

    def test_a_name_means_these_kernels(self):
        for asked, all_points, only_last, expected in CHOICES:
            with self.subTest(asked=asked, all_points=all_points, only_last=only_last):
                self.assertEqual(names(chosen(self.every, asked, all_points, only_last)), expected)

    def test_a_kernel_is_unpacked_from_these_packages(self):
        for point, expected in PARTS:
            with self.subTest(point=point):
                (kernel,) = chosen(self.every, [point], False, True)
                self.assertEqual(kernel.packages, expected)

    def test_an_unknown_name_is_an_error_that_lists_the_lines(self):
        for name in ["6.13", "6.12.1", "6", "6.12.118+deb13-amd64"]:
            with self.subTest(name=name), self.assertRaises(SystemExit) as raised:
                chosen(self.every, [name], False, False)
            self.assertEqual(
                str(raised.exception), f"the archive has no kernel {name}; its lines: 5.10 6.1 6.12 7.1 7.2 7.3"
            )

    def test_of_two_versions_of_a_package_the_first_listed_counts(self):
        text = "\n\n".join(f"Package: linux-image-6.9.0-1-cloud-amd64\nVersion: 6.9.{v}-1" for v in (12, 7))
        self.assertEqual([kernel.point for kernel in kernels(list(stanzas(text)))], ["6.9.12"])

    def test_an_image_whose_package_is_not_listed_is_no_kernel(self):
        text = "Package: linux-image-7.9-cloud-amd64\nVersion: 7.9-1\nDepends: linux-binary-7.9-cloud-amd64 (= 7.9-1)"
        self.assertEqual(kernels(list(stanzas(text))), [])

    def test_the_command_prints_a_line_a_kernel(self):
        script = os.path.join(os.path.dirname(FOLDER), "kernels.py")
        printed = subprocess.run(
            [sys.executable, script, os.path.join(FOLDER, "packages.txt"), "--last", "5.10"],
            check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        self.assertEqual(
            printed,
            "5.10.262\t5.10.0-46-cloud-amd64\t5.10.262-1\tlinux-image-5.10.0-46-cloud-amd64=5.10.262-1\n",
        )


if __name__ == "__main__":
    unittest.main()
