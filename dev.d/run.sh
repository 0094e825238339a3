# Programs to look at rather than to test: the bundled company, speed, hostile bytes.

# run [--once] [OPTIONS of vigie serve]: the demo company on a database of its own, served until it is
# interrupted; --once, or where CI is set, ends once it has answered. run scorecard [OPTIONS of vigie
# evaluate]: judges the company of docs/examples/company from its files.
run_company() {
  if [ "${1:-}" = scorecard ]; then
    shift
    show_scorecard "$@"
    return
  fi
  local once=${CI:+yes}
  if [ "${1:-}" = --once ]; then once=yes && shift; fi
  build release vigie
  fill_company build/run
  if [ -n "$once" ]; then ask_company build/run; else serve_company build/run "$@"; fi
}

# The database is put in place when it is full: what an interrupted run left is made again.
fill_company() {
  local folder=$1
  [ -e "$folder/company/vigie.db" ] && return
  rm -rf "$folder"
  (umask 077 && mkdir -p "$folder/filling" &&
    od -An -N 9 -tx1 /dev/urandom | tr -d ' \n' >"$folder/password")
  build/release/vigie demo --tickets 500 --until now --into "sqlite:$folder/filling/vigie.db" \
    <"$folder/password" >"$folder/accounts" || stop 1 "run: the demo company was not made"
  mv "$folder/filling" "$folder/company"
}

tell_company() {
  say "
Novalys, a company that never existed: 500 tickets of two years, its agreements, one account a role.
$(sed 1d "$1/accounts")
They sign in with the password $(cat "$1/password")
It is kept in $1: remove it to begin again. The reference of its API is at /reference."
}

serve_company() {
  local folder=$1
  shift
  tell_company "$folder"
  exec build/release/vigie serve --set "database=sqlite:$folder/company/vigie.db" "$@"
}

# Starts it on a free port, asks whether it is ready, stops it.
ask_company() {
  local folder=$1 server address answer=""
  tell_company "$folder"
  : >"$folder/said"
  build/release/vigie serve --lang en --set "database=sqlite:$folder/company/vigie.db" \
    --listen 127.0.0.1:0 >"$folder/said" 2>"$folder/log" &
  server=$!
  for _ in $(seq 300); do
    address=$(sed -n 's/^Vigie answers at //p' "$folder/said")
    { [ -n "$address" ] || ! kill -0 "$server" 2>/dev/null; } && break
    sleep 0.1
  done
  if [ -n "$address" ]; then
    exec 9<>"/dev/tcp/127.0.0.1/${address##*:}"
    printf 'GET /readyz HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "${address#*//}" >&9
    IFS= read -r answer <&9 || true
    exec 9>&-
  fi
  kill "$server" 2>/dev/null || true
  wait "$server" || true
  case $answer in
    *" 200 "*) say "It answered at $address, and was stopped: without --once it serves." ;;
    *) cat "$folder/log" >&2 && stop 1 "run: the server did not answer" ;;
  esac
}

# Judges the company of docs/examples/company; options are those of `vigie evaluate`.
show_scorecard() {
  build release vigie
  local company=docs/examples/company
  build/release/vigie evaluate --agreements "$company"/agreements/*.yaml \
    --events "$company/tickets.csv" --profile "$company/guichet.yaml" "$@"
  say "
This company is invented; $company/README.md tells its story. Look next at a ticket of it:
  build/release/vigie explain T-1001 --agreements $company/agreements/*.yaml \\
    --events $company/tickets.csv --profile $company/guichet.yaml
and at the tutorial, docs/tutorial/first-scorecard.md, to judge tickets of your own."
}

# bench [OPTIONS of Google Benchmark]; bench log LOG.csv.zst [RUNS]: whole commands on forty copies;
# bench http [SECONDS]: requests a second beside nginx, and idle event streams for so long (60)
# bench load [TICKETS]: reading, listing and creating beside nginx and bare SQLite, among so many (100000)
# bench stream [SECONDS]: what a thousand clients that listen cost, idle for so long (120)
# bench live [TICKETS]: clocks that run, warnings, the board beside nginx, among so many (100000)
# bench web [CLOCKS]: how soon pages are there and what scrolling costs, in Chromium, among so many (100000)
# bench hostile [SECONDS]: what a well-behaved client notices of others for so long (30)
bench() {
  if [ "${1:-}" = log ]; then
    build release vigie
    python3 bench/log_bench.py build/release/vigie "${@:2}"
    return
  fi
  if [ "${1:-}" = http ]; then
    set_up bench
    build_tests release http_bench_server
    python3 bench/http_bench.py build/release/bench/http_bench_server "${@:2}"
    return
  fi
  if [ "${1:-}" = import ]; then
    build_tests release vigie plain_inserts
    python3 bench/import_bench.py build/release/vigie build/release/bench/plain_inserts \
      "${2:?bench import LOG PROFILE AGREEMENT}" "${3:?a profile}" "${4:?an agreement}"
    return
  fi
  if [ "${1:-}" = load ]; then
    set_up bench
    build_tests release vigie sqlite_commits
    python3 bench/load_bench.py build/release/vigie build/release/bench/sqlite_commits "${@:2}"
    return
  fi
  if [[ ${1:-} =~ ^(stream|hostile|live)$ ]]; then
    build release vigie
    python3 "bench/$1_bench.py" build/release/vigie "${@:2}"
    return
  fi
  if [ "${1:-}" = web ]; then
    build release vigie
    node web/app/journeys/speed.mjs "${@:2}"
    return
  fi
  build_tests release vigie_bench
  build/release/bench/vigie_bench --benchmark_counters_tabular=true "$@"
}

# drill NAME [OPTIONS]: one of drills/, on the program as built.
drill() {
  local file="drills/${1:?drill alertmanager, failover or wrong_clock}.py"
  [ -f "$file" ] || stop 2 "drill: there is none called $1; drills/README.md says which there are"
  build release vigie
  python3 "$file" build/release/vigie "${@:2}"
}

# fuzz [SECONDS [TARGET...]]: hostile bytes at each reader, for so long each; what they learn stays
# in build/fuzz/corpus, what breaks them in build/fuzz/broke.
fuzz() {
  local seconds=${1:-60} target name dictionary
  [ $# -gt 0 ] && shift
  [[ $seconds =~ ^[0-9]+$ ]] || stop 2 "fuzz: $seconds is not a number of seconds"
  local names=("$@")
  if [ ${#names[@]} = 0 ]; then
    for target in fuzz/*_fuzz.cpp; do name=${target##*/}; names+=("${name%_fuzz.cpp}"); done
  fi
  build fuzz "${names[@]/%/_fuzz}"
  mkdir -p build/fuzz/broke
  for name in "${names[@]}"; do
    step "fuzz: $name, $seconds s"
    mkdir -p "build/fuzz/corpus/$name"
    build/fuzz/fuzz/"${name}_fuzz" -max_total_time="$seconds" -max_len=4096 -timeout=20 \
      -rss_limit_mb=3000 -print_final_stats=1 -verbosity=0 -artifact_prefix="build/fuzz/broke/$name-" \
      "build/fuzz/corpus/$name" "fuzz/examples/${name}_fuzz" \
      2>"build/log/fuzz-$name.log" >/dev/null ||
      { tail -n 40 "build/log/fuzz-$name.log" >&2; stop 1 "fuzz: $name broke; its input is in build/fuzz/broke"; }
    say "  $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "build/log/fuzz-$name.log") inputs, no fault"
  done
}
