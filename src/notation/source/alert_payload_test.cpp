#include "notation/source/alert_payload.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "engine/time/zones_for_test.h"
#include "vocabulary/fault.h"
#include "vocabulary/finding.h"

namespace vigie {
namespace {

constexpr Instant heard{std::chrono::seconds{1'772'460'000}};  // 2026-03-02 14:00 UTC

std::string text_of(std::optional<Instant> at) {
  if (!at) return "-";
  return std::to_string(
      std::chrono::duration_cast<std::chrono::seconds>(at->time_since_epoch()).count());
}

/// "FINGERPRINT ITEM CUSTOMER WEIGHT BEGAN ENDED TITLE", a line an alert, then the faults.
std::string told(SourceKind kind, const std::string& profile, const std::string& body) {
  ZonesForTest zones;
  const SourceProfileRead read = source_profile_from(kind, profile, zones);
  if (!read.profile) return "the profile is wrong";
  JsonRoad road;
  const PayloadRead payload = alerts_from(
      {.body = body, .profile = *read.profile, .zones = zones, .heard_at = heard}, road);
  std::string text;
  for (const AlertSaid& said : payload.said) {
    text += said.fingerprint + "|" + said.item + "|" + said.customer + "|" +
            std::to_string(said.weight) + "|" + text_of(said.began) + "|" + text_of(said.ended) +
            (said.is_sample ? "|seen|" : "|") + said.title;
    if (said.finding) text += "|" + std::string{key_of(*said.finding)};
    text += "\n";
  }
  if (payload.ignored > 0) text += std::to_string(payload.ignored) + " ignored\n";
  for (const JsonFault& fault : road.faults()) {
    text += fault.pointer + " " + std::string{key_of(fault.kind)} + "\n";
  }
  return text;
}

std::string alert(const std::string& labels, const std::string& status, const std::string& ends) {
  return R"({"status": ")" + status + R"(", "labels": {)" + labels +
         R"(}, "annotations": {"summary": "Mail is down"},)"
         R"( "startsAt": "2026-03-02T13:52:26.739266876+02:00", "endsAt": ")" +
         ends + R"(", "fingerprint": "c6eadffa33fcdf37"})";
}

std::string group(const std::string& alerts) {
  return R"({"version": "4", "receiver": "vigie", "status": "firing", "truncatedAlerts": 0,)"
         R"( "alerts": [)" +
         alerts + "]}";
}

const std::string never = "0001-01-01T00:00:00Z";
const std::string mail = R"("service": "mail", "severity": "critical")";

TEST(AlertPayload, alertmanager_tells_of_alerts_that_fire_and_are_resolved) {
  EXPECT_EQ(told(SourceKind::alertmanager, "", group(alert(mail, "firing", never))),
            "c6eadffa33fcdf37|mail||1000|1772452346|-|Mail is down\n");
  EXPECT_EQ(told(SourceKind::alertmanager, "",
                 group(alert(mail, "resolved", "2026-03-02T12:00:00Z") + "," +
                       alert(mail, "firing", never))),
            "c6eadffa33fcdf37|mail||1000|1772452346|1772452800|Mail is down\n"
            "c6eadffa33fcdf37|mail||1000|1772452346|-|Mail is down\n");
}

TEST(AlertPayload, a_warning_is_not_down_unless_a_profile_says_so) {
  const std::string body =
      group(alert(R"("service": "mail", "severity": "warning")", "firing", never));
  EXPECT_EQ(told(SourceKind::alertmanager, "", body), "1 ignored\n");
  EXPECT_EQ(told(SourceKind::alertmanager, "severity: {values: {warning: 25 %}}", body),
            "c6eadffa33fcdf37|mail||250|1772452346|-|Mail is down\n");
}

TEST(AlertPayload, what_cannot_be_mapped_is_told_with_its_finding) {
  const std::string profile =
      "service: {from: /labels/app, values: {web-1: web}}\n"
      "customer: {from: /labels/team, values: {blue: acme}, unmapped: finding}\n";
  const auto of = [&](const std::string& labels) {
    return told(SourceKind::alertmanager, profile, group(alert(labels, "firing", never)));
  };
  EXPECT_EQ(of(R"("app": "web-1", "team": "blue")"),
            "c6eadffa33fcdf37|web|acme|1000|1772452346|-|Mail is down\n");
  EXPECT_EQ(of(R"("app": "web-2", "team": "blue")"),
            "c6eadffa33fcdf37||acme|1000|1772452346|-|Mail is down|alert_service_unknown\n");
  EXPECT_EQ(of(R"("team": "blue")"),
            "c6eadffa33fcdf37||acme|1000|1772452346|-|Mail is down|alert_service_unknown\n");
  EXPECT_EQ(of(R"("app": "web-1", "team": "red")"),
            "c6eadffa33fcdf37|web||1000|1772452346|-|Mail is down|alert_customer_unknown\n");
  EXPECT_EQ(of(R"("app": "web-1", "severity": "odd")"),
            "c6eadffa33fcdf37|web||1000|1772452346|-|Mail is down|alert_severity_unknown\n");
}

TEST(AlertPayload, junk_is_refused_with_the_place_of_it) {
  const auto of = [](const std::string& body) { return told(SourceKind::alertmanager, "", body); };
  EXPECT_EQ(of("{"), " not_json\n");
  EXPECT_EQ(of("[]"), "/alerts not_a_list\n");
  EXPECT_EQ(of(R"({"alerts": {}})"), "/alerts not_a_list\n");
  EXPECT_EQ(of(group(R"({"status": "burning"})")), "/alerts/0/status not_of_the_list\n");
  EXPECT_EQ(of(group(R"({"status": "firing"})")), "/alerts/0 member_missing\n");
  EXPECT_EQ(of(group(R"({"status": "firing", "fingerprint": "a", "startsAt": "yesterday"})")),
            "/alerts/0/startsAt not_an_instant\n");
  EXPECT_EQ(of(group("7")), "1 ignored\n");
  std::string many = "1";
  for (int i = 0; i < 1'000; ++i) many += ",1";
  EXPECT_EQ(of(group(many)), "/alerts list_too_long\n");
  EXPECT_EQ(of(R"({"alerts": [], "alerts": []})"), " member_twice\n");
  EXPECT_EQ(told(SourceKind::uptime_kuma, "", "[]"), " not_an_object\n");
}

TEST(AlertPayload, a_long_fingerprint_and_controls_are_kept_as_digests) {
  const std::string body = R"({"id": ")" + std::string(500, 'x') + R"(", "down": "yes"})";
  const std::string text = told(SourceKind::generic,
                                "fingerprint: /id\nservice: {default: mail}\n"
                                "state: {from: /down, values: {yes: down, no: up}}",
                                body);
  EXPECT_EQ(text.substr(32), "|mail||1000|1772460000|-|seen|" + std::string(200, 'x') + "\n");
}

const std::string zabbix_problem =
    R"({"event_id": "4101", "value": "1", "date": "2026.03.02", "time": "14:30:05",)"
    R"( "recovery_date": "{EVENT.RECOVERY.DATE}", "recovery_time": "*UNKNOWN*",)"
    R"( "timestamp": "{EVENT.TIMESTAMP}", "zone": "Europe/Paris", "host": "srv-mail",)"
    R"( "trigger_id": "23", "severity": "High", "name": "SMTP is down on srv-mail"})";

TEST(AlertPayload, zabbix_tells_of_problems_and_recoveries_in_its_own_zone) {
  EXPECT_EQ(told(SourceKind::zabbix, "", zabbix_problem),
            "23 srv-mail|srv-mail||1000|1772458205|-|SMTP is down on srv-mail\n");
  EXPECT_EQ(told(SourceKind::zabbix, "service: {values: {srv-mail: mail}}",
                 R"({"event_id": "4101", "value": "0", "date": "2026.03.02", "time": "14:30:05",)"
                 R"( "recovery_date": "2026.03.02", "recovery_time": "14:45:00",)"
                 R"( "zone": "Europe/Paris", "host": "srv-mail", "trigger_id": "23",)"
                 R"( "severity": "High", "name": "SMTP is down on srv-mail"})"),
            "23 srv-mail|mail||1000|1772458205|1772459100|SMTP is down on srv-mail\n");
  EXPECT_EQ(told(SourceKind::zabbix, "",
                 R"({"event_id": "7", "value": "1", "timestamp": "1772458205", "host": "a",)"
                 R"( "severity": "Disaster"})"),
            "7|a||1000|1772458205|-|7\n");
}

TEST(AlertPayload, a_local_time_without_its_zone_is_refused) {
  const std::string body =
      R"({"event_id": "1", "value": "1", "date": "2026.03.02", "time": "14:30:05", "host": "a"})";
  EXPECT_EQ(told(SourceKind::zabbix, "", body), " member_missing\n");
  EXPECT_EQ(told(SourceKind::zabbix, "", body.substr(0, body.size() - 1) + R"(, "zone": "X"})"),
            "/zone not_of_the_list\n");
  EXPECT_EQ(told(SourceKind::zabbix, "times: {zone: UTC}", body), "1|a||1000|1772461805|-|1\n");
}

std::string kuma(const std::string& status) {
  return R"({"heartbeat": {"monitorID": 29, "status": )" + status +
         R"(, "time": "2026-03-02 13:51:35.527", "msg": "timeout", "important": true,)"
         R"( "duration": 60, "timezone": "America/Los_Angeles", "timezoneOffset": "-08:00",)"
         R"( "localDateTime": "2026-03-02 05:51:35"}, "monitor": {"id": 29, "name": "mail"},)"
         R"( "msg": "[mail] [Down] timeout"})";
}

TEST(AlertPayload, uptime_kuma_tells_what_it_saw_in_utc) {
  EXPECT_EQ(told(SourceKind::uptime_kuma, "", kuma("0")),
            "29|mail||1000|1772459495|-|seen|[mail] [Down] timeout\n");
  EXPECT_EQ(told(SourceKind::uptime_kuma, "", kuma("1")),
            "29|mail||1000|-|1772459495|seen|[mail] [Down] timeout\n");
  EXPECT_EQ(told(SourceKind::uptime_kuma, "", kuma("2")), "1 ignored\n");
  EXPECT_EQ(told(SourceKind::uptime_kuma, "", kuma("3")), "1 ignored\n");
  EXPECT_EQ(told(SourceKind::uptime_kuma, "",
                 R"({"heartbeat": null, "monitor": null, "msg": "test Testing"})"),
            "1 ignored\n");
}

TEST(AlertPayload, a_generic_source_is_read_by_its_own_profile) {
  const std::string profile =
      "alerts: /data/checks\nfingerprint: [/key]\nservice: /what\ntitle: /~1text\n"
      "times: {began: /from, ended: /to, formats: [epoch_milliseconds, iso]}\n";
  EXPECT_EQ(
      told(SourceKind::generic, profile,
           R"({"data": {"checks": [{"key": 5, "what": "erp", "from": 1772458205000, "/text": "x"},)"
           R"( {"key": true, "what": "erp", "from": "2026-03-02T13:00:00Z",)"
           R"( "to": "2026-03-02T13:05:00Z"}]}})"),
      "5|erp||1000|1772458205|-|x\n"
      "true|erp||1000|1772456400|1772456700|true\n");
}

TEST(SourceProfile, the_reference_shows_those_of_the_kinds) {
  std::ifstream file{"docs/reference/sources.md"};
  const std::string page{std::istreambuf_iterator<char>{file}, {}};
  for (const SourceKind kind :
       {SourceKind::alertmanager, SourceKind::zabbix, SourceKind::uptime_kuma}) {
    const std::string shown = "```yaml\n" + std::string{profile_of_kind(kind)} + "```";
    EXPECT_NE(page.find(shown), std::string::npos) << shown;
  }
}

/// "code line:column -> first cure", one after the other.
std::string faults_of(SourceKind kind, const std::string& profile) {
  ZonesForTest zones;
  std::string text;
  for (const Fault& fault : source_profile_from(kind, profile, zones).faults) {
    EXPECT_EQ(fault.place.file, "profile");
    for (const Language language : {Language::en, Language::fr}) {
      EXPECT_EQ(message_of(fault, language).find('{'), std::string::npos);
    }
    text += (text.empty() ? "" : " + ") + std::string{key_of(fault.code)} + " " +
            std::to_string(fault.place.line) + ":" + std::to_string(fault.place.column);
    if (!fault.cures.empty()) text += " -> " + fault.cures.front().write;
  }
  return text;
}

TEST(SourceProfile, a_wrong_one_is_refused_with_what_to_write) {
  using enum SourceKind;
  const std::vector<std::tuple<SourceKind, std::string, std::string>> table = {
      {alertmanager, "", ""},
      {alertmanager, "servcie: /labels/app", "unknown_key 1:1 -> service"},
      {alertmanager, "service: labels.app", "pointer_malformed 1:10 -> /labels/service"},
      {alertmanager, "service: /labels/~app", "pointer_malformed 1:10 -> /labels/service"},
      {alertmanager, "severity: {values: {warning: half}}", "unknown_word 1:30 -> down"},
      {alertmanager, "severity: {values: {warning: [a]}}", "wants_scalar 1:30"},
      {alertmanager, "severity: {default: 120 %}", "unknown_word 1:21 -> down"},
      {alertmanager, "state: {values: {firing: on}}", "unknown_word 1:26 -> down"},
      {alertmanager, "service: {unmapped: drop}", "unknown_word 1:21 -> finding"},
      {alertmanager, "times: {zone: Europe/Pari}", "unknown_zone 1:15 -> Europe/Paris"},
      {alertmanager, "times: {formats: [dd-MM]}", "stamp_format_malformed 1:19 -> iso"},
      {alertmanager, "- a", "wants_mapping 1:1"},
      {generic, "fingerprint: /id\nstate: /s", "missing_key 1:1"},
      {generic, "service: /id\nstate: /s", "missing_key 1:1"},
      {generic, "service: /id\nfingerprint: /id", "missing_key 1:1"},
  };
  for (const auto& [kind, profile, expected] : table) {
    EXPECT_EQ(faults_of(kind, profile), expected) << profile;
  }
}

}  // namespace
}  // namespace vigie
