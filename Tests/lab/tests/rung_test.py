"""What becomes of a kernel's answer, with a program in the place of extstruct and a cache that holds the kernel."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

LAB = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KERNEL = ["6.6.7", "6.6.7+test-cloud-amd64", "6.6.7-1", "linux-image-6.6.7+test-cloud-amd64=6.6.7-1"]
DIED = "echo 'extstruct: the emulator ended before the kernel came up' >&2; exit 2"

# A program that counts its boots in the file $0.boots; of `list` it prints what is described.
PROGRAM = """#!/bin/sh
case $1 in list) echo '{"interfaces":[{"newest":"%(newest)s","status":"%(status)s"}]}'; exit ;; esac
echo "$*" >>"$0.boots"
boot=$(wc -l <"$0.boots")
%(boot)s
"""


def answer(simulated="EINVAL", disagreed=0, kernel="Linux 6.6.7+test-cloud-amd64", **more):
    found = [{"name": "size 1", "simulated": simulated, "real": "EINVAL", "policy": "size", "case": "{}"}] * disagreed
    interfaces = [
        {"interface": "openat2", "cases": 10, "agreed": 10 - disagreed, "disagreed": disagreed, "skipped": None,
         "withheld": [], "disagreements": found},
        {"interface": "drm", "cases": 0, "agreed": 0, "disagreed": 0, "skipped": "no device", "withheld": [],
         "disagreements": []},
    ]  # fmt: skip
    text = json.dumps({"kernel": kernel, "release": "6.6.7", "interfaces": interfaces} | more)
    return f"echo '{text}'; exit {1 if disagreed else 0}"


class RungTest(unittest.TestCase):
    def setUp(self):
        place = tempfile.TemporaryDirectory()
        self.addCleanup(place.cleanup)
        self.place = place.name

    def climb(self, boot, newest="9.9", status="described", end="", seed=""):
        """Asks the one kernel; gives the boots, the exit status, the text and the JSON."""
        kernel = os.path.join(self.place, "cache", "kernels", f"{KERNEL[1]}_{KERNEL[2]}")
        os.makedirs(os.path.join(kernel, "boot"))
        for name in ("complete", f"boot/vmlinuz-{KERNEL[1]}"):
            open(os.path.join(kernel, name), "w", encoding="utf-8").close()
        program, work = os.path.join(self.place, "program"), os.path.join(self.place, "work")
        with open(program, "w", encoding="utf-8") as file:
            file.write(PROGRAM % {"boot": boot, "newest": newest, "status": status})
        os.chmod(program, 0o755)
        os.mkdir(work)
        with open(os.path.join(work, "kernels"), "w", encoding="utf-8") as file:
            file.write("\t".join(KERNEL) + "\n")
        environment = os.environ | {
            "EXTSTRUCT_LAB_CACHE": os.path.join(self.place, "cache"), "EXTSTRUCT_LAB_PROGRAM": program,
            "LADDER_WORK": work, "LADDER_END": end, "LADDER_SEED": seed, "EXTSTRUCT_LAB_SWEEP": "/sweep/program",
        }  # fmt: skip
        subprocess.run(
            [os.path.join(LAB, "ask-kernel"), "\t".join(KERNEL)], env=environment, check=True, capture_output=True
        )
        written, skips = os.path.join(self.place, "answers.json"), os.path.join(self.place, "skips")
        report = subprocess.run(
            [sys.executable, os.path.join(LAB, "report.py"), work, "--json", written,
             "--skips", skips],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        self.assertEqual(report.stderr, "")
        try:
            with open(program + ".boots", encoding="utf-8") as file:
                boots = file.read().splitlines()
        except FileNotFoundError:
            boots = []
        with open(skips, encoding="utf-8") as file:
            self.skips = file.read()
        with open(written, encoding="utf-8") as file:
            return boots, report.returncode, report.stdout, json.load(file)

    def test_a_kernel_that_agrees(self):
        boots, status, text, written = self.climb(answer())
        self.assertEqual(status, 0)
        self.assertIn("verify --json --release 6.6.7", boots[0])
        self.assertIn("no device: drm; all", text)
        self.assertIn("1 kernel asked, 1 interface, 10 cases, 0 disagreements", text)
        self.assertEqual(written["totals"]["cases"], 10)
        self.assertEqual(self.skips, "")

    def test_the_sweep_is_asked_with_its_seed(self):
        boots, status, text, written = self.climb(answer("OK", disagreed=1, seed=7), seed="7")
        self.assertIn("--program /sweep/program -- sweep --json --release 6.6.7 --seed 7", boots[0])
        self.assertEqual(status, 1)
        self.assertIn("swept with the seed 7: 1 kernel asked, 1 interface, 10 cases, 1 disagreement", text)
        self.assertEqual(written["kernels"][0]["seed"], 7)

    def test_without_a_seed_nothing_is_swept(self):
        boots, _, text, written = self.climb(answer())
        self.assertNotIn("sweep", boots[0])
        self.assertNotIn("swept", text)
        self.assertIsNone(written["kernels"][0]["seed"])

    def test_a_disagreement_is_named_and_is_status_1(self):
        _, status, text, written = self.climb(answer("OK", disagreed=5))
        self.assertEqual(status, 1)
        self.assertIn("6.6.7: openat2: 5 disagreements\n  size 1: simulated OK, real EINVAL\n", text)
        self.assertIn("  and 2 more\n", text)
        self.assertEqual(len(written["kernels"][0]["interfaces"][0]["disagreements"]), 5)

    def test_the_same_errno_with_other_memory_is_said_so(self):
        self.assertIn("size 1: both EINVAL, but they leave other memory", self.climb(answer(disagreed=1))[2])

    def test_a_newer_line_is_asked_as_the_newest_described_and_does_not_count(self):
        boots, status, text, written = self.climb(answer("OK", disagreed=1), newest="6.5", status="beyond")
        self.assertEqual(status, 0)
        self.assertIn("--release 6.5", boots[0])
        self.assertIn("asked as 6.5, differences do not count", text)
        self.assertIn("6.6.7: openat2: 1 difference from 6.5", text)
        self.assertEqual(written["totals"]["disagreements"], 0)

    def test_an_emulator_that_ends_early_is_tried_again_three_times(self):
        boots, status, text, _ = self.climb(f"[ $boot -lt 4 ] && {{ {DIED}; }}; {answer()}")
        self.assertEqual((len(boots), status), (4, 0))
        self.assertIn("try 4 is this one", text)

    def test_so_is_one_whose_timer_does_not_tick(self):
        panic = "extstruct: the kernel panicked before the program ran: not syncing: IO-APIC + timer doesn't work!"
        boots, status, _, _ = self.climb(f'[ $boot -lt 2 ] && {{ echo "{panic}" >&2; exit 2; }}; {answer()}')
        self.assertEqual((len(boots), status), (2, 0))

    def test_and_then_given_up(self):
        boots, status, text, _ = self.climb(DIED)
        self.assertEqual((len(boots), status), (4, 2))
        self.assertIn("6.6.7 (6.6.7+test): extstruct: the emulator ended before the kernel came up", text)

    def test_what_is_no_answer_is_not_tried_again(self):
        for boot, reason in [
            ("echo 'extstruct: the kernel panicked before the program ran: x' >&2; exit 2", "the kernel panicked"),
            ("echo 'extstruct: in the guest a signal (number 4) ended it' >&2; exit 132", "a signal (number 4)"),
            ("echo '{\"kernel\":'; exit 0", "its answer is not JSON"),
            (answer(kernel="Linux 6.5"), "the kernel says that it is Linux 6.5"),
        ]:
            with self.subTest(reason=reason):
                self.setUp()
                boots, status, text, _ = self.climb(boot)
                self.assertEqual((len(boots), status), (1, 2))
                self.assertIn(reason, text)

    def test_no_boot_is_begun_when_the_time_is_over(self):
        boots, status, text, written = self.climb(answer(), end="1")
        self.assertEqual((len(boots), status), (0, 3))
        self.assertIn("6.6.7 (6.6.7+test): the time was over", text)
        self.assertEqual(written["totals"]["not_asked"], 1)
        self.assertEqual(self.skips, "SKIPPED: the ladder's kernel 6.6.7 (6.6.7+test): the time was over\n")


if __name__ == "__main__":
    unittest.main()
