#include "store/ticket/words.h"

#include <algorithm>

#include "engine/base/text.h"

namespace vigie {

namespace {

constexpr std::size_t longest = 64;  // bytes
constexpr std::size_t most = 100;

bool is_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_inside(char c) { return c == '-' || c == '.' || c == '@' || c == '_'; }

/// Blanks instead of the quotes, dashes and blanks of typography: U+00A0 to U+00BF, and U+2000 to
/// U+206F, so that ’ cuts as ' does.
std::string with_plain_signs(std::string text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto second = static_cast<unsigned char>(text[i + 1]);
    const bool is_latin = first == 0xC2 && second >= 0xA0;
    const bool is_general = first == 0xE2 && (second == 0x80 || second == 0x81);
    const std::size_t size = is_latin ? 2 : is_general ? 3 : 0;
    if (size > 0 && i + size <= text.size()) text.replace(i, size, " ");
  }
  return text;
}

/// Not in the middle of a character.
std::string cut(std::string_view word) {
  std::size_t size = std::min(word.size(), longest);
  while (size < word.size() && size > 0 &&
         (static_cast<unsigned char>(word[size]) & 0xC0U) == 0x80U) {
    --size;
  }
  return std::string{word.substr(0, size)};
}

/// The runs of characters that are `wanted`, without what is not of a word at their ends.
template <class Wanted>
void add_runs(std::string_view text, Wanted wanted, std::vector<std::string>& words) {
  for (std::size_t i = 0; i < text.size();) {
    if (!is_of_word(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && wanted(text[end])) ++end;
    std::size_t last = end;
    while (last > i && !is_of_word(text[last - 1])) --last;
    words.push_back(cut(text.substr(i, last - i)));
    i = end;
  }
}

}  // namespace

std::vector<std::string> words_in(std::string_view text) {
  const std::string plain = with_plain_signs(plain_form(text));
  std::vector<std::string> words;
  add_runs(plain, is_of_word, words);
  add_runs(plain, [](char c) { return is_of_word(c) || is_inside(c); }, words);
  std::ranges::sort(words);
  words.erase(std::ranges::unique(words).begin(), words.end());
  if (words.size() > most) words.resize(most);
  return words;
}

void add_words(Connection& rows, Key<TicketRow> ticket, std::string_view text) {
  for (const std::string& word : words_in(text)) {
    rows.run("insert into ticket_word (word, ticket) values ($1, $2) on conflict do nothing",
             std::array<Parameter, 2>{std::string_view{word}, ticket.value}, {});
  }
}

}  // namespace vigie
