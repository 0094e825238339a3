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

/// For programs; "unknown": the configuration has faults.
std::string_view mail_state(const Examination& examination) {
  if (!examination.mail_server.empty()) return "answers";
  for (const Found& each : examination.found) {
    if (each.ailment == Ailment::mail_not_set) return "not_set";
    if (each.ailment == Ailment::mail_away) return "away";
  }
  return "unknown";
}

}  // namespace

std::string doctor_page(const Examination& examination, Language language) {
  std::string page;
  if (!examination.mail_server.empty()) {
    std::vector<Argument> arguments{{"server", examination.mail_server}};
    if (!examination.mail_user.empty()) arguments.push_back({"user", examination.mail_user});
    page += said(OperationText::mail_answers, arguments, language) + "\n\n";
  }
  if (examination.found.empty()) return page + said(OperationText::well, {}, language) + "\n";
  for (const Found& each : examination.found) {
    const Told words = told(each, language);
    page += std::string{word_of(severity_of(each.ailment), language)} + "  " + words.what + "\n";
    page += "  " + said(OperationText::matters, {{"text", words.why}}, language) + "\n";
    page += "  " + said(OperationText::to_do, {{"text", words.remedy}}, language) + "\n\n";
  }
  return page;
}

std::string doctor_json(const Examination& examination, Language language) {
  JsonWriter json;
  json.begin_object().field("well", !is_ill(examination.found));
  json.field("mail", mail_state(examination)).key("findings").begin_array();
  for (const Found& each : examination.found) {
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
