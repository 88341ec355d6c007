{{- define "messageboard-operator.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "messageboard-operator.fullname" -}}
{{- $name := include "messageboard-operator.name" . }}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else if contains $name .Release.Name }}
{{- .Release.Name | trunc 56 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name $name | trunc 56 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "messageboard-operator.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "messageboard-operator.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- required "serviceAccount.name: with serviceAccount.create=false name the account that the operator shall use" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{- define "messageboard-operator.selectorLabels" -}}
app.kubernetes.io/name: {{ include "messageboard-operator.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "messageboard-operator.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "messageboard-operator.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{/* A digest says exactly which image; without one the tag, and without that the version of the chart. */}}
{{- define "messageboard-operator.image" -}}
{{- if .Values.image.digest }}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest }}
{{- else }}
{{- printf "%s:%s" .Values.image.repository (default .Chart.AppVersion .Values.image.tag) }}
{{- end }}
{{- end }}

{{/* JSON list of the namespaces with a Role; empty with scope Cluster. */}}
{{- define "messageboard-operator.namespaces" -}}
{{- if eq .Values.rbac.scope "Namespace" }}
{{- default (list .Release.Namespace) .Values.watchNamespaces | toJson }}
{{- else if .Values.watchNamespaces }}
{{- fail "watchNamespaces needs rbac.scope=Namespace: with scope Cluster the operator keeps the boards of all namespaces" }}
{{- else }}
{{- list | toJson }}
{{- end }}
{{- end }}

{{/* What the operator watches, as its own setting says it; empty: everything, its default. */}}
{{- define "messageboard-operator.watched" -}}
{{- if eq .Values.rbac.scope "Namespace" }}
{{- if .Values.watchNamespaces }}
{{- join "," .Values.watchNamespaces }}
{{- else }}JOSDK_WATCH_CURRENT
{{- end }}
{{- end }}
{{- end }}
