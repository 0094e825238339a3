// The time zones of a node.
#pragma once

#include <filesystem>
#include <memory>

#include "connector/zone_folder.h"
#include "engine/base/result.h"
#include "usecase/operation/kept_zones.h"

namespace vigie {

/// The release that `folder` has: its zones are those that can be read.
ZoneRelease release_in(const std::filesystem::path& folder);

/// Those in force; the first time the release of `folder` is accepted, as an act of the program.
/// Refused: zones_missing, when there is none to accept. Source: design J10.
Result<std::unique_ptr<KeptZones>> node_zones(
    Installation& here, const std::filesystem::path& folder = ZoneFolder::of_system);

}  // namespace vigie
