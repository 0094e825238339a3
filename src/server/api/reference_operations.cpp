// The page of operations and bodies.
#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "engine/base/fill.h"
#include "server/api/openapi.h"
#include "server/api/reference_page.h"
#include "server/api/route_refusals.h"

namespace vigie {

namespace {

using boost::json::object;
using boost::json::value;

std::string_view text_of(const object& of, std::string_view member) {
  const value* found = of.if_contains(member);
  return found == nullptr ? std::string_view{} : std::string_view{found->as_string()};
}

std::string link_to_body(std::string_view title) {
  return fmt::format("<a href=\"#body-{0}\">{0}</a>", title);
}

std::string bound_of(const object& schema, std::string_view member, ReferenceText words,
                     Language language) {
  const value* most = schema.if_contains(member);
  if (most == nullptr) return {};
  return ", " + fill(word_of(words, language), {{"most", std::to_string(most->as_int64())}});
}

/// The words of a closed list; a long one is folded.
std::string enumerated(const object& schema, Language language) {
  constexpr std::size_t most_shown = 12;
  const auto& list = schema.at("enum").as_array();
  std::string words;
  for (const value& word : list) {
    words += (words.empty() ? "<code>" : "</code>, <code>") + std::string{word.as_string()};
  }
  words += "</code>";
  if (list.size() <= most_shown) return words;
  const std::string summary = fill(word_of(ReferenceText::one_of_words, language),
                                   {{"count", std::to_string(list.size())}});
  return fmt::format("<details><summary>{}</summary>{}</details>", summary, words);
}

std::string type_of(const object& schema, Language language) {
  using enum ReferenceText;
  if (const auto target = text_of(schema, "$ref"); !target.empty()) {
    return link_to_body(target.substr(target.rfind('/') + 1));
  }
  if (schema.contains("enum")) return enumerated(schema, language);
  const std::string_view kind = text_of(schema, "type");
  const std::string_view format = text_of(schema, "format");
  if (kind == "array") {
    const std::string what = type_of(schema.at("items").as_object(), language);
    return fill(word_of(list_of, language), {{"what", what}}) +
           bound_of(schema, "maxItems", at_most_items, language);
  }
  if (format == "date-time") return std::string{word_of(instant, language)};
  if (format == "date") return std::string{word_of(day, language)};
  if (kind == "integer") return std::string{word_of(whole_number, language)};
  if (kind == "boolean") return std::string{word_of(truth, language)};
  if (kind == "object") return std::string{word_of(ReferenceText::object, language)};
  return std::string{word_of(text, language)} +
         bound_of(schema, "maxLength", at_most_characters, language);
}

std::string rows_of(const object& schema, Language language) {
  std::string rows;
  const auto& required = schema.at("required").as_array();
  for (const auto& [name, written] : schema.at("properties").as_object()) {
    const object& property = written.as_object();
    const bool is_required = std::ranges::find(required, value(name)) != required.end();
    rows += fmt::format(
        "<tr><th scope=\"row\"><code>{}</code>{}</th><td>{}</td><td lang=\"en\">{}</td></tr>\n",
        std::string_view{name},
        is_required ? fmt::format(" <small>{}</small>", word_of(ReferenceText::required, language))
                    : "",
        type_of(property, language), escaped_html(text_of(property, "description")));
  }
  return rows;
}

std::string body_article(std::string_view title, const object& schema, Language language) {
  return fmt::format(
      "<article id=\"body-{0}\" tabindex=\"-1\"><h3><a class=\"self\" "
      "href=\"#body-{0}\">{0}</a></h3>\n"
      "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\"><table><thead><tr><th "
      "scope=\"col\">{1}</th><th scope=\"col\">{2}</th>"
      "<th scope=\"col\">{3}</th></tr></thead><tbody>\n{4}</tbody></table></div></article>\n",
      title, word_of(ReferenceText::member, language), word_of(ReferenceText::type, language),
      word_of(ReferenceText::meaning, language), rows_of(schema, language));
}

std::string who_may(const Route& route, Language language) {
  const std::string right =
      fmt::format("<a href=\"{}\">{}</a>",
                  reference_address("/reference/rights", key_of(route.permission), language),
                  escaped_html(word_of(route.permission, language)));
  constexpr std::size_t role_count = std::size(Vocabulary<UserRole>::words);
  std::string roles;
  std::size_t holding = 0;
  for (std::size_t i = 0; i < role_count; ++i) {
    const auto role = static_cast<UserRole>(i);
    if (!roles_with(route.permission).holds(role)) continue;
    roles += (holding++ == 0 ? "" : ", ") + escaped_html(word_of(role, language));
  }
  if (holding == role_count) roles = word_of(ReferenceText::every_role, language);
  return roles.empty() ? right : right + " — " + roles;
}

std::string line(ReferenceText label, const std::string& what, Language language) {
  if (what.empty()) return {};
  return fmt::format("<dt>{}</dt><dd>{}</dd>\n", word_of(label, language), what);
}

std::string parameters_of(const Route& route) {
  std::string list;
  const auto add = [&](std::string_view name) {
    list += (list.empty() ? "<code>" : ", <code>") + std::string{name} + "</code>";
  };
  for (const std::string_view name : route.query.names) add(name);
  if (route.gives.is_page) add("limit"), add("cursor");
  if (route.is_searched) add("search");
  if (route.wants_version) add("If-Match");
  if (route.is_repeatable) add("Idempotency-Key");
  return list;
}

/// Its own; those that any request may be refused are behind a link.
std::string refusals_told(const Route& route, Language language) {
  const auto shared = transport_refusals();
  std::string list;
  for (const Refusal refusal : refusals_of(route)) {
    if (std::ranges::find(shared, refusal) != shared.end()) continue;
    list += (list.empty() ? "" : ", ") + link_to(refusal, language);
  }
  const std::string any =
      fmt::format("<a href=\"{}\">{}</a>", reference_address("/reference/refusals", {}, language),
                  word_of(ReferenceText::like_any, language));
  return list.empty() ? any : list + " — " + any;
}

std::string gives_of(const Route& route) {
  const std::string status = fmt::format("{} ", route.status);
  if (route.gives.schema != nullptr) return status + link_to_body(answer_title(route.gives));
  if (route.gives.media_type.empty()) return status;
  return status + fmt::format("<code>{}</code>", route.gives.media_type);
}

std::string operation_article(const Route& route, Language language) {
  using enum ReferenceText;
  std::string lines = line(ReferenceText::who_may, vigie::who_may(route, language), language);
  lines += line(parameters, parameters_of(route), language);
  if (route.takes.schema != nullptr) {
    lines += line(takes, link_to_body(route.takes.title), language);
  }
  lines += line(gives, gives_of(route), language);
  lines += line(may_refuse, refusals_told(route, language), language);
  return fmt::format(
      "<article id=\"{0}\" tabindex=\"-1\"><h3><a class=\"self\" href=\"#{0}\"><span "
      "class=\"method\">{1}</span> <code>{2}</code></a></h3>\n<p lang=\"en\">{3}</p>\n"
      "<dl>{4}</dl></article>\n",
      operation_of(route), word_of(route.method, Language::en), escaped_html(route.pattern),
      escaped_html(route.summary), lines);
}

}  // namespace

std::string operations_page(const std::vector<Route>& routes, const JsonBounds& bounds,
                            Language language) {
  ReferencePage page{.address = "/reference",
                     .title = ReferenceText::operations,
                     .lead = ReferenceText::operations_lead};
  std::map<std::string_view, std::vector<const Route*>> by_tag;
  for (const Route& route : routes) by_tag[tag_of(route)].push_back(&route);
  for (auto& [tag, of_tag] : by_tag) {
    const std::string id = "tag-" + std::string{tag};
    page.anchors.push_back({id, std::string{tag}, true});
    page.content += fmt::format("<h2 id=\"{}\" lang=\"en\">{}</h2>\n", id, tag);
    for (const Route* route : of_tag) {
      page.anchors.push_back(
          {operation_of(*route),
           fmt::format("<span class=\"method\">{}</span> {}", word_of(route->method, Language::en),
                       escaped_html(route->pattern))});
      page.content += operation_article(*route, language);
    }
  }
  const std::string heading{word_of(ReferenceText::bodies, language)};
  page.anchors.push_back({"bodies", heading, true});
  page.content += fmt::format("<h2 id=\"bodies\">{}</h2>\n", heading);
  const value whole = boost::json::parse(openapi_of(routes, bounds));
  for (const auto& [title, schema] : whole.at_pointer("/components/schemas").as_object()) {
    page.anchors.push_back({"body-" + std::string{title}, std::string{title}});
    page.content += body_article(title, schema.as_object(), language);
  }
  return html_of(page, language);
}

}  // namespace vigie
