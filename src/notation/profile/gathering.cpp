#include "notation/profile/gathering.h"

#include <algorithm>
#include <deque>

#include "notation/profile/coded_columns.h"
#include "notation/stamp_text.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

constexpr Instant unsaid = Instant::min();  // a stamp or column that says nothing

/// A column of stamps: neighbours often repeat, and each cell read counts all the same.
struct StampColumn {
  std::size_t cell = no_column;
  std::string last_text;
  StampReading last;
};

}  // namespace

struct Gathering::Rows {
  Rows(const GatheringRequest& request, Names& table, Findings& found);

  struct Row {
    Instant at;
    std::uint32_t ticket;
  };

  std::vector<std::uint32_t> by_ticket(std::vector<std::size_t>& begins) const;
  void put_in_order(std::span<std::uint32_t> of_ticket, Id<Ticket> ticket);
  void begin_ticket(std::size_t ticket, Telling& telling);
  void tell_row(std::uint32_t row, Telling& telling);

  /// A cell without the blanks around it; empty when it says nothing.
  std::string_view said(std::span<const std::string_view> cells, std::size_t cell) const;
  std::uint32_t ticket_of(std::string_view key);
  Instant read_stamp(StampColumn& column, std::span<const std::string_view> cells,
                     std::uint64_t line);
  void take_ticket(std::span<const std::string_view> cells, std::uint32_t ticket,
                   std::uint64_t line);
  void take_row(std::span<const std::string_view> cells, std::uint32_t ticket, Instant at);
  template <class Coded>
  std::uint32_t code_of(Coded& column, std::span<const std::string_view> cells) {
    return column.codes.code_of(said(cells, column.cell));
  }

  const Profile& profile;
  std::string source;
  Names& names;
  Findings& findings;
  std::vector<ExportColumn> columns;
  CodedColumns coded;
  StampReader stamps;
  std::size_t ticket_cell;
  StampColumn stamp;
  std::vector<StampColumn> event_columns;  // as in the profile

  std::deque<Row> rows;                       // in the order of the file
  std::deque<std::uint32_t> codes;            // so many a row
  std::vector<Id<Ticket>> tickets;            // in the order of their first rows
  std::vector<std::uint32_t> ticket_by_name;  // by id of the name: 0, or 1 + index
  std::vector<Instant> instants;              // of event columns, so many a ticket
  std::vector<std::uint32_t> ticket_codes;    // of attributes, so many a ticket

  std::vector<ToldColumn> told_columns;  // storage of the ticket or row that is told
  std::vector<ToldAttribute> told_origin;
  std::vector<ToldAction> told_actions;
  std::vector<ToldAttribute> told_attributes;
};

Gathering::Rows::Rows(const GatheringRequest& request, Names& table, Findings& found)
    : profile(request.profile),
      source(request.source),
      names(table),
      findings(found),
      columns(columns_of(request.profile)),
      coded(request.profile, columns, table),
      stamps(request.profile.stamps, request.zone),
      ticket_cell(index_of(columns, request.profile.ticket)),
      stamp{index_of(columns, request.profile.stamp), {}, {}} {
  for (const EventColumn& column : profile.events) {
    event_columns.push_back({index_of(columns, column.column), {}, {}});
  }
}

std::string_view Gathering::Rows::said(std::span<const std::string_view> cells,
                                       std::size_t cell) const {
  if (cell == no_column) return {};
  const std::string_view text = trimmed(cells[cell]);
  const auto& missing = profile.missing;
  return std::find(missing.begin(), missing.end(), text) == missing.end() ? text
                                                                          : std::string_view{};
}

std::uint32_t Gathering::Rows::ticket_of(std::string_view key) {
  const auto id = names.intern<Ticket>(key);
  if (id.value >= ticket_by_name.size()) ticket_by_name.resize(id.value + id.value / 2 + 64);
  std::uint32_t& known = ticket_by_name[id.value];
  if (known == 0) {
    tickets.push_back(id);
    known = static_cast<std::uint32_t>(tickets.size());
    instants.resize(instants.size() + event_columns.size(), unsaid);
    ticket_codes.resize(ticket_codes.size() + coded.codes_a_ticket, 0);
  }
  return known - 1;
}

Instant Gathering::Rows::read_stamp(StampColumn& column, std::span<const std::string_view> cells,
                                    std::uint64_t line) {
  const std::string_view text = said(cells, column.cell);
  if (text.empty()) return unsaid;
  if (text != column.last_text) {
    column.last_text = text;
    column.last = stamps.read(text);
  }
  const auto find = [&](FindingCode code) {
    findings.add(code, source + ":" + std::to_string(line));
  };
  switch (column.last.kind) {
    case StampKind::read:
      break;
    case StampKind::in_gap:
      find(FindingCode::stamp_in_gap);
      break;
    case StampKind::ambiguous:
      find(FindingCode::stamp_ambiguous);
      break;
    case StampKind::unreadable:
      find(FindingCode::stamp_unreadable);
      return unsaid;
    case StampKind::out_of_range:
      find(FindingCode::stamp_out_of_range);
      return unsaid;
  }
  return column.last.at;
}

/// What the row says of the whole ticket: the first row or the last one holds.
void Gathering::Rows::take_ticket(std::span<const std::string_view> cells, std::uint32_t ticket,
                                  std::uint64_t line) {
  for (std::size_t i = 0; i < event_columns.size(); ++i) {
    const Instant at = read_stamp(event_columns[i], cells, line);
    Instant& kept = instants[ticket * event_columns.size() + i];
    if (profile.events[i].from != RowChoice::first_row || kept == unsaid) kept = at;
  }
  for (CodedAttribute& attribute : coded.of_tickets) {
    const std::uint32_t code = code_of(attribute.column, cells);
    std::uint32_t& kept = ticket_codes[ticket * coded.codes_a_ticket + attribute.column.slot];
    if (attribute.rule->from == RowChoice::last_row || kept == 0) kept = code;
  }
}

void Gathering::Rows::take_row(std::span<const std::string_view> cells, std::uint32_t ticket,
                               Instant at) {
  rows.push_back({at, ticket});
  const std::size_t begin = codes.size();
  codes.resize(begin + coded.codes_a_row);
  const auto keep = [&](auto& column) {
    if (column.is_there()) codes[begin + column.slot] = code_of(column, cells);
  };
  keep(coded.state);
  keep(coded.group);
  keep(coded.person);
  for (auto& action : coded.actions) keep(action);
  for (auto& attribute : coded.of_rows) keep(attribute.column);
}

Gathering::Gathering(const GatheringRequest& request, Names& names, Findings& findings)
    : rows_(std::make_unique<Rows>(request, names, findings)) {}

Gathering::~Gathering() = default;

void Gathering::take(std::span<const std::string_view> cells, std::uint64_t line) {
  const std::string_view key = rows_->said(cells, rows_->ticket_cell);
  if (key.empty()) {
    rows_->findings.add(FindingCode::no_ticket_key, rows_->source + ":" + std::to_string(line));
    return;
  }
  const std::uint32_t ticket = rows_->ticket_of(key);
  rows_->take_ticket(cells, ticket, line);
  if (rows_->stamp.cell == no_column) return;
  if (rows_->said(cells, rows_->stamp.cell).empty()) {
    rows_->findings.add(FindingCode::stamp_unreadable, rows_->source + ":" + std::to_string(line));
    return;
  }
  const Instant at = rows_->read_stamp(rows_->stamp, cells, line);
  if (at != unsaid) rows_->take_row(cells, ticket, at);
}

/// Indices of rows, ticket after ticket, each in the order of the file; `begins[t]` to
/// `begins[t + 1]` are those of ticket t.
std::vector<std::uint32_t> Gathering::Rows::by_ticket(std::vector<std::size_t>& begins) const {
  begins.assign(tickets.size() + 1, 0);
  for (const Row& row : rows) ++begins[row.ticket + 1];
  for (std::size_t t = 0; t < tickets.size(); ++t) begins[t + 1] += begins[t];
  std::vector<std::size_t> next(begins.begin(), begins.end() - 1);
  std::vector<std::uint32_t> sorted(rows.size());
  std::uint32_t index = 0;
  for (const Row& row : rows) sorted[next[row.ticket]++] = index++;
  return sorted;
}

/// By stamp, ties in the order of the file; or the order of the file, stamps never going back.
void Gathering::Rows::put_in_order(std::span<std::uint32_t> of_ticket, Id<Ticket> ticket) {
  const auto is_earlier = [&](std::uint32_t a, std::uint32_t b) { return rows[a].at < rows[b].at; };
  if (std::is_sorted(of_ticket.begin(), of_ticket.end(), is_earlier)) return;
  findings.add(FindingCode::reordered, names.text(ticket));
  if (profile.order == RowOrder::by_stamp) {
    std::stable_sort(of_ticket.begin(), of_ticket.end(), is_earlier);
    return;
  }
  Instant reached = unsaid;
  for (const std::uint32_t row : of_ticket) {
    reached = std::max(reached, rows[row].at);
    rows[row].at = reached;
  }
}

void Gathering::Rows::begin_ticket(std::size_t ticket, Telling& telling) {
  told_columns.clear();
  for (std::size_t i = 0; i < event_columns.size(); ++i) {
    const Instant at = instants[ticket * event_columns.size() + i];
    const EventColumn& column = profile.events[i];
    if (at == unsaid) continue;
    told_columns.push_back(
        {column.word, column.wins, at, names.intern<AttributeValue>(column.name)});
  }
  told_origin = coded.constants;
  for (const CodedAttribute& attribute : coded.of_tickets) {
    const auto code = ticket_codes[ticket * coded.codes_a_ticket + attribute.column.slot];
    if (code == 0) continue;
    told_origin.push_back({attribute.rule->attribute, attribute.column.codes.of(code), {}});
  }
  telling.begin(told_columns, told_origin);
}

void Gathering::Rows::tell_row(std::uint32_t row, Telling& telling) {
  const auto meaning = [&](const auto& column) -> const auto& {
    return column.codes.of(codes[row * coded.codes_a_row + column.slot]);
  };
  ToldRow told;
  told.at = rows[row].at;
  if (coded.state.is_there()) told.state = &meaning(coded.state);
  if (coded.group.is_there()) told.holder = meaning(coded.group);
  if (coded.person.is_there()) told.person = meaning(coded.person);
  told_actions.clear();
  for (const auto& action : coded.actions) told_actions.push_back(meaning(action));
  told_attributes.clear();
  for (const CodedAttribute& attribute : coded.of_rows) {
    told_attributes.push_back(
        {attribute.rule->attribute, meaning(attribute.column), attribute.rule->effect});
  }
  told.actions = told_actions;
  told.attributes = told_attributes;
  telling.tell(told);
}

std::vector<Fault> Gathering::give(Histories& histories) {
  std::vector<Fault> faults = rows_->coded.report_unmapped(rows_->findings);
  if (!faults.empty()) return faults;
  std::vector<std::size_t> begins;
  std::vector<std::uint32_t> sorted = rows_->by_ticket(begins);
  Telling telling{rows_->profile};
  for (std::size_t t = 0; t < rows_->tickets.size(); ++t) {
    const std::span of_ticket{sorted.data() + begins[t], begins[t + 1] - begins[t]};
    rows_->put_in_order(of_ticket, rows_->tickets[t]);
    rows_->begin_ticket(t, telling);
    for (const std::uint32_t row : of_ticket) rows_->tell_row(row, telling);
    telling.finish(rows_->tickets[t], histories);
  }
  return faults;
}

}  // namespace vigie
