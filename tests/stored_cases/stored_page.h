// A page in a store, asked for over HTTP.
#pragma once

#include <optional>
#include <string>

#include "cases/outcome.h"
#include "connector/zone_folder.h"
#include "notation/case/case_file.h"
#include "server/api/api_for_test.h"
#include "server/document_reader.h"
#include "server/figures/closure_text.h"
#include "store/ticket/ticket.h"
#include "usecase/figures/figures.h"

namespace vigie::stored_cases {

/// An installation that is emptied between two pages.
class StoredPages : public ApiForTest {
 protected:
  std::vector<Route> routes(Installation& here) override;

  /// Puts the agreements and the events of a variant in; what was there is taken out.
  void store(const CaseFile& file, const CaseVariant& variant);
  /// Closes the periods that the page closes, each as its preview shows it.
  void close_periods(const CaseFile& file);
  /// Puts other documents in the place of those that are there.
  void replace_agreements(const CaseFile& file, const CaseVariant& variant);
  /// The body of the answer; a failure of the test when it is refused.
  std::string asked_for(const std::string& address);
  Outcome<Figures> figures_of(const CaseReading& reading, Instant as_of);

  ZoneFolder zones_;

 private:
  void empty();
  void add_party(const std::string& designation);
  void add_agreements(const CaseFile& file, const CaseVariant& variant);
  void add_tickets(const CaseFile& file, const CaseVariant& variant);
  Key<TicketRow> add_ticket(Desk& desk, const History& history, const Names& names,
                            const std::string& customer);

  YamlDocumentReader reader_;
  std::optional<TermsShelf> shelf_;
  Questions questions_{4};
  JsonClosureText closures_;
  int parties_ = 0;
};

/// "as_of=...&known_at=...".
std::string query_of(const CaseReading& reading, Instant as_of);

}  // namespace vigie::stored_cases
