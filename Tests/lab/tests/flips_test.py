"""What becomes of drawn flips, with programs in the places of extstruct and of the sweep, and a cache with a kernel."""

import os
import subprocess
import tempfile
import unittest

LAB = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RELEASE = "6.6.7+test-cloud-amd64"
PACKAGE = f"Package: linux-image-{RELEASE}\nVersion: 6.6.7-1\n"

# Draws two facts and a policy.
SWEEP = """#!/bin/sh
echo "$*" >"$0.draw"
printf '6.6.7\\trelease\\t6.6.1\\tclone3\\n6.6.7\\tpolicy\\tNULL is looked at first\\topenat2\\n'
printf '6.6.7\\trelease\\t6.6.8\\tbpf\\n'
"""
# In the place of extstruct: what it boots ends with the statuses of $0.ends, one after the other.
PROGRAM = """#!/bin/sh
echo "$*" >>"$0.boots"
status=$(sed -n "$(wc -l <"$0.boots")p" "$0.ends")
echo "answer $status"
exit "$status"
"""


class FlipsTest(unittest.TestCase):
    def flips(self, ends, *arguments):
        """Puts what is drawn to a kernel whose answers end with these statuses; gives the result and the boots."""
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        kernels = os.path.join(place.name, "kernels")
        kernel = os.path.join(kernels, f"{RELEASE}_6.6.7-1")
        os.makedirs(os.path.join(kernel, "boot"))
        for name, text in [
            ("kernels/packages", PACKAGE),
            (f"kernels/{RELEASE}_6.6.7-1/complete", ""),
            (f"kernels/{RELEASE}_6.6.7-1/boot/vmlinuz-{RELEASE}", ""),
            ("program", PROGRAM), ("program.ends", "".join(f"{end}\n" for end in ends)), ("sweep", SWEEP),
        ]:  # fmt: skip
            path = os.path.join(place.name, name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            os.chmod(path, 0o755)
        environment = os.environ | {
            "EXTSTRUCT_LAB_CACHE": place.name, "EXTSTRUCT_LAB_PROGRAM": os.path.join(place.name, "program"),
            "EXTSTRUCT_LAB_SWEEP": os.path.join(place.name, "sweep"),
        }  # fmt: skip
        result = subprocess.run(
            [os.path.join(LAB, "flips"), *arguments], env=environment, capture_output=True, text=True, check=False
        )
        boots = ""
        if os.path.exists(environment["EXTSTRUCT_LAB_PROGRAM"] + ".boots"):
            with open(environment["EXTSTRUCT_LAB_PROGRAM"] + ".boots", encoding="utf-8") as file:
                boots = file.read()
        return result, boots.splitlines()

    def test_a_fact_is_asked_as_another_release_and_a_policy_as_its_own(self):
        result, boots = self.flips([0, 0], "--seed", "5", "--count", "2")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("-- flip --release 6.6.1 clone3", boots[0])
        self.assertIn("-- flip --release 6.6.7 --policy NULL is looked at first openat2", boots[1])
        self.assertIn("seed 5\n", result.stdout)
        self.assertIn("noticed      6.6.7, openat2: NULL is looked at first: answer 0", result.stdout)
        self.assertIn("2 flips, 0 not noticed", result.stdout)

    def test_what_is_not_noticed_is_named_and_is_status_1(self):
        result, _ = self.flips([0, 1], "--count", "2")
        self.assertEqual(result.returncode, 1)
        self.assertIn("NOT NOTICED  6.6.7, openat2: NULL is looked at first: answer 1", result.stdout)

    def test_what_cannot_be_asked_is_replaced(self):
        result, boots = self.flips([3, 0, 0], "--count", "2")
        self.assertEqual((result.returncode, len(boots)), (0, 3))
        self.assertIn("not asked    6.6.7, clone3: as 6.6.1: answer 3", result.stdout)

    def test_no_answer_is_status_2(self):
        result, _ = self.flips([0, 134], "--count", "2")
        self.assertEqual(result.returncode, 2)
        self.assertIn("1 without an answer", result.stdout)

    def test_a_wrong_command_line_is_status_2(self):
        for arguments in [["--seed", "x"], ["--count", "0"], ["--count"], ["--seeds", "1"]]:
            with self.subTest(arguments=arguments):
                self.assertEqual(self.flips([], *arguments)[0].returncode, 2)


if __name__ == "__main__":
    unittest.main()
