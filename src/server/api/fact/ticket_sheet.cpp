#include "server/api/fact/ticket_sheet.h"

#include <algorithm>

#include "notation/page/csv_cell.h"

namespace vigie {

namespace {

SheetCell cell(const std::string& text) { return text.empty() ? SheetCell{} : SheetCell{text}; }
SheetCell cell(std::string_view word) { return std::string{word}; }
SheetCell cell(const std::optional<Instant>& at) { return at ? SheetCell{*at} : SheetCell{}; }

SheetCell holder_cell(const std::string& holder, Language language) {
  const auto role = from_key<Role>(holder);
  return role ? cell(word_of(*role, language)) : cell(holder);
}

std::optional<Instant> due_of(const ClockView& clock) {
  return clock.breached_at ? clock.breached_at : clock.due_at;
}

/// The one that is due first; then one that waits; none: nothing is under way.
const ClockView* first_clock(const TicketView& ticket) {
  const ClockView* first = nullptr;
  for (const ClockView& clock : ticket.clocks) {
    const bool may_be_late =
        clock.verdict == Verdict::pending || clock.verdict == Verdict::breached;
    if (clock.ended_at || !may_be_late) continue;
    const auto due = due_of(clock).value_or(last_instant);
    if (first == nullptr || due < due_of(*first).value_or(last_instant)) first = &clock;
  }
  return first;
}

SheetCell left_cell(const ClockView& clock, Instant as_of) {
  if (!clock.left_seconds) return {};
  std::chrono::seconds left{*clock.left_seconds};
  if (clock.left_at) left -= std::chrono::floor<std::chrono::seconds>(as_of - *clock.left_at);
  return std::int64_t{std::chrono::floor<std::chrono::minutes>(left).count()};
}

SheetCell clock_cell(TicketColumn column, const ClockView* clock, Instant as_of,
                     Language language) {
  if (clock == nullptr) return {};
  switch (column) {
    case TicketColumn::agreement:
      return cell(clock->agreement);
    case TicketColumn::commitment:
      return cell(clock->label.empty() ? clock->commitment : clock->label);
    case TicketColumn::state:
      return cell(word_of(clock->state, language));
    case TicketColumn::due_at:
      return cell(due_of(*clock));
    default:
      return left_cell(*clock, as_of);
  }
}

SheetCell cell_of(TicketColumn column, const TicketView& ticket, const ClockView* clock,
                  Language language) {
  switch (column) {
    case TicketColumn::reference:
      return cell(ticket.reference);
    case TicketColumn::title:
      return cell(ticket.title);
    case TicketColumn::customer:
      return cell(ticket.customer);
    case TicketColumn::kind:
      return cell(ticket.kind);
    case TicketColumn::priority:
      return cell(ticket.priority);
    case TicketColumn::service:
      return cell(ticket.service);
    case TicketColumn::site:
      return cell(ticket.site);
    case TicketColumn::phase:
      return cell(word_of(ticket.phase, language));
    case TicketColumn::holder:
      return holder_cell(ticket.holder, language);
    case TicketColumn::team:
      return cell(ticket.team);
    case TicketColumn::reason:
      return cell(ticket.reason);
    case TicketColumn::since:
      return SheetCell{ticket.since};
    case TicketColumn::opened_at:
      return SheetCell{ticket.opened_at};
    case TicketColumn::ended_at:
      return cell(ticket.ended_at);
    case TicketColumn::major_at:
      return cell(ticket.major_at);
    case TicketColumn::part_of:
      return cell(ticket.part_of);
    case TicketColumn::at_risk:
      return std::int64_t{std::ranges::any_of(ticket.clocks, &ClockView::is_at_risk)};
    default:
      return clock_cell(column, clock, ticket.as_of, language);
  }
}

/// What people wrote is made harmless.
std::string csv_of(const SheetCell& cell) {
  if (const auto* const text = std::get_if<std::string>(&cell)) return csv_cell(*text);
  if (const auto* const at = std::get_if<Instant>(&cell)) return text_of(*at);
  if (const auto* const count = std::get_if<std::int64_t>(&cell)) return std::to_string(*count);
  return {};
}

constexpr std::size_t columns = std::size(Vocabulary<TicketColumn>::words);

}  // namespace

std::vector<std::string> ticket_titles(Language language) {
  std::vector<std::string> titles;
  for (std::size_t i = 0; i < columns; ++i)
    titles.emplace_back(word_of(static_cast<TicketColumn>(i), language));
  return titles;
}

std::vector<SheetCell> ticket_cells(const TicketView& ticket, Language language) {
  const ClockView* const clock = first_clock(ticket);
  std::vector<SheetCell> cells;
  for (std::size_t i = 0; i < columns; ++i)
    cells.push_back(cell_of(static_cast<TicketColumn>(i), ticket, clock, language));
  return cells;
}

std::string csv_line(std::span<const SheetCell> cells) {
  std::string line;
  for (const SheetCell& cell : cells) {
    if (!line.empty() || &cell != cells.data()) line += ',';
    line += csv_of(cell);
  }
  return line + "\r\n";
}

}  // namespace vigie
