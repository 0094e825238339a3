// Sentences of a derivation: the words of the vocabulary with its typed arguments in their holes.
//   {name}           the argument; a list of reasons is joined with commas
//   {name:form}      in a form. A length: spoken, brief. A moment: time, day, weekday; near and
//   until say
//                    as little as one needs who comes from the moment {from}. A rate: measured, as
//                    rates that were measured are shown. A text: de, que,
//                    capital (the first two are French, and change nothing in English)
//   {name?one|many}  a word that follows a count
//   [ ... ]          left out when one of its holes has no argument
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/derivation/derivation.h"
#include "notation/page/dates.h"

namespace vigie {

/// The sentence of `reason` alone, without those below it. A hole without argument outside of
/// brackets stays as it is written, so that a missing one is seen.
std::string sentence(const Derivation& reason, DateStyle style);

/// `words` with their holes filled: what `sentence` is made of, for words of other lists.
std::string filled(std::string_view words, const std::vector<Argument>& arguments, DateStyle style);

/// Whether years must be shown: the moments of the whole tree fall in more than one.
bool spans_years(const Derivation& reason);

}  // namespace vigie
