#include "notation/agreement_schema.h"

#include <algorithm>
#include <vector>

#include "notation/agreement_clause.h"
#include "notation/json/json_writer.h"

namespace vigie {

namespace {

constexpr std::string_view required_keys[] = {"id", "targets"};

std::string ref(ClauseSection section) {
  std::string json = R"({"$ref": "#/$defs/)";
  return json.append(name_of(section)).append("\"}");
}

void write_words(JsonWriter& json, const Clause& clause) {
  json.key("enum").begin_array();
  for (const Word& word : clause.words) json.value(word.key);
  json.end_array();
}

void write_shape(JsonWriter& json, const Clause& clause) {
  switch (clause.form) {
    case ClauseForm::word:
      return write_words(json, clause);
    case ClauseForm::section:
      json.key("$ref").value(std::string{"#/$defs/"}.append(name_of(clause.of)));
      return;
    case ClauseForm::named:
      json.field("type", "object").key("additionalProperties").raw(ref(clause.of));
      return;
    case ClauseForm::sections:
      json.field("type", "array").key("items").raw(ref(clause.of));
      return;
    case ClauseForm::pauses:
      json.key("anyOf").begin_array().raw(R"({"enum": ["any", "none"]})").raw(ref(clause.of));
      json.end_array();
      return;
    case ClauseForm::optional_section:
      json.key("anyOf").begin_array().raw(R"({"const": "none"})").raw(ref(clause.of)).end_array();
      return;
    case ClauseForm::maintenance:
      json.key("anyOf").begin_array().raw(R"({"const": "counted"})").raw(ref(clause.of));
      json.end_array();
      return;
    default:
      json.key("allOf").begin_array().raw(words_of(clause.form).schema).end_array();
  }
}

void write_clause(JsonWriter& json, const Clause& clause) {
  json.key(clause.key).begin_object();
  std::string description{clause.meaning};
  if (!clause.by_default.empty()) description.append(" Default: ").append(clause.by_default);
  json.field("description", std::string_view{description});
  write_shape(json, clause);
  json.end_object();
}

void write_section(JsonWriter& json, ClauseSection section) {
  json.field("type", "object").field("additionalProperties", false);
  json.key("properties").begin_object();
  for (const Clause& clause : agreement_clauses()) {
    if (clause.section == section) write_clause(json, clause);
  }
  json.end_object();
}

std::vector<ClauseSection> sections() {
  std::vector<ClauseSection> found;
  for (const Clause& clause : agreement_clauses()) {
    if (std::find(found.begin(), found.end(), clause.section) == found.end()) {
      found.push_back(clause.section);
    }
  }
  return found;
}

/// A clause on each line, so that a difference between two schemas can be read.
std::string broken_in_lines(const std::string& json) {
  std::string text;
  bool in_string = false;
  char before = '\0';
  for (const char byte : json) {
    if (byte == '"' && before != '\\') in_string = !in_string;
    text += byte;
    if (!in_string && byte == ',' && before == '}') text += '\n';
    before = byte;
  }
  return text + "\n";
}

}  // namespace

std::string agreement_schema() {
  JsonWriter json;
  json.begin_object().field("$schema", "https://json-schema.org/draft/2020-12/schema");
  json.field("title", "Agreement of Vigie");
  json.field("description",
             "An SLA, OLA or underpinning contract. Made from the table of clauses: do not edit.");
  write_section(json, ClauseSection::agreement);
  json.key("required").begin_array();
  for (const auto key : required_keys) json.value(key);
  json.end_array();
  json.key("$defs").begin_object();
  json.key("texts").raw(R"({"anyOf": [{"type": ["string", "number"]}, )"
                        R"({"type": "array", "items": {"type": ["string", "number"]}}]})");
  for (const auto section : sections()) {
    if (section == ClauseSection::agreement) continue;
    json.key(name_of(section)).begin_object();
    write_section(json, section);
    json.end_object();
  }
  json.end_object().end_object();
  return broken_in_lines(json.take());
}

}  // namespace vigie
