// All that the API offers, in one table.
#pragma once

#include <functional>
#include <vector>

#include "server/probes.h"

namespace vigie {

struct Installation;
struct Identity;
class TermsShelf;
class Questions;
class ClosureText;
struct DeliveryTerms;
class OpenidDoor;
class ImportReader;
class ZoneSource;
class RotaShelf;
class TicketBoard;
struct Streams;

/// What stands behind the routes; all of it lives longer.
struct ApiParts {
  Installation& here;
  Identity& identity;
  TermsShelf& shelf;
  const ImportReader& import_reader;
  Questions& questions;
  const ClosureText& closures;
  Streams& streams;
  const DeliveryTerms& delivery;
  ZoneSource& zones;
  RotaShelf& rotas;
  TicketBoard& board;
  std::function<void()> facts_heard = {};
  std::int64_t most_jobs = 20;   // limit jobs_of_account
  OpenidDoor* openid = nullptr;  // none: nobody signs in elsewhere
};

/// Routes of what is stored, and of what the engine answers; each concept adds its own.
std::vector<Route> api_routes(const ApiParts& parts);

/// What the program serves: the API, the probes, and the documentation of both.
struct ServedParts {
  ApiParts api;
  ProbeParts probes;
  std::vector<Route> documentation;
};
std::vector<Route> all_routes(ServedParts parts);

/// GET /api/openapi.json and the pages of the reference, of `described_routes`. The description is
/// for those who are signed in; the pages are for anyone, since a refusal that turned someone away
/// points to them, and hold nothing of the installation.
std::vector<Route> documentation_routes(const Limits& limits);

/// The same routes without answers.
std::vector<Route> documentation_described();

/// `all_routes`, to be described: nothing stands behind them, and none has
/// an answer.
std::vector<Route> described_routes();

}  // namespace vigie
