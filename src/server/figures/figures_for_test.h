// An installation with a customer, an agreement and tickets, asked about its figures.
#pragma once

#include <string>

#include "connector/zone_folder.h"
#include "server/api/api_for_test.h"
#include "server/document_reader.h"
#include "server/figures/closure_text.h"
#include "usecase/figures/figures.h"

namespace vigie {

class FiguresForTest : public ApiForTest {
 protected:
  std::vector<Route> routes(Installation& here) override;

  Response post(const std::string& path, const std::string& body) {
    return ask({.method = Method::post, .path = path, .body = body});
  }
  Response get(const std::string& path) { return ask({.path = path}); }

  /// The customer `acme` with its agreement: four hours, 90 % a month, 150.00 for each hour begun.
  /// `more`: lines of the penalty schedule, each ended by "\\n" as JSON writes it.
  void set_up_acme(const std::string& more = {});
  /// A customer with an agreement of its own: mail is up 99 % of each month from March 2026 on.
  /// `more`: clauses, each ended by "\\n" as JSON writes it.
  void set_up_mail_of(const std::string& customer, const std::string& name,
                      const std::string& more = {});
  /// Mail is down from one instant to another, for that customer; empty: for everyone. Gives its
  /// reference.
  std::string add_outage(const std::string& customer, const std::string& from,
                         const std::string& to);
  /// Opened that day at 10:00 UTC, and resolved so many hours later; gives its reference.
  std::string add_ticket(const std::string& day, int hours);
  /// The digest by which the period is closed, as it is shown now.
  std::string digest_shown(const std::string& period);
  Response close(const std::string& period, const std::string& digest);
  Response close(const std::string& period) { return close(period, digest_shown(period)); }
  /// Who asks from now on: someone of that role, whose customer is the first that was added.
  void ask_as(UserRole role);
  /// POST as someone who answers for that side: `provider` or `customer`.
  Response say_for(const std::string& side, const std::string& path, const std::string& body);

  FiguresParts parts() { return {here(), shelf_, questions_, closures_}; }

  Questions questions_{2};

 private:
  YamlDocumentReader reader_;
  ZoneFolder zones_;
  TermsShelf shelf_{reader_, zones_};
  JsonClosureText closures_;
};

/// Answers name the position of the journal, which PostgreSQL's sealer gives a little later.
void wait_for_seals(Database& database);

/// The text of the first member of that name; empty when there is none.
std::string member_of(const std::string& body, const std::string& name);

}  // namespace vigie
