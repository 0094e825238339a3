#include "store/ticket/histories.h"

#include <algorithm>
#include <set>
#include <string>

#include "store/ticket/event_row.h"
#include "store/ticket/in_effect.h"

namespace vigie {

namespace {

constexpr std::int64_t tickets_of_range = 4096;
constexpr std::string_view from_events =
    " from ticket t join ticket_event e on e.ticket = t.id where ";
constexpr int most_rounds = 8;  // from a ticket to one that it names, and on

std::int64_t last_key(Connection& rows) {
  std::int64_t last = 0;
  rows.run("select coalesce(max(id), 0) from ticket", {},
           [&](const Row& row) { last = row.whole(0); });
  return last;
}

/// Events one after the other, given to the histories ticket by ticket.
class HistoryGatherer {
 public:
  HistoryGatherer(Names& names, Histories& histories) : names_{names}, histories_{histories} {}

  void take(std::string_view reference, const TicketEventRow& row) {
    if (row.ticket != ticket_) {
      end();
      ticket_ = row.ticket;
      named_ = names_.intern<Ticket>(reference);
    }
    events_.push_back(event_of(row, names_));
  }

  void end() {
    if (!events_.empty()) histories_.append(named_, events_);
    events_.clear();
  }

 private:
  Names& names_;
  Histories& histories_;
  Key<TicketRow> ticket_{};
  Id<Ticket> named_;
  std::vector<Event> events_;
};

/// References that are named and of which nothing is known.
std::set<std::string> named_elsewhere(const Names& names, const Histories& histories) {
  std::set<std::string> found;
  for (const History& history : histories.tickets()) {
    for (const Event& event : history.events) {
      if (event.other && !histories.holds(event.other)) found.emplace(names.text(event.other));
    }
  }
  return found;
}

}  // namespace

void read_histories(Connection& rows, const Scope& scope, Names& names, Histories& histories) {
  constexpr BelongingColumns columns{.customer = "t.customer", .team = "t.team", .site = "t.site"};
  static const std::string select = "select t.reference, " + select_list<TicketEventRow>("e") +
                                    std::string{from_events} + in_effect("e") +
                                    " and t.id > $1 and t.id <= $2 and ";
  const std::int64_t last = last_key(rows);
  for (std::int64_t from = 0; from < last; from += tickets_of_range) {
    std::vector<Parameter> values{from, from + tickets_of_range};
    const std::string condition = scope_condition(scope, columns, values);
    HistoryGatherer gatherer{names, histories};
    rows.run(select + condition + " order by e.ticket, e.sequence", values,
             [&](const Row& row) { gatherer.take(row.text(0), row_from<TicketEventRow>(row, 1)); });
    gatherer.end();
  }
}

void read_tied_histories(Connection& rows, Names& names, Histories& histories) {
  static const std::string select = "select t.reference, " + select_list<TicketEventRow>("e") +
                                    std::string{from_events} + in_effect("e") +
                                    " and t.reference = $1 order by e.sequence";
  std::set<std::string> asked;
  for (int round = 0; round < most_rounds; ++round) {
    const std::set<std::string> named = named_elsewhere(names, histories);
    const bool is_done =
        std::ranges::all_of(named, [&](const std::string& one) { return asked.contains(one); });
    if (is_done) return;
    for (const std::string& reference : named) {
      if (!asked.insert(reference).second) continue;
      HistoryGatherer gatherer{names, histories};
      rows.run(select, std::array<Parameter, 1>{reference}, [&](const Row& row) {
        gatherer.take(row.text(0), row_from<TicketEventRow>(row, 1));
      });
      gatherer.end();
    }
  }
}

}  // namespace vigie
