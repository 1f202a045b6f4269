{{- define "sending-domains.topics.name" -}}
{{- printf "%s-topics" .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- end }}

{{/* One command for each topic; a topic that exists is left as it is. */}}
{{- define "sending-domains.topics.script" -}}
set -eu
create() {
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$KAFKA_BOOTSTRAP_SERVERS" $CLIENT_CONFIG --create --if-not-exists "$@"
}
{{- range .Values.topics.list }}
create --topic {{ .name }} --partitions {{ .partitions }} --replication-factor {{ $.Values.topics.replicationFactor }} --config min.insync.replicas={{ $.Values.topics.minInsyncReplicas }}
{{- range $name, $value := .config }} --config {{ $name }}={{ $value }}{{ end }}
{{- end }}
{{- end }}
