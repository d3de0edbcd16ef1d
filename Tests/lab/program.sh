# Shared by the scripts in this folder: the program that runs in the guest. Needs fail() and archive.sh.

# Sets EXTSTRUCT_LAB_PROGRAM, unless it is set, to a static build of the command: static_program LOG
static_program() {
  if [ -n "${EXTSTRUCT_LAB_PROGRAM:-}" ]; then
    [ -x "$EXTSTRUCT_LAB_PROGRAM" ] || fail "$EXTSTRUCT_LAB_PROGRAM (EXTSTRUCT_LAB_PROGRAM) is no program"
    return
  fi
  command -v swift >/dev/null || fail "there is no swift to build the program with; set EXTSTRUCT_LAB_PROGRAM"
  # A static program of its own is all that the guest has.
  swift build -c release --product extstruct -Xswiftc -static-executable --scratch-path .build-static >"$1" 2>&1 || {
    tail -n 40 "$1" >&2
    fail "the static extstruct cannot be built"
  }
  EXTSTRUCT_LAB_PROGRAM=$PWD/.build-static/release/extstruct
}
