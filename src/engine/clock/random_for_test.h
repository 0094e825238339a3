// Random promises and random tickets for the laws of the clock. The same seed gives the same ones.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "engine/clock/judge.h"
#include "engine/time/zones_for_test.h"

namespace vigie::random_for_test {

/// Throws from a seed, or from the bytes of a fuzzer and then zeros.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : throws_(seed) {}
  explicit Dice(std::string_view bytes) : bytes_(bytes), is_fed_(true) {}

  std::uint64_t operator()() {
    if (!is_fed_) return throws_();
    std::uint64_t thrown = 0;
    for (int i = 0; i < 2 && !bytes_.empty(); ++i, bytes_.remove_prefix(1)) {
      thrown = thrown * 256 + static_cast<unsigned char>(bytes_.front());
    }
    return thrown;
  }

 private:
  std::mt19937_64 throws_;
  std::string_view bytes_;
  bool is_fed_ = false;
};

inline int pick(Dice& dice, int below) {
  return static_cast<int>(dice() % static_cast<std::uint64_t>(below));
}

inline bool one_in(Dice& dice, int count) { return pick(dice, count) == 0; }

inline const char* difficult_zone(Dice& dice) {
  constexpr const char* zones[] = {"Europe/Paris", "America/St_Johns", "Australia/Lord_Howe",
                                   "Asia/Kolkata", "Pacific/Apia",     "Africa/Casablanca"};
  return zones[pick(dice, 6)];
}

/// A week of windows in whole minutes: none, one, two, the whole day, or one over midnight.
inline WeekHours random_week(Dice& dice) {
  using std::chrono::minutes;
  WeekHours week;
  for (DayHours& day : week) {
    const int opening = pick(dice, 10 * 60);
    const int closing = opening + 60 + pick(dice, 6 * 60);
    switch (pick(dice, 6)) {
      case 0:
        break;
      case 1:
        day = {{minutes{0}, minutes{24 * 60}}};
        break;
      case 2:
        day = {{minutes{20 * 60}, minutes{24 * 60 + opening / 2}}};
        break;
      case 3:
        day = {{minutes{opening}, minutes{closing}}, {minutes{closing + 30}, minutes{1200}}};
        break;
      default:
        day = {{minutes{opening}, minutes{closing}}};
    }
  }
  week[2] = {{minutes{8 * 60}, minutes{17 * 60}}};
  return week;
}

inline ServiceCalendar random_calendar(Dice& dice, std::string zone) {
  ServiceCalendar calendar{.name = "hours", .zone = std::move(zone)};
  CalendarVersion& version = calendar.versions.emplace_back();
  version.week = random_week(dice);
  const CivilDay first = std::chrono::local_days{std::chrono::year{2026} / 3 / 20};
  for (int i = pick(dice, 4); i > 0; --i) {
    version.holidays.dates.insert(first + std::chrono::days{pick(dice, 25)});
  }
  return calendar;
}

inline Commitment random_commitment(Dice& dice, Names& names) {
  Commitment commitment{
      .id = "resolve",
      .calendar = "hours",
      .within = ServiceDuration{.budget = std::chrono::minutes{1 + pick(dice, 2400)}}};
  commitment.counts = static_cast<Counts>(pick(dice, 3));
  commitment.strict = one_in(dice, 4);
  commitment.reopening.reopening = one_in(dice, 2) ? Reopening::resumes : Reopening::continues;
  PauseRules& pauses = commitment.pauses;
  pauses.paused = !one_in(dice, 6);
  if (one_in(dice, 3)) pauses.reasons = {names.intern<AttributeValue>("info")};
  if (one_in(dice, 3)) pauses.in_chain = {names.intern<AttributeValue>("evidence")};
  if (one_in(dice, 3)) pauses.from = PauseFrom::request;
  if (one_in(dice, 4)) pauses.maximum = std::chrono::minutes{1 + pick(dice, 3000)};
  return commitment;
}

inline Agreement random_agreement(Dice& dice, Names& names) {
  const std::string zone = difficult_zone(dice);
  Agreement agreement{
      .id = "acme",
      .between = {.provider = "NOVA", .customer = "ACME"},
      .in_force = {.from = std::chrono::local_days{std::chrono::year{2020} / 1 / 1}, .to = {}},
      .zone = zone};
  agreement.calendars["hours"] = random_calendar(dice, zone);
  agreement.commitments.push_back(random_commitment(dice, names));
  return agreement;
}

/// A ticket of whole minutes, from the days around a clock change: it waits, travels, is resolved
/// and reopened, in an order that makes sense or not.
inline History random_history(Dice& dice, Names& names, int events) {
  constexpr EventWord words[] = {EventWord::awaiting, EventWord::requested, EventWord::answered,
                                 EventWord::resumed,  EventWord::assigned,  EventWord::resolved,
                                 EventWord::reopened, EventWord::awaiting,  EventWord::acknowledged,
                                 EventWord::resumed};
  constexpr const char* parties[] = {"customer", "supplier", "provider", "third_party"};
  constexpr const char* reasons[] = {"info", "evidence", "access"};
  const Instant start{std::chrono::sys_days{std::chrono::year{2026} / 3 / 25}};
  Instant at = start + std::chrono::minutes{pick(dice, 5 * 24 * 60)};
  History history{names.intern<Ticket>("INC-1"), {}};
  for (int i = 0; i < events; ++i) {
    Event event{.at = at, .recorded_at = at};
    event.word = i == 0 ? EventWord::opened : words[pick(dice, 10)];
    const bool has_party = event.word == EventWord::awaiting ||
                           event.word == EventWord::requested || event.word == EventWord::assigned;
    if (has_party) event.party = names.intern<Party>(parties[pick(dice, 4)]);
    if (event.word == EventWord::awaiting) {
      event.value = names.intern<AttributeValue>(reasons[pick(dice, 3)]);
    }
    event.sequence = static_cast<std::uint32_t>(i + 1);
    history.events.push_back(event);
    if (!one_in(dice, 8)) at += std::chrono::minutes{pick(dice, 1500)};
  }
  return history;
}

}  // namespace vigie::random_for_test
