# Words to the person at the terminal; everything of ours goes to stderr.

if [ -t 2 ] && [ -z "${NO_COLOR:-}" ]; then
  bold=$'\e[1m' red=$'\e[31m' plain=$'\e[0m'
else
  bold='' red='' plain=''
fi

say() { printf '%s\n' "$*" >&2; }
step() { printf '%s== %s%s\n' "$bold" "$*" "$plain" >&2; }

# stop CODE WORDS: says why and ends.
stop() {
  local code=$1
  shift
  printf '%s%s%s\n' "$red" "$*" "$plain" >&2
  exit "$code"
}

# One line that is written over, on a terminal; nothing elsewhere.
show_progress() { if [ -t 2 ]; then printf '\r\e[K%s' "$*" >&2; fi; }

processors() { nproc 2>/dev/null || echo 2; }

# All files of our own with code, each ended by a nul.
code_files() {
  find . \( -path ./build -o -name node_modules \) -prune -o \( -name '*.h' -o -name '*.cpp' \) -print0 | sort -z
}
