# Configure and compile one preset; quiet, with progress.

# The same compilation is found again from another clone of the project.
export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1 CCACHE_COMPILERCHECK=content

# Shows ninja's counter line as progress and lets everything else through (errors, warnings).
follow_ninja() {
  awk -v terminal="$([ -t 2 ] && echo 1)" -v what="$1" '
    /^\[[0-9]+\/[0-9]+\]/ {
      split(substr($1, 2), part, /[\/\]]/)
      tenth = int(10 * part[1] / part[2])
      if (terminal) printf "\r\033[K%s: %d of %d", what, part[1], part[2]
      else if (tenth != shown && part[2] > 20) printf "%s: %d of %d\n", what, part[1], part[2]
      shown = tenth
      fflush()
      next
    }
    /^ninja: no work to do/ || /^-- / { next }
    { if (terminal) printf "\r\033[K"; print; fflush() }
    END { if (terminal) printf "\r\033[K" }' >&2
}

# A build folder that was made for another place (moved or copied clone) is made again.
configure() {
  local preset=$1 folder=build/$1
  local cache=$folder/CMakeCache.txt log=build/log/configure-$1.log
  if [ -e "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$cache"; then
    rm -rf "$folder"
  fi
  if [ -e "$folder/build.ninja" ] && [ ! CMakePresets.json -nt "$folder/build.ninja" ]; then return 0; fi
  mkdir -p build/log
  cmake --preset "$preset" >"$log" 2>&1 || { cat "$log" >&2; stop 1 "build: $preset does not configure"; }
}

# build_tests PRESET [TARGET]...: configured again when it was without the packages of tests.
build_tests() {
  [ -e "build/$1/test_programs.txt" ] || rm -f "build/$1/build.ninja"
  build "$@"
}

# build PRESET [TARGET]...: all targets when none is named.
build() {
  local preset=$1
  shift
  build_app
  configure "$preset"
  cmake --build "build/$preset" --parallel "$(processors)" ${1:+--target "$@"} 2>&1 |
    follow_ninja "build $preset" || stop 1 "build: $preset does not compile"
}
