# What Node does: it builds the web app, lays the description of the API before tools that are not ours,
# and plays a provider of identities that is not ours either.

readonly node_least=20.19.0 node_exact=20.20.2
export PATH=$PWD/build/node/node_modules/node/bin:$PATH

# Whether the node of the path is new enough.
has_node() {
  local version
  version=$(node --version 2>/dev/null) || return 1
  printf '%s\n' "$node_least" "${version#v}" | sort -V -C
}

# Debian's npm, and a node that is new enough. Instant when nothing is missing. Fails, with the reason,
# where there is no network.
set_up_node() {
  local log=$PWD/build/log/web.log
  mkdir -p build/log
  command -v npm >/dev/null || install_packages nodejs npm
  has_node || npm install --no-audit --no-fund --prefix build/node "node@$node_exact" >"$log" 2>&1 ||
    { say "setup: node $node_exact could not be fetched; the whole output is in $log"; return 1; }
}

# The pinned packages of these folders.
set_up_folders() {
  local folder log=$PWD/build/log/web.log
  for folder in "$@"; do
    [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] ||
      npm --prefix "$folder" ci --no-audit --no-fund >"$log" 2>&1 ||
      { say "setup: the packages of $folder could not be fetched; the whole output is in $log"; return 1; }
  done
}

# web/app is built, web/api checks the description of the API, web/openid is a provider of identities.
set_up_web() {
  set_up_node && set_up_folders web/app web/api web/openid
}

# The web app, into build/web, from where the compiler takes it. Instant when nothing of it changed.
build_app() {
  local made=build/web/embedded/app_files.inc log=$PWD/build/log/app.log newer
  mkdir -p build/log
  if [ -e "$made" ]; then
    newer=$(find web/app src/vocabulary docs/reference/openapi.json -path '*/node_modules' -prune -o \
      -type f -newer "$made" -print -quit)
    [ -n "$newer" ] || return 0
  fi
  if ! { set_up_node && set_up_folders web/app; }; then
    say "build: the web app needs Node and its packages, which cannot be fetched: without it, the API alone is served"
    return 0
  fi
  say "build app"
  npm --prefix web/app run --silent build >"$log" 2>&1 ||
    { tail -n 40 "$log" >&2; stop 1 "build: the web app does not compile; the whole output is in $log"; }
  touch "$made"
}
