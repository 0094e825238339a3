#include "cli/operation/doctor.h"
#include "cli/operation/operation_said.h"
#include "notation/json/json_writer.h"

namespace vigie {

namespace {

struct Told {
  std::string what;
  std::string why;
  std::string remedy;
};

Told told(const Found& found, Language language) {
  const DateStyle style{.language = language};
  return {.what = filled(word_of(found.ailment, language), found.arguments, style),
          .why = filled(reason_of(found.ailment, language), found.arguments, style),
          .remedy = filled(remedy_of(found.ailment, language), found.arguments, style)};
}

}  // namespace

std::string doctor_page(const std::vector<Found>& found, Language language) {
  if (found.empty()) return said(OperationText::well, {}, language) + "\n";
  std::string page;
  for (const Found& each : found) {
    const Told words = told(each, language);
    page += std::string{word_of(severity_of(each.ailment), language)} + "  " + words.what + "\n";
    page += "  " + said(OperationText::matters, {{"text", words.why}}, language) + "\n";
    page += "  " + said(OperationText::to_do, {{"text", words.remedy}}, language) + "\n\n";
  }
  return page;
}

std::string doctor_json(const std::vector<Found>& found, Language language) {
  JsonWriter json;
  json.begin_object().field("well", !is_ill(found)).key("findings").begin_array();
  for (const Found& each : found) {
    const Told words = told(each, language);
    json.begin_object().field("code", key_of(each.ailment));
    json.field("severity", key_of(severity_of(each.ailment)));
    json.field("what", std::string_view{words.what}).field("why", std::string_view{words.why});
    json.field("do", std::string_view{words.remedy}).end_object();
  }
  json.end_array().end_object();
  return json.take() + "\n";
}

}  // namespace vigie
