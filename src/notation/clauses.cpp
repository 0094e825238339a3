#include "notation/clauses.h"

#include <algorithm>
#include <utility>

#include "engine/base/near_words.h"
#include "notation/scalar_cursor.h"
#include "vocabulary/fault.h"

namespace vigie {

Clauses::Clauses(const YamlNode& node, std::string where, Faults& faults, ClauseOptions options)
    : node_(node), options_(options), where_(std::move(where)), faults_(faults) {
  if (node.kind != YamlKind::mapping && node.kind != YamlKind::empty) {
    add(wrong_shape(node, where_, YamlKind::mapping));
  }
}

const YamlNode* Clauses::find(std::string_view key) {
  require(options_.describes == nullptr || options_.describes(key), "a clause of the table");
  known_.emplace_back(key);
  const YamlNode* value = node_.find(key);
  if (value == nullptr && options_.defaults != nullptr) value = options_.defaults->find(key);
  if (value == nullptr) return nullptr;
  if (value->kind == YamlKind::empty || (value->kind == YamlKind::scalar && value->text.empty())) {
    add(node_fault(FaultCode::clause_empty, *value, {{"key", std::string{key}}}));
    return nullptr;
  }
  return value;
}

bool Clauses::has(std::string_view key) const {
  return node_.find(key) != nullptr ||
         (options_.defaults != nullptr && options_.defaults->find(key) != nullptr);
}

const YamlNode* Clauses::of_kind(std::string_view key, YamlKind kind) {
  const YamlNode* value = find(key);
  if (value == nullptr || value->kind == kind) return value;
  add(wrong_shape(*value, key, kind));
  return nullptr;
}

std::vector<const YamlNode*> Clauses::find_scalars(std::string_view key) {
  const YamlNode* value = find(key);
  if (value == nullptr) return {};
  if (value->kind == YamlKind::scalar) return {value};
  std::vector<const YamlNode*> scalars;
  if (value->kind == YamlKind::mapping) add(wrong_shape(*value, key, YamlKind::list));
  for (const auto& item : value->items) {
    if (item.kind == YamlKind::scalar && !item.text.empty()) {
      scalars.push_back(&item);
    } else {
      add(wrong_shape(item, key, YamlKind::scalar));
    }
  }
  return scalars;
}

namespace {

/// In {within: 3 business days by 16:00, cut-off 15:00} the comma ends the text: what follows
/// becomes a key of its own, without a value.
bool is_cut_by_comma(const YamlEntry& entry) {
  return entry.value.kind == YamlKind::empty && entry.key.find(' ') != std::string::npos;
}

Fault cut_by_comma(const YamlEntry& entry, const YamlEntry* before) {
  Fault fault{.code = FaultCode::cut_by_comma,
              .arguments = {{"text", entry.key}},
              .place = entry.place,
              .cures = {}};
  if (before != nullptr && before->value.kind == YamlKind::scalar) {
    const auto whole = before->key + ": \"" + before->value.text + ", " + entry.key + "\"";
    fault.cures.push_back({whole, CureWord::none, {}});
  }
  return fault;
}

}  // namespace

void Clauses::refuse_unknown() {
  const YamlEntry* before = nullptr;
  for (const auto& entry : node_.entries) {
    const YamlEntry* previous = std::exchange(before, &entry);
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    if (is_cut_by_comma(entry)) {
      add(cut_by_comma(entry, previous));
      continue;
    }
    add({.code = FaultCode::unknown_key,
         .arguments = {{"key", entry.key}, {"where", where_}},
         .place = entry.place,
         .cures = cures_of_list(entry.key, known_)});
  }
}

void Clauses::refuse_missing(std::string_view key) {
  add(node_fault(FaultCode::missing_key, node_, {{"key", std::string{key}}, {"where", where_}}));
}

std::vector<Cure> cures_of_list(std::string_view written, const std::vector<std::string>& known) {
  constexpr std::size_t most = 12;
  auto cures = cures_near(written, known);
  if (!cures.empty() || known.size() > most) return cures;
  for (const auto& word : known) cures.push_back({word, CureWord::none, {}});
  return cures;
}

Fault located(Fault fault, const YamlNode& scalar) {
  const int quote = scalar.quoted ? 1 : 0;
  fault.place = {.file = scalar.place.file,
                 .line = scalar.place.line,
                 .column = scalar.place.column + quote + std::max(fault.place.column - 1, 0),
                 .length = std::max(fault.place.length, 1)};
  return fault;
}

Fault node_fault(FaultCode code, const YamlNode& node,
                 std::vector<std::pair<std::string, std::string>> arguments,
                 std::vector<Cure> cures) {
  return {.code = code,
          .arguments = std::move(arguments),
          .place = node.place,
          .cures = std::move(cures)};
}

Fault wrong_shape(const YamlNode& node, std::string_view key, YamlKind wanted) {
  const auto code = wanted == YamlKind::mapping ? FaultCode::wants_mapping
                    : wanted == YamlKind::list  ? FaultCode::wants_list
                                                : FaultCode::wants_scalar;
  return node_fault(code, node, {{"key", std::string{key}}});
}

void read_text(Clauses& clauses, std::string_view key, std::string& value) {
  if (const YamlNode* node = clauses.find_scalar(key)) value = node->text;
}

void read_texts(Clauses& clauses, std::string_view key, std::vector<std::string>& values) {
  for (const YamlNode* node : clauses.find_scalars(key)) values.push_back(node->text);
}

void read_values(Clauses& clauses, std::string_view key, Names& names, std::vector<Value>& values) {
  for (const YamlNode* node : clauses.find_scalars(key)) {
    values.push_back(names.intern<AttributeValue>(node->text));
  }
}

void read_flag(Clauses& clauses, std::string_view key, bool& value) {
  const YamlNode* node = clauses.find_scalar(key);
  if (node == nullptr) return;
  if (node->text == "yes" || node->text == "true") {
    value = true;
  } else if (node->text == "no" || node->text == "false") {
    value = false;
  } else {
    clauses.add(node_fault(FaultCode::unknown_word, *node,
                           {{"text", node->text}, {"key", std::string{key}}},
                           {{"yes", CureWord::none, {}}, {"no", CureWord::none, {}}}));
  }
}

void read_count(Clauses& clauses, std::string_view key, CountRange range, std::int64_t& value) {
  const YamlNode* node = clauses.find_scalar(key);
  if (node == nullptr) return;
  ScalarCursor cursor{node->text};
  const auto number = cursor.take_number();
  if (number && cursor.at_end() && *number >= range.least && *number <= range.most) {
    value = *number;
    return;
  }
  clauses.add(node_fault(FaultCode::number_out_of_range, *node,
                         {{"text", node->text},
                          {"key", std::string{key}},
                          {"least", std::to_string(range.least)},
                          {"most", std::to_string(range.most)}}));
}

}  // namespace vigie
