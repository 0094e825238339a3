#include "store/contract/contract.h"

namespace vigie {

namespace {

template <class Described>
std::vector<Described> rows_of(Connection& rows, Key<ContractRow> contract) {
  static const std::string select = "select " + select_list<Described>() + " from " +
                                    table_name<Described>() + " where contract = $1 order by rank";
  std::vector<Described> found;
  rows.run(select, std::array<Parameter, 1>{contract.value},
           [&](const Row& row) { found.push_back(row_from<Described>(row)); });
  return found;
}

std::vector<std::string> texts_of(Connection& rows, const char* select, Key<ContractRow> contract) {
  std::vector<std::string> found;
  rows.run(select, std::array<Parameter, 1>{contract.value},
           [&](const Row& row) { found.emplace_back(row.text(0)); });
  return found;
}

template <class Described>
void set_rows(Connection& rows, Key<ContractRow> contract, const std::vector<Described>& told) {
  static const std::string gone = "delete from " + table_name<Described>() + " where contract = $1";
  static const std::string insert = insert_statement<Described>(key_of(table_of<Described>));
  rows.run(gone, std::array<Parameter, 1>{contract.value});
  for (std::size_t i = 0; i < told.size(); ++i) {
    Described row = told[i];
    row.contract = contract;
    row.rank = static_cast<std::int64_t>(i) + 1;
    rows.run(insert, values_of(row));
  }
}

}  // namespace

ContractParts parts_of(Connection& rows, Key<ContractRow> contract) {
  return {
      .lots = rows_of<ContractLotRow>(rows, contract),
      .tranches = rows_of<ContractTrancheRow>(rows, contract),
      .documents = texts_of(
          rows, "select title from contract_document where contract = $1 order by rank", contract),
      .agreements = texts_of(
          rows, "select agreement from contract_agreement where contract = $1 order by agreement",
          contract)};
}

void set_parts(Connection& rows, Key<ContractRow> contract, const ContractParts& parts) {
  set_rows(rows, contract, parts.lots);
  set_rows(rows, contract, parts.tranches);
  const std::array<Parameter, 1> key{contract.value};
  rows.run("delete from contract_document where contract = $1", key);
  std::int64_t rank = 0;
  for (const std::string& title : parts.documents) {
    rows.run("insert into contract_document (contract, rank, title) values ($1, $2, $3)",
             std::array<Parameter, 3>{contract.value, ++rank, std::string_view{title}});
  }
  rows.run("delete from contract_agreement where contract = $1", key);
  for (const std::string& agreement : parts.agreements) {
    rows.run("insert into contract_agreement (contract, agreement) values ($1, $2)",
             std::array<Parameter, 2>{contract.value, std::string_view{agreement}});
  }
}

std::vector<PayingContract> paying_contracts(Connection& rows) {
  static const std::string select =
      "select a.agreement, p.designation, t.id, " + select_list<ContractRow>("t") +
      " from contract_agreement a join contract t on t.id = a.contract"
      " join party p on p.id = t.customer order by a.agreement";
  std::vector<PayingContract> found;
  rows.run(select, {}, [&](const Row& row) {
    found.push_back({.agreement = std::string{row.text(0)},
                     .customer = std::string{row.text(1)},
                     .contract = {.key = {row.whole(2)}, .row = row_from<ContractRow>(row, 3)}});
  });
  return found;
}

std::optional<std::string> payer_of(Connection& rows, std::string_view agreement) {
  std::optional<std::string> found;
  rows.run(
      "select c.reference from contract_agreement a join contract c on c.id = a.contract"
      " where a.agreement = $1",
      std::array<Parameter, 1>{agreement}, [&](const Row& row) { found = row.text(0); });
  return found;
}

}  // namespace vigie
