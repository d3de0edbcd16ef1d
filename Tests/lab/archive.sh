# Shared by the scripts in this folder: the kernels that Debian's archive lists, of every suite. The lists are kept
# in a folder of our own, so neither the machine's package lists nor what is installed is touched. The mirror is
# the one of the machine's own sources.
#
# Sets $cache (the folder) and $packages (the stanzas of all cloud kernels); needs fail().

cache=${EXTSTRUCT_LAB_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/extensible-structs}
packages=$cache/kernels/packages
python=$(command -v /usr/bin/python3 || command -v python3 || true)
export PYTHONDONTWRITEBYTECODE=1

# A suite that the mirror does not have any more is left out, with a note.
releases='bullseye bookworm bookworm-backports trixie trixie-backports sid experimental'
security='bullseye-security bookworm-security trixie-security'

# The reason in the output of a tool of apt that failed.
reason() { grep -m 1 -E '^(E:|W: Failed to fetch)' "$1" || tail -n 1 "$1"; }

needs_archive() {
  local tool
  [ "$(uname -m)" = x86_64 ] || fail "the boot lab works on x86-64 only"
  for tool in apt-get apt-cache apt-config dpkg-deb; do
    command -v $tool >/dev/null || fail "there is no $tool; these scripts know Debian's packages only"
  done
  command -v flock >/dev/null || fail "there is no flock; it is in the package util-linux"
  [ -n "$python" ] || fail "there is no python3; it is in the package python3"
  mkdir -p "$cache/kernels" || fail "$cache/kernels cannot be made"
}

# The mirrors that the machine uses, as lines "archive URI" and "security URI".
mirrors() {
  apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk '
      $1 ~ /^[a-z]+-security$/ && !security { security = $2 }
      $1 ~ /^(bullseye|bookworm|trixie|forky|stable|oldstable|testing|sid|unstable)$/ && !archive { archive = $2 }
      END { if (archive) print "archive", archive; if (security) print "security", security }'
}

# Of the machine's settings those alone that reach a mirror: a proxy, certificates, how often to try.
settings() {
  local state=$cache/kernels/apt
  cat <<CONFIGURATION
Dir::Etc::main "/dev/null";
Dir::Etc::parts "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::Etc::sourcelist "$state/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::State "$state/state";
Dir::State::status "/dev/null";
Dir::Cache "$state/cache";
APT::Architecture "amd64";
APT::Architectures "amd64";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::GzipIndexes "true";
CONFIGURATION
  apt-config dump | grep -E '^Acquire::(http|https|Retries)' || true
}

sources() {
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg options='arch=amd64 check-valid-until=no' kind uri suite
  # A suite that is not kept up to date any more has lists that are no longer valid; its kernels are as good.
  [ ! -e $keyring ] || options="$options signed-by=$keyring"
  while read -r kind uri; do
    for suite in $([ "$kind" = security ] && echo "$security" || echo "$releases"); do
      printf 'deb [%s] %s %s main\n' "$options" "$uri" "$suite"
    done
  done
}

ours() { APT_CONFIG=$cache/kernels/apt/apt.conf "$@"; }

# Fetches the lists if they are older than half a day, or with --refresh. Without a network the old ones serve.
update_lists() {
  (
    flock 9
    if [ "${1:-}" != --refresh ] && [ -n "$(find "$packages" -mmin -720 2>/dev/null)" ]; then exit 0; fi
    state=$cache/kernels/apt log=$cache/kernels/update.log
    mkdir -p "$state/state/lists/partial" "$state/cache/archives/partial"
    mirrors | sources >"$state/sources.list"
    [ -s "$state/sources.list" ] || fail "the machine's package sources name no mirror of Debian"
    settings >"$state/apt.conf"
    # A suite that has gone, or a mirror that cannot be reached, leaves the other lists as they are.
    ours apt-get update >"$log" 2>&1 </dev/null || true
    { grep -E '^(E:|W: Failed to fetch)' "$log" || true; } | sed 's/^[EW]: /note: /' >&2
    names=$(ours apt-cache pkgnames linux- 2>>"$log" |
      grep -E '^linux-(image|binary|modules)-[0-9].*-cloud-amd64$' || true)
    if [ -n "$names" ]; then
      # shellcheck disable=SC2086
      ours apt-cache show $names 2>>"$log" |
        grep -E '^(Package|Version|Depends|Size):|^$' | cat -s >"$packages.new"
      mv "$packages.new" "$packages"
    elif [ -e "$packages" ]; then
      printf 'note: the package lists cannot be fetched (%s); those of %s serve\n' "$(reason "$log")" \
        "$(date -r "$packages" +%F)" >&2
    else
      fail "the package lists cannot be fetched: $(reason "$log")"
    fi
  ) 9>"$cache/kernels/lock"
}

# The kernels that the arguments name, a line each: kernels.py says how.
resolve() { "$python" Tests/lab/kernels.py "$packages" "$@"; }
