// Where users are: a place with a zone and its own holidays.
#pragma once

#include <string>
#include <vector>

#include "engine/base/id.h"

namespace vigie {

struct Site;
struct Service;

/// What calendars that follow the site take from it. Design T3.
struct SiteTerms {
  std::string name;
  std::string zone;                   // IANA name
  std::vector<std::string> holidays;  // named sets
  friend bool operator==(const SiteTerms&, const SiteTerms&) = default;
};

}  // namespace vigie
