#include "server/board/board_routes.h"

#include <algorithm>
#include <utility>

#include "notation/json/json_fields.h"
#include "server/api/api_query_fields.h"

namespace vigie {

namespace {

using Answer = std::function<Response(const Call&)>;

const Scope& scope_of(const Call& call) {
  return call.caller.rights.scope_of(Permission::read_tickets);
}

/// The words for this caller; none: they read the chain behind some of their tickets alone.
TicketTexts* texts_for(BoardParts& parts, const Call& call) {
  const auto& chain = call.caller.rights.scope_of(Permission::read_chain).reaches();
  if (chain.empty()) return &parts.promises;
  return chain == scope_of(call).reaches() ? &parts.texts : nullptr;
}

std::string written(Instant as_of) {
  JsonWriter json;
  JsonForm<Instant>::write(json, as_of);
  return json.take();
}

/// One that has ended since the board was looked at is left out: the list is of open ones.
std::string page_body(const BoardPage& page, const std::vector<SharedTicketText>& texts) {
  constexpr std::size_t usual_ticket = 1'500;
  const std::string as_of = written(page.as_of);
  std::string body = R"({"items":[)";
  body.reserve(body.size() + texts.size() * usual_ticket);
  bool is_first = true;
  for (const SharedTicketText& text : texts) {
    if (text->is_ended()) continue;
    if (!std::exchange(is_first, false)) body += ',';
    text->append_to(body, as_of);
  }
  body += ']';
  if (page.next) body.append(R"(,"next":)").append(JsonWriter{}.value(*page.next).text());
  return body += '}';
}

Response list_of(BoardParts& parts, const Call& call, const Answer& otherwise) {
  const Outcome<TicketFilter> filter = query_asked<TicketFilter>(call, page_parameters);
  TicketTexts* texts = texts_for(parts, call);
  if (texts == nullptr || !filter || !TicketBoard::holds(*filter)) return otherwise(call);
  if (const auto refusal = refusal_of_names(call.caller.rights, *filter))
    return refusal_response(call, *refusal);
  static const std::vector<std::string_view> names = query_shape_of<TicketFilter>().names;
  const Outcome<ListAsked> asked = page_asked(call, false, names);
  if (!asked) return refusal_response(call, asked.error());
  const Outcome<BoardPage> page = parts.board.page(scope_of(call), *asked, *filter);
  if (!page) return refusal_response(call, page.error());
  return {.body = page_body(*page, texts->of(page->items, page->as_of))};
}

Response ticket_of(BoardParts& parts, const Call& call, const Answer& otherwise) {
  TicketTexts* texts = texts_for(parts, call);
  if (texts == nullptr || !call.query.all().empty()) return otherwise(call);
  std::string reference = call.in_path("reference");
  std::ranges::transform(reference, reference.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  const auto found = parts.board.find(scope_of(call), reference);
  if (!found) return otherwise(call);
  const SharedTicketText text = texts->of({found->item}, found->as_of).front();
  std::string body;
  text->append_to(body, written(found->as_of));
  return {.body = std::move(body)};
}

using FromBoard = Response (*)(BoardParts&, const Call&, const Answer&);

void replace(std::vector<Route>& routes, std::string_view pattern, BoardParts& parts,
             FromBoard answer) {
  for (Route& route : routes) {
    if (route.method != Method::get || route.pattern != pattern) continue;
    route.answer = [&parts, answer, otherwise = std::move(route.answer)](const Call& call) {
      return answer(parts, call, otherwise);
    };
  }
}

}  // namespace

std::vector<Route> answered_from_board(std::vector<Route> routes, BoardParts& parts) {
  replace(routes, "/api/tickets", parts, list_of);
  replace(routes, "/api/tickets/{reference}", parts, ticket_of);
  return routes;
}

}  // namespace vigie
