#include "store/import/import.h"

#include "store/ticket/ticket.h"

namespace vigie {

namespace {

constexpr BelongingColumns columns{.customer = "i.customer"};

const std::string& select_import() {
  static const std::string text = "select i.id, p.reference, " + select_list<ImportRow>("i") +
                                  " from import i join party p on p.id = i.customer";
  return text;
}

ListedImport listed_from(const Row& row) {
  return {.kept = {.key = {row.whole(0)}, .row = row_from<ImportRow>(row, 2)},
          .customer = std::string{row.text(1)}};
}

}  // namespace

Key<ImportRow> add_import_row(Connection& rows, const ImportRow& row) {
  static const std::string insert = insert_statement<ImportRow>("import") + " returning id";
  Key<ImportRow> key{};
  rows.run(insert, values_of(row), [&](const Row& answer) { key = {answer.whole(0)}; });
  return key;
}

bool change_import_row(Connection& rows, Key<ImportRow> key, const ImportRow& row) {
  static const std::string update = update_statement<ImportRow>("import");
  std::array<Parameter, field_count<ImportRow>() + 2> values;
  put_values(row, values);
  values[field_count<ImportRow>()] = key.value;
  values[field_count<ImportRow>() + 1] = row.version - 1;
  return rows.run(update, values) == 1;
}

std::optional<KeptImport> import_by_reference(Connection& rows, const Scope& scope,
                                              std::string_view reference) {
  static const std::string select = select_import() + " where i.reference = $1";
  std::optional<KeptImport> found;
  rows.run(select, std::array<Parameter, 1>{reference},
           [&](const Row& row) { found = listed_from(row).kept; });
  if (found && !scope.covers({.customer = found->row.customer})) return std::nullopt;
  return found;
}

std::vector<ListedImport> imports_before(Connection& rows, const Scope& scope, std::int64_t before,
                                         std::int64_t most) {
  std::vector<Parameter> values{before, most};
  const std::string condition = scope_condition(scope, columns, values);
  std::vector<ListedImport> found;
  rows.run(select_import() + " where (i.id < $1 or $1 = 0) and " + condition +
               " order by i.id desc limit $2",
           values, [&](const Row& row) { found.push_back(listed_from(row)); });
  return found;
}

std::optional<std::string> import_under_way(Connection& rows, std::string_view source,
                                            Key<ImportRow> but) {
  std::optional<std::string> found;
  rows.run(
      "select reference from import where source = $1 and id <> $2"
      " and state in ('loading', 'loaded') order by id limit 1",
      std::array<Parameter, 2>{source, but.value},
      [&](const Row& row) { found = std::string{row.text(0)}; });
  return found;
}

void keep_findings(Connection& rows, Key<ImportRow> import,
                   std::vector<ImportFindingRow> findings) {
  static const std::string insert = insert_statement<ImportFindingRow>("import_finding");
  rows.run("delete from import_finding where import = $1", std::array<Parameter, 1>{import.value});
  std::int64_t rank = 0;
  for (ImportFindingRow& finding : findings) {
    finding.import = import;
    finding.rank = ++rank;
    rows.run(insert, values_of(finding));
  }
}

std::vector<ImportFindingRow> findings_of(Connection& rows, Key<ImportRow> import) {
  static const std::string select = "select " + select_list<ImportFindingRow>() +
                                    " from import_finding where import = $1 order by rank";
  std::vector<ImportFindingRow> found;
  rows.run(select, std::array<Parameter, 1>{import.value},
           [&](const Row& row) { found.push_back(row_from<ImportFindingRow>(row)); });
  return found;
}

}  // namespace vigie
