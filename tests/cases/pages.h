// The pages of the folder `cases`.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace vigie::cases {

/// All pages, sorted by path, so that they always run in the same order.
std::vector<std::filesystem::path> pages();
std::string text_of(const std::filesystem::path& page);
/// "A breach stays." -> "a_breach_stays": the name that the file of a case must have.
std::string file_name_of(const std::string& title);

}  // namespace vigie::cases
