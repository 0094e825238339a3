#include "notation/agreement_writer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <random>

#include "notation/agreement.h"
#include "notation/agreement_places_for_test.h"

namespace vigie {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Agreements that only a machine would write: every clause at random, all of them possible.
class Draw {
 public:
  Draw(std::uint32_t seed, Names& names) : random_(seed), names_(names) {}

  Agreement agreement();

 private:
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool flip() { return below(2) == 0; }
  template <class List>
  List word() {
    return static_cast<List>(below(static_cast<std::uint32_t>(std::size(Vocabulary<List>::words))));
  }
  std::string text();
  std::vector<std::string> texts();
  std::vector<Value> values();
  CivilDay day() {
    return CivilDay{std::chrono::local_days{std::chrono::year{2020} / 1 / 1}} +
           std::chrono::days{below(4000)};
  }
  Duration length() { return seconds{below(400'000)}; }
  Window window();
  WeekHours week();
  std::map<CivilDay, DayHours> dated();
  HolidayRules holidays();
  ServiceCalendar calendar(const std::string& name);
  Within within(std::string& calendar);
  Applicability applicability(bool with_window);
  Measurement measurement();
  Commitment commitment(const Agreement& agreement, const std::string& id);
  StartsAt start(const Agreement& agreement, const Commitment& one);
  Commitment availability(Commitment one);

  std::mt19937 random_;
  Names& names_;
};

std::string Draw::text() {
  const std::vector<std::string> some{"NOVA",  "ACME: Lyon", "no",     "012",        "09:00",
                                      "é à ü", "a, b",       "# hash", "it's \"x\"", "- dash",
                                      "null",  "~",          " lead",  "trail ",     "a\nb",
                                      "{x}",   "%d",         "@at",    "50 %",       "&a"};
  return some[below(static_cast<std::uint32_t>(some.size()))];
}

std::vector<std::string> Draw::texts() {
  std::vector<std::string> all(below(3));
  for (auto& one : all) one = text();
  return all;
}

std::vector<Value> Draw::values() {
  std::vector<Value> all;
  for (const auto& one : texts()) all.push_back(names_.intern<AttributeValue>(one));
  return all;
}

Window Draw::window() {
  const auto from = minutes{below(24 * 60)};
  return {from, from + minutes{1 + below(60)}};
}

WeekHours Draw::week() {
  WeekHours week;
  for (auto& day : week) {
    if (flip()) day.push_back({hours{9}, hours{12}});
    if (flip()) day.push_back({hours{14} + minutes{below(60)}, hours{18 + below(6)}});
    if (below(4) == 0) day.push_back({hours{23} + minutes{30}, hours{24 + below(6)}});
  }
  return week;
}

std::map<CivilDay, DayHours> Draw::dated() {
  std::map<CivilDay, DayHours> days;
  for (auto n = below(3); n > 0; --n) days[day()] = flip() ? DayHours{} : DayHours{window()};
  return days;
}

HolidayRules Draw::holidays() {
  HolidayRules rules{.of_site = flip()};
  if (flip()) rules.sets.emplace_back("fr");
  if (flip()) rules.dates.insert(day());
  if (flip()) rules.yearly.insert({1 + below(12), 1 + below(28)});
  const auto first = day();
  if (flip()) rules.ranges.push_back({first, first + std::chrono::days{below(20)}});
  return rules;
}

ServiceCalendar Draw::calendar(const std::string& name) {
  ServiceCalendar calendar{.name = name, .zone = "Europe/Paris"};
  if (below(4) == 0) calendar = {.name = name, .zone = "", .zone_of_site = true};
  const auto later = day();
  for (std::uint32_t n = 0; n <= below(2); ++n) {
    CalendarVersion version{.week = week(), .holidays = holidays(), .shifts = dated()};
    version.week[0] = {{hours{9}, hours{18}}};  // it opens at all
    version.extra = dated();
    version.breaks = dated();
    if (flip()) version.worked.insert(day());
    if (n > 0) {
      // A later version keeps the dated exceptions of the one before it.
      const auto& before = calendar.versions.back();
      version.shifts.insert(before.shifts.begin(), before.shifts.end());
      version.extra.insert(before.extra.begin(), before.extra.end());
      version.breaks.insert(before.breaks.begin(), before.breaks.end());
      version.worked.insert(before.worked.begin(), before.worked.end());
      version.from = later + std::chrono::days{n};
    }
    calendar.versions.push_back(version);
  }
  calendar.windows["extended"] = week();
  return calendar;
}

Within Draw::within(std::string& calendar) {
  switch (below(4)) {
    case 0:
      return ServiceDuration{length(), word<DeadlineAtClose>()};
    case 1: {
      BusinessDays days{.days = static_cast<int>(below(30)), .by = word<DueBy>()};
      if (days.by == DueBy::time_of_day) days.at = hours{16};
      if (flip()) days.cut_off = hours{15} + minutes{below(60)};
      days.received_outside_next_opening = flip();
      return days;
    }
    case 2: {
      const bool legal = flip();
      if (!legal) calendar = "always";
      return CalendarSpan{static_cast<int>(1 + below(30)), static_cast<int>(below(3)), legal};
    }
    default:
      calendar = "always";
      return CarriedDate{"last_day", flip(), flip()};
  }
}

Applicability Draw::applicability(bool with_window) {
  const auto major = flip() ? std::nullopt : std::optional{flip()};
  Applicability applicability{major,    values(), values(), values(), values(),
                              values(), values(), values(), values(), values()};
  if (with_window) applicability.window = "extended";
  return applicability;
}

Measurement Draw::measurement() {
  Measurement measurement{.statistic = word<Statistic>()};
  const bool is_ratio = measurement.statistic == Statistic::ratio;
  if (is_ratio && flip()) measurement.ramp_up_required = {{80, 100}, {9, 10}};
  if (is_ratio && flip()) measurement.required = Ratio{below(101), 100};
  if (is_ratio && below(4) == 0) measurement.required = Ratio{9995, 10000};
  if (is_ratio && below(4) == 0) measurement.required = Ratio{5, 7};
  if (measurement.statistic == Statistic::percentile) measurement.percentile = 95;
  if (measurement.statistic == Statistic::count) measurement.at_most = below(9);
  if (!is_ratio && measurement.statistic != Statistic::count) measurement.limit = length();
  measurement.open_included = flip();
  measurement.period.kind = word<PeriodKind>();
  if (measurement.period.kind == PeriodKind::rolling) measurement.period.rolling = 3;
  measurement.period_of = word<PeriodOf>();
  measurement.open_breached = word<OpenBreached>();
  if (flip()) measurement.precision = Precision{static_cast<int>(below(4)), Rounding::down};
  measurement.volume.effect = word<VolumeEffect>();
  if (measurement.volume.effect != VolumeEffect::none) measurement.volume.above = below(500);
  if (measurement.volume.effect == VolumeEffect::relaxed_threshold) {
    measurement.volume.relaxed = {90, 100};
  }
  if (flip()) measurement.small_sample = SmallSample{below(50), below(3)};
  return measurement;
}

Commitment Draw::commitment(const Agreement& agreement, const std::string& id) {
  Commitment one{.id = id, .label = text(), .metric = word<Metric>()};
  if (one.metric == Metric::availability) return availability(std::move(one));
  if (one.metric == Metric::milestone) one.milestone = text();
  if (one.metric == Metric::restoration) one.workaround_restores = flip();
  one.calendar = "office";
  one.within = within(one.calendar);
  one.applies_to = applicability(one.calendar == "office" && flip());
  one.strict = flip();
  one.crossing = word<Crossing>();
  one.counts = word<Counts>();
  one.from = start(agreement, one);
  if (one.metric == Metric::next_update) one.until = word<UpdatesUntil>();
  one.passages = word<Passages>();
  one.pauses.paused = flip();
  if (one.pauses.paused) one.pauses.reasons = values();
  if (one.pauses.paused && flip()) one.pauses.maximum = length();
  one.on_downgrade = word<OnDowngrade>();
  one.reopening = {word<Reopening>(), word<Cycles>(), length()};
  one.measurement = measurement();
  one.clause = text();
  return one;
}

/// Any start that the metric may have.
StartsAt Draw::start(const Agreement& agreement, const Commitment& one) {
  const bool after_repair = one.metric == Metric::diagnosis || one.metric == Metric::quote ||
                            one.metric == Metric::delivery || one.metric == Metric::milestone;
  std::vector<StartsAt> starts{StartsAt::opening};
  if (agreement.kind != AgreementKind::sla) starts.push_back(StartsAt::hand_over);
  if (one.applies_to.major == true) starts.push_back(StartsAt::declaration);
  if (after_repair || one.metric == Metric::resolution) starts.push_back(StartsAt::restoration);
  if (after_repair) starts.push_back(StartsAt::resolution);
  return starts[below(static_cast<std::uint32_t>(starts.size()))];
}

/// An availability target has its own clauses, and few of those of tickets.
Commitment Draw::availability(Commitment one) {
  one.calendar = flip() ? "office" : "always";
  AvailabilityRules& rules = one.availability;
  rules.of = values();
  rules.of.push_back(names_.intern<AttributeValue>("Network"));
  rules.composition = word<Composition>();
  if (flip()) rules.service_from = day();
  rules.starts_at = word<OutageStart>();
  rules.ends_at = word<OutageEnd>();
  if (flip()) rules.ignore_under = length();
  if (flip()) rules.join_within = length();
  rules.maintenance_excluded = flip();
  if (rules.maintenance_excluded && flip()) rules.maintenance_notice = length();
  if (rules.maintenance_excluded && flip()) rules.maintenance_quota = length();
  rules.unknown = word<UnknownTime>();
  rules.user_weighted = flip();
  if (rules.user_weighted) rules.users = 1 + below(500);
  if (flip()) rules.outages_at_most = below(9);
  if (flip()) rules.longest_at_most = length();
  if (flip())
    rules.cumulated.push_back({.days = static_cast<int>(1 + below(30)), .at_most = length()});
  if (flip()) rules.cumulated.push_back({.days = 7, .outages = below(4)});
  if (flip()) one.measurement.required = Ratio{9995, 10000};
  if (flip()) one.measurement.precision = Precision{2, Rounding::down};
  one.measurement.period.kind = PeriodKind::quarter;
  one.clause = text();
  return one;
}

Agreement Draw::agreement() {
  Agreement a{.id = text(), .version = static_cast<int>(1 + below(9))};
  a.kind = word<AgreementKind>();
  a.level = word<AgreementLevel>();
  a.state = word<AgreementState>();
  a.title = text();
  a.between = {text(), text(), texts(), texts(), text()};
  a.customers = values();
  a.services = values();
  a.applies_to = applicability(false);
  a.in_force.from = day();
  if (flip()) a.in_force.to = a.in_force.from + std::chrono::days{below(400)};
  if (flip()) a.signed_on = day();
  a.tacit_renewal = flip();
  if (flip()) a.notice_by = day();
  if (flip()) a.reversibility_until = day();
  if (flip()) a.judged_until = day();
  a.documents = texts();
  a.review = text();
  if (flip()) a.life.push_back({word<AgreementState>(), day(), text(), text()});
  a.zone = "Europe/Paris";
  a.calendars["office"] = calendar("office");
  a.calendars["shop"] = calendar("shop");
  a.sites["Lyon"] = {"Lyon", "Europe/Paris", {"fr"}};
  for (const auto* id : {"one", "two-b", "3"}) a.commitments.push_back(commitment(a, id));
  a.judged_by = word<JudgedBy>();
  a.mid_period = word<MidPeriod>();
  a.takeover = word<Takeover>();
  a.ramp_up_periods = static_cast<int>(below(4));
  a.closed_means_resolved = flip();
  a.merge_opening = word<MergeOpening>();
  a.major_from = word<MajorFrom>();
  a.counted_children = word<CountedChildren>();
  a.exclusion_rules = {length(), std::nullopt, word<Silence>()};
  if (flip()) {
    a.exclusions.push_back({text(), text(), word<ExclusionGround>(), day(), day(), flip(), text()});
  }
  if (flip()) {
    a.exclusions.push_back({.claimed_on = day(), .comment = text(), .outage = text()});
  }
  if (flip()) a.agreed_readings.push_back({text(), day(), text()});
  a.definitions[text()] = text();
  a.matrix.cells[{text(), "high"}] = text();
  a.matrix.cells[{text(), "low"}] = text();
  a.underpinned_by = texts();
  return a;
}

TEST(AgreementWriter, any_agreement_reads_back_the_same) {
  EXPECT_TRUE(rc::check([](std::uint32_t seed) {
    Names names;
    const Agreement agreement = Draw{seed, names}.agreement();
    expect_read_back(agreement, names);
  }));
}

}  // namespace
}  // namespace vigie
