// What was promised, why it applies to this ticket, and what its clock counts.
#include <algorithm>

#include "engine/derivation/view.h"

namespace vigie {
namespace {

std::string version_name(const Agreement& agreement) {
  return agreement.id + "@" + std::to_string(agreement.version);
}

std::string listed(const DerivationView& view, const std::vector<Value>& values) {
  std::string text;
  for (const Value value : values) {
    if (!text.empty()) text += ", ";
    text += view.text(value);
  }
  return text;
}

/// Values of the commitment's own applicability, else those of its agreement.
const std::vector<Value>& narrower(const DerivationView& view,
                                   std::vector<Value> Applicability::* field) {
  const auto& own = view.commitment().applies_to.*field;
  return own.empty() ? view.agreement().applies_to.*field : own;
}

struct Tickets {
  PromisedKind kind = PromisedKind::any;
  bool is_kind_said = true;  // else the kind narrows, in its own word
};

Tickets tickets_of(const DerivationView& view) {
  const auto& kinds = narrower(view, &Applicability::kinds);
  if (kinds.empty()) return {};
  const auto known = from_key<PromisedKind>(view.text(kinds.front()));
  if (kinds.size() > 1 || !known) return {.kind = PromisedKind::any, .is_kind_said = false};
  return {.kind = *known, .is_kind_said = true};
}

/// French words agree: 2 for what is feminine.
std::int64_t gender_of(PromisedKind kind) {
  return kind == PromisedKind::request || kind == PromisedKind::task ? 2 : 1;
}

Derivation promised_tickets(const DerivationView& view) {
  auto tickets = reason(Explanation::promised_tickets);
  tickets.with("kinds", some_word(tickets_of(view).kind));
  if (const auto& priorities = narrower(view, &Applicability::priorities); !priorities.empty()) {
    tickets.with("priorities", listed(view, priorities));
  }
  const auto& agreement = view.agreement();
  if (!agreement.customers.empty()) {
    tickets.with("customer", listed(view, agreement.customers));
  } else if (!agreement.between.customer.empty()) {
    tickets.with("customer", agreement.between.customer);
  }
  return tickets;
}

Derivation verb_of(const DerivationView& view) {
  constexpr Explanation verbs[] = {
      Explanation::verb_response,   Explanation::verb_intervention, Explanation::verb_restoration,
      Explanation::verb_workaround, Explanation::verb_resolution,   Explanation::verb_diagnosis,
      Explanation::verb_quote,      Explanation::verb_delivery,     Explanation::verb_next_update,
      Explanation::verb_milestone,  Explanation::verb_availability};
  static_assert(std::size(verbs) == std::size(Vocabulary<Metric>::words));
  auto verb = reason(verbs[static_cast<std::size_t>(view.commitment().metric)]);
  verb.with("gender", gender_of(tickets_of(view).kind));
  if (view.commitment().metric == Metric::milestone) {
    verb.with("milestone", view.commitment().milestone);
  }
  return verb;
}

Derivation business_days_words(const BusinessDays& days, const std::string& calendar) {
  auto within = reason(Explanation::within_business_days, "T6");
  within.with("days", std::int64_t{days.days}).with("calendar", calendar);
  if (days.by == DueBy::end_of_day) {
    within.with("by", Reasons{reason(Explanation::by_end_of_day)});
  } else if (days.by == DueBy::time_of_day) {
    const Moment time{.at = Instant{days.at}, .local = CivilTime{days.at}};
    within.with("by", Reasons{reason(Explanation::by_time_of_day).with("time", time)});
  }
  return within;
}

Derivation span_words(const CalendarSpan& span) {
  if (span.months != 0) {
    const auto code =
        span.legal_count ? Explanation::within_months_legally : Explanation::within_months;
    return reason(code, "T6").with("months", std::int64_t{span.months});
  }
  const auto code = span.legal_count ? Explanation::within_days_legally : Explanation::within_days;
  return reason(code, "T6").with("days", std::int64_t{span.days});
}

Derivation why_this_one(const DerivationView& view) {
  const auto& set_aside = view.request().set_aside;
  const auto level = some_word(view.agreement().level);
  if (set_aside.empty()) return reason(Explanation::level_alone, "A2").with("level", level);
  Reasons others;
  for (const auto& ref : set_aside) {
    const auto& agreement = view.request().terms.agreements()[ref.agreement];
    others.push_back(reason(Explanation::set_aside)
                         .with("target", agreement.commitments[ref.commitment].id)
                         .with("agreement", version_name(agreement))
                         .with("level", some_word(agreement.level)));
  }
  return reason(Explanation::level_preferred, "A2").with("level", level).with("others", others);
}

/// What narrows the promise beside priority and kind, in the order of precedence.
Reasons narrowings(const DerivationView& view) {
  struct Field {
    std::vector<Value> Applicability::* values;
    Attribute attribute;
  };
  constexpr Field fields[] = {{&Applicability::sites, Attribute::site},
                              {&Applicability::channels, Attribute::channel},
                              {&Applicability::departments, Attribute::department},
                              {&Applicability::vip, Attribute::vip},
                              {&Applicability::support_levels, Attribute::support_level},
                              {&Applicability::kinds, Attribute::kind},
                              {&Applicability::categories, Attribute::category},
                              {&Applicability::tags, Attribute::tag}};
  Reasons reasons;
  const auto& own = view.commitment().applies_to.major;
  if (const auto& major = own ? own : view.agreement().applies_to.major) {
    reasons.push_back(
        reason(*major ? Explanation::narrowing_major : Explanation::narrowing_not_major));
  }
  for (const auto& field : fields) {
    if (field.attribute == Attribute::kind && tickets_of(view).is_kind_said) continue;
    const auto& values = narrower(view, field.values);
    if (values.empty()) continue;
    reasons.push_back(reason(Explanation::narrowing)
                          .with("attribute", some_word(field.attribute))
                          .with("values", listed(view, values)));
  }
  if (!view.commitment().applies_to.window.empty()) {
    reasons.push_back(
        reason(Explanation::narrowing_window).with("window", view.commitment().applies_to.window));
  }
  return reasons;
}

/// The version of the calendar in force when the clock started.
const CalendarVersion* version_at(const ServiceCalendar& calendar, CivilDay day) {
  const CalendarVersion* in_force = nullptr;
  for (const auto& version : calendar.versions) {
    if (!version.from || *version.from <= day) in_force = &version;
  }
  return in_force;
}

Reasons closed_days(const CalendarVersion& version) {
  Reasons closed;
  if (!version.holidays.sets.empty()) {
    std::string sets;
    for (const auto& set : version.holidays.sets) sets += (sets.empty() ? "" : ", ") + set;
    closed.push_back(reason(Explanation::holidays_closed, "T3").with("sets", sets));
  }
  const auto dates = version.holidays.dates.size() + version.holidays.yearly.size() +
                     version.holidays.ranges.size();
  if (dates > 0) {
    closed.push_back(
        reason(Explanation::dates_closed, "T3").with("count", static_cast<std::int64_t>(dates)));
  }
  return closed;
}

Derivation calendar_words(const DerivationView& view) {
  const auto& hours = view.hours();
  const auto& name = view.commitment().calendar;
  const auto written = view.agreement().calendars.find(name);
  const auto always = [&] {
    return reason(Explanation::calendar_always, "T3")
        .with("calendar", name.empty() ? hours.name() : name)
        .with("zone", hours.zone().name());
  };
  if (written == view.agreement().calendars.end()) return always();
  const auto day =
      std::chrono::floor<std::chrono::days>(hours.zone().civil(view.reading().started_at));
  const auto* version = version_at(written->second, day);
  if (version == nullptr || hours.is_always_open()) return always();
  auto words = reason(Explanation::calendar_week, "T3");
  words.with("calendar", name)
      .with("week", Week{version->week.begin(), version->week.end()})
      .with("zone", hours.zone().name());
  if (auto closed = closed_days(*version); !closed.empty()) words.with("closed", std::move(closed));
  return words;
}

Derivation counts_words(const DerivationView& view) {
  const auto provider = view.named(Role::provider);
  switch (view.commitment().counts) {
    case Counts::all:
      return reason(Explanation::counts_all, "J3");
    case Counts::provider_only:
      return reason(Explanation::counts_provider_only, "J3").with("provider", provider);
    case Counts::provider_chain:
      break;
  }
  return reason(Explanation::counts_provider_chain, "J3").with("provider", provider);
}

Reasons pause_words(const DerivationView& view) {
  const auto& commitment = view.commitment();
  const auto& rules = commitment.pauses;
  Reasons words;
  if (rules.paused && commitment.counts != Counts::all) {
    const bool is_chain =
        commitment.counts == Counts::provider_chain && commitment.from != StartsAt::hand_over;
    auto pauses =
        reason(is_chain ? Explanation::pauses_customer : Explanation::pauses_others, "J3");
    if (is_chain) pauses.with("customer", view.named(Role::customer));
    if (!rules.reasons.empty()) pauses.with("reasons", listed(view, rules.reasons));
    words.push_back(std::move(pauses));
  }
  if (rules.paused && !rules.in_chain.empty()) {
    words.push_back(
        reason(Explanation::pauses_in_chain, "J3").with("reasons", listed(view, rules.in_chain)));
  }
  if (words.empty()) return {reason(Explanation::pauses_never, "J3")};
  if (rules.from == PauseFrom::request) {
    words.push_back(reason(Explanation::pauses_from_request, "J3"));
  }
  if (rules.maximum) {
    words.push_back(reason(Explanation::pauses_at_most, "J3").with("maximum", *rules.maximum));
  }
  return words;
}

bool was_reopened(const DerivationView& view) {
  return std::ranges::any_of(view.timeline().marks,
                             [](const Mark& mark) { return mark.word == EventWord::reopened; });
}

}  // namespace

Derivation within_words_of(const Commitment& commitment) {
  if (const auto* hours = std::get_if<ServiceDuration>(&commitment.within)) {
    return reason(
               commitment.strict ? Explanation::within_hours_strictly : Explanation::within_hours,
               "T6")
        .with("length", hours->budget)
        .with("calendar", commitment.calendar);
  }
  if (const auto* days = std::get_if<BusinessDays>(&commitment.within)) {
    return business_days_words(*days, commitment.calendar);
  }
  if (const auto* span = std::get_if<CalendarSpan>(&commitment.within)) return span_words(*span);
  const auto& carried = std::get<CarriedDate>(commitment.within);
  return reason(carried.end_of_day ? Explanation::within_end_of_date : Explanation::within_date,
                "T6")
      .with("date", carried.date);
}

Derivation promise_section(const DerivationView& view) {
  const auto& agreement = view.agreement();
  auto section = reason(Explanation::section_promise, "A2");
  section.children.push_back(reason(Explanation::promise, "A3")
                                 .with("agreement", version_name(agreement))
                                 .with("since", agreement.in_force.from)
                                 .with("tickets", Reasons{promised_tickets(view)})
                                 .with("verb", Reasons{verb_of(view)})
                                 .with("within", Reasons{within_words_of(view.commitment())}));
  if (auto narrowed = narrowings(view); !narrowed.empty()) {
    section.children.push_back(
        reason(Explanation::narrowed, "A2").with("attributes", std::move(narrowed)));
  }
  section.children.push_back(why_this_one(view));
  if (!view.commitment().clause.empty()) {
    section.children.push_back(
        reason(Explanation::clause, "A5").with("clause", view.commitment().clause));
  }
  for (const auto& agreed : agreement.agreed_readings) {
    if (agreed.clause != view.commitment().id && agreed.clause != view.commitment().clause)
      continue;
    auto words = reason(Explanation::agreed_reading, "A5").with("text", agreed.text);
    if (agreed.on) words.with("on", *agreed.on);
    section.children.push_back(std::move(words));
  }
  return section;
}

Derivation clock_section(const DerivationView& view) {
  const auto& commitment = view.commitment();
  auto section = reason(Explanation::section_clock, "T3");
  section.children.push_back(calendar_words(view));
  section.children.push_back(reason(Explanation::clock_rules, "J3")
                                 .with("counts", Reasons{counts_words(view)})
                                 .with("pauses", pause_words(view)));
  if (commitment.from == StartsAt::hand_over) {
    section.children.push_back(reason(Explanation::clock_hand_over, "J1")
                                   .with("passages", some_word(commitment.passages)));
  } else if (commitment.from != StartsAt::opening) {
    section.children.push_back(
        reason(Explanation::clock_from, "J1").with("from", some_word(commitment.from)));
  }
  if (commitment.metric == Metric::next_update) {
    section.children.push_back(
        reason(Explanation::clock_updates, "J1").with("until", some_word(commitment.until)));
  }
  if (was_reopened(view)) {
    section.children.push_back(reason(Explanation::clock_reopening, "J5")
                                   .with("reopening", some_word(commitment.reopening.reopening)));
  }
  return section;
}

}  // namespace vigie
