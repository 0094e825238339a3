#include "store/agreement/life.h"

namespace vigie {

namespace {

// One act takes one step of a version, and acts on an agreement follow one another.
constexpr std::string_view select_standing =
    "select a.reference, v.agreement, v.number, coalesce(s.state, v.state), s.last_day,"
    " coalesce(r.revision, 1), coalesce(r.document, v.document), coalesce(r.digest, v.digest)"
    " from agreement_version v join agreement a on a.id = v.agreement"
    " left join agreement_revision r on r.agreement = v.agreement and r.number = v.number"
    " and r.revision = (select max(o.revision) from agreement_revision o"
    " where o.agreement = v.agreement and o.number = v.number)"
    " left join agreement_step s on s.agreement = v.agreement and s.number = v.number"
    " and s.act = (select max(o.act) from agreement_step o"
    " where o.agreement = v.agreement and o.number = v.number)";
constexpr const char* order_of_standing = " order by a.reference, v.number";

StandingVersion standing_from(const Row& row) {
  return {.reference = std::string{row.text(0)},
          .agreement = {row.whole(1)},
          .number = row.whole(2),
          .state = FieldValue<AgreementState>::from_sql(row, 3),
          .last_day = FieldValue<std::optional<CivilDay>>::from_sql(row, 4),
          .revision = row.whole(5),
          .document = std::string{row.text(6)},
          .digest = std::string{row.text(7)}};
}

}  // namespace

std::vector<Dated<AgreementRevisionRow>> revisions_of(Connection& rows, Key<AgreementRow> agreement,
                                                      std::int64_t number) {
  return dated_rows<AgreementRevisionRow>(rows, agreement, number);
}

std::vector<Dated<AgreementStepRow>> steps_of(Connection& rows, Key<AgreementRow> agreement,
                                              std::int64_t number) {
  return dated_rows<AgreementStepRow>(rows, agreement, number);
}

std::vector<Dated<AgreementApprovalRow>> approvals_of(Connection& rows, Key<AgreementRow> agreement,
                                                      std::int64_t number) {
  return dated_rows<AgreementApprovalRow>(rows, agreement, number);
}

std::vector<StandingVersion> standing_versions(Connection& rows) {
  static const std::string select = std::string{select_standing} + order_of_standing;
  std::vector<StandingVersion> found;
  rows.run(select, {}, [&](const Row& row) { found.push_back(standing_from(row)); });
  return found;
}

std::vector<StandingVersion> standing_versions_of(Connection& rows, Key<AgreementRow> agreement) {
  static const std::string select =
      std::string{select_standing} + " where v.agreement = $1" + order_of_standing;
  std::vector<StandingVersion> found;
  rows.run(select, std::array<Parameter, 1>{agreement.value},
           [&](const Row& row) { found.push_back(standing_from(row)); });
  return found;
}

std::string account_reference(Connection& rows, Key<AccountRow> account) {
  std::string reference;
  rows.run("select p.reference from account u join person p on p.id = u.person where u.id = $1",
           std::array<Parameter, 1>{account.value},
           [&](const Row& row) { reference = row.text(0); });
  return reference;
}

}  // namespace vigie
