# shellcheck shell=bash
# What the scripts of deploy/local share: messages, steps with a clock, versions, packages, processes. Source it; it runs nothing by itself.
# Progress goes to stderr, so that stdout is free for a script's answer.
set -euo pipefail

local_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repo_dir=$(cd "$local_dir/../.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/messageboard
state=$cache/cluster # everything of the running cluster; `down` removes it
logs=$cache/logs
export local_dir repo_dir cache state logs
mkdir -p "$cache" "$logs"

# --- versions: one place each. What is built with Go is pinned by tools/*/go.mod and read from there. ---
go_mod_version() { awk -v module="$2" '$1 == module && $2 ~ /^v/ { print $2; exit }' "$local_dir/tools/$1/go.mod"; }
kubernetes_version=$(go_mod_version kubernetes k8s.io/kubernetes)
etcd_version=$(go_mod_version kubernetes go.etcd.io/etcd/server/v3)
coredns_version=$(go_mod_version coredns github.com/coredns/coredns)
local_path_version=$(go_mod_version local-path-provisioner github.com/rancher/local-path-provisioner)
pause_version=3.10.1
project_version=0.1.0
debian_suite=bookworm
java_minimum=17 maven_minimum=3.8 node_minimum=20
export kubernetes_version etcd_version coredns_version local_path_version pause_version project_version debian_suite
export java_minimum maven_minimum node_minimum

# --- messages ---
say() { printf '%s\n' "$*" >&2; }

# fail "what is wrong" "what to do": two sentences, one line.
fail() {
  printf 'error: %s\n' "$1${2:+ -> $2}" >&2
  exit 1
}

now_ms() { echo $((${EPOCHREALTIME/[.,]/} / 1000)); }
seconds_since() { # start in ms
  local ms=$(($(now_ms) - $1))
  printf '%d.%d s' $((ms / 1000)) $((ms % 1000 / 100))
}

# step "Title" command...: runs the command with its output in a log file, prints the title with the time it took,
# a sign of life every 20 s (every second on a terminal), and the end of the log if it fails.
# The command's stdout is in the log too; it never inherits the lock (fd 9).
step() {
  local title=$1 start log pid code=0
  shift
  start=$(now_ms)
  log=$logs/$(tr -cs 'A-Za-z0-9.\n' '-' <<<"$title" | tr '[:upper:]' '[:lower:]' | cut -c1-60).$$.log
  "$@" >"$log" 2>&1 9>&- &
  pid=$!
  show_progress "$title" "$start" "$log" "$pid" &
  local progress=$!
  wait "$pid" || code=$?
  kill "$progress" 2>/dev/null && wait "$progress" 2>/dev/null || true
  [ ! -t 2 ] || printf '\r\033[K' >&2
  if [ "$code" -ne 0 ]; then
    say "FAILED after $(seconds_since "$start"): $title. The end of $log:"
    tail -n "${LOG_TAIL:-25}" "$log" >&2
    return "$code"
  fi
  printf '%8s  %s\n' "$(seconds_since "$start")" "$title" >&2
  rm -f "$log"
}

show_progress() { # title, start, log, pid
  exec 9>&- >/dev/null
  local every=20
  [ ! -t 2 ] || every=1
  while sleep "$every" && kill -0 "$4" 2>/dev/null; do
    if [ -t 2 ]; then
      printf '\r\033[K%8s  %s: %s' "$(seconds_since "$2")" "$1" "$(tail -n 1 "$3" | tr -d '\r\033' | cut -c1-80)" >&2
    else
      say "     ...  $1: $(seconds_since "$2") so far, log: $3"
    fi
  done
}

# until_true SECONDS "what is awaited" command...: polls every 0.2 s.
until_true() {
  local deadline=$(($(now_ms) + $1 * 1000)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ "$(now_ms)" -lt "$deadline" ] || { say "gave up waiting for $what"; return 1; }
    sleep 0.2
  done
}

# --- what must be there ---
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; } # minimum, found

# need_tool go VERSION | java | mvn | node: there and new enough, or a line that says what to install.
need_tool() {
  local name=$1 minimum=${2:-} found
  case $name in
    go) found=$(go env GOVERSION 2>/dev/null | sed 's/^go//; s/[ -].*//') ;;
    java) minimum=$java_minimum found=$(javac -version 2>&1 | sed -n 's/^javac \([0-9.]*\).*/\1/p') ;;
    mvn) minimum=$maven_minimum found=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p') ;;
    node) minimum=$node_minimum found=$(node --version 2>/dev/null | tr -d v) ;;
  esac
  [ -n "$found" ] || fail "$name is not installed" "install version $minimum or newer and put it on the PATH"
  at_least "$minimum" "$found" || fail "$name $found is too old" "install version $minimum or newer"
}

# need_packages package...: installs what is missing on Debian; elsewhere prints the list and stops.
need_packages() {
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  grep -qs '^ID=debian' /etc/os-release && command -v apt-get >/dev/null ||
    fail "these programs are needed (Debian's package names): ${missing[*]}" "install them and run this again"
  [ "$(id -u)" = 0 ] || fail "Debian packages are missing: ${missing[*]}" "run as root, or install them"
  say "Installing Debian packages: ${missing[*]}"
  step "Install ${#missing[@]} Debian packages" install_packages "${missing[@]}"
}

install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  local options=(-y -q --no-install-recommends -o DPkg::Lock::Timeout=300 -o Acquire::Retries=2)
  apt-get "${options[@]}" install "$@" || {
    apt-get -q -o DPkg::Lock::Timeout=300 update && apt-get "${options[@]}" install "$@"
  } || { echo "apt-get failed: does the Debian mirror in /etc/apt/sources.list answer?"; return 1; }
}

# one_at_a_time NAME command...: waits for others that run the same thing; the command does not inherit the lock.
one_at_a_time() {
  local name=$1 fd
  shift
  mkdir -p "$cache/locks"
  exec {fd}>"$cache/locks/$name"
  flock "$fd"
  (exec {fd}>&- && "$@")
}

# --- processes that outlive a script: recorded as "pid start-time", ended only if both still fit ---
start_time() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20; }
record_process() { printf '%s %s\n' "$2" "$(start_time "$2")" >"$1"; } # file, pid
recorded_process() { # file -> prints the pid if that very process is alive
  local pid started
  [ -s "$1" ] && read -r pid started <"$1" && [ -n "$started" ] && [ "$(start_time "$pid")" = "$started" ] && echo "$pid"
}
