#include "notation/agreement.h"

#include <array>
#include <set>

#include "engine/base/digest.h"
#include "notation/agreement_calendar.h"
#include "notation/agreement_clause.h"
#include "notation/agreement_life.h"
#include "notation/agreement_target.h"
#include "notation/money/charges_reader.h"
#include "notation/money/penalty_reader.h"
#include "notation/scalar_date.h"
#include "notation/scalar_duration.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

constexpr std::int64_t most_versions = 9'999;
constexpr std::int64_t most_ramp_up = 60;

void read_parties(Clauses& clauses, Parties& parties) {
  const YamlNode* node = clauses.find_mapping("between");
  if (node == nullptr) return;
  Clauses own{*node, "between", clauses.faults(), {.describes = describes<ClauseSection::between>}};
  read_text(own, "provider", parties.provider);
  read_text(own, "customer", parties.customer);
  read_texts(own, "suppliers", parties.suppliers);
  read_texts(own, "customer_side", parties.customer_side);
  read_text(own, "team", parties.team);
  own.refuse_unknown();
}

void read_identity(Clauses& clauses, Names& names, Agreement& agreement) {
  read_text(clauses, "id", agreement.id);
  if (clauses.node().find("id") == nullptr) clauses.refuse_missing("id");
  std::int64_t version = agreement.version;
  read_count(clauses, "version", {1, most_versions}, version);
  agreement.version = static_cast<int>(version);
  read_word(clauses, "kind", agreement.kind);
  read_word(clauses, "level", agreement.level);
  read_text(clauses, "title", agreement.title);
  read_parties(clauses, agreement.between);
  read_values(clauses, "customers", names, agreement.customers);
  read_values(clauses, "services", names, agreement.services);
  read_applicability(clauses, "for", names, agreement.applies_to);
}

/// The zone that all calendars share, when the agreement does not say one. Source: design J7.
void deduce_zone(Clauses& clauses, Agreement& agreement) {
  if (!agreement.zone.empty()) return;
  std::set<std::string> zones;
  for (const auto& [name, calendar] : agreement.calendars) {
    if (!calendar.zone.empty()) zones.insert(calendar.zone);
  }
  if (zones.size() == 1) {
    agreement.zone = *zones.begin();
    return;
  }
  std::vector<Cure> cures;
  for (const auto& zone : zones) cures.push_back({"zone: " + zone, CureWord::zone_of_periods, {}});
  if (zones.empty()) cures.push_back({"zone: Europe/Paris", CureWord::zone_by_name, {}});
  clauses.add(node_fault(zones.empty() ? FaultCode::zone_missing : FaultCode::zone_undecided,
                         clauses.node(), {{"where", clauses.where()}}, std::move(cures)));
}

void read_calendars_and_sites(Clauses& clauses, const AgreementSource& source, ZoneSource* zones,
                              Agreement& agreement) {
  read_zone(clauses, zones, agreement.zone);
  const CalendarContext context{agreement.zone, zones, clauses.faults()};
  if (source.sites != nullptr) read_sites(*source.sites, context, agreement.sites);
  if (const YamlNode* own = clauses.find_mapping("sites")) {
    read_sites(*own, context, agreement.sites);
  }
  if (source.calendars != nullptr) read_calendars(*source.calendars, context, agreement.calendars);
  if (const YamlNode* own = clauses.find_mapping("calendars")) {
    read_calendars(*own, context, agreement.calendars);
  }
}

void warn_of_zone(const YamlNode& node, const Agreement& agreement,
                  std::vector<Warning>& warnings) {
  if (node.find("zone") != nullptr || agreement.zone.empty()) return;
  warnings.push_back({.code = WarningCode::no_zone,
                      .arguments = {{"zone", agreement.zone}},
                      .place = node.place,
                      .cures = {{"zone: " + agreement.zone, CureWord::zone_of_periods, {}}}});
}

void read_rules(Clauses& clauses, Agreement& agreement) {
  read_word(clauses, "judged_by", agreement.judged_by);
  read_word(clauses, "mid_period", agreement.mid_period);
  read_word(clauses, "takeover", agreement.takeover);
  std::int64_t ramp_up = 0;
  read_count(clauses, "ramp_up", {0, most_ramp_up}, ramp_up);
  agreement.ramp_up_periods = static_cast<int>(ramp_up);
  read_flag(clauses, "closed_means_resolved", agreement.closed_means_resolved);
  read_word(clauses, "merge_opening", agreement.merge_opening);
  read_word(clauses, "major_from", agreement.major_from);
  read_word(clauses, "children", agreement.counted_children);
  read_texts(clauses, "underpinned_by", agreement.underpinned_by);
}

/// The defaults may say what a target may say, and nothing else: a misspelt clause is not ignored.
void check_defaults(const YamlNode& defaults, Faults& faults) {
  Clauses own{defaults, "defaults", faults, {.describes = describes<ClauseSection::target>}};
  for (const Clause& clause : agreement_clauses()) {
    if (clause.section == ClauseSection::target) own.find(clause.key);
  }
  own.refuse_unknown();
}

void read_targets(Clauses& clauses, Names& names, std::vector<Warning>& warnings,
                  Agreement& agreement) {
  const YamlNode* defaults = clauses.find_mapping("defaults");
  const YamlNode* targets = clauses.find_mapping("targets");
  if (targets == nullptr || targets->entries.empty()) {
    const bool said = clauses.node().find("targets") != nullptr;
    if (!said) clauses.refuse_missing("targets");
    if (targets != nullptr) clauses.add(node_fault(FaultCode::targets_empty, *targets));
    return;
  }
  if (defaults != nullptr) check_defaults(*defaults, clauses.faults());
  const TargetContext context{agreement, defaults, names, warnings};
  std::vector<Commitment> commitments;
  for (const auto& entry : targets->entries) {
    commitments.push_back(read_target(entry, context, clauses.faults()));
  }
  agreement.commitments = std::move(commitments);
}

}  // namespace

AgreementRead agreement_from(const AgreementSource& source, const AgreementWorld& world) {
  AgreementRead read;
  Agreement agreement;
  agreement.document = source.node.place.file;
  agreement.in_force.from = std::chrono::local_days{std::chrono::year{1970} / 1 / 1};
  Clauses clauses{
      source.node, "agreement", read.faults, {.describes = describes<ClauseSection::agreement>}};
  read_identity(clauses, world.names, agreement);
  read_life(clauses, agreement);
  read_calendars_and_sites(clauses, source, world.zones, agreement);
  deduce_zone(clauses, agreement);
  warn_of_zone(source.node, agreement, read.warnings);
  read_rules(clauses, agreement);
  read_exclusions(clauses, agreement);
  read_readings(clauses, agreement);
  read_targets(clauses, world.names, read.warnings, agreement);
  read_charges(clauses, agreement);
  read_penalties(clauses, agreement);
  clauses.refuse_unknown();
  if (read.faults.empty()) read.agreement = std::move(agreement);
  return read;
}

AgreementRead agreement_from(const AgreementSource& source, Names& names) {
  return agreement_from(source, AgreementWorld{.names = names});
}

AgreementRead read_agreement(std::string_view text, const std::string& file,
                             const AgreementWorld& world) {
  auto yaml = read_yaml(text, file);
  if (!yaml.root) return {.agreement = std::nullopt, .faults = std::move(yaml.faults)};
  auto read = agreement_from({.node = *yaml.root}, world);
  if (read.agreement) read.agreement->digest = digest_of(text);
  return read;
}

AgreementRead read_agreement(std::string_view text, const std::string& file, Names& names) {
  return read_agreement(text, file, AgreementWorld{.names = names});
}

}  // namespace vigie
