#include "engine/base/near_words.h"

#include <algorithm>

namespace vigie {
namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string small_letters(std::string_view text) {
  std::string small_text{text};
  std::transform(small_text.begin(), small_text.end(), small_text.begin(), small);
  return small_text;
}

/// Letters to add, take out, replace or swap with their neighbour (Damerau-Levenshtein).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

}  // namespace

std::vector<std::string> near_words(std::string_view written, const std::vector<std::string>& known,
                                    std::size_t most) {
  const std::string wanted = small_letters(written.substr(0, 100));
  std::vector<std::pair<std::size_t, const std::string*>> near;
  for (const std::string& word : known) {
    const std::string candidate = small_letters(word);
    const bool begins = wanted.size() > 1 && candidate.starts_with(wanted);
    const std::size_t whole = distance(wanted, candidate);
    const std::size_t differs = begins ? std::min<std::size_t>(whole, 1) : whole;
    if (begins || 3 * differs <= candidate.size()) near.emplace_back(differs, &word);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(near.size(), most); ++i) {
    if (near[i].first <= 2 * near[0].first + 1) words.push_back(*near[i].second);
  }
  return words;
}

std::vector<Cure> cures_near(std::string_view written, const std::vector<std::string>& known) {
  std::vector<Cure> cures;
  for (std::string& word : near_words(written, known)) cures.push_back({std::move(word), {}});
  return cures;
}

}  // namespace vigie
