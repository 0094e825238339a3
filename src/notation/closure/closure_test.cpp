// A closure written and read again, and the laws of regularisation on random months.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "engine/closure/figures.h"
#include "engine/closure/regularise.h"
#include "engine/compliance/evaluate.h"
#include "engine/time/zones_for_test.h"
#include "notation/case/case_file.h"
#include "notation/closure/closure_file.h"
#include "vocabulary/fault.h"

namespace vigie {
namespace {

const std::string head =
    "case: A month.\nrule: J12\nagreement:\n  id: acme\n"
    "  between: {provider: NOVA, customer: ACME}\n  zone: Europe/Paris\n"
    "  in_force: {from: 2026-01-01}\n  targets:\n"
    "    resolve: {metric: resolution, within: 4h in always, required: 75 % per month}\n"
    "tickets:\n";
const std::string tail = "as_of: 2026-04-30 00:00\nexpect:\n  resolve 2026-03: none\n";

const Instant closed_at{std::chrono::sys_days{std::chrono::year{2026} / 4 / 5}};
const Instant read_at{std::chrono::sys_days{std::chrono::year{2026} / 4 / 30}};

std::string ticket(int number, int hours) {
  return "  INC-" + std::to_string(number) +
         ":\n    - 2026-03-10 09:00 opened incident P2 for ACME\n    - 2026-03-10 " +
         std::to_string(9 + hours) + ":00 resolved\n";
}

/// A page made ready to be judged at any instant.
struct Month {
  explicit Month(const std::string& tickets) {
    file = read_case(head + tickets + tail, "month.yaml", zones).file;
    terms = Terms::from(file->variants.front().terms.agreements, zones, file->names).terms;
  }
  Evaluation at(Instant as_of) const {
    return evaluate({.terms = terms,
                     .histories = file->tickets.histories,
                     .names = file->names,
                     .as_of = as_of,
                     .known_at = as_of,
                     .keep_verdicts = true});
  }
  Closure closed() const {
    const auto evaluation = at(closed_at);
    return close({.evaluation = evaluation,
                  .terms = terms,
                  .names = file->names,
                  .known_at = closed_at,
                  .agreement = "acme",
                  .period = "2026-03"});
  }
  std::vector<Regularisation> moved(const Closure& closure, Instant as_of) const {
    const auto evaluation = at(as_of);
    return regularise({.closures = {closure},
                       .evaluation = evaluation,
                       .terms = terms,
                       .names = file->names,
                       .histories = file->tickets.histories})
        .figures;
  }

  ZonesForTest zones;
  std::optional<CaseFile> file;
  Terms terms;
};

Tally of(const std::optional<CountedTicket>& counted) {
  Tally tally;
  if (counted && counted->counted == Verdict::met) ++tally.met;
  if (counted && counted->counted == Verdict::breached) ++tally.missed;
  return tally;
}

TEST(Closure, is_the_same_text_when_it_is_read_and_written_again) {
  const Month month{ticket(1, 3) + ticket(2, 8)};
  auto closure = month.closed();
  closure.regularised = Month{ticket(1, 3) + ticket(2, 3)}.moved(closure, read_at);
  ASSERT_EQ(closure.regularised.size(), 1U);
  closure.amounts.push_back({.version = 1,
                             .clause = "late",
                             .target = "resolve",
                             .ticket = "INC-2",
                             .period = "2026-03",
                             .due_in = "2026-03",
                             .amount = {.minor = 240'000}});
  Availability availability;
  availability.committed = {
      .observed = std::chrono::hours{9}, .down = std::chrono::hours{1}, .up_share = Ratio{8, 9}};
  availability.raw = availability.gross = {
      .observed = std::chrono::hours{24}, .down = std::chrono::hours{2}, .up_share = Ratio{11, 12}};
  availability.claimed = availability.committed;
  availability.ignored = 3;
  availability.cumulated = {{.days = 7,
                             .down = std::chrono::hours{2},
                             .outages = 2,
                             .until = CivilDay{std::chrono::days{20'500}},
                             .is_kept = false}};
  availability.mean_time_to_restore = std::chrono::hours{1};
  availability.down_intervals = {{closed_at, read_at}};
  closure.targets.front().attainment.availability = availability;
  const std::string text = closure_text(closure);
  auto read = read_closure(text, "acme.json");
  ASSERT_TRUE(read) << message_of(read.error(), Language::en);
  Closure again = *read;
  EXPECT_EQ(closure_text(again), text);
  EXPECT_EQ(moved_figures(closure, again), 0U);
  EXPECT_TRUE(
      same_attainment(again.targets.front().attainment, closure.targets.front().attainment));
  const auto moves = [&](const auto& change) {
    Closure other = *read;
    change(*other.targets.front().attainment.availability);
    return moved_figures(closure, other) == 1U;
  };
  EXPECT_TRUE(moves([](Availability& one) { one.gross.down += std::chrono::hours{1}; }));
  EXPECT_TRUE(moves([](Availability& one) { one.claimed.up_share.reset(); }));
  EXPECT_TRUE(moves([](Availability& one) { one.ignored = 2; }));
  EXPECT_TRUE(moves([](Availability& one) { one.cumulated.front().is_kept = true; }));
}

TEST(Closure, a_text_that_lacks_a_figure_is_refused_by_its_name) {
  auto closure = Month{ticket(1, 3)}.closed();
  closure.period = "2026-03";
  const std::string text = closure_text(closure);
  EXPECT_EQ(read_closure("not json", "a.json").error().code, FaultCode::closure_malformed);
  EXPECT_EQ(read_closure("{\"closure\":1}", "a.json").error().code, FaultCode::closure_malformed);
  EXPECT_EQ(read_closure(text.substr(0, text.size() - 1) + " \n", "a.json").error().code,
            FaultCode::closure_altered);
  for (std::size_t at = 1; at + 1 < text.size(); at += 7) {
    std::string other = text;
    other[at] = other[at] == '1' ? '2' : '1';
    EXPECT_FALSE(read_closure(other, "a.json").has_value()) << at;
  }
}

RC_GTEST_PROP(Closure, lines_sum_to_the_difference_whatever_is_learnt_later, ()) {
  const int count = *rc::gen::inRange(1, 12);
  std::string tickets;
  bool learnt = false;
  for (int i = 1; i <= count; ++i) {
    tickets += ticket(i, *rc::gen::inRange(1, 9));
    const int kind = *rc::gen::inRange(0, 4);
    learnt = learnt || kind != 0;
    if (kind == 1) {
      tickets += "    - 2026-04-08 09:00 reopened\n    - 2026-04-08 " +
                 std::to_string(*rc::gen::inRange(10, 18)) + ":00 resolved\n";
    } else if (kind == 2) {
      tickets += "    - 2026-03-10 " + std::to_string(*rc::gen::inRange(10, 18)) +
                 ":00 resolved recorded 2026-04-10 09:00 corrects 2\n";
    } else if (kind == 3) {
      tickets +=
          "    - 2026-03-10 09:30 awaiting customer recorded 2026-04-10 09:00\n"
          "    - 2026-03-10 10:00 resumed recorded 2026-04-10 09:00\n";
    }
  }
  const Month month{tickets};
  const auto closure = month.closed();
  RC_ASSERT(month.moved(closure, closed_at).empty());
  const auto moved = month.moved(closure, read_at);
  if (!learnt) RC_ASSERT(moved.empty());
  Tally now = closure.targets.front().attainment.net_agreed;
  for (const Regularisation& one : moved) {
    Tally lines;
    Tally by_ticket;
    for (const RegularisationLine& line : one.lines) {
      lines = lines + line.difference;
      for (const MovedTicket& ticket : line.tickets) {
        by_ticket = by_ticket + (of(ticket.now) - of(ticket.before));
      }
    }
    RC_ASSERT(lines == one.difference());
    RC_ASSERT(by_ticket == one.difference());
    now = now + one.difference();
  }
  Tally judged;
  for (const TargetResult& result : month.at(read_at).targets) {
    for (const Attainment& period : result.periods) {
      if (period.period == "2026-03") judged = period.net_agreed;
    }
  }
  RC_ASSERT(now.met == judged.met);
  RC_ASSERT(now.missed == judged.missed);
}

}  // namespace
}  // namespace vigie
