// The profiles of the tools that are known.
#include "notation/source/source_profile.h"

namespace vigie {

namespace {

// Source: prometheus.io, Alertmanager configuration, webhook_config (version 4).
constexpr std::string_view alertmanager = R"(alerts: /alerts
fingerprint: /fingerprint
service: /labels/service
customer: /labels/customer
title: [/annotations/summary, /annotations/description, /labels/alertname]
state: {from: /status, values: {firing: down, resolved: up}}
severity:
  from: /labels/severity
  values: {critical: down, page: down, error: down, warning: ignore, info: ignore, none: ignore}
  default: down
times: {began: /startsAt, ended: /endsAt, formats: [iso], zone: UTC}
)";

// Source: zabbix.com, manual, macros supported by location (EVENT.*, HOST.NAME, TRIGGER.ID).
constexpr std::string_view zabbix = R"(fingerprint: [/trigger_id /host, /event_id]
service: [/service, /host]
customer: /customer
title: /name
state: {from: /value, values: {1: down, 0: up}}
severity:
  from: /severity
  values: {Disaster: down, High: down, Average: down, Warning: ignore, Information: ignore,
           Not classified: ignore}
  default: down
times:
  began: [/timestamp, /date /time]
  ended: [/recovery_timestamp, /recovery_date /recovery_time]
  formats: [epoch_seconds, "yyyy.MM.dd HH:mm:ss", iso]
  zone: /zone
missing: ["*UNKNOWN*"]
)";

// Source: github.com/louislam/uptime-kuma, server/model/heartbeat.js,
// notification-providers/webhook.js
constexpr std::string_view uptime_kuma = R"(fingerprint: /monitor/id
service: /monitor/name
title: [/msg, /heartbeat/msg]
state: {from: /heartbeat/status, values: {0: down, 1: up, 2: ignore, 3: ignore}}
times: {at: /heartbeat/time, formats: [iso], zone: UTC}
)";

}  // namespace

std::string_view profile_of_kind(SourceKind kind) {
  switch (kind) {
    case SourceKind::alertmanager:
      return alertmanager;
    case SourceKind::zabbix:
      return zabbix;
    case SourceKind::uptime_kuma:
      return uptime_kuma;
    default:
      return {};
  }
}

}  // namespace vigie
