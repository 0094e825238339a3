#include "notation/agreement_availability.h"

#include <algorithm>

#include "notation/agreement_clause.h"
#include "notation/agreement_measurement.h"
#include "notation/scalar_date.h"
#include "notation/scalar_duration.h"
#include "notation/scalar_within.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::int64_t most_users_promised = 1'000'000'000;
constexpr std::int64_t most_days_cumulated = 366;
constexpr std::int64_t most_outages = 1'000'000;

/// What this kind of target shares with the others.
constexpr std::array<std::string_view, 6> shared_keys = {
    "label", "metric", "required", "ramp_up_required", "precision", "clause"};

bool names(const auto& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

Fault at_most_malformed(std::string_view text, std::string_view cure) {
  return scalar_fault(FaultCode::at_most_malformed, text, {{"text", std::string{text}}},
                      {{std::string{cure}, CureWord::none, {}}});
}

/// "at most 3".
Result<std::int64_t> at_most_count_from(std::string_view text) {
  ScalarCursor cursor{text};
  cursor.take_any({"at most", "au plus"});
  const auto count = cursor.take_number();
  if (count && cursor.at_end()) return *count;
  return at_most_malformed(text, "at most 3");
}

/// "at most 4h".
Result<Duration> at_most_length_from(std::string_view text) {
  ScalarCursor cursor{text};
  cursor.take_any({"at most", "au plus"});
  if (!cursor.next_is_digit()) return at_most_malformed(text, "at most 4h");
  const auto length = take_duration(cursor, text);
  if (length && cursor.at_end()) return *length;
  return at_most_malformed(text, "at most 4h");
}

void read_hours(Clauses& clauses, const Agreement& agreement, std::string& calendar) {
  calendar = calendar_always;
  const YamlNode* node = clauses.find_scalar("hours");
  if (node == nullptr) return;
  calendar = node->text;
  if (calendar == calendar_always || agreement.calendars.contains(calendar)) return;
  std::vector<std::string> known{std::string{calendar_always}};
  for (const auto& [name, unused] : agreement.calendars) known.push_back(name);
  clauses.add(node_fault(FaultCode::unknown_calendar, *node, {{"calendar", calendar}},
                         cures_of_list(calendar, known)));
}

void read_maintenance(Clauses& clauses, AvailabilityRules& rules) {
  const YamlNode* node = clauses.find("maintenance");
  if (node == nullptr) return;
  if (node->kind == YamlKind::scalar) {
    rules.maintenance_excluded = node->text != "counted";
    if (!rules.maintenance_excluded) return;
    clauses.add(
        node_fault(FaultCode::unknown_word, *node, {{"text", node->text}, {"key", "maintenance"}},
                   {{"counted", CureWord::maintenance_counted, {}},
                    {"{notice: 5 calendar days}", CureWord::maintenance_notice, {}},
                    {"{notice: 5 calendar days, quota: 4h}", CureWord::maintenance_quota, {}}}));
    return;
  }
  Clauses own{*node,
              clauses.where() + ".maintenance",
              clauses.faults(),
              {.describes = describes<ClauseSection::maintenance>}};
  read_scalar(own, "notice", wall_span_from, rules.maintenance_notice);
  read_scalar(own, "quota", duration_from, rules.maintenance_quota);
  own.refuse_unknown();
}

CumulatedRule read_cumulated(const YamlNode& node, const std::string& where, Faults& faults) {
  Clauses own{node, where, faults, {.describes = describes<ClauseSection::cumulated>}};
  CumulatedRule rule;
  std::int64_t days = 0;
  read_count(own, "days", {1, most_days_cumulated}, days);
  if (!own.has("days")) own.refuse_missing("days");
  rule.days = static_cast<int>(days);
  read_scalar(own, "at_most", at_most_length_from, rule.at_most);
  if (own.has("outages")) {
    std::int64_t outages = 0;
    read_count(own, "outages", {0, most_outages}, outages);
    rule.outages = outages;
  } else if (!own.has("at_most")) {
    own.refuse_missing("at_most");
  }
  own.refuse_unknown();
  return rule;
}

void read_limits(Clauses& clauses, AvailabilityRules& rules) {
  read_scalar(clauses, "outages", at_most_count_from, rules.outages_at_most);
  read_scalar(clauses, "longest", at_most_length_from, rules.longest_at_most);
  if (const YamlNode* list = clauses.find_list("cumulated")) {
    for (const auto& item : list->items) {
      rules.cumulated.push_back(
          read_cumulated(item, clauses.where() + ".cumulated", clauses.faults()));
    }
  }
}

void read_outage_rules(Clauses& clauses, AvailabilityRules& rules) {
  read_word(clauses, "composition", rules.composition);
  read_scalar(clauses, "service_from", date_from, rules.service_from);
  read_word(clauses, "starts_at", rules.starts_at);
  read_word(clauses, "ends_at", rules.ends_at);
  read_scalar(clauses, "ignore_under", duration_from, rules.ignore_under);
  read_scalar(clauses, "join_within", duration_from, rules.join_within);
  read_maintenance(clauses, rules);
  read_word(clauses, "unknown", rules.unknown);
  rules.user_weighted = clauses.has("users");
  read_count(clauses, "users", {1, most_users_promised}, rules.users);
}

void read_required(Clauses& clauses, Measurement& measurement) {
  read_measurement(clauses, measurement);
  if (measurement.statistic == Statistic::ratio) return;
  clauses.add(node_fault(FaultCode::availability_not_a_rate, *clauses.node().find("required"), {},
                         {{"99.9 % per month", CureWord::rate_of_availability, {}}}));
}

void refuse_clauses_of_tickets(Clauses& clauses) {
  for (const Clause& clause : agreement_clauses()) {
    if (clause.section != ClauseSection::target) continue;
    clauses.find(clause.key);
    if (names(availability_keys, clause.key) || names(shared_keys, clause.key)) continue;
    refuse_without_use(clauses, clause.key);
  }
}

Warning warning_of(WarningCode code, const Clauses& clauses, Cure cure) {
  return {.code = code,
          .arguments = {{"target", clauses.where()}},
          .place = clauses.node().place,
          .cures = {std::move(cure)}};
}

/// What is measured without the parties having said how.
void warn_of_silence(const Clauses& clauses, const TargetContext& context,
                     const AvailabilityRules& rules) {
  const bool since_ever = context.agreement.in_force.from == CivilDay{} && !rules.service_from;
  if (since_ever) {
    context.warnings.push_back(warning_of(WarningCode::availability_without_start, clauses,
                                          {"service_from: 2026-02-01", CureWord::none, {}}));
  }
  if (!clauses.has("hours")) {
    context.warnings.push_back(warning_of(WarningCode::availability_without_hours, clauses,
                                          {"hours: always", CureWord::around_the_clock, {}}));
  }
  if (rules.maintenance_excluded && !rules.maintenance_notice) {
    context.warnings.push_back(
        warning_of(WarningCode::maintenance_without_notice, clauses,
                   {"maintenance: {notice: 5 calendar days}", CureWord::maintenance_notice, {}}));
  }
}

}  // namespace

void read_availability_target(const YamlNode& node, const TargetContext& context,
                              Commitment& commitment, Faults& faults) {
  Clauses clauses{
      node, "targets." + commitment.id, faults, {.describes = describes<ClauseSection::target>}};
  AvailabilityRules& rules = commitment.availability;
  read_values(clauses, "of", context.names, rules.of);
  if (rules.of.empty() && context.agreement.services.empty()) clauses.refuse_missing("of");
  read_hours(clauses, context.agreement, commitment.calendar);
  read_outage_rules(clauses, rules);
  read_limits(clauses, rules);
  read_required(clauses, commitment.measurement);
  read_text(clauses, "clause", commitment.clause);
  refuse_clauses_of_tickets(clauses);
  clauses.refuse_unknown();
  warn_of_silence(clauses, context, rules);
}

}  // namespace vigie
