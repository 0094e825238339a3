# Runs test programs in parallel shards and adds up what they say.

export GTEST_BRIEF=1 GTEST_COLOR=no
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1 UBSAN_OPTIONS=print_stacktrace=1

# run_shard RESULTS PROGRAM SHARD SHARDS: one process; its log, its counts, one line to people.
run_shard() {
  local results=$1 program=$2 shard=$3 shards=$4
  local name=${program##*/} began=$SECONDS passed=0 failed=0 skipped=0 ended=0 ran
  name=${name%_tests}
  local part=$results/$name.$shard
  GTEST_TOTAL_SHARDS=$shards GTEST_SHARD_INDEX=$shard GTEST_OUTPUT=xml:$part.xml \
    timeout 1500 "$program" >"$part.log" 2>&1 </dev/null || ended=$?
  if [ -s "$part.xml" ]; then
    read -r ran failed < <(sed -nE 's/^<testsuites tests="([0-9]+)" failures="([0-9]+)".*/\1 \2/p' "$part.xml")
    skipped=$(grep -c 'result="skipped"' "$part.xml" || true)
    passed=$((ran - failed - skipped))
  fi
  if [ "$ended" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
  echo "$passed $failed $skipped" >"$part.counts"
  if [ "$shards" != 1 ]; then name="$name $((shard + 1))/$shards"; fi
  if [ "$failed" = 0 ]; then
    printf '  %-14s %5d passed%s  %d s\n' "$name" "$passed" \
      "$([ "$skipped" = 0 ] || echo ", $skipped skipped")" $((SECONDS - began)) >&2
    grep -hE '^note: ' "$part.log" | sort -u | sed 's/^/    /' >&2
  else
    { printf '  %-14s FAILED, ended with %d; log: %s\n' "$name" "$ended" "$part.log"
      tail -n 150 "$part.log"; } >&2
  fi
  return 0
}
export -f run_shard

# run_programs PRESET [--only 'NAMES']: the programs that the build lists, as many at once as there
# are processors. Adds to the sums.
run_programs() {
  local preset=$1 only='' name shards shard path
  [ "${2:-}" = --only ] && only=" $3 "
  local results=$PWD/build/results/$preset
  mkdir -p "$results"
  find "$results" -type f -delete
  while read -r shards path; do
    name=${path##*/}
    [[ -z $only || $only == *" ${name%_tests} "* ]] || continue
    for ((shard = 0; shard < shards; ++shard)); do
      printf '%s\0' "$results" "$path" "$shard" "$shards"
    done
  done <"build/$preset/test_programs.txt" |
    xargs -0 -r -n 4 -P "$(processors)" bash -c 'run_shard "$@"' shard
  local p f s
  while read -r p f s; do
    passed_in_all=$((${passed_in_all:-0} + p))
    failed_in_all=$((${failed_in_all:-0} + f))
    skipped_in_all=$((${skipped_in_all:-0} + s))
  done < <(find "$results" -name '*.counts' -exec cat {} +)
}

# The sum, alone on the last line; fails when something failed or nothing ran.
close_tests() {
  local skipped=''
  [ "${skipped_in_all:-0}" = 0 ] || skipped=", $skipped_in_all skipped"
  printf '%d passed, %d failed%s\n' "${passed_in_all:-0}" "${failed_in_all:-0}" "$skipped"
  [ "${failed_in_all:-0}" = 0 ] && [ "${passed_in_all:-0}" -gt 0 ]
}

# All programs that are not part of check.
programs_beside_check() {
  sed 's,.*/,,; s,_tests$,,' "build/$1/test_programs.txt" | grep -vx structure | tr '\n' ' '
}

test_all_programs() {
  check
  step "test: optimised, g++"
  build_tests release
  run_programs release --only "$(programs_beside_check release)"
  step "test: sanitized, clang"
  build_tests sanitized
  run_programs sanitized
}

# test_command [--all | --update | NAME...]
test_command() {
  case ${1:-} in
    '') test_all_programs ;;
    --all)
      export VIGIE_LONG=1 RC_PARAMS="max_success=1000"
      set_up_web || say "test: without the tools of web/; their tests are skipped"
      test_all_programs
      fuzz 60
      ;;
    --update)
      build_tests release
      VIGIE_UPDATE_CASES=1 VIGIE_UPDATE_GOLDEN=1 run_programs release
      say "Expectations are written; read the diff before you commit it."
      ;;
    -*) stop 2 "test: there is no option $1" ;;
    *)
      build_tests release "${@/%/_tests}"
      run_programs release --only "$*"
      ;;
  esac
  close_tests
}
