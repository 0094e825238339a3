// How the open tickets stand, in numbers.
#pragma once

#include "usecase/board/ticket_board.h"

namespace vigie {

/// What is none is not asked for.
struct BoardAsked {
  std::optional<std::string> customer;
  std::optional<std::string> holder;
  std::optional<std::string> team;
  std::optional<std::string> kind;
  std::optional<std::string> priority;
  std::optional<std::string> service;
  std::optional<std::string> site;
  std::optional<Phase> phase;
  std::optional<bool> major;
  std::optional<bool> overdue;
  std::optional<std::int64_t> due_within_minutes;
  std::optional<Instant> day_ends_at;
};

template <>
inline constexpr auto fields_of<BoardAsked> = std::tuple{
    field("customer", &BoardAsked::customer, "Reference of a party: it and its parts."),
    field("holder", &BoardAsked::holder, "Who has the ball: a party, or a word of its role."),
    field("team", &BoardAsked::team, "Which team of the holder."),
    field("kind", &BoardAsked::kind, "Incident, request, problem, change."),
    field("priority", &BoardAsked::priority, "Retained by the provider."),
    field("service", &BoardAsked::service, "Service concerned."),
    field("site", &BoardAsked::site, "Site concerned."),
    field("phase", &BoardAsked::phase, "How far it is."),
    field("major", &BoardAsked::major, "Whether it was declared a major incident."),
    field("overdue", &BoardAsked::overdue, "Whether a clock that runs is past its target."),
    field("due_within_minutes", &BoardAsked::due_within_minutes,
          "A clock that runs is due in so many minutes, or is past."),
    field("day_ends_at", &BoardAsked::day_ends_at,
          "When the day of the reader ends, included; none: nothing is counted as of today."),
};

/// Counts by who has the ball.
struct BucketCounts {
  std::int64_t total = 0;
  std::int64_t provider = 0;
  std::int64_t customer = 0;
  std::int64_t supplier = 0;
  std::int64_t third_party = 0;
  std::int64_t nobody = 0;
};

template <>
inline constexpr std::string_view title_of<BucketCounts> = "BucketCounts";
template <>
inline constexpr auto fields_of<BucketCounts> = std::tuple{
    field("total", &BucketCounts::total, "All of them."),
    field("provider", &BucketCounts::provider, "The owner company and its teams have the ball."),
    field("customer", &BucketCounts::customer, "A customer has it."),
    field("supplier", &BucketCounts::supplier, "A supplier has it."),
    field("third_party", &BucketCounts::third_party, "Someone without a contract has it."),
    field("nobody", &BucketCounts::nobody, "Nobody has it."),
};

struct BoardBuckets {
  BucketCounts overdue;
  BucketCounts within_30_minutes;
  BucketCounts within_2_hours;
  BucketCounts today;
  BucketCounts later;
  BucketCounts paused;
  BucketCounts without_clock;
};

template <>
inline constexpr std::string_view title_of<BoardBuckets> = "BoardBuckets";
template <>
inline constexpr auto fields_of<BoardBuckets> = std::tuple{
    field("overdue", &BoardBuckets::overdue, "The first of its clocks that run is passed."),
    field("within_30_minutes", &BoardBuckets::within_30_minutes, "It is due in 30 minutes."),
    field("within_2_hours", &BoardBuckets::within_2_hours, "In two hours, and not before."),
    field("today", &BoardBuckets::today, "Until day_ends_at, and not before."),
    field("later", &BoardBuckets::later, "After that."),
    field("paused", &BoardBuckets::paused, "No clock runs: one of them waits."),
    field("without_clock", &BoardBuckets::without_clock, "No clock runs, and none waits."),
};

struct BoardCustomer {
  std::string reference;
  std::string name;
  std::int64_t open = 0;
  std::int64_t overdue = 0;
  std::int64_t at_risk = 0;
};

template <>
inline constexpr std::string_view title_of<BoardCustomer> = "BoardCustomer";
template <>
inline constexpr auto fields_of<BoardCustomer> = std::tuple{
    field("reference", &BoardCustomer::reference, "The party whose tickets these are."),
    field("name", &BoardCustomer::name, "Shown to people."),
    field("open", &BoardCustomer::open, "Open tickets."),
    field("overdue", &BoardCustomer::overdue, "Of which a clock that runs is past its target."),
    field("at_risk", &BoardCustomer::at_risk, "Not overdue, and a clock of them is at risk."),
};

struct BoardSummary {
  Instant as_of;
  std::int64_t open = 0;
  std::int64_t at_risk = 0;
  BoardBuckets buckets;
  std::vector<BoardCustomer> customers;
  std::int64_t customers_total = 0;
};

template <>
inline constexpr std::string_view title_of<BoardSummary> = "BoardSummary";
template <>
inline constexpr auto fields_of<BoardSummary> = std::tuple{
    field("as_of", &BoardSummary::as_of, "The instant of the question."),
    field("open", &BoardSummary::open, "Open tickets: the sum of the buckets."),
    field("at_risk", &BoardSummary::at_risk,
          "Those not overdue of which a clock runs and a warning point of its rules is reached."),
    field("buckets", &BoardSummary::buckets,
          "Each ticket once, by the first of its clocks that run: that of order=due."),
    field("customers", &BoardSummary::customers,
          "Those with most overdue, then most at risk, then most open; 200 at most."),
    field("customers_total", &BoardSummary::customers_total, "How many have open tickets."),
};

/// Of the tickets that these rights read. Refused: not_permitted (as of a list), customer_unknown.
/// Throws `DatabaseError`.
Outcome<BoardSummary> board_summary(Installation& here, TicketBoard& board, const Rights& rights,
                                    const BoardAsked& asked);

}  // namespace vigie
