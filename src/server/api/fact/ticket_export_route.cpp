#include "server/api/fact/ticket_export_route.h"

#include "document/workbook.h"
#include "notation/program_version.h"
#include "server/api/api_query_route.h"
#include "server/api/fact/ticket_sheet.h"
#include "usecase/ticket/ticket_list.h"
#include "usecase/ticket/ticket_view.h"
#include "vocabulary/ticket_list.h"

namespace vigie {

namespace {

/// How a workbook is written.
struct WorkbookAsked {
  std::optional<std::string> zone;
};

}  // namespace

template <>
inline constexpr auto fields_of<WorkbookAsked> = std::tuple{
    field("zone", &WorkbookAsked::zone, "IANA name: instants are written in it; UTC unless said.")};

namespace {

constexpr std::string_view zone_parameter = "zone";

void write_workbook_query(JsonWriter& json, const JsonBounds& bounds) {
  query_fields::write_all<TicketFilter>(json, bounds);
  query_fields::write_all<WorkbookAsked>(json, bounds);
}

struct Picked {
  std::vector<TicketView> tickets;
  Instant at;
};

Outcome<Picked> all_tickets(Installation& here, TermsShelf& shelf, const Call& call,
                            const TicketFilter& filter) {
  const std::int64_t most = call.limits[Limit::export_rows];
  return look(
      here, call.caller, Permission::read_tickets, [&](const Look& rows) -> Outcome<Picked> {
        auto page = tickets(rows, shelf, {.most = most, .cursor = {}}, filter);
        if (!page) return page.error();
        if (page->next) return refused(Refusal::export_too_long, {{"most", std::to_string(most)}});
        return Picked{.tickets = std::move(page->items), .at = clock_of_database(rows.rows)};
      });
}

Response file_of(std::string body, std::string_view media_type, std::string_view name) {
  Response response{.media_type = std::move(media_type), .body = std::move(body)};
  response.fields.emplace_back("Content-Disposition",
                               "attachment; filename=\"" + std::string{name} + "\"");
  return response;
}

std::string filters_said(const Call& call) {
  std::string said;
  for (const auto& [name, value] : call.query.all()) {
    if (name == zone_parameter) continue;
    if (!said.empty()) said += ", ";
    said += name + " = " + value;
  }
  return said.empty() ? std::string{word_of(SheetText::no_filter, call.language)} : said;
}

std::string workbook_of(const Picked& all, const Call& call, const Zone& zone) {
  const auto say = [&](SheetText text) { return std::string{word_of(text, call.language)}; };
  Workbook workbook{say(SheetText::tickets), ticket_titles(call.language), zone};
  for (const TicketView& ticket : all.tickets) workbook.add(ticket_cells(ticket, call.language));
  const std::vector<std::pair<std::string, std::string>> things{
      {say(SheetText::made_at), text_of(all.at)},
      {say(SheetText::zone), zone.name()},
      {say(SheetText::filters), filters_said(call)},
      {say(SheetText::rows), std::to_string(all.tickets.size())},
      {say(SheetText::made_by), "Vigie " + std::string{program_version}}};
  return workbook.finish(say(SheetText::about), things);
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
    const Outcome<TicketFilter> filter = query_asked<TicketFilter>(call);
    if (!filter) return refusal_response(call, filter.error());
    const auto all = all_tickets(here, shelf, call, *filter);
    if (!all) return refusal_response(call, all.error());
    std::string sheet;
    for (const std::string& title : ticket_titles(call.language))
      sheet += (sheet.empty() ? "" : ",") + title;
    sheet += "\r\n";
    for (const TicketView& ticket : all->tickets)
      sheet += csv_line(ticket_cells(ticket, call.language));
    return file_of(std::move(sheet), "text/csv; charset=utf-8", "tickets.csv");
  };
  return route;
}

Route ticket_workbook_route(Installation& here, TermsShelf& shelf) {
  Route route = route_of(
      {.pattern = "/api/tickets.xlsx",
       .permission = Permission::read_tickets,
       .refusals = {Refusal::customer_unknown, Refusal::export_too_long, Refusal::zone_unknown},
       .summary = "All the tickets that a filter leaves, as a workbook: typed cells, a header in "
                  "the language of Accept-Language, and a sheet that says what was asked."},
      Method::get);
  constexpr auto type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  route.query = query_shape_of<TicketFilter>();
  route.query.names.push_back(zone_parameter);
  route.query.write = write_workbook_query;
  route.gives.media_type = type;
  route.answer = [&here, &shelf](const Call& call) {
    const Outcome<TicketFilter> filter =
        query_asked<TicketFilter>(call, std::array{zone_parameter});
    if (!filter) return refusal_response(call, filter.error());
    const std::string named{call.query.of(zone_parameter).value_or("UTC")};
    const Zone* const zone = shelf.zone(named);
    if (zone == nullptr)
      return refusal_response(call, refused(Refusal::zone_unknown, {{"zone", named}}));
    const auto all = all_tickets(here, shelf, call, *filter);
    if (!all) return refusal_response(call, all.error());
    return file_of(workbook_of(*all, call, *zone), type, "tickets.xlsx");
  };
  return route;
}

}  // namespace vigie
