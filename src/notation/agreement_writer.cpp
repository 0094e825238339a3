#include "notation/agreement_writer.h"

#include "notation/agreement_calendar_writer.h"
#include "notation/agreement_target_writer.h"
#include "notation/money/money_writer.h"
#include "notation/scalar_date.h"
#include "notation/scalar_duration.h"
#include "notation/yaml_text.h"

namespace vigie {

namespace {

const Agreement plain_agreement;

std::string text_of(const std::optional<CivilDay>& day) { return day ? date_text(*day) : ""; }

std::string span_text(const std::optional<Duration>& span) {
  return span ? duration_text(*span) : "";
}

void write_identity(YamlText& yaml, const Agreement& agreement, const Names& names) {
  yaml.scalar("id", agreement.id);
  if (agreement.version != 1) yaml.scalar("version", std::to_string(agreement.version));
  write_word(yaml, "kind", agreement.kind, plain_agreement.kind);
  write_word(yaml, "level", agreement.level, plain_agreement.level);
  yaml.scalar("title", agreement.title);
  yaml.open("between");
  yaml.scalar("provider", agreement.between.provider);
  yaml.scalar("customer", agreement.between.customer);
  yaml.list("suppliers", agreement.between.suppliers);
  yaml.list("customer_side", agreement.between.customer_side);
  yaml.scalar("team", agreement.between.team);
  yaml.close();
  yaml.list("customers", texts_of(agreement.customers, names));
  yaml.list("services", texts_of(agreement.services, names));
  write_applicability(yaml, agreement.applies_to, names);
}

void write_life(YamlText& yaml, const Agreement& agreement) {
  write_word(yaml, "state", agreement.state, plain_agreement.state);
  yaml.open("in_force");
  yaml.scalar("from", date_text(agreement.in_force.from));
  yaml.scalar("to", text_of(agreement.in_force.to));
  yaml.close();
  yaml.scalar("signed_on", text_of(agreement.signed_on));
  if (agreement.tacit_renewal) yaml.scalar("tacit_renewal", "yes");
  yaml.scalar("notice_by", text_of(agreement.notice_by));
  yaml.scalar("reversibility_until", text_of(agreement.reversibility_until));
  yaml.scalar("judged_until", text_of(agreement.judged_until));
  yaml.list("documents", agreement.documents);
  yaml.scalar("review", agreement.review);
  yaml.open("life");
  for (const auto& step : agreement.life) {
    yaml.open_item();
    yaml.scalar("state", key_of(step.state));
    yaml.scalar("on", text_of(step.on));
    yaml.scalar("by", step.by);
    yaml.scalar("comment", step.comment);
    yaml.close();
  }
  yaml.close();
}

void write_rules(YamlText& yaml, const Agreement& agreement) {
  write_word(yaml, "judged_by", agreement.judged_by, plain_agreement.judged_by);
  write_word(yaml, "mid_period", agreement.mid_period, plain_agreement.mid_period);
  write_word(yaml, "takeover", agreement.takeover, plain_agreement.takeover);
  if (agreement.ramp_up_periods != 0) {
    yaml.scalar("ramp_up", std::to_string(agreement.ramp_up_periods));
  }
  if (agreement.closed_means_resolved) yaml.scalar("closed_means_resolved", "yes");
  write_word(yaml, "merge_opening", agreement.merge_opening, plain_agreement.merge_opening);
  write_word(yaml, "major_from", agreement.major_from, plain_agreement.major_from);
  write_word(yaml, "children", agreement.counted_children, plain_agreement.counted_children);
  yaml.list("underpinned_by", agreement.underpinned_by);
}

void write_exclusions(YamlText& yaml, const Agreement& agreement) {
  yaml.open("exclusion_rules");
  yaml.scalar("claim_within", span_text(agreement.exclusion_rules.claim_within));
  yaml.scalar("answer_within", span_text(agreement.exclusion_rules.answer_within));
  write_word(yaml, "silence", agreement.exclusion_rules.silence,
             plain_agreement.exclusion_rules.silence);
  yaml.close();
  yaml.open("exclusions");
  for (const auto& exclusion : agreement.exclusions) {
    yaml.open_item();
    yaml.scalar("ticket", exclusion.ticket);
    yaml.scalar("outage", exclusion.outage);
    yaml.scalar("target", exclusion.commitment);
    yaml.scalar("ground", key_of(exclusion.ground));
    yaml.scalar("claimed_on", date_text(exclusion.claimed_on));
    yaml.scalar("answered_on", text_of(exclusion.answered_on));
    if (exclusion.accepted) yaml.scalar("accepted", "yes");
    yaml.scalar("comment", exclusion.comment);
    yaml.close();
  }
  yaml.close();
}

void write_readings(YamlText& yaml, const Agreement& agreement) {
  yaml.open("agreed_readings");
  for (const auto& reading : agreement.agreed_readings) {
    yaml.open_item();
    yaml.scalar("clause", reading.clause);
    yaml.scalar("on", text_of(reading.on));
    yaml.scalar("text", reading.text);
    yaml.close();
  }
  yaml.close();
  yaml.open("definitions");
  for (const auto& [word, meaning] : agreement.definitions) yaml.scalar(word, meaning);
  yaml.close();
  yaml.open("priorities");
  std::string impact;
  for (const auto& [cell, priority] : agreement.matrix.cells) {
    if (cell.first != impact) {
      if (!impact.empty()) yaml.close();
      impact = cell.first;
      yaml.open(impact);
    }
    yaml.scalar(cell.second, priority);
  }
  if (!impact.empty()) yaml.close();
  yaml.close();
}

}  // namespace

std::string agreement_text(const Agreement& agreement, const Names& names) {
  YamlText yaml;
  write_identity(yaml, agreement, names);
  write_life(yaml, agreement);
  yaml.scalar("zone", agreement.zone);
  write_sites(yaml, agreement.sites);
  write_calendars(yaml, agreement.calendars);
  write_rules(yaml, agreement);
  write_exclusions(yaml, agreement);
  write_readings(yaml, agreement);
  yaml.open("targets");
  for (const auto& commitment : agreement.commitments) {
    write_target(yaml, commitment, {agreement, names});
  }
  yaml.close();
  write_charges(yaml, agreement.charges);
  write_penalties(yaml, agreement);
  return yaml.text();
}

}  // namespace vigie
