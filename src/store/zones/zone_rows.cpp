#include "store/zones/zone_rows.h"

#include "engine/base/digest.h"

namespace vigie {

std::optional<ZoneReleaseRow> zone_release_in_force(Connection& rows) {
  static const std::string select =
      "select " + select_list<ZoneReleaseRow>() + " from zone_release order by number desc limit 1";
  std::optional<ZoneReleaseRow> found;
  rows.run(select, {}, [&](const Row& row) { found = row_from<ZoneReleaseRow>(row); });
  return found;
}

std::vector<ZoneBytes> zones_of_release(Connection& rows, std::int64_t number) {
  std::vector<ZoneBytes> zones;
  rows.run("select name, bytes from zone_data where release = $1 order by name",
           std::array<Parameter, 1>{number}, [&](const Row& row) {
             const BytesView bytes = row.bytes(1);
             zones.push_back({std::string{row.text(0)},
                              {reinterpret_cast<const char*>(bytes.data()), bytes.size()}});
           });
  return zones;
}

void add_zone_rows(Connection& rows, std::int64_t number, const std::vector<ZoneBytes>& zones) {
  constexpr std::array<std::string_view, 3> columns{"release", "name", "bytes"};
  auto zone = zones.begin();
  rows.load("zone_data", columns, [&](std::span<Parameter> values) {
    if (zone == zones.end()) return false;
    values[0] = number;
    values[1] = std::string_view{zone->name};
    values[2] = std::as_bytes(std::span{zone->bytes});
    ++zone;
    return true;
  });
}

std::string digest_of_zones(const std::vector<ZoneBytes>& zones) {
  Digest digest;
  for (const ZoneBytes& zone : zones) {
    digest.add(zone.name);
    digest.add(":" + std::to_string(zone.bytes.size()) + ":");
    digest.add(zone.bytes);
  }
  return digest.text();
}

}  // namespace vigie
