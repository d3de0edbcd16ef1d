# Shared by the scripts in this folder: the programs that run in the guest. Need fail() and archive.sh.

# Sets EXTSTRUCT_LAB_PROGRAM, unless it is set, to a static build of the command: static_program LOG
static_program() { static_build EXTSTRUCT_LAB_PROGRAM extstruct "$1"; }

# Sets EXTSTRUCT_LAB_SWEEP, unless it is set, to a static build of the tests' second generator of cases: sweep_program LOG
sweep_program() { static_build EXTSTRUCT_LAB_SWEEP SweepProgram "$1"; }

# Sets a variable, unless it is set, to a static build of a product: static_build VARIABLE PRODUCT LOG
static_build() {
  if [ -n "${!1:-}" ]; then
    [ -x "${!1}" ] || fail "${!1} ($1) is no program"
    return
  fi
  command -v swift >/dev/null || fail "there is no swift to build the program with; set $1"
  # A static program of its own is all that the guest has.
  swift build -c release --product "$2" -Xswiftc -static-executable --scratch-path .build-static >"$3" 2>&1 || {
    tail -n 40 "$3" >&2
    fail "the static $2 cannot be built"
  }
  printf -v "$1" '%s' "$PWD/.build-static/release/$2"
}
