# Shared by the scripts in this folder: one boot of a kernel. Needs unpack.sh, say() and EXTSTRUCT_LAB_PROGRAM.

# How many seconds a boot may take with all that is asked in it.
longest=900

# Boots a kernel of the cache: boot_in FOLDER RELEASE OUTPUT CONSOLE [OPTION]... -- WORD...
# Sets $status, the exit status of what ran in the guest, and $tries. QEMU now and then ends before the kernel has come
# up, or on a busy machine its timer does not tick in time; then it is tried again, at most three times.
boot_in() {
  local folder=$1 release=$2 output=$3 console=$4 modules
  shift 4
  modules=$(modules_in "$folder" "$release")
  status=0 tries=0
  while [ $tries -le 3 ]; do
    tries=$((tries + 1)) status=0
    timeout $longest "$EXTSTRUCT_LAB_PROGRAM" boot --kernel "$(image_in "$folder" "$release")" \
      ${modules:+--modules "$modules"} "$@" >"$output" 2>"$console" </dev/null || status=$?
    # Only what ended without a word of the kernel, or for want of a timer, is QEMU's own doing.
    if [ $status != 2 ] ||
      ! grep -qE "before the kernel came up|IO-APIC \+ timer doesn't work" "$console"; then break; fi
    say "QEMU failed before the program ran (try $tries)"
  done
}
