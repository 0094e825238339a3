# What is checked without running the product: format, lint, generated files, structure.

check_format() {
  code_files | xargs -0 -n 40 -P "$(processors)" clang-format-19 --dry-run -Werror ||
    stop 1 "format: run ./dev fmt"
}

# Blanks that French wants unbroken; English never puts a blank there.
typeset_words() {
  local narrow=$'\u202f' unbroken=$'\u00a0'
  { grep -rlE --include='*.def' ' [;?!:%»]|« ' src/vocabulary || true; } |
    xargs -r sed -i -E -e "s/ ([;?!])/$narrow\\1/g" -e "s/ ([:%»])/$unbroken\\1/g" \
      -e "s/« /«$unbroken/g"
}

format_code() {
  code_files | xargs -0 clang-format-19 -i
  typeset_words
}

# clang-tidy over the files named, else over all of ours. Needs minutes, so it is not part of check:
# there, two compilers with -Werror are the lint.
lint_code() {
  rm -f build/lint/build.ninja  # nothing else tells it of a new file
  configure lint
  { if [ $# -gt 0 ]; then printf '%s\0' "$@"; else find src -name '*.cpp' ! -name '*_test.cpp' -print0; fi; } |
    xargs -0 -n 4 -P "$(processors)" clang-tidy-19 --quiet -p build/lint || stop 1 "lint: see above"
}

# What is generated is committed; tests compare it with what the program gives now.
generate() {
  build release vigie
  build/release/vigie check --print schema >build/schema.json
  mv build/schema.json docs/schema/agreement.schema.json
  build/release/vigie check --print reference >build/agreement.md
  mv build/agreement.md docs/reference/agreement.md
  build/release/vigie serve --print-reference >build/configuration.md
  mv build/configuration.md docs/reference/configuration.md
  build/release/vigie serve --print-openapi >build/openapi.json
  mv build/openapi.json docs/reference/openapi.json
}

check_scripts() {
  local script
  for script in dev dev.d/*.sh .ci/run; do
    bash -n "$script" || stop 1 "check: $script is not valid bash"
  done
}

check() {
  step "check: scripts, format, structure, generated files"
  check_scripts
  check_format
  build_tests release structure_tests
  run_programs release --only structure
}
