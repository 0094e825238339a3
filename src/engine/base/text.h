// Text as bytes, characters and lines: what places and grammars need to know of UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vigie {

/// Number of characters (code points) of well-formed UTF-8.
std::size_t characters_in(std::string_view text);

/// Where the text stops being UTF-8 as RFC 3629 defines it, or holds a NUL; none when it is well.
std::optional<std::size_t> first_byte_not_utf8(std::string_view text);

/// Lines without their ends; a last line without end counts.
std::vector<std::string_view> lines_of(std::string_view text);

/// Lower case of ASCII letters and of the accented letters of French; the rest as it is.
std::string folded(std::string_view text);

/// The form by which people look for a text and find it in a list: lower case, letters of Latin
/// languages without their accents, œ as oe, æ as ae, ß as ss; the rest as it is.
std::string plain_form(std::string_view text);

}  // namespace vigie
