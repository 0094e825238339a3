#include "store/people/brand.h"

#include <array>

namespace vigie {

BrandRow brand_of(Connection& rows, Key<PartyRow> party) {
  static const std::string select =
      "select " + select_list<BrandRow>() + " from brand where party = $1";
  BrandRow found{.party = party, .version = 0, .accent = {}, .logo = {}};
  rows.run(select, std::array<Parameter, 1>{party.value},
           [&](const Row& row) { found = row_from<BrandRow>(row); });
  return found;
}

void keep_brand(Connection& rows, const BrandRow& row) {
  static const std::string insert = insert_statement<BrandRow>("brand");
  rows.run("delete from brand where party = $1", std::array<Parameter, 1>{row.party.value});
  rows.run(insert, values_of(row));
}

std::optional<KeptParty> owner_company(Connection& rows) {
  std::optional<Key<PartyRow>> found;
  rows.run("select id from party where kind = $1 order by id limit 1",
           std::array<Parameter, 1>{key_of(PartyKind::owner)},
           [&](const Row& row) { found = Key<PartyRow>{row.whole(0)}; });
  if (!found) return std::nullopt;
  return party_of_key(rows, *found);
}

}  // namespace vigie
