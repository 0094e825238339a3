// Which tables travel in a dump.
#pragma once

#include <string_view>

#include "vocabulary/operation.h"
#include "vocabulary/platform.h"

namespace vigie {

/// `kept` unless travel.cpp says otherwise.
Travel travel_of(StoreTable table);
/// By its name in the database; a table of no list is our fault.
Travel travel_of(std::string_view table);

}  // namespace vigie
