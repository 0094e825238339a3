// What is shown once and kept as a digest: secrets of sessions, tokens, invitations.
#pragma once

#include <string>
#include <string_view>

#include "store/database/field_value.h"

namespace vigie {

/// 32 bytes by chance, as 43 letters, digits, - and _.
std::string made_secret();

/// BLAKE2b of 32 bytes: a secret by chance needs no salt and no slowness.
Bytes digest_of_secret(std::string_view secret);

/// A reference by chance for what nobody names: ten letters and digits.
std::string made_reference();

}  // namespace vigie
