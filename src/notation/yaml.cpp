#include "notation/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

#include "engine/base/text.h"
#include "vocabulary/fault.h"

namespace vigie {

namespace {

/// Ends the reading at the first thing that makes the rest meaningless.
struct Stop {
  Fault fault;
};

/// Builds the tree from the events of yaml-cpp, on a stack of open lists and mappings.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(std::string_view text, const std::string& file)
      : file_(file), lines_(lines_of(text)) {}

  YamlNode take_root() { return std::move(root_); }
  std::vector<Fault> take_faults() { return std::move(faults_); }
  Place place_of(const YAML::Mark& mark, int length) const;

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, "*"); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlKind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlKind::mapping, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    std::optional<YamlEntry> entry;  // a key that waits for its value
  };

  [[noreturn]] void refuse(const YAML::Mark& mark, const std::string& what) const;
  void check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const;
  void open(YamlKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor);
  void close();
  void place_node(YamlNode node);
  void place_key(Open& mapping, YamlNode key);
  void finish_entry(Open& mapping, YamlNode value);

  const std::string& file_;
  std::vector<std::string_view> lines_;
  std::vector<Open> stack_;
  YamlNode root_;
  std::vector<Fault> faults_;
};

Place TreeBuilder::place_of(const YAML::Mark& mark, int length) const {
  const auto line = static_cast<std::size_t>(std::max(mark.line, 0));
  const auto bytes = static_cast<std::size_t>(std::max(mark.column, 0));
  const auto text = line < lines_.size() ? lines_[line].substr(0, bytes) : std::string_view{};
  return {.file = file_,
          .line = static_cast<int>(line) + 1,
          .column = static_cast<int>(characters_in(text)) + 1,
          .length = std::max(length, 1)};
}

void TreeBuilder::refuse(const YAML::Mark& mark, const std::string& what) const {
  throw Stop{{.code = FaultCode::yaml_forbidden,
              .arguments = {{"what", what}},
              .place = place_of(mark, 1),
              .cures = {}}};
}

void TreeBuilder::check(const YAML::Mark& mark, const std::string& tag,
                        YAML::anchor_t anchor) const {
  if (anchor != YAML::NullAnchor) refuse(mark, "&");
  if (!tag.empty() && tag != "?" && tag != "!") refuse(mark, tag);
}

void TreeBuilder::OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) {
  check(mark, "", anchor);
  YamlNode node;
  node.place = place_of(mark, 1);
  if (!stack_.empty() && stack_.back().entry) node.place = stack_.back().entry->place;
  place_node(std::move(node));
}

void TreeBuilder::OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                           const std::string& value) {
  check(mark, tag, anchor);
  YamlNode node;
  node.kind = YamlKind::scalar;
  node.text = value;
  node.quoted = tag == "!";
  const auto first_line = std::string_view{value}.substr(0, value.find('\n'));
  const auto quotes = node.quoted ? 2 : 0;
  node.place = place_of(mark, static_cast<int>(characters_in(first_line)) + quotes);
  place_node(std::move(node));
}

void TreeBuilder::open(YamlKind kind, const YAML::Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor) {
  check(mark, tag, anchor);
  if (stack_.size() >= yaml_most_depth) {
    throw Stop{{.code = FaultCode::yaml_too_deep,
                .arguments = {{"most", std::to_string(yaml_most_depth)}},
                .place = place_of(mark, 1),
                .cures = {}}};
  }
  Open opened;
  opened.node.kind = kind;
  opened.node.place = place_of(mark, 1);
  stack_.push_back(std::move(opened));
}

void TreeBuilder::close() {
  YamlNode node = std::move(stack_.back().node);
  stack_.pop_back();
  place_node(std::move(node));
}

void TreeBuilder::place_node(YamlNode node) {
  if (stack_.empty()) {
    root_ = std::move(node);
    return;
  }
  Open& parent = stack_.back();
  if (parent.node.kind == YamlKind::list) {
    parent.node.items.push_back(std::move(node));
  } else if (parent.entry) {
    finish_entry(parent, std::move(node));
  } else {
    place_key(parent, std::move(node));
  }
}

void TreeBuilder::place_key(Open& mapping, YamlNode key) {
  if (key.kind != YamlKind::scalar) {
    throw Stop{
        {.code = FaultCode::yaml_key_not_text, .arguments = {}, .place = key.place, .cures = {}}};
  }
  mapping.entry = YamlEntry{.key = std::move(key.text), .place = key.place, .value = {}};
}

void TreeBuilder::finish_entry(Open& mapping, YamlNode value) {
  YamlEntry entry = std::move(*mapping.entry);
  mapping.entry.reset();
  entry.value = std::move(value);
  const auto& entries = mapping.node.entries;
  const auto twin = std::find_if(entries.begin(), entries.end(),
                                 [&](const YamlEntry& other) { return other.key == entry.key; });
  if (twin == entries.end()) {
    mapping.node.entries.push_back(std::move(entry));
    return;
  }
  faults_.push_back({.code = FaultCode::duplicate_key,
                     .arguments = {{"key", entry.key}, {"first", std::to_string(twin->place.line)}},
                     .place = entry.place,
                     .cures = {}});
}

YamlRead refused(FaultCode code, std::vector<std::pair<std::string, std::string>> arguments,
                 Place place) {
  YamlRead read;
  read.faults.push_back({code, std::move(arguments), std::move(place), {}});
  return read;
}

}  // namespace

const YamlNode* YamlNode::find(std::string_view key) const {
  for (const auto& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

YamlRead read_yaml(std::string_view text, const std::string& file) {
  const Place start{.file = file, .line = 1, .column = 1};
  if (text.size() > yaml_most_bytes) {
    return refused(FaultCode::file_too_big, {{"most", "1 MiB"}}, start);
  }
  if (const auto bad = first_byte_not_utf8(text)) {
    const auto lines = std::count(text.begin(), text.begin() + static_cast<long>(*bad), '\n');
    return refused(FaultCode::file_not_utf8, {}, {file, static_cast<int>(lines) + 1, 1, 1});
  }
  std::istringstream stream{std::string{text}};
  TreeBuilder builder{text, file};
  try {
    YAML::Parser parser{stream};
    if (!parser.HandleNextDocument(builder)) return refused(FaultCode::file_empty, {}, start);
    YamlNode root = builder.take_root();
    if (parser.HandleNextDocument(builder)) {
      return refused(FaultCode::several_documents, {}, builder.take_root().place);
    }
    YamlRead read{.root = std::nullopt, .faults = builder.take_faults()};
    if (read.faults.empty()) read.root = std::move(root);
    return read;
  } catch (const Stop& stop) {
    return {.root = std::nullopt, .faults = {stop.fault}};
  } catch (const YAML::Exception& error) {
    return refused(FaultCode::yaml_malformed, {{"why", error.msg}},
                   builder.place_of(error.mark, 1));
  }
}

}  // namespace vigie
