# shellcheck shell=bash disable=SC2154 # cache, work and repo_dir are set by ../verify
# What the tests need: Terraform with its provider, checkov, tflint. Whatever cannot be had is named in $work/not-run, and the rest goes on.
checkov_version=3.3.30
cel_version=0.10.0 # common-expression-language, which reads the rules of the CRD
tflint_version=v0.64.0
terraform_minimum=1.11
provider_version=5.100.0
checkov_home=$cache/bin/checkov-$checkov_version-cel-$cel_version
tflint_home=$cache/bin/tflint-$tflint_version
export checkov_home tflint_home CHECKPOINT_DISABLE=1 AWS_EC2_METADATA_DISABLED=true

not_run() { echo "not run: infra: $*" >>"$work/not-run"; }

# Terraform's own configuration is left as it is. Without one, a filesystem mirror is used where one lies: a directory with
# registry.terraform.io/hashicorp/aws in it, MESSAGEBOARD_TERRAFORM_MIRROR or one of the usual places.
configure_mirror() {
  local mirror
  [ ! -s "${TF_CLI_CONFIG_FILE:-/dev/null}" ] || return 0
  unset TF_CLI_CONFIG_FILE # it may name a file that is not there
  for mirror in "${MESSAGEBOARD_TERRAFORM_MIRROR:-}" /usr/local/share/terraform/providers /opt/tf-plugins; do
    [ -d "$mirror/registry.terraform.io/hashicorp/aws" ] || continue
    printf 'provider_installation {\n  filesystem_mirror { path = "%s" }\n  direct { exclude = ["hashicorp/aws"] }\n}\n' "$mirror" >"$work/terraform.rc"
    export TF_CLI_CONFIG_FILE=$work/terraform.rc
    return 0
  done
}

# True if terraform and the provider are there; else a line that says what is missing.
can_run_terraform() {
  local found
  found=$(terraform version 2>/dev/null | sed -n 's/^Terraform v//p')
  if [ -z "$found" ] || ! at_least "$terraform_minimum" "$found"; then
    echo "not run: infra: Terraform $terraform_minimum or newer is not installed${found:+ (found $found)}"
    return 1
  fi
  configure_mirror
  mkdir -p "$work/probe"
  cp "$repo_dir/infra-terraform/platform/versions.tf" "$work/probe/"
  terraform -chdir="$work/probe" init -input=false -no-color >"$work/probe.log" 2>&1 && return 0
  echo "not run: infra: the provider hashicorp/aws $provider_version cannot be had: neither a mirror (MESSAGEBOARD_TERRAFORM_MIRROR) nor the registry has it"
  return 1
}

# One provider process for all mocked tests (Terraform's own "reattach", made for debuggers). A mock only asks it for schemas and
# lets it validate, but would start it several times for each run, and that takes most of the time. The tests of the real provider
# start their own: two configurations cannot share a process. Without it everything works, slower.
start_provider() {
  local program
  program=$(find -L "$work/probe/.terraform/providers" -type f -name 'terraform-provider-aws*' | head -n 1)
  "$program" -debug >"$work/provider" 2>&1 &
  provider=$!
  until_true 60 "the shared provider" grep -q TF_REATTACH_PROVIDERS= "$work/provider" || return 0
  TF_REATTACH_PROVIDERS=$(sed -n "s/.*TF_REATTACH_PROVIDERS='\(.*\)'/\1/p" "$work/provider")
  export TF_REATTACH_PROVIDERS
}

stop_provider() { [ -z "${provider:-}" ] || kill "$provider" 2>/dev/null || true; }

install_checkov() {
  [ ! -x "$checkov_home/bin/checkov" ] || return 0
  rm -rf "$checkov_home"
  if ! { python3 -m venv "$checkov_home" && "$checkov_home/bin/pip" -q install "checkov==$checkov_version" "common-expression-language==$cel_version"; }; then
    rm -rf "$checkov_home"
    return 1
  fi
}

build_tflint() {
  [ ! -x "$tflint_home/tflint" ] || return 0
  GOBIN=$tflint_home CGO_ENABLED=0 go install -trimpath "github.com/terraform-linters/tflint@$tflint_version"
}

# checkov brings parsers of HCL, YAML and JSON schemas along.
python_with_tools() {
  [ -x "$checkov_home/bin/python" ] || return 0
  "$checkov_home/bin/python" "$@"
}
export -f python_with_tools

# The first time takes minutes, later none.
install_tools() {
  one_at_a_time checkov install_checkov || not_run "checkov, documentation and the CRD check: checkov $checkov_version cannot be had from PyPI"
  one_at_a_time tflint build_tflint || not_run "tflint: $tflint_version cannot be built (Go and its module proxy are needed)"
}
