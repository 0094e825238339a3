#include "engine/ticket/histories.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace vigie {
namespace {

std::uint32_t any(std::mt19937& dice) { return static_cast<std::uint32_t>(dice()); }

std::uint32_t pick(std::mt19937& dice, std::uint32_t count) { return any(dice) % count; }

template <class List>
List any_word(std::mt19937& dice) {
  return static_cast<List>(
      pick(dice, static_cast<std::uint32_t>(std::size(Vocabulary<List>::words))));
}

Event any_event(std::mt19937& dice) {
  Event event{.at = Instant{Duration{std::int64_t{any(dice)} << 20U}}, .recorded_at = {}};
  event.recorded_at = pick(dice, 4) == 0 ? event.at + Duration{std::int64_t{any(dice)}} : event.at;
  if (pick(dice, 8) == 0) event.date = Instant{Duration{std::int64_t{any(dice)}}};
  event.word = any_word<EventWord>(dice);
  event.attribute = any_word<Attribute>(dice);
  event.effect = any_word<Effect>(dice);
  event.relation = any_word<Relation>(dice);
  event.consent = pick(dice, 2) == 0;
  event.party = {any(dice)};
  event.team = {any(dice)};
  event.person = {any(dice)};
  event.value = {any(dice)};
  if (pick(dice, 6) == 0) event.other = {any(dice)};
  if (pick(dice, 6) == 0) event.supersedes = 1 + pick(dice, 3);
  return event;
}

/// What histories should hold: kept in the plainest way.
struct Expected {
  std::vector<Id<Ticket>> order;
  std::map<Id<Ticket>, std::vector<Event>> events;

  void append(Id<Ticket> ticket, Event event) {
    auto& known = events[ticket];
    if (known.empty()) order.push_back(ticket);
    event.sequence = static_cast<std::uint32_t>(known.size() + 1);
    known.push_back(event);
  }
};

void check(const Histories& histories, const Expected& expected) {
  ASSERT_EQ(histories.tickets().size(), expected.order.size());
  std::size_t index = 0;
  for (const History& history : histories.tickets()) {
    ASSERT_EQ(history.ticket, expected.order[index]);
    ASSERT_EQ(history.events, expected.events.at(history.ticket)) << "ticket " << index;
    ASSERT_EQ(histories.find(history.ticket)->events, history.events);
    ++index;
  }
  EXPECT_FALSE(histories.holds({1'000'000}));
}

TEST(Histories, give_back_every_field_of_every_event_whatever_the_order_of_tickets) {
  std::mt19937 dice{20161118};
  for (int run = 0; run < 200; ++run) {
    Histories histories;
    Expected expected;
    const std::uint32_t tickets = 1 + pick(dice, 6);
    const bool in_turns = run % 2 == 0;
    for (std::uint32_t i = 0; i < 40; ++i) {
      const Id<Ticket> ticket{1 + (in_turns ? pick(dice, tickets) : i * tickets / 40)};
      const Event event = any_event(dice);
      histories.append(ticket, event);
      expected.append(ticket, event);
      if (i == 20 && run % 3 == 0) histories.settle();
    }
    check(histories, expected);
    histories.settle();
    check(histories, expected);
    EXPECT_EQ(histories.event_count(), 40U);
  }
}

TEST(Histories, side_by_side_take_under_thirty_bytes_an_event) {
  Histories histories;
  Event event{.at = first_instant, .recorded_at = first_instant};
  for (std::uint32_t ticket = 1; ticket <= 100; ++ticket) histories.append({ticket}, event);
  const EventColumns columns = histories.stored().events;
  const std::size_t bytes = columns.at.size_bytes() + columns.party.size_bytes() +
                            columns.team.size_bytes() + columns.person.size_bytes() +
                            columns.value.size_bytes() + columns.word.size_bytes() +
                            columns.attribute.size_bytes() + columns.marks.size_bytes() +
                            columns.rare.size_bytes() + columns.next.size_bytes();
  EXPECT_LT(bytes, 30 * histories.event_count());
}

TEST(Histories, read_in_a_file_are_copied_before_they_grow) {
  std::mt19937 dice{7};
  Histories first;
  Expected expected;
  for (std::uint32_t i = 0; i < 12; ++i) {
    const Id<Ticket> ticket{1 + i / 3};
    const Event event = any_event(dice);
    first.append(ticket, event);
    expected.append(ticket, event);
  }
  Histories mapped{first.stored(), nullptr};
  check(mapped, expected);
  const Event event = any_event(dice);
  mapped.append({2}, event);
  expected.append({2}, event);
  check(mapped, expected);
  EXPECT_EQ(first.event_count(), 12U);
}

}  // namespace
}  // namespace vigie
