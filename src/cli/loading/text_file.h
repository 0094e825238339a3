// A small file of text, whole.
#pragma once

#include <string>

namespace vigie {

/// At most its first 16 MiB. A file that cannot be read throws std::runtime_error: the world
/// failed.
std::string text_of_file(const std::string& path);

}  // namespace vigie
