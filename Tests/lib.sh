# Shared by the scripts in this folder: steps, skips and their summary.
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
skips="$logs/skips"
: >"$skips"

step() { printf '\n== %s\n' "$*"; }

# Notes something that was not checked, with its reason, and says it again in the summary.
skip() { printf 'SKIPPED: %s\n' "$*" | tee -a "$skips" >&2; }

# Passes a command's output on only if it fails.
failing_output() {
  local all
  all=$(cat)
  if printf '%s\n' "$all" | grep -qE '(^|[^a-z])error:'; then printf '%s\n' "$all"; fi
  printf '%s\n' "$all" | tail -n 1
}

# The lines of a test run that a person reads: failures, skips, totals.
filtered_tests() { grep -E '✘|↳|skipped|SEED=|Test run with|error:' || true; }

existing() { for path in "$@"; do [ -e "$path" ] && printf '%s\n' "$path"; done; true; }

# Makes a program available from the distribution's packages: needs PROGRAM PACKAGE... False if it cannot be had.
needs() {
  command -v "$1" >/dev/null || { installs "${@:2}" && command -v "$1" >/dev/null; }
}

# Installs packages of the distribution: installs PACKAGE... False if they cannot be had.
installs() {
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  { apt-get install -y --no-install-recommends "$@" || { apt-get update && apt-get install -y --no-install-recommends "$@"; }; } \
    >"$logs/apt" 2>&1 </dev/null
}

summary() {
  printf '\n'
  if [ -s "$skips" ]; then
    printf 'Not checked here:\n'
    sort -u "$skips"
  else
    printf 'Nothing was skipped.\n'
  fi
  printf 'All checks passed.\n'
}
