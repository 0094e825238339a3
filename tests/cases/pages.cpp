#include "pages.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

namespace vigie::cases {

std::vector<std::filesystem::path> pages() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{"cases"}) {
    if (entry.path().extension() == ".yaml") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string text_of(const std::filesystem::path& page) {
  std::ifstream file{page, std::ios::binary};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string file_name_of(const std::string& title) {
  static constexpr std::pair<std::string_view, std::string_view> accents[] = {
      {"é", "e"}, {"è", "e"}, {"ê", "e"}, {"à", "a"}, {"ç", "c"}, {"î", "i"}, {"ô", "o"}};
  std::string plain = title;
  for (const auto& [accented, letter] : accents) {
    for (auto at = plain.find(accented); at != plain.npos; at = plain.find(accented)) {
      plain.replace(at, accented.size(), letter);
    }
  }
  std::string name;
  for (const char c : plain) {
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_word) {
      name += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    } else if (!name.empty() && name.back() != '_') {
      name += '_';
    }
  }
  if (!name.empty() && name.back() == '_') name.pop_back();
  return name;
}

}  // namespace vigie::cases
