#include "store/source/fact_source.h"

namespace vigie {

void touch_source(Connection& rows, Key<FactSourceRow> source, std::optional<Instant> heard_at) {
  rows.run(
      "update fact_source set heard_at = coalesce($1, heard_at) where id = $2",
      std::array<Parameter, 2>{FieldValue<std::optional<Instant>>::to_sql(heard_at), source.value});
}

void set_import_of_source(Connection& rows, Key<FactSourceRow> source, Key<ImportRow> import) {
  rows.run("update fact_source set import = $1 where id = $2",
           std::array<Parameter, 2>{import.value, source.value});
}

std::optional<FactReceiptRow> receipt_of(Connection& rows, Key<FactSourceRow> source,
                                         const Bytes& call) {
  static const std::string select = "select " + select_list<FactReceiptRow>() +
                                    " from fact_receipt where source = $1 and call = $2";
  std::optional<FactReceiptRow> found;
  rows.run(select, std::array<Parameter, 2>{source.value, BytesView{call}},
           [&](const Row& row) { found = row_from<FactReceiptRow>(row); });
  return found;
}

void add_receipt(Connection& rows, const FactReceiptRow& row) {
  static const std::string insert = insert_statement<FactReceiptRow>("fact_receipt");
  rows.run(insert, values_of(row));
}

std::int64_t forget_receipts(Connection& rows, Instant before, std::int64_t most) {
  return rows.run(
      "delete from fact_receipt where (source, call) in"
      " (select source, call from fact_receipt where at < $1 order by at limit $2)",
      std::array<Parameter, 2>{FieldValue<Instant>::to_sql(before), most});
}

}  // namespace vigie
