// A derivation as people and programs read it: a page of text, or JSON.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/derivation/derivation.h"
#include "notation/json/json_writer.h"
#include "notation/page/page_style.h"

namespace vigie {

/// One page: the outcome, the promise, the clock, one line a stretch of time with its sum, the due
/// instant, who had the ball, findings and basis. Ends with a line feed.
/// Source: design J11.
std::string explanation_text(const Derivation& root, const PageStyle& style);

/// The tree itself: code, typed arguments, source and children; lengths in seconds, instants in
/// RFC 3339; `text` is the sentence in the language asked for. Source: design E11.
void write_explanation(JsonWriter& json, const Derivation& root, Language language);

/// One object: what was asked about, `as_of`, and the trees as `explanations`.
std::string explanations_json(const std::vector<std::pair<std::string, std::string>>& about,
                              Instant as_of, const std::vector<Derivation>& derivations,
                              Language language);

}  // namespace vigie
