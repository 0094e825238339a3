// Agreements as rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/journal/rows.h"
#include "store/people/party.h"
#include "vocabulary/agreement.h"

namespace vigie {

struct AgreementRow {
  std::string reference;
  std::int64_t version = 1;  // of the row: raised by each act on it
  AgreementKind kind{};
  Key<PartyRow> customer{};
  std::string title;
};

template <>
inline constexpr StoreTable table_of<AgreementRow> = StoreTable::agreement;
template <>
inline constexpr auto fields_of<AgreementRow> = std::tuple{
    field("reference", &AgreementRow::reference, "What the world calls it."),
    field("version", &AgreementRow::version, "Raised by one by each act on it."),
    field("kind", &AgreementRow::kind, "SLA, OLA or underpinning contract."),
    field("customer", &AgreementRow::customer, "To whom it is promised."),
    field("title", &AgreementRow::title, "Of its last version."),
};

/// A version, sealed.
struct AgreementVersionRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  Key<AgreementRow> agreement{};
  std::int64_t number = 0;
  AgreementState state{};
  std::string document;
  std::string digest;
};

template <>
inline constexpr StoreTable table_of<AgreementVersionRow> = StoreTable::agreement_version;
template <>
inline constexpr auto fields_of<AgreementVersionRow> = std::tuple{
    field("act", &AgreementVersionRow::act, "Which act added it."),
    field("rank", &AgreementVersionRow::rank, "Place among the rows of the act, from 1."),
    field("agreement", &AgreementVersionRow::agreement, "Of which agreement."),
    field("number", &AgreementVersionRow::number, "Of the version, from 1."),
    field("state", &AgreementVersionRow::state, "Where its life stands, as its document says."),
    field("document", &AgreementVersionRow::document, "YAML, word for word."),
    field("digest", &AgreementVersionRow::digest, "Of the document."),
};

struct KeptAgreement {
  Key<AgreementRow> key{};
  AgreementRow row;
};

std::optional<KeptAgreement> agreement_by_reference(Connection& rows, const Scope& scope,
                                                    std::string_view reference);
Key<AgreementRow> add_agreement_row(Connection& rows, const AgreementRow& row);
bool change_agreement_row(Connection& rows, Key<AgreementRow> key, const AgreementRow& row);

/// Each changes whenever something of what it stands for does.
struct TermsMarks {
  /// Versions, texts, steps, sites, contracts. A sum of numbers that only rise, not the last act:
  /// acts may be committed in another order.
  std::int64_t terms = 0;
  std::int64_t rules = 0;  // warning rules, and the tree of customers
};
TermsMarks terms_marks(Connection& rows);

/// By reference after `after`; at most so many.
std::vector<KeptAgreement> agreements_after(Connection& rows, const Scope& scope,
                                            std::string_view after, std::int64_t most);

}  // namespace vigie
