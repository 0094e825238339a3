#include "store/ticket/ticket_list.h"

#include <memory>

#include "store/ticket/in_effect.h"

namespace vigie {

namespace {

constexpr Instant never = last_instant;  // after all that is due

std::string_view order_text(TicketOrder order) {
  switch (order) {
    case TicketOrder::opened:
    case TicketOrder::newest:
      return "t.opened_at";
    case TicketOrder::due:
      break;
  }
  // PostgreSQL and SQLite have nulls at different ends.
  static const std::string due =
      "coalesce(t.due_at, " + std::to_string(never.time_since_epoch().count()) + ")";
  return due;
}

/// Writes the statement of a list, condition by condition.
class ListText {
 public:
  explicit ListText(const TicketsWanted& wanted) : wanted_{wanted} {}

  std::string write(const Scope& scope) {
    constexpr BelongingColumns columns{
        .customer = "t.customer", .team = "t.team", .site = "t.site"};
    text_ = "select t.id, p.reference, " + select_list<TicketRow>("t") +
            " from ticket t join party p on p.id = t.customer where " +
            scope_condition(scope, columns, values_) + " and " + in_effect("t");
    if (wanted_.shown == TicketShown::open) text_ += " and t.ended_at is null";
    if (wanted_.shown == TicketShown::ended) text_ += " and t.ended_at is not null";
    if (wanted_.customers) add_customers(*wanted_.customers);
    for (const auto& [column, value] : wanted_.columns) {
      text_ += " and t." + std::string{column} + " = " + next(std::string_view{value});
    }
    for (const std::string& word : wanted_.words) add_word(word);
    if (wanted_.is_major) {
      text_ += *wanted_.is_major ? " and t.major_at is not null" : " and t.major_at is null";
    }
    add_due();
    add_place();
    return text_;
  }
  const std::vector<Parameter>& values() const { return values_; }

 private:
  std::string next(Parameter value) {
    values_.push_back(value);
    return "$" + std::to_string(values_.size());
  }
  std::string next(Instant at) { return next(Parameter{at.time_since_epoch().count()}); }

  void add_customers(const std::vector<Key<PartyRow>>& customers) {
    text_ += " and t.customer in (";
    for (std::size_t i = 0; i < customers.size(); ++i) {
      text_ += (i == 0 ? "" : ", ") + next(Parameter{customers[i].value});
    }
    text_ += customers.empty() ? "null)" : ")";
  }

  /// Words from `word` on, up to the first that does not begin with it.
  void add_word(const std::string& word) {
    ends_.push_back(std::make_unique<std::string>(word + "\xF4\x8F\xBF\xBD"));
    const std::string from = next(Parameter{std::string_view{word}});
    const std::string to = next(Parameter{std::string_view{*ends_.back()}});
    text_ += " and t.id in (select w.ticket from ticket_word w where w.word >= " + from +
             " and w.word <= " + to + ")";
  }

  void add_due() {
    if (wanted_.due_before) text_ += " and t.due_at <= " + next(*wanted_.due_before);
    if (wanted_.not_due_before) {
      text_ += " and (t.due_at is null or t.due_at > " + next(*wanted_.not_due_before) + ")";
    }
  }

  void add_place() {
    const std::string by{order_text(wanted_.order)};
    const bool goes_back = wanted_.order == TicketOrder::newest;
    const std::string direction = goes_back ? " desc" : "";
    if (wanted_.after) {
      text_ += " and (" + by + ", t.id) " + (goes_back ? "<" : ">") + " (" +
               next(wanted_.after->at) + ", " + next(Parameter{wanted_.after->key}) + ")";
    }
    text_ += " order by " + by + direction + ", t.id" + direction + " limit " +
             next(Parameter{wanted_.most});
  }

  const TicketsWanted& wanted_;
  std::string text_;
  std::vector<Parameter> values_;
  std::vector<std::unique_ptr<std::string>> ends_;
};

}  // namespace

Instant place_of(const TicketRow& row, TicketOrder order) {
  return order == TicketOrder::due ? row.due_at.value_or(never) : row.opened_at;
}

std::vector<ListedTicket> listed_tickets(Connection& rows, const Scope& scope,
                                         const TicketsWanted& wanted) {
  ListText list{wanted};
  const std::string text = list.write(scope);
  std::vector<ListedTicket> found;
  rows.run(text, list.values(), [&](const Row& row) {
    found.push_back({.kept = {.key = {row.whole(0)}, .row = row_from<TicketRow>(row, 2)},
                     .customer = std::string{row.text(1)}});
  });
  return found;
}

}  // namespace vigie
