// Releases of the time zones, as rows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database/connection.h"
#include "store/journal/rows.h"

namespace vigie {

struct ZoneReleaseRow {
  Key<ActRow> act{};
  std::int64_t rank = 0;
  std::int64_t number = 0;
  std::string version;
  std::string digest;
};

template <>
inline constexpr StoreTable table_of<ZoneReleaseRow> = StoreTable::zone_release;
template <>
inline constexpr auto fields_of<ZoneReleaseRow> = std::tuple{
    field("act", &ZoneReleaseRow::act, "Which act accepted it."),
    field("rank", &ZoneReleaseRow::rank, "Place among the rows of the act, from 1."),
    field("number", &ZoneReleaseRow::number, "Order of acceptance, from 1; the last is in force."),
    field("version", &ZoneReleaseRow::version, "As its source calls it: 2026b."),
    field("digest", &ZoneReleaseRow::digest, "Of the names and bytes of its zones."),
};

/// The bytes of one zone.
struct ZoneBytes {
  std::string name;
  std::string bytes;  // TZif

  friend bool operator==(const ZoneBytes&, const ZoneBytes&) = default;
};

/// None: no release was accepted yet.
std::optional<ZoneReleaseRow> zone_release_in_force(Connection& rows);

/// Its zones by name.
std::vector<ZoneBytes> zones_of_release(Connection& rows, std::int64_t number);

void add_zone_rows(Connection& rows, std::int64_t number, const std::vector<ZoneBytes>& zones);

/// Of zones sorted by name.
std::string digest_of_zones(const std::vector<ZoneBytes>& zones);

}  // namespace vigie
