#include "engine/ticket/relations.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "engine/ticket/told_test.h"

namespace vigie {
namespace {

constexpr int tickets = 7;

std::string name_of(std::uint32_t number) { return "INC-" + std::to_string(number); }

/// Tickets that are children of, merged into, declared major and cancelled at random: rings too.
struct Company {
  explicit Company(std::uint32_t seed) : random(seed) {
    for (std::uint32_t number = 0; number < tickets; ++number) {
      std::string told = "1 opened";
      if (below(4) > 0) told += "; 2 related relation=child_of other=" + name_of(below(tickets));
      if (below(2) == 0) told += "; 3 declared_major";
      if (below(5) == 0) told += "; 4 merged other=" + name_of(below(tickets + 1));
      if (below(6) == 0) told += "; 5 cancelled";
      if (told.find("cancelled") != std::string::npos) cancelled.insert(number);
      const History history = told::history_of(told, names);
      const auto ticket = names.intern<Ticket>(name_of(number));
      for (const Event& event : history.events) histories.append(ticket, event);
      all.push_back(ticket);
    }
  }
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); }

  std::mt19937 random;
  Names names;
  Histories histories;
  std::vector<Id<Ticket>> all;
  std::set<std::uint32_t> cancelled;
};

TEST(Relations, whoever_stands_for_a_ticket_stands_for_itself_and_was_not_cancelled) {
  int rooted = 0;
  int ringed = 0;
  for (std::uint32_t seed = 0; seed < 5000; ++seed) {
    const Company company{seed};
    const Relations relations{company.histories, told::hour(9)};
    for (const Id<Ticket> ticket : company.all) {
      const Id<Ticket> root = relations.root_of(ticket);
      ringed += relations.is_in_ring(ticket) ? 1 : 0;
      if (!root) continue;
      ++rooted;
      EXPECT_FALSE(relations.is_in_ring(ticket)) << "seed " << seed;
      EXPECT_FALSE(root == ticket) << "seed " << seed;
      EXPECT_TRUE(company.histories.holds(root)) << "seed " << seed;
      EXPECT_FALSE(relations.root_of(root)) << "seed " << seed;
      for (const std::uint32_t number : company.cancelled) {
        EXPECT_FALSE(root == company.all[number]) << "seed " << seed;
      }
    }
  }
  EXPECT_GT(rooted, 3000);
  EXPECT_GT(ringed, 3000);
}

TEST(Relations, a_long_chain_of_children_ends) {
  Names names;
  Histories histories;
  for (std::uint32_t number = 0; number < 20'000; ++number) {
    const History history = told::history_of(
        "1 opened; 2 related relation=child_of other=" + name_of(number + 1), names);
    const auto ticket = names.intern<Ticket>(name_of(number));
    for (const Event& event : history.events) histories.append(ticket, event);
  }
  const Relations relations{histories, told::hour(9)};
  EXPECT_FALSE(relations.root_of(names.intern<Ticket>(name_of(0))));
}

}  // namespace
}  // namespace vigie
