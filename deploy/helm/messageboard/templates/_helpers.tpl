{{/* The chart's labels with a board's or the release's own; app.kubernetes.io/* of the children are the operator's. */}}
{{- define "messageboard.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/part-of: messageboard
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.labels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* A board's spec over the defaults of all over the version of the chart. A database of its own replaces the shared one whole: they exclude each other. */}}
{{- define "messageboard.spec" -}}
{{- $defaults := deepCopy .defaults }}
{{- $choices := list "external" "provisioned" "embedded" }}
{{- range $choices }}
{{- if hasKey (default dict $.spec.database) . }}
{{- $_ := set $defaults "database" (omit (default dict $defaults.database) "external" "provisioned" "embedded") }}
{{- end }}
{{- end }}
{{- $spec := mergeOverwrite (dict "version" .version) $defaults (deepCopy .spec) }}
{{- $chosen := list }}
{{- range $choices }}
{{- if hasKey (default dict $spec.database) . }}{{ $chosen = append $chosen . }}{{ end }}
{{- end }}
{{- if ne (len $chosen) 1 }}
{{- fail (printf "boards.%s.spec.database: choose one of external, provisioned, embedded, here or in defaults.database (found %d)" .name (len $chosen)) }}
{{- end }}
{{- toYaml $spec }}
{{- end }}
