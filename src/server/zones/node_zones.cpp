#include "server/zones/node_zones.h"

#include "connector/zone_files.h"
#include "engine/base/require.h"
#include "vocabulary/fault.h"

namespace vigie {

ZoneRelease release_in(const std::filesystem::path& folder) {
  ZoneFolder source{folder};
  ZoneRelease release{.version = {}, .zones = {}};
  for (ZoneFile& file : zone_files(folder)) {
    (void)source.find(file.name);  // without tzdata.zi its version is a digest of what was read
    release.zones.push_back({std::move(file.name), std::move(file.bytes)});
  }
  release.version = source.version();
  return release;
}

Result<std::unique_ptr<KeptZones>> node_zones(Installation& here,
                                              const std::filesystem::path& folder) {
  std::unique_ptr<KeptZones> zones;
  const auto read = [&] {
    here.database.read([&](Connection& rows) { zones = KeptZones::in_force(rows); });
  };
  read();
  if (zones != nullptr) return zones;
  const ZoneRelease release = release_in(folder);
  if (release.zones.empty()) {
    return Fault{.code = FaultCode::zones_missing,
                 .arguments = {{"folder", folder.string()}},
                 .place = {},
                 .cures = {{.write = "apt install tzdata"},
                           {.write = "--zones", .means = CureWord::tzdata_installed}}};
  }
  const auto accepted = perform(here, program_itself(), Permission::accept_zones,
                                [&](Desk& desk) -> Outcome<std::string> {
                                  if (const auto theirs = zone_release_in_force(desk.rows()))
                                    return theirs->version;
                                  return accept_zones(desk, release);
                                });
  ensure(accepted.has_value(), "the program may accept zones");
  read();
  return zones;
}

}  // namespace vigie
