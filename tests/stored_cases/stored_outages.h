// What a page tells of outages, as rows.
#pragma once

#include "engine/outage/outage.h"
#include "usecase/desk.h"

namespace vigie::stored_cases {

/// Of a log that is not empty: outages, announcements of maintenance and observed time, each with
/// the instant at which their source learnt it; everyone's, as pages name no customer of theirs.
void add_outages(Desk& desk, const OutageLog& log, const Names& names);

}  // namespace vigie::stored_cases
