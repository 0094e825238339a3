#include "store/view/view.h"

namespace vigie {

namespace {

constexpr int view_column = 2;

std::string select_seen(const ViewReader& reader, std::vector<Parameter>& values) {
  values.push_back(reader.account.value);
  const std::string own = "t.account = $" + std::to_string(values.size());
  Reach company;
  company.customers = reader.company;
  return "select t.id, p.name, " + select_list<SavedViewRow>("t") +
         " from saved_view t join account a on a.id = t.account join person p on p.id = a.person"
         " where (" +
         own + " or (t.is_shared = 1 and " +
         scope_condition(Scope::of({company}), {.customer = "p.party"}, values) + "))";
}

KeptView kept_view(const Row& row) {
  return {.key = {row.whole(0)},
          .row = row_from<SavedViewRow>(row, view_column),
          .owner = FieldValue<std::optional<std::string>>::from_sql(row, 1)};
}

}  // namespace

std::optional<KeptView> view_by_reference(Connection& rows, const ViewReader& reader,
                                          std::string_view reference) {
  std::vector<Parameter> values{reference};
  std::optional<KeptView> found;
  const std::string select = select_seen(reader, values) + " and t.reference = $1";
  rows.run(select, values, [&](const Row& row) { found = kept_view(row); });
  return found;
}

std::vector<KeptView> views_after(Connection& rows, const ViewReader& reader,
                                  const std::optional<std::string>& screen, const NamePlace& after,
                                  std::int64_t most) {
  std::vector<Parameter> values{after.name_sort, after.key, most};
  std::string select = select_seen(reader, values) + " and (t.name_sort, t.id) > ($1, $2)";
  if (screen) {
    values.push_back(std::string_view{*screen});
    select += " and t.screen = $" + std::to_string(values.size());
  }
  std::vector<KeptView> found;
  rows.run(select + " order by t.name_sort, t.id limit $3", values,
           [&](const Row& row) { found.push_back(kept_view(row)); });
  return found;
}

std::int64_t count_views(Connection& rows, Key<AccountRow> account) {
  std::int64_t count = 0;
  rows.run("select count(*) from saved_view where account = $1",
           std::array<Parameter, 1>{account.value}, [&](const Row& row) { count = row.whole(0); });
  return count;
}

void remove_view(Connection& rows, Key<SavedViewRow> key) {
  rows.run("delete from saved_view where id = $1", std::array<Parameter, 1>{key.value});
}

}  // namespace vigie
