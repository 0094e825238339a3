#include "notation/page/explanation.h"
#include "notation/page/rfc3339.h"
#include "notation/page/sentence.h"

namespace vigie {
namespace {

class Writer {
 public:
  Writer(JsonWriter& json, DateStyle dates) : json_(json), dates_(dates) {}

  void reason(const Derivation& reason) {
    json_.begin_object().field("code", key_of(reason.code));
    if (!reason.source.empty()) json_.field("source", reason.source);
    json_.field("text", sentence(reason, dates_));
    json_.key("arguments").begin_object();
    for (const auto& argument : reason.arguments) {
      json_.key(argument.name);
      std::visit([&](const auto& held) { write(held); }, argument.value);
    }
    json_.end_object();
    if (!reason.children.empty()) write_list("children", reason.children);
    json_.end_object();
  }

 private:
  void write_list(std::string_view name, const std::vector<Derivation>& reasons) {
    json_.key(name);
    write(reasons);
  }
  void write(const std::string& text) { json_.value(text); }
  void write(std::int64_t count) { json_.value(count); }
  void write(Duration length) {
    json_.begin_object().key("seconds").raw(seconds_json(length)).end_object();
  }
  void write(const Moment& moment) {
    json_.begin_object()
        .field("at", rfc3339(moment.at))
        .field("local", rfc3339_local(moment.local))
        .end_object();
  }
  void write(CivilDay day) { json_.value(rfc3339_date(day)); }
  void write(Ratio ratio) {
    json_.value(std::to_string(ratio.numerator) + "/" + std::to_string(ratio.denominator));
  }
  void write(SomeWord word) { json_.value(word->key); }
  void write(const Week& week) { json_.value(week_text(week, Language::en)); }
  void write(const std::vector<Derivation>& reasons) {
    json_.begin_array();
    for (const auto& below : reasons) reason(below);
    json_.end_array();
  }

  JsonWriter& json_;
  DateStyle dates_;
};

}  // namespace

void write_explanation(JsonWriter& json, const Derivation& root, Language language) {
  Writer{json, {.language = language, .with_year = true}}.reason(root);
}

std::string explanations_json(const std::vector<std::pair<std::string, std::string>>& about,
                              Instant as_of, const std::vector<Derivation>& derivations,
                              Language language) {
  JsonWriter json;
  json.begin_object();
  for (const auto& [name, value] : about) json.field(name, value);
  json.field("as_of", rfc3339(as_of)).key("explanations").begin_array();
  for (const Derivation& derivation : derivations) write_explanation(json, derivation, language);
  json.end_array().end_object();
  return json.take() + "\n";
}

}  // namespace vigie
