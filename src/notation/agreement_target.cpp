#include "notation/agreement_target.h"

#include "notation/agreement_availability.h"
#include "notation/agreement_clause.h"
#include "notation/agreement_measurement.h"
#include "notation/scalar_duration.h"
#include "notation/scalar_within.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

/// `pauses` of the defaults are not those of a response: only its own say that it may pause.
void read_pauses(Clauses& clauses, Names& names, bool is_response, PauseRules& pauses) {
  const YamlNode* node = clauses.find("pauses");
  if (node == nullptr || (is_response && clauses.node().find("pauses") == nullptr)) return;
  if (node->kind == YamlKind::scalar) {
    if (node->text != "none" && node->text != "any") {
      clauses.add(node_fault(FaultCode::unknown_word, *node,
                             {{"text", node->text}, {"key", "pauses"}},
                             {{"none", CureWord::pauses_none, {}},
                              {"any", CureWord::pauses_any, {}},
                              {"{reasons: [awaiting customer]}", CureWord::pauses_listed, {}}}));
    }
    pauses.paused = node->text != "none";
    return;
  }
  Clauses own{*node,
              clauses.where() + ".pauses",
              clauses.faults(),
              {.describes = describes<ClauseSection::pauses>}};
  pauses.paused = true;
  read_values(own, "reasons", names, pauses.reasons);
  read_values(own, "in_chain", names, pauses.in_chain);
  read_word(own, "from", pauses.from);
  read_scalar(own, "maximum", wall_span_from, pauses.maximum);
  own.refuse_unknown();
}

void read_reopening(Clauses& clauses, ReopeningRules& rules) {
  read_word(clauses, "reopening", rules.reopening);
  read_word(clauses, "cycles", rules.counts);
  read_scalar(clauses, "reopen_window", wall_span_from, rules.window);
}

/// Clauses that only one kind of target has.
void read_within_clauses(Clauses& clauses, Within& within) {
  const auto refuse = [&](std::string_view key) { refuse_without_use(clauses, key); };
  auto at_close = DeadlineAtClose::close;
  read_word(clauses, "deadline_at_close", at_close);
  auto received = ReceivedOutside::as_is;
  read_word(clauses, "received_outside", received);
  bool moves = false;
  read_flag(clauses, "pause_moves", moves);
  if (auto* duration = std::get_if<ServiceDuration>(&within)) {
    duration->at_close = at_close;
  } else {
    refuse("deadline_at_close");
  }
  if (auto* days = std::get_if<BusinessDays>(&within)) {
    days->received_outside_next_opening = received == ReceivedOutside::next_opening;
  } else {
    refuse("received_outside");
  }
  if (auto* carried = std::get_if<CarriedDate>(&within)) {
    carried->pause_moves = moves;
  } else {
    refuse("pause_moves");
  }
}

void read_within(Clauses& clauses, const Agreement& agreement, Commitment& commitment) {
  const YamlNode* node = clauses.find_scalar("within");
  if (node == nullptr) {
    if (!clauses.has("within")) clauses.refuse_missing("within");
  } else if (auto read = within_from(node->text, agreement.calendars)) {
    commitment.within = read->within;
    commitment.calendar = read->calendar;
    commitment.strict = read->strict;
  } else {
    clauses.add(located(read.error(), *node));
  }
  read_within_clauses(clauses, commitment.within);
}

void read_metric(Clauses& clauses, Commitment& commitment) {
  read_word(clauses, "metric", commitment.metric);
  if (!clauses.has("metric")) clauses.refuse_missing("metric");
  read_text(clauses, "milestone", commitment.milestone);
  if (commitment.metric == Metric::milestone && commitment.milestone.empty()) {
    clauses.refuse_missing("milestone");
  }
  if (commitment.metric != Metric::milestone) refuse_without_use(clauses, "milestone");
  read_flag(clauses, "workaround_restores", commitment.workaround_restores);
  if (commitment.metric != Metric::restoration) refuse_without_use(clauses, "workaround_restores");
}

bool is_for_majors(const Agreement& agreement, const Commitment& commitment) {
  return commitment.applies_to.major.value_or(agreement.applies_to.major.value_or(false));
}

/// What is left to do once the service works again.
bool comes_after_repair(Metric metric) {
  return metric == Metric::resolution || metric == Metric::diagnosis || metric == Metric::quote ||
         metric == Metric::delivery || metric == Metric::milestone;
}

/// The fault of a clock that would start at its own end, or that nothing would start.
std::optional<FaultCode> fault_of_start(const Agreement& agreement, const Commitment& commitment) {
  switch (commitment.from) {
    case StartsAt::declaration:
      if (is_for_majors(agreement, commitment)) return std::nullopt;
      return FaultCode::declaration_without_major;
    case StartsAt::resolution:
      if (commitment.metric == Metric::resolution) return FaultCode::start_after_end;
      [[fallthrough]];
    case StartsAt::restoration:
      return comes_after_repair(commitment.metric) ? std::nullopt
                                                   : std::optional{FaultCode::start_after_end};
    default:
      return std::nullopt;
  }
}

/// When the clock starts, and for public messages when the last one is due.
void read_from(Clauses& clauses, const Agreement& agreement, Commitment& commitment) {
  commitment.from = usual_start(agreement, commitment);
  read_word(clauses, "from", commitment.from);
  read_word(clauses, "until", commitment.until);
  if (commitment.metric != Metric::next_update) refuse_without_use(clauses, "until");
  const auto code = fault_of_start(agreement, commitment);
  if (!code) return;
  const YamlNode* node = clauses.node().find("from");
  std::vector<Cure> cures{{"from: opening", CureWord::from_opening, {}}};
  if (*code == FaultCode::declaration_without_major) {
    cures.insert(cures.begin(), {"for: {major: yes}", CureWord::majors_only, {}});
  }
  clauses.add(node_fault(*code, node == nullptr ? clauses.node() : *node,
                         {{"metric", std::string{key_of(commitment.metric)}},
                          {"from", std::string{key_of(commitment.from)}}},
                         std::move(cures)));
}

void check_window(Clauses& clauses, const Agreement& agreement, const Commitment& commitment) {
  if (commitment.applies_to.window.empty()) return;
  const auto calendar = agreement.calendars.find(commitment.calendar);
  std::vector<std::string> known;
  if (calendar != agreement.calendars.end()) {
    if (calendar->second.windows.contains(commitment.applies_to.window)) return;
    for (const auto& [name, week] : calendar->second.windows) known.push_back(name);
  }
  clauses.add(
      node_fault(FaultCode::unknown_window, clauses.node(),
                 {{"window", commitment.applies_to.window}, {"calendar", commitment.calendar}},
                 cures_of_list(commitment.applies_to.window, known)));
}

Warning warning_at(WarningCode code, const Clauses& clauses, std::string_view key) {
  const YamlNode* node = clauses.node().find(key);
  return {.code = code,
          .arguments = {{"target", clauses.where()}},
          .place = node == nullptr ? clauses.node().place : node->place,
          .cures = {}};
}

/// With a rate so high, a period of few tickets is missed by one: how many tickets it takes.
void warn_of_few_tickets(const Clauses& clauses, const Measurement& measurement,
                         std::vector<Warning>& warnings) {
  constexpr std::int64_t many = 50;
  if (!measurement.required || measurement.small_sample) return;
  const auto [numerator, denominator] = *measurement.required;
  const auto misses = denominator - numerator;
  auto warning = warning_at(WarningCode::no_miss_allowed, clauses, "required");
  if (misses > 0) {
    const auto tickets = (denominator + misses - 1) / misses;
    if (tickets < many) return;
    warning.code = WarningCode::few_tickets;
    warning.arguments.emplace_back("tickets", std::to_string(tickets));
  }
  warning.cures.push_back({"small_sample: 1 miss under 20", CureWord::one_miss_under_20});
  warnings.push_back(std::move(warning));
}

void warn_of(const Clauses& clauses, const Commitment& commitment, const TargetContext& context) {
  if (context.agreement.kind == AgreementKind::sla && commitment.counts == Counts::provider_only) {
    auto warning = warning_at(WarningCode::provider_time_only, clauses, "counts");
    warning.cures.push_back({"counts: provider_chain", CureWord::counts_chain});
    context.warnings.push_back(std::move(warning));
  }
  if (commitment.metric == Metric::response && commitment.pauses.paused) {
    auto warning = warning_at(WarningCode::response_paused, clauses, "pauses");
    warning.cures.push_back({"pauses: none", CureWord::pauses_none});
    context.warnings.push_back(std::move(warning));
  }
  warn_of_few_tickets(clauses, commitment.measurement, context.warnings);
}

void read_major(Clauses& clauses, Applicability& applicability) {
  bool is_major = false;
  read_flag(clauses, "major", is_major);
  if (clauses.has("major")) applicability.major = is_major;
}

/// Clauses of availability, which no ticket has.
void refuse_availability(Clauses& clauses) {
  for (const std::string_view key : availability_keys) {
    clauses.find(key);
    refuse_without_use(clauses, key);
  }
}

}  // namespace

void refuse_without_use(Clauses& clauses, std::string_view key) {
  if (const YamlNode* node = clauses.node().find(key)) {
    clauses.add(node_fault(FaultCode::clause_without_use, *node, {{"key", std::string{key}}}));
  }
}

StartsAt usual_start(const Agreement& agreement, const Commitment& commitment) {
  if (agreement.kind != AgreementKind::sla) return StartsAt::hand_over;
  const bool is_rhythm_of_majors =
      commitment.metric == Metric::next_update && is_for_majors(agreement, commitment);
  return is_rhythm_of_majors ? StartsAt::declaration : StartsAt::opening;
}

void read_applicability(Clauses& clauses, std::string_view key, Names& names,
                        Applicability& applicability) {
  const YamlNode* node = clauses.find_mapping(key);
  if (node == nullptr) return;
  Clauses own{*node,
              clauses.where() + "." + std::string{key},
              clauses.faults(),
              {.describes = describes<ClauseSection::scope>}};
  read_major(own, applicability);
  read_values(own, "site", names, applicability.sites);
  read_values(own, "channel", names, applicability.channels);
  read_values(own, "department", names, applicability.departments);
  read_values(own, "vip", names, applicability.vip);
  read_values(own, "support_level", names, applicability.support_levels);
  read_values(own, "kind", names, applicability.kinds);
  read_values(own, "priority", names, applicability.priorities);
  read_values(own, "category", names, applicability.categories);
  read_values(own, "tag", names, applicability.tags);
  read_text(own, "window", applicability.window);
  own.refuse_unknown();
}

Commitment read_target(const YamlEntry& entry, const TargetContext& context, Faults& faults) {
  Clauses clauses{entry.value,
                  "targets." + entry.key,
                  faults,
                  {.defaults = context.defaults, .describes = describes<ClauseSection::target>}};
  Commitment commitment;
  commitment.id = entry.key;
  commitment.place = entry.place;
  commitment.place.length = static_cast<int>(entry.key.size());
  read_text(clauses, "label", commitment.label);
  read_metric(clauses, commitment);
  if (commitment.metric == Metric::availability) {
    read_availability_target(entry.value, context, commitment, faults);
    return commitment;
  }
  refuse_availability(clauses);
  read_applicability(clauses, "for", context.names, commitment.applies_to);
  read_within(clauses, context.agreement, commitment);
  read_word(clauses, "crossing", commitment.crossing);
  read_word(clauses, "counts", commitment.counts);
  read_from(clauses, context.agreement, commitment);
  read_word(clauses, "passages", commitment.passages);
  const bool is_response = commitment.metric == Metric::response;
  commitment.pauses.paused = !is_response;
  read_pauses(clauses, context.names, is_response, commitment.pauses);
  read_word(clauses, "on_downgrade", commitment.on_downgrade);
  read_reopening(clauses, commitment.reopening);
  read_measurement(clauses, commitment.measurement);
  read_text(clauses, "clause", commitment.clause);
  check_window(clauses, context.agreement, commitment);
  clauses.refuse_unknown();
  warn_of(clauses, commitment, context);
  return commitment;
}

}  // namespace vigie
