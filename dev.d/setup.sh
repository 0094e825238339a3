# Debian packages: asked once to dpkg, installed when missing, silent when there are none to install.

# packages_for GROUP...: names of packages.txt needed by these groups.
packages_for() {
  local wanted=" $* " group name
  while read -r group name _; do
    case $group in '' | '#'*) continue ;; esac
    [[ $wanted == *" $group "* ]] && echo "$name"
  done <dev.d/packages.txt
  return 0
}

missing_packages() {
  comm -23 <(packages_for "$@" | sort) \
    <({ packages_for "$@" | xargs dpkg-query -W -f='${db:Status-Abbrev} ${Package}\n' 2>/dev/null || true; } |
      sed -n 's/^[ih]i *//p' | sort)
}

# Prefix for acts that need root: nothing when we are, sudo when there is one.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo -- "$@"
  else
    sudo -n -- "$@"
  fi
}

# Reads apt's status lines (kind:package:percent:words) and keeps people informed.
follow_apt() {
  local kind percent words act='' before='' shown=0
  while IFS=: read -r kind _ percent words; do
    case $kind in dlstatus) act=downloading words='' ;; pmstatus) act=installing ;; *) continue ;; esac
    percent=${percent%.*}
    show_progress "setup: $act $percent % $words"
    if [ "$act" != "$before" ]; then shown=-25 before=$act; fi
    if [ ! -t 2 ] && [ "$percent" -ge $((shown + 25)) ]; then
      say "setup: $act $percent %"
      shown=$percent
    fi
  done
  show_progress ''
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 apt-get -q -y \
    -o DPkg::Lock::Timeout=600 -o Dpkg::Options::=--force-confold "$@"
}

install_packages() {
  mkdir -p build/log
  local log=build/log/setup.log
  say "setup: reading the list of packages"
  apt_get update >"$log" 2>&1 ||
    { tail -n 5 "$log" >&2; stop 3 "setup: apt-get update failed; the whole output is in $log"; }
  say "setup: installing $#: $*"
  { apt_get install --no-install-recommends -o APT::Status-Fd=3 "$@" 3>&1 >>"$log" 2>&1 ||
      touch build/log/setup.failed; } | follow_apt
  if [ -e build/log/setup.failed ]; then
    rm build/log/setup.failed
    tail -n 10 "$log" >&2
    stop 3 "setup: apt-get install failed; the whole output is in $log"
  fi
  say "setup: done"
}

# set_up GROUP...: installs what these groups lack. Instant when nothing is missing.
set_up() {
  command -v dpkg-query >/dev/null ||
    stop 3 "setup: this is not a Debian system. Install what dev.d/packages.txt names; ./dev is for Debian 12."
  local missing
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  # shellcheck disable=SC2086
  set -- $missing
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
    stop 3 "setup: $# packages are missing, and you are neither root nor have sudo. As root:
  apt-get install $*"
  fi
  install_packages "$@"
}
