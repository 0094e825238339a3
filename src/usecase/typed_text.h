// Texts that people type: what they must be, and what is kept of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vigie {

/// A reference in lower case; none when it is not 1 to 64 letters, digits and hyphens that begin
/// with a letter or a digit. Source: design E1.
std::optional<std::string> reference_from(std::string_view text);

/// A reference that the store gave, as it is kept: in capitals (INC-7).
std::string in_capitals(std::string_view reference);

/// Letters and digits of a name, with hyphens between; empty when it has none.
std::string reference_made_of(std::string_view name);

/// A name without blanks around it; none when it has not 1 to 200 characters, or controls.
std::optional<std::string> name_from(std::string_view text);

}  // namespace vigie
