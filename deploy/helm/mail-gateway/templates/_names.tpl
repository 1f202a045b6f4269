{{/* One file for all three charts: the same in each, so that it does not matter whose definition the umbrella uses. */}}

{{- define "sending.name" -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{- define "sending.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "sending.labels" -}}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{ include "sending.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: sending-domains
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "sending.serviceAccount" -}}
{{- .Values.serviceAccount.name | default (ternary (include "sending.name" .) "default" .Values.serviceAccount.create) -}}
{{- end }}

{{/* What the umbrella says for all services goes before what the chart says for itself. */}}
{{- define "sending.kafka" -}}
{{- ((.Values.global).kafka).bootstrapServers | default .Values.kafka.bootstrapServers -}}
{{- end }}

{{- define "sending.postgres" -}}
{{- mergeOverwrite (deepCopy .Values.postgres) (deepCopy ((.Values.global).postgres | default dict)) | toJson -}}
{{- end }}

{{- define "sending.jwt" -}}
{{- mergeOverwrite (deepCopy .Values.jwt) (deepCopy ((.Values.global).jwt | default dict)) | toJson -}}
{{- end }}

{{/* A public key that is not at an address of its own is mounted from a Secret or a ConfigMap. */}}
{{- define "sending.jwt.location" -}}
{{- $key := (include "sending.jwt" . | fromJson).publicKey -}}
{{- $key.url | default (printf "/etc/jwt/%s" $key.file) -}}
{{- end }}

{{- define "sending.jwt.volume" -}}
{{- $key := (include "sending.jwt" . | fromJson).publicKey -}}
{{- if not $key.url }}
- name: jwt
  {{- if $key.configMap }}
  configMap:
    name: {{ $key.configMap }}
  {{- else }}
  secret:
    secretName: {{ $key.secret }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "sending.jwt.mount" -}}
{{- if not (include "sending.jwt" . | fromJson).publicKey.url }}
- name: jwt
  mountPath: /etc/jwt
  readOnly: true
{{- end }}
{{- end }}

{{- define "sending.postgres.env" -}}
{{- $postgres := include "sending.postgres" . | fromJson -}}
POSTGRES_HOST: {{ $postgres.host | quote }}
POSTGRES_PORT: {{ $postgres.port | toString | quote }}
POSTGRES_DB: {{ $postgres.database | quote }}
POSTGRES_USER: {{ $postgres.user | quote }}
{{- end }}

{{- define "sending.postgres.secretEnv" -}}
{{- $secret := (include "sending.postgres" . | fromJson).passwordSecret -}}
- name: POSTGRES_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $secret.name }}
      key: {{ $secret.key }}
{{- end }}

{{/* The ports of "host:port,host:port", each once. */}}
{{- define "sending.kafka.egress" -}}
{{- range regexFindAll ":[0-9]+" (include "sending.kafka" .) -1 | uniq }}
- port: {{ trimPrefix ":" . }}
  protocol: TCP
{{- end }}
{{- end }}

{{- define "sending.postgres.egress" -}}
- port: {{ (include "sending.postgres" . | fromJson).port }}
  protocol: TCP
{{- end }}
