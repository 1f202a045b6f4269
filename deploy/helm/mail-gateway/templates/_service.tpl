{{/* What only this service has. */}}

{{- define "mail-gateway.port" -}}
8082
{{- end }}

{{- define "mail-gateway.ports" -}}
- name: http
  containerPort: {{ include "mail-gateway.port" . }}
- name: smtp
  containerPort: {{ .Values.inbound.port }}
{{- end }}

{{- define "mail-gateway.env" -}}
GATEWAY_HTTP_PORT: {{ include "mail-gateway.port" . | quote }}
GATEWAY_PUBLIC_URL: {{ .Values.publicUrl | quote }}
MAX_REQUEST_SIZE: {{ .Values.maxRequestSize | quote }}
FALLBACK_ADDRESS: {{ .Values.vendor.fallbackAddress | quote }}
BOUNCE_ADDRESS: {{ .Values.vendor.bounceAddress | quote }}
BOUNCE_SUBADDRESSES: {{ .Values.vendor.bounceTokens | quote }}
VERIFICATION_ADDRESS: {{ .Values.vendor.verificationAddress | quote }}
{{- with .Values.inbound.unmatchedRepliesTo }}
UNMATCHED_REPLIES_TO: {{ . | quote }}
{{- end }}
{{- with .Values.inbound.dnsServers }}
DNS_SERVERS: {{ . | quote }}
{{- end }}
INBOUND_SMTP_ENABLED: {{ .Values.inbound.enabled | quote }}
INBOUND_SMTP_HOST: "0.0.0.0"
INBOUND_SMTP_PORT: {{ .Values.inbound.port | toString | quote }}
{{- with .Values.inbound.hostname }}
INBOUND_SMTP_NAME: {{ . | quote }}
{{- end }}
{{- if .Values.inbound.tlsSecret }}
INBOUND_TLS_CERTIFICATE: /etc/inbound-tls/tls.crt
INBOUND_TLS_KEY: /etc/inbound-tls/tls.key
{{- end }}
{{- with .Values.inbound.proxies }}
INBOUND_PROXIES: {{ join "," . | quote }}
{{- end }}
{{- with .Values.inbound.imap }}
{{- if .enabled }}
IMAP_ENABLED: "true"
IMAP_HOST: {{ required "inbound.imap.host is needed to read a mailbox" .host | quote }}
IMAP_PORT: {{ .port | toString | quote }}
IMAP_TLS: {{ .tls | quote }}
{{- with .passwordSecret.caKey }}
IMAP_CA_CERTIFICATES: /etc/imap/ca.crt
{{- end }}
IMAP_USER: {{ required "inbound.imap.user is needed to read a mailbox" .user | quote }}
IMAP_FOLDER: {{ .folder | quote }}
IMAP_POLL_INTERVAL: {{ .pollInterval | quote }}
IMAP_AFTERWARDS: {{ .afterwards | quote }}
{{- with .moveTo }}
IMAP_MOVE_TO: {{ . | quote }}
{{- end }}
{{- with .authservId }}
IMAP_AUTHSERV_ID: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}
RELAY_HOST: {{ .Values.relay.host | quote }}
RELAY_PORT: {{ .Values.relay.port | toString | quote }}
RELAY_TLS: {{ .Values.relay.tls | quote }}
{{- with .Values.relay.ehloName }}
RELAY_EHLO_NAME: {{ . | quote }}
{{- end }}
{{- if .Values.ownAccounts.secret }}
OWN_ACCOUNTS_FOLDER: /etc/own-accounts
{{- end }}
JWT_ISSUER: {{ (include "sending.jwt" . | fromJson).issuer | quote }}
JWT_AUDIENCE: {{ .Values.audience | quote }}
JWT_ALGORITHM: {{ (include "sending.jwt" . | fromJson).algorithm | quote }}
JWT_PUBLIC_KEY_LOCATION: {{ include "sending.jwt.location" . | quote }}
{{ include "sending.postgres.env" . }}
{{- end }}

{{- define "mail-gateway.secretEnv" -}}
{{ include "sending.postgres.secretEnv" . }}
{{- with .Values.relay.credentialsSecret }}
{{- if .name }}
- name: RELAY_USERNAME
  valueFrom:
    secretKeyRef:
      name: {{ .name }}
      key: {{ .usernameKey }}
- name: RELAY_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .name }}
      key: {{ .passwordKey }}
{{- end }}
{{- end }}
{{- if .Values.inbound.imap.enabled }}
- name: IMAP_PASSWORD_FILE
  value: /etc/imap/password
{{- end }}
{{- end }}

{{- define "mail-gateway.volumes" -}}
{{ include "sending.jwt.volume" . }}
{{- if .Values.ownAccounts.secret }}
- name: own-accounts
  secret:
    secretName: {{ .Values.ownAccounts.secret }}
{{- end }}
{{- if .Values.inbound.tlsSecret }}
- name: inbound-tls
  secret:
    secretName: {{ .Values.inbound.tlsSecret }}
{{- end }}
{{- with .Values.inbound.imap }}
{{- if .enabled }}
- name: imap
  secret:
    secretName: {{ required "inbound.imap.passwordSecret.name is needed to read a mailbox" .passwordSecret.name }}
    items:
      - key: {{ .passwordSecret.key }}
        path: password
{{- with .passwordSecret.caKey }}
      - key: {{ . }}
        path: ca.crt
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "mail-gateway.mounts" -}}
{{ include "sending.jwt.mount" . }}
{{- if .Values.ownAccounts.secret }}
- name: own-accounts
  mountPath: /etc/own-accounts
  readOnly: true
{{- end }}
{{- if .Values.inbound.tlsSecret }}
- name: inbound-tls
  mountPath: /etc/inbound-tls
  readOnly: true
{{- end }}
{{- if .Values.inbound.imap.enabled }}
- name: imap
  mountPath: /etc/imap
  readOnly: true
{{- end }}
{{- end }}

{{/* Mail comes from anywhere. */}}
{{- define "mail-gateway.ingress" -}}
- ports:
    - port: smtp
{{- end }}

{{- define "mail-gateway.egress" -}}
{{ include "sending.postgres.egress" . }}
- port: {{ .Values.relay.port }}
  protocol: TCP
{{- range regexFindAll ":[0-9]+(,|$)" .Values.inbound.dnsServers -1 | uniq }}
- port: {{ regexFind "[0-9]+" . }}
  protocol: UDP
- port: {{ regexFind "[0-9]+" . }}
  protocol: TCP
{{- end }}
{{- if .Values.inbound.imap.enabled }}
- port: {{ .Values.inbound.imap.port }}
  protocol: TCP
{{- end }}
{{- end }}
