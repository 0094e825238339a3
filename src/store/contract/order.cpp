#include "store/contract/order.h"

namespace vigie {

std::vector<KeptRow<ContractOrderRow>> orders_of(Connection& rows, Key<ContractRow> contract) {
  static const std::string select =
      select_kept<ContractOrderRow>() + " where t.contract = $1 order by t.code";
  std::vector<KeptRow<ContractOrderRow>> found;
  rows.run(select, std::array<Parameter, 1>{contract.value},
           [&](const Row& row) { found.push_back(kept_from<ContractOrderRow>(row)); });
  return found;
}

// Told anew field by field: the aggregate's version is that of its contract.
void write_order(Connection& rows, Key<ContractOrderRow> key, const ContractOrderRow& row) {
  rows.run(
      "update contract_order set title = $1, minor = $2, ceiling_minor = $3, from_day = $4,"
      " to_day = $5, is_withdrawn = $6 where id = $7",
      std::array<Parameter, 7>{std::string_view{row.title}, row.minor,
                               FieldValue<std::optional<std::int64_t>>::to_sql(row.ceiling_minor),
                               FieldValue<std::optional<CivilDay>>::to_sql(row.from_day),
                               FieldValue<std::optional<CivilDay>>::to_sql(row.to_day),
                               FieldValue<bool>::to_sql(row.is_withdrawn), key.value});
}

std::vector<FeeOfContract> fees_of(Connection& rows, Key<ContractRow> contract) {
  static const std::string fees =
      select_kept<ContractFeeRow>() + " where t.contract = $1 order by t.code";
  static const std::string versions = "select " + select_list<ContractFeeVersionRow>() +
                                      " from contract_fee_version where fee = $1 order by from_day";
  std::vector<FeeOfContract> found;
  rows.run(fees, std::array<Parameter, 1>{contract.value}, [&](const Row& row) {
    found.push_back({.fee = kept_from<ContractFeeRow>(row), .versions = {}});
  });
  for (FeeOfContract& each : found) {
    rows.run(versions, std::array<Parameter, 1>{each.fee.key.value}, [&](const Row& row) {
      each.versions.push_back(row_from<ContractFeeVersionRow>(row));
    });
  }
  return found;
}

}  // namespace vigie
