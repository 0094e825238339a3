// Who signed which text, for whom, on which day.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/agreement/life.h"
#include "store/journal/seal_maker.h"

namespace vigie {

/// Sealed, but for the name and the capacity: a salted digest stands for those.
struct AgreementSignatureRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  Key<AgreementRow> agreement{};
  std::int64_t number = 0;
  std::string digest;
  SigningSide side{};
  CivilDay signed_on;
  std::string head;
  std::optional<std::string> name;
  std::optional<std::string> capacity;
  std::optional<Bytes> salt;
  Bytes signatory_digest;
};

template <>
inline constexpr StoreTable table_of<AgreementSignatureRow> = StoreTable::agreement_signature;
template <>
inline constexpr auto fields_of<AgreementSignatureRow> = std::tuple{
    field("act", &AgreementSignatureRow::act, "Which act recorded it."),
    field("rank", &AgreementSignatureRow::rank, "Place among the rows of the act, from 1."),
    field("agreement", &AgreementSignatureRow::agreement, "Of which agreement."),
    field("number", &AgreementSignatureRow::number, "Of the version."),
    field("digest", &AgreementSignatureRow::digest, "Of the text that was signed."),
    field("side", &AgreementSignatureRow::side, "For which party."),
    field("signed_on", &AgreementSignatureRow::signed_on, "Day of the signature."),
    field("head", &AgreementSignatureRow::head, "Of the journal when it was recorded."),
    field("name", &AgreementSignatureRow::name, "Who signed; none once erased."),
    field("capacity", &AgreementSignatureRow::capacity, "In which capacity; none once erased."),
    field("salt", &AgreementSignatureRow::salt, "Of the digest; gone when the texts are erased."),
    field("signatory_digest", &AgreementSignatureRow::signatory_digest,
          "Of the name and the capacity; stays."),
};

template <>
inline constexpr auto sealed_fields_of<AgreementSignatureRow> = std::tuple{
    std::get<0>(fields_of<AgreementSignatureRow>), std::get<1>(fields_of<AgreementSignatureRow>),
    std::get<2>(fields_of<AgreementSignatureRow>), std::get<3>(fields_of<AgreementSignatureRow>),
    std::get<4>(fields_of<AgreementSignatureRow>), std::get<5>(fields_of<AgreementSignatureRow>),
    std::get<6>(fields_of<AgreementSignatureRow>), std::get<7>(fields_of<AgreementSignatureRow>),
    std::get<11>(fields_of<AgreementSignatureRow>)};

/// In the order in which they were recorded.
std::vector<Dated<AgreementSignatureRow>> signatures_of(Connection& rows,
                                                        Key<AgreementRow> agreement,
                                                        std::int64_t number);

/// The digest of the last block of the journal, in hexadecimal; empty when nothing was sealed yet.
std::string last_block_digest(Connection& rows);

}  // namespace vigie
