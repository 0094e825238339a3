// Acts on agreements.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"

namespace vigie {

struct AgreementVersionView {
  std::int64_t number = 0;
  AgreementState state{};
  std::string document;
  std::string digest;
};

template <>
inline constexpr auto fields_of<AgreementVersionView> = std::tuple{
    field("number", &AgreementVersionView::number, "Of the version, from 1."),
    field("state", &AgreementVersionView::state,
          "Reached by its last step; the version itself says what it is today."),
    field("document", &AgreementVersionView::document,
          "YAML, word for word; without suppliers, what underpins it and comments for who does not "
          "read the chain behind a promise."),
    field("digest", &AgreementVersionView::digest, "Of the document."),
};

struct AgreementView {
  std::string reference;
  std::int64_t version = 0;
  AgreementKind kind{};
  std::string customer;
  std::string title;
  std::int64_t number = 0;
  AgreementState state{};
  std::optional<CivilDay> signed_on;
  std::optional<CivilDay> in_force_from;
  std::optional<CivilDay> in_force_to;
  std::optional<CivilDay> notice_by;
  std::vector<AgreementVersionView> versions;
};

template <>
inline constexpr std::string_view title_of<AgreementView> = "Agreement";
template <>
inline constexpr auto fields_of<AgreementView> = std::tuple{
    field("reference", &AgreementView::reference, "What the world calls it."),
    field("version", &AgreementView::version, "Raised by one by each act on it."),
    field("kind", &AgreementView::kind, "SLA, OLA or underpinning contract."),
    field("customer", &AgreementView::customer, "Reference of the party that it is promised to."),
    field("title", &AgreementView::title, "Of its last version."),
    field("number", &AgreementView::number,
          "Of the version that is in force today; of none, the last one that was signed, else the "
          "last; what follows is told of that version."),
    field("state", &AgreementView::state, "Where its life stands today, in its own zone."),
    field("signed_on", &AgreementView::signed_on, "Day of signature, as its document says."),
    field("in_force_from", &AgreementView::in_force_from, "First day on which it judges."),
    field("in_force_to", &AgreementView::in_force_to, "Last day on which it judges."),
    field("notice_by", &AgreementView::notice_by, "Last day to give notice."),
    field("versions", &AgreementView::versions, "By number; in a list of agreements, none."),
};

struct AddAgreementVersion {
  std::string document;
};

template <>
inline constexpr std::string_view title_of<AddAgreementVersion> = "AgreementVersionToAdd";
template <>
inline constexpr auto fields_of<AddAgreementVersion> = std::tuple{
    field("document", &AddAgreementVersion::document,
          "The agreement as YAML, as vigie check reads it; its id is its reference. Without a"
          " state, it was signed elsewhere and judges at once; a draft says state: draft."),
};

/// The party whose it is: the customer; of an agreement without one, which a house makes for all or
/// between its own teams, the provider.
const std::string& belongs_to(const Agreement& agreement);

/// Refused, in this order: document_faulty (with the faults), reference_malformed,
/// designation_unknown, not_permitted (a document that says it was signed is for who may sign),
/// not_found (the agreement is another customer's). A version that is there is a fault. A document
/// that was signed elsewhere judges at once; any other goes through its life here. Source: A3.
Outcome<AgreementView> add_agreement_version(Desk& desk, TermsShelf& shelf,
                                             const AddAgreementVersion& asked);

/// Refused: not_found.
Outcome<AgreementView> agreement(const Look& look, TermsShelf& shelf, std::string_view reference);

/// By reference. Refused: cursor_unknown.
Outcome<ListPage<AgreementView>> agreements(const Look& look, TermsShelf& shelf,
                                            const ListAsked& asked);

}  // namespace vigie
