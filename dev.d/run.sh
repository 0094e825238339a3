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

bench() {
  build_tests release vigie_bench
  build/release/bench/vigie_bench --benchmark_counters_tabular=true "$@"
}

fuzz() { say "fuzz: no reader is fuzzed yet"; }
