// How a company looks.
#pragma once

#include <optional>
#include <string>

#include "store/people/party.h"

namespace vigie {

struct BrandRow {
  Key<PartyRow> party{};
  std::int64_t version = 1;
  std::string accent;
  std::string logo;
};

template <>
inline constexpr StoreTable table_of<BrandRow> = StoreTable::brand;
template <>
inline constexpr auto fields_of<BrandRow> = std::tuple{
    field("party", &BrandRow::party, "Whose it is."),
    field("version", &BrandRow::version, "Raised by one by each change."),
    field("accent", &BrandRow::accent, "#RRGGBB; empty: the usual one."),
    field("logo", &BrandRow::logo, "data: URL of an image; empty: none."),
};

/// Version 0 and nothing else, when it has chosen none.
BrandRow brand_of(Connection& rows, Key<PartyRow> party);

/// In place of what there was.
void keep_brand(Connection& rows, const BrandRow& row);

/// The company that runs this installation: the first one that was added; none before the first.
std::optional<KeptParty> owner_company(Connection& rows);

}  // namespace vigie
