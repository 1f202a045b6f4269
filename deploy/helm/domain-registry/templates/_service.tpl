{{/* What only this service has. */}}

{{- define "domain-registry.port" -}}
8080
{{- end }}

{{- define "domain-registry.ports" -}}
- name: http
  containerPort: {{ include "domain-registry.port" . }}
{{- end }}

{{- define "domain-registry.env" -}}
REGISTRY_HTTP_PORT: {{ include "domain-registry.port" . | quote }}
REGISTRY_PUBLIC_URL: {{ .Values.publicUrl | quote }}
JWT_AUDIENCE: {{ .Values.audience | quote }}
JWT_ISSUER: {{ (include "sending.jwt" . | fromJson).issuer | quote }}
JWT_ALGORITHM: {{ (include "sending.jwt" . | fromJson).algorithm | quote }}
JWT_PUBLIC_KEY_LOCATION: {{ include "sending.jwt.location" . | quote }}
{{ include "sending.postgres.env" . }}
{{- end }}

{{- define "domain-registry.secretEnv" -}}
{{ include "sending.postgres.secretEnv" . }}
{{- with .Values.webhooks.keys }}
{{- if .secret }}
- name: WEBHOOK_KEYS
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end }}
{{- end }}
{{- end }}

{{- define "domain-registry.volumes" -}}
{{ include "sending.jwt.volume" . }}
{{- end }}

{{- define "domain-registry.mounts" -}}
{{ include "sending.jwt.mount" . }}
{{- end }}

{{- define "domain-registry.ingress" -}}
{{- end }}

{{- define "domain-registry.egress" -}}
{{ include "sending.postgres.egress" . }}
{{- end }}
