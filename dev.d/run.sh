# Programs to look at rather than to test: the bundled company, speed, hostile bytes.

# Judges the company of docs/examples/company; options are those of `vigie evaluate`.
run_company() {
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
  build_tests release vigie_bench
  build/release/bench/vigie_bench --benchmark_counters_tabular=true "$@"
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
