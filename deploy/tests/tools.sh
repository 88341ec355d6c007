# shellcheck shell=bash disable=SC2154 # cache, local_dir and work are set by ../verify
# What the tests need besides Kubernetes' own binaries: Go tools pinned by tools/*/go.mod, pytest, Jenkins' Groovy, and the CRDs of others
# out of their Go modules (tools/crds.txt). Built once, kept in the cache under their version. What cannot be had is named in $work/not-run.
tools_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/tools
go_tools=(helm kubeconform kube-score actionlint glua)

not_run() { echo "$*" >>"$work/not-run"; }

tool_version() { # tool: the version of the module that its package lies in
  awk -v tool="$(sed -n 's/^tool //p' "$tools_dir/$1/go.mod")" \
    '{ sub(/^require /, "") } NF >= 2 && index(tool, $1) == 1 && $2 ~ /^v/ { print $2; exit }' "$tools_dir/$1/go.mod"
}

# As Helm's own Makefile: the Kubernetes version that a rendering without a cluster assumes is that of its client library.
flags_of() { # tool
  local minor
  echo "-s -w"
  [ "$1" = helm ] || return 0
  minor=$(sed -n 's/^\tk8s.io\/client-go v0\.\([0-9]*\)\..*/\1/p' "$tools_dir/helm/go.mod")
  printf -- '-X helm.sh/helm/v3/%s ' "internal/version.version=$(tool_version helm)" \
    "pkg/chartutil.k8sVersionMajor=1" "pkg/chartutil.k8sVersionMinor=$minor" \
    "pkg/lint/rules.k8sVersionMajor=1" "pkg/lint/rules.k8sVersionMinor=$minor"
}

build_tool() { # tool, directory
  local package
  [ ! -x "$2/$1" ] || return 0
  package=$(sed -n 's/^tool //p' "$tools_dir/$1/go.mod")
  mkdir -p "$2" && cd "$tools_dir/$1" &&
    CGO_ENABLED=0 GOFLAGS=-mod=readonly nice go build -trimpath -ldflags "$(flags_of "$1" | paste -sd ' ')" -o "$2/.$1" "$package" && mv "$2/.$1" "$2/$1"
}

build_tools() {
  local tool directory
  for tool in "${go_tools[@]}"; do
    directory=$cache/bin/$tool-$(tool_version "$tool")
    (build_tool "$tool" "$directory") || not_run "$tool: it cannot be built (Go and its module proxy are needed)"
    PATH=$directory:$PATH
  done
}

install_pytest() {
  python_home=$cache/bin/delivery-python-$(sha256sum <"$tools_dir/requirements.txt" | cut -c1-12)
  [ ! -x "$python_home/bin/pytest" ] || return 0
  rm -rf "$python_home"
  if ! { python3 -m venv "$python_home" && "$python_home/bin/pip" -q install -r "$tools_dir/requirements.txt"; }; then
    rm -rf "$python_home"
    return 1
  fi
}

# The Groovy that Jenkins reads a Jenkinsfile with, from Maven's repository.
fetch_groovy() {
  groovy_home=$cache/bin/groovy-$(sed -n 's|.*<version>\(2\..*\)</version>|\1|p' "$tools_dir/groovy/pom.xml")
  [ ! -d "$groovy_home" ] || return 0
  rm -rf "$groovy_home.part"
  mvn -q -B -ntp -f "$tools_dir/groovy/pom.xml" dependency:copy-dependencies -DoutputDirectory="$groovy_home.part" && mv "$groovy_home.part" "$groovy_home"
}

# CRDs of what we integrate with: their own files, out of modules that are held against the sums of tools/crds.txt.
collect_crds() {
  local module version sum patterns found directory pattern
  crds_home=$cache/bin/delivery-crds-$(sha256sum <"$tools_dir/crds.txt" | cut -c1-12)
  [ ! -d "$crds_home" ] || return 0
  rm -rf "$crds_home.part" && mkdir -p "$crds_home.part"
  while read -r module version sum patterns; do
    [[ $module != \#* ]] || continue
    found=$(cd / && go mod download -json "$module@$version") || { echo "$found"; return 1; }
    [ "$(sed -n 's/^\t"Sum": "\(.*\)",\?$/\1/p' <<<"$found")" = "$sum" ] || { echo "$module $version is not the one of tools/crds.txt"; return 1; }
    directory=$(sed -n 's/^\t"Dir": "\(.*\)",\?$/\1/p' <<<"$found")
    for pattern in $patterns; do
      # shellcheck disable=SC2086 # a glob
      install -m 644 "$directory"/$pattern "$crds_home.part/" || return 1
    done
  done <"$tools_dir/crds.txt"
  mv "$crds_home.part" "$crds_home"
}

install_tools() {
  need_packages prometheus=promtool prometheus-alertmanager=amtool shellcheck=shellcheck python3-venv
  one_at_a_time delivery-tools build_tools
  one_at_a_time delivery-crds collect_crds || not_run "objects of Argo CD, Flux, the Prometheus and External Secrets operators on the API server: their CRDs cannot be had"
  one_at_a_time delivery-groovy fetch_groovy || not_run "the Jenkinsfile's Groovy: it cannot be had from Maven's repository"
  one_at_a_time delivery-python install_pytest || fail "pytest cannot be had from PyPI" "does the Python package index answer (pip config list)?"
  export PATH crds_home groovy_home
}
