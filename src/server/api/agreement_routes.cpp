#include "server/api/agreement_routes.h"

#include "server/api/api_query_route.h"
#include "usecase/agreement/agreement.h"

namespace vigie {

std::vector<Route> agreement_routes(Installation& here, TermsShelf& shelf) {
  return {
      lists_with<AgreementView>(here,
                                {.pattern = "/api/agreements",
                                 .permission = Permission::read_agreements,
                                 .refusals = {Refusal::cursor_unknown},
                                 .summary = "Agreements, by reference, without their documents."},
                                [&shelf](const Look& look, const ListAsked& asked) {
                                  return agreements(look, shelf, asked);
                                }),
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
      reads<AgreementView>(here,
                           {.pattern = "/api/agreements/{reference}",
                            .permission = Permission::read_agreements,
                            .refusals = {},
                            .summary = "One agreement with all its versions."},
                           [&shelf](const Look& look, std::string_view reference) {
                             return agreement(look, shelf, reference);
                           }),
  };
}

}  // namespace vigie
