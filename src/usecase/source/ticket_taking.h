// Rows of tickets that a source tells, as they come.
#pragma once

#include <memory>
#include <string_view>

#include "usecase/agreement/terms_in_force.h"
#include "usecase/import/import_reader.h"
#include "usecase/source/taking.h"

namespace vigie {

/// What reading stands on; all of it lives longer.
struct TicketFacts {
  const ImportReader& reader;
  TermsShelf& shelf;
  std::uint64_t most_rows = 0;
};

/// The rows of a call, read.
struct TicketsTold {
  SharedTerms terms;
  Names names;
  FileTold told;
};

/// Reads the body by the profile of the source, outside of any act. Refused, in this order:
/// document_faulty (with the faults of the rows), import_too_long, import_has_no_ticket.
Outcome<std::shared_ptr<TicketsTold>> read_tickets(Installation& here, const TicketFacts& facts,
                                                   const KeptSource& source, std::string_view body);

/// Keeps what is new of them, which counts and is judged at once, in one act. What is known already
/// changes nothing: source, ticket, event, instant, value and rank make an event what it is.
FactsTaken take_tickets(Desk& desk, TermsShelf& shelf, const KeptSource& source, TicketsTold& told);

}  // namespace vigie
