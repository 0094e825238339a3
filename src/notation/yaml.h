// YAML as a small tree whose scalars are raw text: `no`, `012` and `09:00` reach our own grammars.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/fault.h"

namespace vigie {

enum class YamlKind : std::uint8_t { empty, scalar, list, mapping };

struct YamlEntry;

struct YamlNode {
  YamlKind kind = YamlKind::empty;
  std::string text;                // of a scalar: as written, quotes and escapes resolved
  bool quoted = false;             // a scalar between quotes, or a block scalar
  std::vector<YamlNode> items;     // of a list
  std::vector<YamlEntry> entries;  // of a mapping, in the order of the text, keys unique
  Place place;

  /// The value under `key` of a mapping; null when there is none, or when this is no mapping.
  const YamlNode* find(std::string_view key) const;
};

struct YamlEntry {
  std::string key;
  Place place;  // of the key
  YamlNode value;
};

struct YamlRead {
  std::optional<YamlNode> root;  // none when there are faults
  std::vector<Fault> faults;
};

/// Limits of hostile YAML. Source: design E12.
inline constexpr std::size_t yaml_most_bytes = 1 << 20;
inline constexpr int yaml_most_depth = 32;

/// Reads one document; `file` is only quoted in places. Refused: over 1 MiB, deeper than 32, not
/// UTF-8, anchors, aliases, tags, a key written twice (all of them are reported), several
/// documents.
YamlRead read_yaml(std::string_view text, const std::string& file);

}  // namespace vigie
