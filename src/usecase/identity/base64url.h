// Bytes as letters that travel in addresses and cookies.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vigie {

/// Letters, digits, - and _, without padding. Source: RFC 4648 5.
std::string base64url_of(std::string_view bytes);

/// The bytes behind it; none when `text` is not how they are written.
std::optional<std::string> behind_base64url(std::string_view text);

}  // namespace vigie
