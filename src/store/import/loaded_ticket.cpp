#include "store/import/loaded_ticket.h"

#include "engine/base/require.h"
#include "store/ticket/in_effect.h"
#include "store/ticket/words.h"

namespace vigie {

namespace {

constexpr std::size_t ticket_fields = field_count<TicketRow>();

std::array<std::string_view, ticket_fields + 4> loaded_columns() {
  std::array<std::string_view, ticket_fields + 4> columns;
  const auto fields = column_names<TicketRow>();
  std::ranges::copy(fields, columns.begin());
  columns[ticket_fields] = "id";
  columns[ticket_fields + 1] = "loaded_by";
  columns[ticket_fields + 2] = "source";
  columns[ticket_fields + 3] = "foreign_key";
  return columns;
}

/// Gives the rows of `all` one after the other, as `load` asks for them.
template <class Row>
auto one_by_one(std::span<const Row> all) {
  return [all, next = std::size_t{0}](std::span<Parameter> values) mutable {
    if (next == all.size()) return false;
    put_values(all[next++], values);
    return true;
  };
}

/// "($2, $3, ...)" for `most_looked_up` values, one text whatever their number: the last is said
/// again.
template <class Value, class Make>
std::string listed(std::span<const Value> all, std::vector<Parameter>& values, Make make) {
  require(!all.empty() && all.size() <= most_looked_up, "so many at once");
  std::string text = "(";
  for (std::size_t i = 0; i < most_looked_up; ++i) {
    values.push_back(make(all[std::min(i, all.size() - 1)]));
    text += (i == 0 ? "$" : ", $") + std::to_string(values.size());
  }
  return text + ")";
}

Parameter text_as_parameter(std::string_view text) { return text; }

}  // namespace

std::map<std::string, KnownTicket, std::less<>> known_tickets(
    Connection& rows, std::string_view source, std::span<const std::string_view> foreign_keys) {
  std::vector<Parameter> values{source};
  const std::string select =
      "select t.id, case when " + in_effect("t") +
      " then 1 else 0 end, t.loaded_by, coalesce((select max(e.sequence) from ticket_event e"
      " where e.ticket = t.id), 0), t.foreign_key, " +
      select_list<TicketRow>("t") + " from ticket t where t.source = $1 and t.foreign_key in " +
      listed(foreign_keys, values, text_as_parameter);
  std::map<std::string, KnownTicket, std::less<>> found;
  rows.run(select, values, [&](const Row& row) {
    found.emplace(row.text(4),
                  KnownTicket{.key = {row.whole(0)},
                              .row = row_from<TicketRow>(row, 5),
                              .is_in_effect = row.whole(1) != 0,
                              .last_sequence = row.whole(3),
                              .by = FieldValue<std::optional<Key<ImportRow>>>::from_sql(row, 2)});
  });
  return found;
}

std::set<std::string, std::less<>> references_taken(Connection& rows,
                                                    std::span<const std::string_view> references) {
  std::vector<Parameter> values;
  std::set<std::string, std::less<>> found;
  const std::string select = "select reference from ticket where reference in " +
                             listed(references, values, text_as_parameter);
  rows.run(select, values, [&](const Row& row) { found.emplace(row.text(0)); });
  return found;
}

std::map<Key<TicketRow>, std::vector<TicketEventRow>> events_from_imports(
    Connection& rows, Key<ImportRow> import, std::span<const Key<TicketRow>> tickets) {
  std::vector<Parameter> values{import.value};
  const std::string select =
      "select " + select_list<TicketEventRow>("e") +
      " from ticket_event e where (e.loaded_by = $1 or e.loaded_by in"
      " (select id from import where state = 'published')) and e.ticket in " +
      listed(tickets, values, [](Key<TicketRow> key) { return Parameter{key.value}; }) +
      " order by e.ticket, e.sequence";
  std::map<Key<TicketRow>, std::vector<TicketEventRow>> found;
  rows.run(select, values, [&](const Row& row) {
    auto event = row_from<TicketEventRow>(row);
    found[event.ticket].push_back(std::move(event));
  });
  return found;
}

// A row that is undone leaves its key unused: keys have gaps, and are never given twice.
std::vector<Key<TicketRow>> reserve_ticket_keys(Connection& rows, std::int64_t count) {
  std::vector<Key<TicketRow>> keys;
  if (rows.dialect() == Dialect::postgresql) {
    rows.run("select nextval(pg_get_serial_sequence('ticket', 'id')) from generate_series(1, $1)",
             std::array<Parameter, 1>{count},
             [&](const Row& row) { keys.push_back({row.whole(0)}); });
    return keys;
  }
  std::int64_t last = 0;
  rows.run("select seq from sqlite_sequence where name = 'ticket'", {},
           [&](const Row& row) { last = row.whole(0); });
  for (std::int64_t i = 1; i <= count; ++i) keys.push_back({last + i});
  return keys;
}

namespace {

/// By which they are found: those of their references and titles.
void load_words(Connection& rows, std::span<const LoadedTicket> tickets) {
  std::vector<std::pair<std::string, Key<TicketRow>>> words;
  for (const LoadedTicket& ticket : tickets) {
    for (std::string& word : words_in(ticket.row.reference + " " + ticket.row.title)) {
      words.emplace_back(std::move(word), ticket.key);
    }
  }
  constexpr std::array<std::string_view, 2> columns{"word", "ticket"};
  std::size_t next = 0;
  rows.load("ticket_word", columns, [&](std::span<Parameter> values) {
    if (next == words.size()) return false;
    values[0] = std::string_view{words[next].first};
    values[1] = words[next++].second.value;
    return true;
  });
}

}  // namespace

void load_tickets(Connection& rows, const LoadOrigin& origin, std::span<LoadedTicket> tickets) {
  static const auto columns = loaded_columns();
  std::size_t next = 0;
  rows.load("ticket", columns, [&](std::span<Parameter> values) {
    if (next == tickets.size()) return false;
    const LoadedTicket& ticket = tickets[next++];
    put_values(ticket.row, values);
    values[ticket_fields] = ticket.key.value;
    values[ticket_fields + 1] = origin.import.value;
    values[ticket_fields + 2] = origin.source;
    values[ticket_fields + 3] = std::string_view{ticket.foreign_key};
    return true;
  });
  load_words(rows, tickets);
  std::vector<TicketClockRow> clocks;
  for (LoadedTicket& ticket : tickets) {
    std::int64_t rank = 0;
    for (TicketClockRow& clock : ticket.clocks) {
      clock.ticket = ticket.key;
      clock.rank = ++rank;
      clocks.push_back(std::move(clock));
    }
  }
  static const auto clock_columns = column_names<TicketClockRow>();
  rows.load("ticket_clock", clock_columns, one_by_one(std::span<const TicketClockRow>{clocks}));
}

void take_over_ticket(Connection& rows, const LoadOrigin& origin, LoadedTicket& ticket) {
  static const std::string update = update_statement<TicketRow>("ticket");
  std::array<Parameter, ticket_fields + 2> values;
  put_values(ticket.row, values);
  values[ticket_fields] = ticket.key.value;
  rows.run("select version from ticket where id = $1", std::array<Parameter, 1>{ticket.key.value},
           [&](const Row& row) { values[ticket_fields + 1] = row.whole(0); });
  ensure(rows.run(update, values) == 1, "its version was just read");
  rows.run("update ticket set loaded_by = $1 where id = $2",
           std::array<Parameter, 2>{origin.import.value, ticket.key.value});
  keep_clocks(rows, ticket.key, std::move(ticket.clocks));
}

void load_import_tickets(Connection& rows, std::span<const ImportTicketRow> tickets) {
  static const auto columns = column_names<ImportTicketRow>();
  rows.load("import_ticket", columns, one_by_one(tickets));
}

std::int64_t tickets_of_import(Connection& rows, Key<ImportRow> import) {
  std::int64_t count = 0;
  rows.run("select count(*) from import_ticket where import = $1",
           std::array<Parameter, 1>{import.value}, [&](const Row& row) { count = row.whole(0); });
  return count;
}

std::vector<Key<TicketRow>> tickets_to_settle(Connection& rows, Key<ImportRow> import,
                                              std::int64_t after, bool all, std::int64_t most) {
  static const std::string select =
      "select l.ticket from import_ticket l join ticket t on t.id = l.ticket where l.import = $1"
      " and l.ticket > $2 and (l.settles = 1 or $3 = 1 or t.ended_at is null) and " +
      in_effect("t") + " order by l.ticket limit $4";
  std::vector<Key<TicketRow>> found;
  rows.run(select, std::array<Parameter, 4>{import.value, after, std::int64_t{all ? 1 : 0}, most},
           [&](const Row& row) { found.push_back({row.whole(0)}); });
  return found;
}

}  // namespace vigie
