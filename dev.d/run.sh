# Programs to look at rather than to test: the bundled company, speed, hostile bytes.

run_company() {
  build release vigie
  build/release/vigie "$@"
}

bench() {
  build_tests release vigie_bench
  build/release/bench/vigie_bench --benchmark_counters_tabular=true "$@"
}

fuzz() { say "fuzz: no reader is fuzzed yet"; }
