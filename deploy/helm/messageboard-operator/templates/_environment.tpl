{{/* Settings that differ from the operator's own defaults, as it reads them. */}}
{{- define "messageboard-operator.environment" -}}
{{- $settings := dict
  "MESSAGEBOARD_NAMESPACES" (include "messageboard-operator.watched" .)
  "MESSAGEBOARD_IMAGES_FRONTEND" .Values.boardImages.frontend
  "MESSAGEBOARD_IMAGES_API" .Values.boardImages.api
  "MESSAGEBOARD_IMAGES_MYSQL" .Values.boardImages.mysql
  "MESSAGEBOARD_TRUSTED_PROXIES" (join "," .Values.settings.trustedProxies)
  "MESSAGEBOARD_SELECTOR" .Values.settings.selector
  "MESSAGEBOARD_LEASE_NAME" .Values.leaderElection.leaseName
  "MESSAGEBOARD_LEASE_DURATION" .Values.leaderElection.leaseDuration
  "MESSAGEBOARD_LEASE_RENEW_DEADLINE" .Values.leaderElection.renewDeadline
  "MESSAGEBOARD_LEASE_RETRY_PERIOD" .Values.leaderElection.retryPeriod
  "QUARKUS_LOG_CATEGORY__DEV_MESSAGEBOARD__LEVEL" (ternary "" .Values.logging.level (eq .Values.logging.level "INFO"))
}}
{{- range $name, $value := $settings }}
{{- if $value }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}
{{- with .Values.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end }}
