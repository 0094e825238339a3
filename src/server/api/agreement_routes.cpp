#include "server/api/agreement_routes.h"

#include "server/api/api_route.h"
#include "usecase/agreement/agreement.h"

namespace vigie {

std::vector<Route> agreement_routes(Installation& here, TermsShelf& shelf) {
  return {
      lists(here,
            {.pattern = "/api/agreements",
             .permission = Permission::read_agreements,
             .refusals = {Refusal::cursor_unknown},
             .summary = "Agreements, by reference, without their documents."},
            agreements),
      creates<AddAgreementVersion, AgreementView>(
          here,
          {.pattern = "/api/agreements",
           .permission = Permission::write_agreements,
           .refusals = {Refusal::document_faulty, Refusal::reference_malformed,
                        Refusal::designation_unknown, Refusal::not_found},
           .summary = "Adds a version of an agreement, the first or an amendment: a draft, or a"
                      " document that was signed elsewhere."},
          [&shelf](Desk& desk, const AddAgreementVersion& asked) {
            return add_agreement_version(desk, shelf, asked);
          }),
      reads(here,
            {.pattern = "/api/agreements/{reference}",
             .permission = Permission::read_agreements,
             .refusals = {},
             .summary = "One agreement with all its versions."},
            agreement),
  };
}

}  // namespace vigie
