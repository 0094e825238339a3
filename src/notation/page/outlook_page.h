// How the running periods will end, in a scorecard.
#pragma once

#include <string>

#include "engine/outlook/outlook.h"
#include "notation/json_writer.h"
#include "notation/page/scorecard.h"

namespace vigie {

/// The section "This period", with its method. The card has an outlook.
std::string outlook_text(const Scorecard& card, const PageStyle& style);

/// "outlook": {"targets": [...], "amounts": [...]}
void write_outlook(JsonWriter& json, const Scorecard& card);

}  // namespace vigie
