// Routes of facts, asked by the people of two customers and by their provider.
#pragma once

#include "connector/zone_folder.h"
#include "server/api/api_for_test.h"
#include "server/document_reader.h"
#include "usecase/agreement/terms_in_force.h"

namespace vigie {

/// Each test has two customers, `acme` and `zenith`, and an agreement with each: 4 hours to
/// resolve, counted day and night.
class FactApi : public ApiForTest {
 protected:
  void SetUp() override;
  std::vector<Route> routes(Installation& here) override;

  Response post(const std::string& path, const std::string& body);
  Response get(const std::string& path) { return ask({.path = path}); }
  /// INC-1, of acme, opened on Monday 2 March 2026 at 10:00 UTC.
  Response open_ticket(const std::string& more = {});
  /// `{"event": ...}` to INC-1; `more` begins with a comma.
  Response tell(const std::string& event, const std::string& at, const std::string& more = {});
  /// As a customer of acme, of zenith, or the service delivery manager.
  void be_customer_of(std::int64_t party);
  void be_provider() { caller_ = program_itself(); }

  static constexpr std::int64_t acme = 1;
  static constexpr std::int64_t zenith = 2;

 private:
  YamlDocumentReader reader_;
  ZoneFolder zones_;
  TermsShelf shelf_{reader_, zones_};
};

/// The text of a member of the first clock of a ticket: "breached", "2026-03-02T14:00:00Z"; "none"
/// when it has no such member.
std::string of_clock(const Response& response, const std::string& member);
/// The same, of the whole answer.
std::string of_body(const Response& response, const std::string& member);

}  // namespace vigie
