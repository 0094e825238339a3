#include "notation/agreement_availability_writer.h"

#include "notation/agreement_target_writer.h"
#include "notation/scalar_date.h"
#include "notation/scalar_duration.h"

namespace vigie {

namespace {

void write_length(YamlText& yaml, std::string_view key, std::optional<Duration> length) {
  if (length) yaml.scalar(key, duration_text(*length));
}

void write_maintenance(YamlText& yaml, const AvailabilityRules& rules) {
  if (!rules.maintenance_excluded) return yaml.scalar("maintenance", "counted");
  yaml.open("maintenance");
  write_length(yaml, "notice", rules.maintenance_notice);
  write_length(yaml, "quota", rules.maintenance_quota);
  yaml.close();
}

void write_limits(YamlText& yaml, const AvailabilityRules& rules) {
  if (rules.outages_at_most) {
    yaml.scalar("outages", "at most " + std::to_string(*rules.outages_at_most));
  }
  if (rules.longest_at_most) {
    yaml.scalar("longest", "at most " + duration_text(*rules.longest_at_most));
  }
  yaml.open("cumulated");
  for (const CumulatedRule& rule : rules.cumulated) {
    yaml.open_item();
    yaml.scalar("days", std::to_string(rule.days));
    write_length(yaml, "at_most", rule.at_most);
    if (rule.outages) yaml.scalar("outages", std::to_string(*rule.outages));
    yaml.close();
  }
  yaml.close();
}

}  // namespace

void write_availability(YamlText& yaml, const Commitment& commitment, const Names& names) {
  const AvailabilityRules& rules = commitment.availability;
  const AvailabilityRules plain;
  yaml.list("of", texts_of(rules.of, names));
  yaml.scalar("hours", commitment.calendar);
  write_word(yaml, "composition", rules.composition, plain.composition);
  if (rules.service_from) yaml.scalar("service_from", date_text(*rules.service_from));
  write_word(yaml, "starts_at", rules.starts_at, plain.starts_at);
  write_word(yaml, "ends_at", rules.ends_at, plain.ends_at);
  write_length(yaml, "ignore_under", rules.ignore_under);
  write_length(yaml, "join_within", rules.join_within);
  write_maintenance(yaml, rules);
  write_word(yaml, "unknown", rules.unknown, plain.unknown);
  if (rules.user_weighted) yaml.scalar("users", std::to_string(rules.users));
  write_limits(yaml, rules);
}

}  // namespace vigie
