#include "notation/clause_difference.h"

#include <algorithm>
#include <map>

#include "engine/base/require.h"
#include "notation/yaml.h"

namespace vigie {

namespace {

/// A clause and what it says, in the order of the text.
using Said = std::vector<std::pair<std::string, std::string>>;

bool is_plain(const YamlNode& node) {
  return node.kind == YamlKind::scalar || node.kind == YamlKind::empty;
}

void add(const YamlNode& node, const std::string& clause, Said& said) {
  if (is_plain(node)) {
    said.emplace_back(clause, node.text);
    return;
  }
  for (const YamlEntry& entry : node.entries) {
    add(entry.value, clause.empty() ? entry.key : clause + "." + entry.key, said);
  }
  if (node.kind != YamlKind::list) return;
  if (std::ranges::all_of(node.items, is_plain)) {
    std::string text;
    for (const YamlNode& item : node.items) text += (text.empty() ? "" : ", ") + item.text;
    said.emplace_back(clause, "[" + text + "]");
    return;
  }
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    add(node.items[i], clause + "[" + std::to_string(i + 1) + "]", said);
  }
}

Said said_in(std::string_view document) {
  const YamlRead read = read_yaml(document, "document");
  require(read.root.has_value(), "documents that are compared were read without fault");
  Said said;
  add(*read.root, {}, said);
  return said;
}

std::map<std::string, std::string> by_clause(const Said& said) {
  return {said.begin(), said.end()};
}

}  // namespace

std::vector<ClauseDifference> clause_differences(std::string_view before, std::string_view after) {
  const Said earlier = said_in(before);
  const Said later = said_in(after);
  const auto was = by_clause(earlier);
  const auto is = by_clause(later);
  std::vector<ClauseDifference> found;
  for (const auto& [clause, text] : later) {
    const auto other = was.find(clause);
    if (other == was.end()) {
      found.push_back({.clause = clause, .before = {}, .after = text});
    } else if (other->second != text) {
      found.push_back({.clause = clause, .before = other->second, .after = text});
    }
  }
  for (const auto& [clause, text] : earlier) {
    if (!is.contains(clause)) found.push_back({.clause = clause, .before = text, .after = {}});
  }
  return found;
}

}  // namespace vigie
