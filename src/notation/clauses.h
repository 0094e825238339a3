// One mapping of a document read clause by clause: what is asked for is known, the rest is refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/fault.h"
#include "engine/base/id.h"
#include "engine/base/result.h"
#include "engine/catalogue/value.h"
#include "notation/yaml.h"
#include "vocabulary/fault.h"

namespace vigie {

using Faults = std::vector<Fault>;

struct ClauseOptions {
  /// Another mapping that answers for the keys that the first does not have.
  const YamlNode* defaults = nullptr;
  /// Whether the published table of clauses has the key; asking for another is our own fault.
  bool (*describes)(std::string_view key) = nullptr;
};

/// Reading never stops at a fault: each is added to the list, and the value keeps its default.
class Clauses {
 public:
  /// `where` names the mapping in faults: "targets.resolve-p2".
  Clauses(const YamlNode& node, std::string where, Faults& faults, ClauseOptions options = {});

  /// The value under `key`, of any shape; null when absent or left empty.
  const YamlNode* find(std::string_view key);
  /// The same, which must be of that shape, else a fault and null.
  const YamlNode* find_scalar(std::string_view key) { return of_kind(key, YamlKind::scalar); }
  const YamlNode* find_list(std::string_view key) { return of_kind(key, YamlKind::list); }
  const YamlNode* find_mapping(std::string_view key) { return of_kind(key, YamlKind::mapping); }
  /// A list of scalars; a single scalar is a list of one.
  std::vector<const YamlNode*> find_scalars(std::string_view key);

  /// Whether `key` is written, here or in the defaults; it is not asked for yet.
  bool has(std::string_view key) const;

  /// Says which keys nobody asked for, with the nearest known one. Call it last.
  void refuse_unknown();
  /// `key` was not there and has no default.
  void refuse_missing(std::string_view key);

  void add(Fault fault) { faults_.push_back(std::move(fault)); }
  Faults& faults() { return faults_; }
  const YamlNode& node() const { return node_; }
  const std::string& where() const { return where_; }

 private:
  const YamlNode* of_kind(std::string_view key, YamlKind kind);

  const YamlNode& node_;
  ClauseOptions options_;
  std::string where_;
  Faults& faults_;
  std::vector<std::string> known_;
};

/// The words of `known` near to what was written; when none is, all of a short list.
std::vector<Cure> cures_of_list(std::string_view written, const std::vector<std::string>& known);
/// A fault of a scalar grammar, moved to where the scalar stands.
Fault located(Fault fault, const YamlNode& scalar);
/// A fault about a whole node.
Fault node_fault(FaultCode code, const YamlNode& node,
                 std::vector<std::pair<std::string, std::string>> arguments = {},
                 std::vector<Cure> cures = {});
Fault wrong_shape(const YamlNode& node, std::string_view key, YamlKind wanted);

/// Reads the scalar under `key` with a grammar; an absent one leaves `value` as it is.
template <class T, class Grammar>
void read_scalar(Clauses& clauses, std::string_view key, Grammar grammar, T& value) {
  const YamlNode* node = clauses.find_scalar(key);
  if (node == nullptr) return;
  auto read = grammar(std::string_view{node->text});
  if (read) {
    value = *std::move(read);
  } else {
    clauses.add(located(read.error(), *node));
  }
}

/// Text of any length but none.
void read_text(Clauses& clauses, std::string_view key, std::string& value);
void read_texts(Clauses& clauses, std::string_view key, std::vector<std::string>& values);
void read_values(Clauses& clauses, std::string_view key, Names& names, std::vector<Value>& values);
/// yes or no (true and false are taken too).
void read_flag(Clauses& clauses, std::string_view key, bool& value);
/// A whole number from `least` to `most`, both included.
struct CountRange {
  std::int64_t least = 0;
  std::int64_t most = 0;
};
void read_count(Clauses& clauses, std::string_view key, CountRange range, std::int64_t& value);

/// A word of a closed list.
template <class List>
void read_word(Clauses& clauses, std::string_view key, List& value) {
  const YamlNode* node = clauses.find_scalar(key);
  if (node == nullptr) return;
  if (const auto word = from_key<List>(node->text)) {
    value = *word;
    return;
  }
  std::vector<std::string> known;
  for (const auto& word : Vocabulary<List>::words) known.emplace_back(word.key);
  clauses.add(node_fault(FaultCode::unknown_word, *node,
                         {{"text", node->text}, {"key", std::string{key}}},
                         cures_of_list(node->text, known)));
}

}  // namespace vigie
