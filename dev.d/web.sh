# What Node does: the description of the API before tools that are not ours, and a provider of
# identities that is not ours either. Vigie itself, its build and its plain tests need none.

readonly node_least=20.19.0 node_exact=20.20.2

# Whether the node of the path is new enough.
has_node() {
  local version
  version=$(node --version 2>/dev/null) || return 1
  printf '%s\n' "$node_least" "${version#v}" | sort -V -C
}

# Debian's npm, a node that is new enough, and the pinned packages of web/api (the description of the
# API before tools that are not ours) and web/openid (a provider of identities). Instant when nothing
# is missing. Fails, with the reason, where there is no network.
set_up_web() {
  local log=$PWD/build/log/web.log
  mkdir -p build/log
  command -v npm >/dev/null || install_packages nodejs npm
  PATH=$PWD/build/node/node_modules/node/bin:$PATH
  has_node || npm install --no-audit --no-fund --prefix build/node "node@$node_exact" >"$log" 2>&1 ||
    { say "setup: node $node_exact could not be fetched; the whole output is in $log"; return 1; }
  local folder
  for folder in web/api web/openid; do
    [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] ||
      npm --prefix "$folder" ci --no-audit --no-fund >"$log" 2>&1 ||
      { say "setup: the packages of $folder could not be fetched; the whole output is in $log"; return 1; }
  done
}
