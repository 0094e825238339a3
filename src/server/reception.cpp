#include "server/reception.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>

#include "server/problem.h"
#include "server/transport/weight.h"
#include "store/database/error.h"
#include "usecase/desk.h"

namespace vigie {

namespace {

std::vector<Metrics::Name> names_of(const std::vector<Route>& routes) {
  std::vector<Metrics::Name> names;
  for (const Route& route : routes) {
    names.push_back({.method = word_of(route.method, Language::en), .pattern = route.pattern});
  }
  return names;
}

bool has_field(const Response& response, std::string_view name) {
  return std::any_of(response.fields.begin(), response.fields.end(),
                     [&](const auto& field) { return is_same_word(field.first, name); });
}

/// What every answer says: whose it is, that its type is not to be guessed, who may keep it.
void complete_fields(const Request& request, Response& response) {
  response.fields.emplace_back("X-Request-Id", request.id);
  response.fields.emplace_back("X-Content-Type-Options", "nosniff");
  if (has_field(response, "Cache-Control")) return;
  response.fields.emplace_back("Cache-Control",
                               response.entity_tag.empty() ? "no-store" : "private, no-cache");
}

/// Whether the same request may do better in a moment.
bool is_passing(DatabaseFault fault) {
  using enum DatabaseFault;
  return fault == away || fault == conflict || fault == busy || fault == full ||
         fault == commit_unknown;
}

}  // namespace

bool is_request_id(std::string_view text) {
  constexpr std::size_t longest = 64;
  return !text.empty() && text.size() <= longest &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  c == '.' || c == '_' || c == '-';
         });
}

Reception::Reception(std::vector<Route> routes, ReceptionTerms terms)
    : router_{std::move(routes)}, terms_{std::move(terms)}, metrics_{names_of(router_.routes())} {
  std::random_device chance;
  id_of_run_ = fmt::format("{:08x}", chance());
}

std::string Reception::make_id() { return fmt::format("{}-{}", id_of_run_, next_id_++); }

Admission Reception::admit(Request& request) {
  const std::string_view given = request.fields.of("x-request-id");
  request.id = is_request_id(given) ? std::string{given} : make_id();
  const auto route = router_.find(request.method, request.path).route;
  const Limit most = route ? router_.routes()[*route].most_body : Limit::body_bytes;
  return {.route = route.value_or(router_.routes().size()),
          .most_body_bytes = terms_.limits.size(most)};
}

Response Reception::told(Refusal refusal, const Request& request,
                         std::vector<std::pair<std::string, std::string>> arguments) const {
  const auto language = preferred_language(request.fields.of("accept-language"), terms_.language);
  return problem({.refusal = refusal,
                  .arguments = std::move(arguments),
                  .language = language,
                  .request_id = request.id});
}

Response Reception::answer(const Request& request, const Admission&) {
  Response response;
  try {
    response = respond(request);
  } catch (const DatabaseError& error) {
    response =
        failed(error, is_passing(error.fault()) ? Refusal::storage_away : Refusal::internal_error,
               request);
  } catch (const std::exception& error) {
    response = failed(error, Refusal::internal_error, request);
  }
  complete_fields(request, response);
  return response;
}

/// What went wrong is in the log, under the request, and not in the answer.
Response Reception::failed(const std::exception& error, Refusal refusal, const Request& request) {
  JsonWriter line = Log::line("error", "failure");
  line.field("id", request.id).field("why", std::string_view{error.what()});
  terms_.log.tell(std::move(line));
  return told(refusal, request);
}

Response Reception::respond(const Request& request) {
  const Router::Found found = router_.find(request.method, request.path);
  if (found.is_malformed) return told(Refusal::malformed_path, request);
  const bool is_options = request.method == Method::options;
  if (is_options && (request.path == "*" || !found.offered.empty()) && !found.route) {
    Response response{.status = 204, .media_type = {}};
    response.fields.emplace_back("Allow", Router::allow_of(found.offered));
    return response;
  }
  if (found.offered.empty()) {
    auto page = terms_.pages ? terms_.pages(request) : std::nullopt;
    return page ? *std::move(page) : told(Refusal::not_found, request);
  }
  if (!found.route) {
    const std::string method{word_of(request.method, Language::en)};
    Response response = told(Refusal::method_not_allowed, request, {{"method", method}});
    response.fields.emplace_back("Allow", Router::allow_of(found.offered));
    return response;
  }
  return ask(found, request);
}

/// Someone who has the right to ask for `route`.
Outcome<Caller> Reception::caller_of(const Route& route, const Request& request) const {
  if (route.permission == Permission::anyone) {
    return Caller{
        .account = {}, .rights = {}, .door = Door::api, .origin = request.peer + " " + request.id};
  }
  if (!terms_.gate) return refused(Refusal::unauthenticated);
  Outcome<Caller> caller = terms_.gate(request);
  if (!caller) return caller;
  if (auto refused = refusal_of(*caller, route.permission)) return *std::move(refused);
  return caller;
}

Response Reception::ask(const Router::Found& found, const Request& request) {
  const Route& route = router_.routes()[*found.route];
  const Outcome<Caller> caller = caller_of(route, request);
  if (!caller) return told(caller.error().refusal, request, caller.error().arguments);
  QueryRead read = read_query(request.query);
  if (!read.query && read.repeated.empty()) return told(Refusal::malformed_query, request);
  if (!read.query)
    return told(Refusal::repeated_parameter, request, {{"parameter", read.repeated}});
  const auto language = preferred_language(request.fields.of("accept-language"), terms_.language);
  const Call call{.request = request,
                  .caller = *caller,
                  .path = found.path,
                  .query = std::move(*read.query),
                  .limits = terms_.limits,
                  .language = language};
  return route.answer(call);
}

Response Reception::refuse(Refusal refusal, const Request* request, std::size_t most) {
  static const Request nobody;
  const Request& from = request == nullptr ? nobody : *request;
  Response response = told(refusal, from, {{"most", std::to_string(most)}});
  if (!from.id.empty()) complete_fields(from, response);
  return response;
}

void Reception::note(const Exchange& exchange) {
  metrics_.note(exchange);
  JsonWriter line = Log::line("info", "request");
  if (exchange.request != nullptr) {
    const Request& request = *exchange.request;
    line.field("id", request.id).field("method", word_of(request.method, Language::en));
    if (exchange.route < router_.routes().size()) {
      line.field("route", router_.routes()[exchange.route].pattern);
    }
    line.field("peer", request.peer).field("tls", request.is_secure);
  }
  line.field("status", exchange.status);
  if (exchange.refusal) line.field("refusal", key_of(*exchange.refusal));
  line.field("bytes_in", static_cast<std::uint64_t>(exchange.bytes_in))
      .field("bytes_out", static_cast<std::uint64_t>(exchange.bytes_out))
      .field("took_us", std::int64_t{exchange.took.count()})
      .field("waited_us", std::int64_t{exchange.waited.count()});
  if (exchange.is_cut) line.field("cut", true);
  terms_.log.tell(std::move(line));
}

}  // namespace vigie
