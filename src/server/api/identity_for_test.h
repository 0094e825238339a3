// Someone who signs in, for tests.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "connector/zone_folder.h"
#include "server/api/api_for_test.h"
#include "server/api/api_routes.h"
#include "server/api/identity_routes.h"
#include "server/api/import/import_file_reader.h"
#include "server/delivery/delivery_terms.h"
#include "server/document_reader.h"
#include "server/figures/closure_text.h"
#include "server/identity/entrance.h"
#include "server/stream/streams.h"
#include "server/warning/rota_reader.h"
#include "usecase/board/ticket_board.h"
#include "usecase/figures/questions.h"

namespace vigie {

/// An installation with its owner company `nova`, the customers `acme` (with `acme-lyon`) and
/// `zenith`, and the administrator `ann`; requests come in through the gate.
class IdentityForTest : public ApiForTest {
 protected:
  void SetUp() override;
  void TearDown() override;
  std::vector<Route> routes(Installation& here) override;
  Outcome<Caller> let_in(const Request& request) override { return caller_of(*gate_, request); }

  static constexpr const char* password = "four blue herons";

  /// Adds an account that may sign in with `password`; its address is REFERENCE@nova.example.
  void add_account(const std::string& reference, const std::string& grants);
  /// The field Cookie of a new session; empty when it is refused.
  std::string sign_in(const std::string& reference, const std::string& with = password);
  /// As a page of ours asks, with that cookie.
  Response ask_as(const std::string& cookie, Asked asked);
  Response post_as(const std::string& cookie, const std::string& path, const std::string& body) {
    return ask_as(cookie, {.method = Method::post, .path = path, .body = body});
  }
  /// A row of the tables is changed behind the program.
  void run(const std::string& sql);

  Identity& identity() { return *identity_; }
  TermsShelf& shelf() { return shelf_; }
  const ImportReader& import_reader() const { return import_reader_; }
  Gate& gate() { return *gate_; }
  Streams& streams() { return *streams_; }
  RotaShelf& rotas() { return rotas_; }
  Questions& questions() { return questions_; }
  const ClosureText& closures() const { return closures_; }
  /// The whole table of the API.
  std::vector<Route> every_route() { return every_route(here()); }

 private:
  std::vector<Route> every_route(Installation& here) {
    if (!board_) board_ = std::make_unique<TicketBoard>(here, shelf_);
    return api_routes({.here = here,
                       .identity = *identity_,
                       .shelf = shelf_,
                       .import_reader = import_reader_,
                       .questions = questions_,
                       .closures = closures_,
                       .streams = *streams_,
                       .delivery = delivery_,
                       .zones = import_zones_,
                       .rotas = rotas_,
                       .board = *board_});
  }
  void add_party(const std::string& reference, PartyKind kind, const std::string& parent = {});

  YamlDocumentReader reader_;
  ZoneFolder zones_;
  TermsShelf shelf_{reader_, zones_};
  Questions questions_{2};
  JsonClosureText closures_;
  DeliveryTerms delivery_;
  ZoneFolder import_zones_;
  ImportFileReader import_reader_{import_zones_};
  ZoneFolder rota_zones_;
  IcalendarRotaReader rota_reader_{rota_zones_};
  RotaShelf rotas_{rota_reader_};
  std::unique_ptr<TicketBoard> board_;
  std::unique_ptr<Identity> identity_;
  std::unique_ptr<Gate> gate_;
  std::unique_ptr<Streams> streams_;
};

/// The text of the member `name` in a body: enough for what has no quotes within.
std::string text_in(const Response& response, const std::string& name);

}  // namespace vigie
