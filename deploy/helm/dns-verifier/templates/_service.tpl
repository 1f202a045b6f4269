{{/* What only this service has. */}}

{{- define "dns-verifier.port" -}}
8081
{{- end }}

{{- define "dns-verifier.ports" -}}
- name: http
  containerPort: {{ include "dns-verifier.port" . }}
{{- end }}

{{- define "dns-verifier.env" -}}
VERIFIER_HTTP_PORT: {{ include "dns-verifier.port" . | quote }}
DNS_AUTHORITATIVE_PORT: {{ .Values.dns.authoritativePort | toString | quote }}
DKIM_LEGACY_SELECTORS: {{ join "," .Values.dkim.legacySelectors | quote }}
{{- with .Values.dns.servers }}
DNS_SERVERS: {{ join "," . | quote }}
{{- end }}
{{- end }}

{{- define "dns-verifier.secretEnv" -}}
{{- end }}

{{- define "dns-verifier.volumes" -}}
{{- end }}

{{- define "dns-verifier.mounts" -}}
{{- end }}

{{- define "dns-verifier.ingress" -}}
{{- end }}

{{/* Resolvers and authoritative servers on port 53 may be asked by every service; other ports only by this one. */}}
{{- define "dns-verifier.egress" -}}
{{- $ports := list (toString .Values.dns.authoritativePort) }}
{{- range .Values.dns.servers }}
{{- $ports = append $ports (regexFind "[0-9]+$" .) }}
{{- end }}
{{- range without ($ports | uniq) "53" }}
- port: {{ . }}
  protocol: UDP
- port: {{ . }}
  protocol: TCP
{{- end }}
{{- end }}
