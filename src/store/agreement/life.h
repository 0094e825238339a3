// The life of a version after it was added: other texts while nobody has signed, steps, approvals.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/agreement/agreement.h"

namespace vigie {

/// Another text for a version that nobody has signed, sealed.
struct AgreementRevisionRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  Key<AgreementRow> agreement{};
  std::int64_t number = 0;
  std::int64_t revision = 0;
  std::string document;
  std::string digest;
};

template <>
inline constexpr StoreTable table_of<AgreementRevisionRow> = StoreTable::agreement_revision;
template <>
inline constexpr auto fields_of<AgreementRevisionRow> = std::tuple{
    field("act", &AgreementRevisionRow::act, "Which act added it."),
    field("rank", &AgreementRevisionRow::rank, "Place among the rows of the act, from 1."),
    field("agreement", &AgreementRevisionRow::agreement, "Of which agreement."),
    field("number", &AgreementRevisionRow::number, "Of the version."),
    field("revision", &AgreementRevisionRow::revision,
          "Of its text, from 2: the first came first."),
    field("document", &AgreementRevisionRow::document, "YAML, word for word."),
    field("digest", &AgreementRevisionRow::digest, "Of the document."),
};

/// A step of the life of a version, sealed.
struct AgreementStepRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  Key<AgreementRow> agreement{};
  std::int64_t number = 0;
  AgreementState state{};
  std::optional<CivilDay> last_day;
  std::optional<std::string> comment;
};

template <>
inline constexpr StoreTable table_of<AgreementStepRow> = StoreTable::agreement_step;
template <>
inline constexpr auto fields_of<AgreementStepRow> = std::tuple{
    field("act", &AgreementStepRow::act, "Which act took it."),
    field("rank", &AgreementStepRow::rank, "Place among the rows of the act, from 1."),
    field("agreement", &AgreementStepRow::agreement, "Of which agreement."),
    field("number", &AgreementStepRow::number, "Of the version."),
    field("state", &AgreementStepRow::state, "Reached by it."),
    field("last_day", &AgreementStepRow::last_day, "Last day judged, of what is stopped."),
    field("comment", &AgreementStepRow::comment, "Why."),
};

/// Asked of someone, or answered, sealed.
struct AgreementApprovalRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  Key<AgreementRow> agreement{};
  std::int64_t number = 0;
  std::string digest;
  Key<AccountRow> account{};
  ApprovalState state{};
  std::optional<std::string> comment;
};

template <>
inline constexpr StoreTable table_of<AgreementApprovalRow> = StoreTable::agreement_approval;
template <>
inline constexpr auto fields_of<AgreementApprovalRow> = std::tuple{
    field("act", &AgreementApprovalRow::act, "Which act asked or answered."),
    field("rank", &AgreementApprovalRow::rank, "Place among the rows of the act, from 1."),
    field("agreement", &AgreementApprovalRow::agreement, "Of which agreement."),
    field("number", &AgreementApprovalRow::number, "Of the version."),
    field("digest", &AgreementApprovalRow::digest, "Of the text that it is about."),
    field("account", &AgreementApprovalRow::account, "Who must approve."),
    field("state", &AgreementApprovalRow::state, "Asked, or what they said."),
    field("comment", &AgreementApprovalRow::comment, "What they said of it."),
};

/// A row of the journal's acts with what it did, and who did it.
template <class Kept>
struct Dated {
  Kept row;
  Instant at;
  std::optional<std::string> by;  // reference of the account; none: the program itself
};

/// With the act that added each row: when, and the reference of who did it. In the order in which
/// they were recorded.
template <class Row>
std::vector<Dated<Row>> dated_rows(Connection& rows, Key<AgreementRow> agreement,
                                   std::int64_t number) {
  static const std::string select =
      "select c.recorded_at, p.reference, " + select_list<Row>("r") + " from " + table_name<Row>() +
      " r join act c on c.number = r.act left join account u on u.id = c.account"
      " left join person p on p.id = u.person where r.agreement = $1 and r.number = $2"
      " order by r.act, r.rank";
  std::vector<Dated<Row>> found;
  rows.run(select, std::array<Parameter, 2>{agreement.value, number}, [&](const vigie::Row& row) {
    found.push_back({.row = row_from<Row>(row, 2),
                     .at = FieldValue<Instant>::from_sql(row, 0),
                     .by = FieldValue<std::optional<std::string>>::from_sql(row, 1)});
  });
  return found;
}
std::vector<Dated<AgreementRevisionRow>> revisions_of(Connection& rows, Key<AgreementRow> agreement,
                                                      std::int64_t number);
std::vector<Dated<AgreementStepRow>> steps_of(Connection& rows, Key<AgreementRow> agreement,
                                              std::int64_t number);
std::vector<Dated<AgreementApprovalRow>> approvals_of(Connection& rows, Key<AgreementRow> agreement,
                                                      std::int64_t number);

/// A version as it stands: its last text, and the state that its last step reached.
struct StandingVersion {
  std::string reference;  // of the agreement
  Key<AgreementRow> agreement{};
  std::int64_t number = 0;
  AgreementState state{};
  std::optional<CivilDay> last_day;  // of what is suspended or terminated
  std::int64_t revision = 1;
  std::string document;
  std::string digest;
};
/// All that are kept, by agreement and number: the terms of the whole installation.
std::vector<StandingVersion> standing_versions(Connection& rows);
/// Those of one agreement, by number.
std::vector<StandingVersion> standing_versions_of(Connection& rows, Key<AgreementRow> agreement);

/// The reference of who has the account.
std::string account_reference(Connection& rows, Key<AccountRow> account);

}  // namespace vigie
