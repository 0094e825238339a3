// What is wrong with an installation, and how to mend it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/derivation/derivation.h"
#include "server/configuration.h"
#include "store/condition/database_condition.h"
#include "vocabulary/operation.h"

namespace vigie {

struct Found {
  Ailment ailment{};
  std::vector<Argument> arguments;
};

/// What is compared with; tests have others.
struct DoctorTerms {
  std::filesystem::path zones = "/usr/share/zoneinfo";
  std::uintmax_t least_free = std::uintmax_t{1} << 30U;  // bytes of the disk
  int least_free_percent = 5;
  Duration most_off = std::chrono::seconds{2};        // clocks; design E6
  Duration most_unsealed = std::chrono::seconds{10};  // acts without a position
};

/// Looks at the configuration, the database, the key, the files, the disk and the zones; changes
/// nothing and makes no file. In the order in which they are best mended.
std::vector<Found> examine(const ConfigurationRead& read, const DoctorTerms& terms);

/// The part of it that a database says of itself.
void examine_condition(const DatabaseCondition& condition, const DoctorTerms& terms,
                       std::vector<Found>& found);

/// Whether one of them is an error.
bool is_ill(const std::vector<Found>& found);

/// A block a finding: what, why it matters, what to do.
std::string doctor_page(const std::vector<Found>& found, Language language);
std::string doctor_json(const std::vector<Found>& found, Language language);

}  // namespace vigie
