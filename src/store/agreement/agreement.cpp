#include "store/agreement/agreement.h"

namespace vigie {

namespace {

constexpr BelongingColumns columns{.customer = "a.customer"};

KeptAgreement kept_from(const Row& row) {
  return {.key = {row.whole(0)}, .row = row_from<AgreementRow>(row, 1)};
}

const std::string& select_agreement() {
  static const std::string text =
      "select a.id, " + select_list<AgreementRow>("a") + " from agreement a";
  return text;
}

}  // namespace

std::optional<KeptAgreement> agreement_by_reference(Connection& rows, const Scope& scope,
                                                    std::string_view reference) {
  static const std::string select = select_agreement() + " where a.reference = $1";
  std::optional<KeptAgreement> found;
  rows.run(select, std::array<Parameter, 1>{reference},
           [&](const Row& row) { found = kept_from(row); });
  if (found && !scope.covers({.customer = found->row.customer})) return std::nullopt;
  return found;
}

Key<AgreementRow> add_agreement_row(Connection& rows, const AgreementRow& row) {
  static const std::string insert = insert_statement<AgreementRow>("agreement") + " returning id";
  Key<AgreementRow> key{};
  rows.run(insert, values_of(row), [&](const Row& answer) { key = {answer.whole(0)}; });
  return key;
}

bool change_agreement_row(Connection& rows, Key<AgreementRow> key, const AgreementRow& row) {
  static const std::string update = update_statement<AgreementRow>("agreement");
  std::array<Parameter, field_count<AgreementRow>() + 2> values;
  put_values(row, values);
  values[field_count<AgreementRow>()] = key.value;
  values[field_count<AgreementRow>() + 1] = row.version - 1;
  return rows.run(update, values) == 1;
}

TermsMarks terms_marks(Connection& rows) {
  TermsMarks marks;
  rows.run(
      "select (select count(*) from agreement_version) + (select count(*) from agreement_revision)"
      " + (select count(*) from agreement_step)"
      " + (select coalesce(cast(sum(version) as bigint), 0) from site)"
      " + (select coalesce(cast(sum(version) as bigint), 0) from contract), warnings_mark"
      " from installation",
      {}, [&](const Row& row) { marks = {.terms = row.whole(0), .rules = row.whole(1)}; });
  return marks;
}

std::vector<KeptAgreement> agreements_after(Connection& rows, const Scope& scope,
                                            std::string_view after, std::int64_t most) {
  std::vector<Parameter> values{after, most};
  const std::string condition = scope_condition(scope, columns, values);
  std::vector<KeptAgreement> found;
  rows.run(select_agreement() + " where a.reference > $1 and " + condition +
               " order by a.reference limit $2",
           values, [&](const Row& row) { found.push_back(kept_from(row)); });
  return found;
}

}  // namespace vigie
