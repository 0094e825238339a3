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

/// How an installation does.
struct Examination {
  std::vector<Found> found;
  std::string mail_server;  // that answers; empty: none is set, or it does not
  std::string mail_user;    // whom it lets in; empty: nobody signs in
};

/// What is compared with; tests have others.
struct DoctorTerms {
  std::filesystem::path zones = "/usr/share/zoneinfo";
  std::uintmax_t least_free = std::uintmax_t{1} << 30U;  // bytes of the disk
  int least_free_percent = 5;
  Duration most_off = std::chrono::seconds{2};        // clocks; design E6
  Duration most_unsealed = std::chrono::seconds{10};  // acts without a position
};

/// Looks at the configuration, the database, the key, the files, the disk, the zones and the server
/// of e-mail; changes nothing, makes no file and sends nothing. In the order in which they are best
/// mended.
Examination examine(const ConfigurationRead& read, const DoctorTerms& terms);

/// The part of it that a database says of itself.
void examine_condition(const DatabaseCondition& condition, const DoctorTerms& terms,
                       std::vector<Found>& found);

/// Whether one of them is an error.
bool is_ill(const std::vector<Found>& found);

/// How e-mail stands when it does, then a block a finding: what, why it matters, what to do.
std::string doctor_page(const Examination& examination, Language language);
std::string doctor_json(const Examination& examination, Language language);

}  // namespace vigie
