# Shared by the scripts in this folder: downloads a kernel's packages and unpacks them into the cache, a folder for
# each release and version. Needs archive.sh and fail().

PATH=$PATH:/sbin:/usr/sbin

# Installs packages of the machine's own distribution.
install_packages() {
  local log=$cache/kernels/install.log
  [ "$(id -u)" = 0 ] || fail "$* is missing, and only root can install it; try: apt-get install $*"
  {
    apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
  } >"$log" 2>&1 </dev/null || fail "$* cannot be installed: $(reason "$log")"
}

needs_tools() {
  command -v qemu-system-x86_64 >/dev/null || install_packages qemu-system-x86
  command -v depmod >/dev/null || install_packages kmod
}

# The image is in /boot; from 7.2 on it is beside the modules.
image_in() {
  local path
  for path in "$1/boot/vmlinuz-$2" "$1/lib/modules/$2/vmlinuz"; do
    if [ -e "$path" ]; then printf '%s\n' "$path"; return; fi
  done
}

modules_in() { if [ -e "$1/lib/modules/$2/modules.dep" ]; then printf '%s\n' "$1/lib/modules/$2"; fi; }

# Prints the folder of a kernel, fetched if it is not there: unpacked RELEASE VERSION PACKAGES. One at a time.
unpacked() {
  local release=$1 version=$2 folder=$cache/kernels/$1_$2
  local -a parts
  read -ra parts <<<"$3"
  (
    flock 9
    # Written last, so an unpacking that was cut short is done again.
    if [ -e "$folder/complete" ]; then exit 0; fi
    log=$cache/kernels/unpack.log
    rm -rf "$folder"
    mkdir -p "$folder/usr/lib"
    # Newer packages have everything below /usr.
    ln -s usr/lib "$folder/lib"
    # Debian takes a version out of the archive when it has a newer one; the lists may be older than that.
    fetched "${parts[@]}" || { lists_are_old && update_lists --refresh && fetched "${parts[@]}"; } ||
      fail "${parts[0]} cannot be downloaded: $(reason "$log")"
    for package in "$folder"/*.deb; do
      # dpkg-deb -x would put a folder in the place of the link.
      dpkg-deb --fsys-tarfile "$package" 2>"$log" | tar -x --keep-directory-symlink -C "$folder" 2>>"$log" ||
        fail "$(basename "$package") cannot be unpacked: $(reason "$log")"
    done
    rm -f "$folder"/*.deb
    [ -n "$(image_in "$folder" "$release")" ] || fail "${parts[0]} holds no kernel $release"
    if [ -d "$folder/lib/modules/$release/kernel" ]; then
      depmod -b "$folder" "$release" >"$log" 2>&1 || fail "depmod failed for $release: $(reason "$log")"
    fi
    touch "$folder/complete"
  ) 9>"$cache/kernels/fetch.lock" || exit 1
  printf '%s\n' "$folder"
}

lists_are_old() { [ -z "$(find "$packages" -mmin -30 2>/dev/null)" ]; }

# Downloads packages into $folder; apt checks their signed checksums.
fetched() { (cd "$folder" && ours apt-get download "$@" >"$log" 2>&1 </dev/null); }
