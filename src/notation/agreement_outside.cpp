#include "notation/agreement_outside.h"

#include "notation/yaml.h"
#include "notation/yaml_text.h"

namespace vigie {

namespace {

/// A clause that is left out: its key, and that of the mapping in which it stands.
struct ClauseLeftOut {
  std::string_view within;  // empty: the document itself
  std::string_view key;
};
constexpr ClauseLeftOut clauses_of_chain[] = {
    {"", "underpinned_by"}, {"between", "suppliers"}, {"penalties", "split"}};

bool is_left_out(std::string_view within, std::string_view key) {
  for (const ClauseLeftOut& clause : clauses_of_chain) {
    if (clause.within == within && clause.key == key) return true;
  }
  return false;
}

/// The mapping without those clauses.
YamlNode without_chain(const YamlNode& mapping, std::string_view within) {
  YamlNode kept = mapping;
  std::erase_if(kept.entries,
                [&](const YamlEntry& entry) { return is_left_out(within, entry.key); });
  return kept;
}

/// On one line: [a, {b: c}].
std::string flow_text(const YamlNode& node) {
  std::string text;
  const auto next = [&] { text += text.size() > 1 ? ", " : ""; };
  switch (node.kind) {
    case YamlKind::empty:
      return "";
    case YamlKind::scalar:
      return yaml_scalar(node.text);
    case YamlKind::list:
      text = "[";
      for (const YamlNode& item : node.items) {
        next();
        text += flow_text(item);
      }
      return text + "]";
    case YamlKind::mapping:
      text = "{";
      for (const YamlEntry& entry : node.entries) {
        next();
        text += yaml_scalar(entry.key) + ": " + flow_text(entry.value);
      }
      return text + "}";
  }
  return text;
}

/// A line a clause; of a mapping of the document, a line a clause of it.
std::string block_text(const YamlNode& root) {
  std::string text;
  for (const YamlEntry& entry : root.entries) {
    if (is_left_out("", entry.key)) continue;
    text += yaml_scalar(entry.key) + ":";
    const YamlNode& value = entry.value;
    if (value.kind != YamlKind::mapping || value.entries.empty()) {
      text += (value.kind == YamlKind::empty ? "" : " ") + flow_text(value) + "\n";
      continue;
    }
    text += "\n";
    for (const YamlEntry& inner : without_chain(value, entry.key).entries) {
      text += "  " + yaml_scalar(inner.key) + ": " + flow_text(inner.value) + "\n";
    }
  }
  return text;
}

}  // namespace

std::string agreement_without_chain(std::string_view document) {
  const YamlRead read = read_yaml(document, "document");
  if (!read.root) return {};
  return block_text(*read.root);
}

}  // namespace vigie
