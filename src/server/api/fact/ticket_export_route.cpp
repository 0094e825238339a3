#include "server/api/fact/ticket_export_route.h"

#include <algorithm>

#include "notation/page/csv_cell.h"
#include "server/api/api_query_route.h"
#include "usecase/ticket/ticket_list.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {

namespace {

/// A cell as it is written: what people wrote is made harmless.
std::string cell(const std::string& text) { return csv_cell(text); }
std::string cell(const std::optional<Instant>& at) { return at ? text_of(*at) : std::string{}; }

std::string holder_cell(const std::string& holder, Language language) {
  const auto role = from_key<Role>(holder);
  return role ? std::string{word_of(*role, language)} : csv_cell(holder);
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

std::string left_cell(const ClockView& clock, Instant as_of) {
  if (!clock.left_seconds) return {};
  std::chrono::seconds left{*clock.left_seconds};
  if (clock.left_at) left -= std::chrono::floor<std::chrono::seconds>(as_of - *clock.left_at);
  return std::to_string(std::chrono::floor<std::chrono::minutes>(left).count());
}

std::string clock_cell(TicketColumn column, const ClockView* clock, Instant as_of,
                       Language language) {
  if (clock == nullptr) return {};
  switch (column) {
    case TicketColumn::agreement:
      return cell(clock->agreement);
    case TicketColumn::commitment:
      return cell(clock->label.empty() ? clock->commitment : clock->label);
    case TicketColumn::state:
      return std::string{word_of(clock->state, language)};
    case TicketColumn::due_at:
      return cell(due_of(*clock));
    default:
      return left_cell(*clock, as_of);
  }
}

std::string cell_of(TicketColumn column, const TicketView& ticket, const ClockView* clock,
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
      return std::string{word_of(ticket.phase, language)};
    case TicketColumn::holder:
      return holder_cell(ticket.holder, language);
    case TicketColumn::team:
      return cell(ticket.team);
    case TicketColumn::reason:
      return cell(ticket.reason);
    case TicketColumn::since:
      return text_of(ticket.since);
    case TicketColumn::opened_at:
      return text_of(ticket.opened_at);
    case TicketColumn::ended_at:
      return cell(ticket.ended_at);
    case TicketColumn::major_at:
      return cell(ticket.major_at);
    case TicketColumn::part_of:
      return cell(ticket.part_of);
    case TicketColumn::at_risk:
      return std::ranges::any_of(ticket.clocks, &ClockView::is_at_risk) ? "1" : "0";
    default:
      return clock_cell(column, clock, ticket.as_of, language);
  }
}

std::string sheet_of(const std::vector<TicketView>& tickets, Language language) {
  constexpr std::size_t columns = std::size(Vocabulary<TicketColumn>::words);
  std::string text;
  const auto line = [&](auto cell_at) {
    for (std::size_t i = 0; i < columns; ++i) {
      if (i > 0) text += ',';
      text += cell_at(static_cast<TicketColumn>(i));
    }
    text += "\r\n";
  };
  line([&](TicketColumn column) { return std::string{word_of(column, language)}; });
  for (const TicketView& ticket : tickets) {
    const ClockView* const clock = first_clock(ticket);
    line([&](TicketColumn column) { return cell_of(column, ticket, clock, language); });
  }
  return text;
}

}  // namespace

Route ticket_export_route(Installation& here, TermsShelf& shelf) {
  Route route = route_of({.pattern = "/api/tickets.csv",
                          .permission = Permission::read_tickets,
                          .refusals = {Refusal::customer_unknown, Refusal::export_too_long},
                          .summary = "All the tickets that a filter leaves, as CSV: a header in "
                                     "the language of Accept-Language, instants in UTC."},
                         Method::get);
  route.query = query_shape_of<TicketFilter>();
  route.gives.media_type = "text/csv";
  route.answer = [&here, &shelf](const Call& call) {
    const Outcome<TicketFilter> filter = query_asked<TicketFilter>(call, false);
    if (!filter) return refusal_response(call, filter.error());
    const std::int64_t most = call.limits[Limit::export_rows];
    const auto sheet = look(
        here, call.caller, Permission::read_tickets, [&](const Look& rows) -> Outcome<std::string> {
          const auto page = tickets(rows, shelf, {.most = most, .cursor = {}}, *filter);
          if (!page) return page.error();
          if (page->next)
            return refused(Refusal::export_too_long, {{"most", std::to_string(most)}});
          return sheet_of(page->items, call.language);
        });
    if (!sheet) return refusal_response(call, sheet.error());
    Response response{.media_type = "text/csv; charset=utf-8", .body = *sheet};
    response.fields.emplace_back("Content-Disposition", "attachment; filename=\"tickets.csv\"");
    return response;
  };
  return route;
}

}  // namespace vigie
