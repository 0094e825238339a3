// The pages of refusals and of rights.
#include <fmt/format.h>

#include <algorithm>

#include "server/api/openapi.h"
#include "server/api/reference_page.h"
#include "server/api/route_refusals.h"
#include "server/transport/response.h"

namespace vigie {

namespace {

constexpr std::size_t refusal_count = std::size(Vocabulary<Refusal>::words);

std::vector<Refusal> refusals_in_order() {
  std::vector<Refusal> refusals;
  for (std::size_t i = 0; i < refusal_count; ++i) refusals.push_back(static_cast<Refusal>(i));
  std::ranges::stable_sort(refusals, {}, status_of);
  return refusals;
}

/// The operations that tell it, as links; those that all tell are not listed.
std::string operations_of(Refusal refusal, const std::vector<Route>& routes, Language language) {
  const auto is_among = [&](std::span<const Refusal> list) {
    return std::ranges::find(list, refusal) != list.end();
  };
  if (is_among(transport_refusals())) {
    return std::string{word_of(ReferenceText::any_request, language)};
  }
  std::string links;
  const auto add = [&](const std::string& link) { links += (links.empty() ? "" : ", ") + link; };
  for (const Route& route : routes) {
    if (!is_among(refusals_of(route))) continue;
    add(fmt::format("<a href=\"{}\"><code>{} {}</code></a>",
                    reference_address("/reference", operation_of(route), language),
                    word_of(route.method, Language::en), escaped_html(route.pattern)));
  }
  if (is_among(refusals_without_route())) {
    add(std::string{word_of(ReferenceText::no_operation, language)});
  }
  return links;
}

std::string sentence(Refusal refusal, Language language) {
  return fmt::format("<p class=\"sentence\" lang=\"{}\">{}</p>\n",
                     language == Language::fr ? "fr" : "en",
                     escaped_html(word_of(refusal, language)));
}

std::string article_of(Refusal refusal, const std::vector<Route>& routes, Language language) {
  const std::string_view code = key_of(refusal);
  const auto& word = Vocabulary<Refusal>::words[static_cast<std::size_t>(refusal)];
  return fmt::format(
      "<article id=\"{0}\" tabindex=\"-1\"><h3><a class=\"self\" "
      "href=\"#{0}\"><code>{0}</code></a></h3>\n"
      "{1}{2}<p class=\"meaning\" lang=\"en\">{3}</p>\n"
      "<p class=\"told\"><b>{4}</b> {5}</p></article>\n",
      code, sentence(refusal, language),
      sentence(refusal, language == Language::fr ? Language::en : Language::fr),
      escaped_html(word.meaning), word_of(ReferenceText::told_by, language),
      operations_of(refusal, routes, language));
}

std::string role_heads(Language language) {
  std::string heads;
  for (std::size_t i = 0; i < std::size(Vocabulary<UserRole>::words); ++i) {
    heads += fmt::format("<th scope=\"col\">{}</th>",
                         escaped_html(word_of(static_cast<UserRole>(i), language)));
  }
  return heads;
}

std::string row_of(Permission permission, Language language) {
  std::string cells;
  for (std::size_t i = 0; i < std::size(Vocabulary<UserRole>::words); ++i) {
    const bool holds =
        permission == Permission::anyone || roles_with(permission).holds(static_cast<UserRole>(i));
    cells +=
        fmt::format("<td>{}<span class=\"aloud\">{}</span></td>",
                    holds ? "<span aria-hidden=\"true\">✔</span>" : "",
                    word_of(holds ? ReferenceText::holds : ReferenceText::holds_not, language));
  }
  const auto& word = Vocabulary<Permission>::words[static_cast<std::size_t>(permission)];
  return fmt::format(
      "<tr id=\"{0}\"><th scope=\"row\"><code>{0}</code> <span>{1}</span><small lang=\"en\">{2}"
      "</small></th>{3}</tr>\n",
      key_of(permission), escaped_html(word_of(permission, language)), escaped_html(word.meaning),
      cells);
}

}  // namespace

std::string refusals_page(const std::vector<Route>& routes, Language language) {
  ReferencePage page{.address = "/reference/refusals",
                     .title = ReferenceText::refusals,
                     .lead = ReferenceText::refusals_lead};
  int status = 0;
  for (const Refusal refusal : refusals_in_order()) {
    if (status_of(refusal) != status) {
      status = status_of(refusal);
      const std::string heading = fmt::format("{} {}", status, phrase_of(status));
      page.anchors.push_back({fmt::format("status-{}", status), heading, true});
      page.content += fmt::format("<h2 id=\"status-{}\" lang=\"en\">{}</h2>\n", status, heading);
    }
    const std::string code{key_of(refusal)};
    page.anchors.push_back({code, "<code>" + code + "</code>"});
    page.content += article_of(refusal, routes, language);
  }
  return html_of(page, language);
}

std::string rights_page(Language language) {
  ReferencePage page{.address = "/reference/rights",
                     .title = ReferenceText::rights,
                     .lead = ReferenceText::rights_lead};
  page.content = fmt::format(
      "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\">"
      "<table class=\"matrix\"><thead><tr><th scope=\"col\">{1}</th>{2}</tr></thead><tbody>\n",
      word_of(ReferenceText::rights, language), word_of(ReferenceText::right, language),
      role_heads(language));
  for (std::size_t i = 0; i < std::size(Vocabulary<Permission>::words); ++i) {
    page.content += row_of(static_cast<Permission>(i), language);
  }
  page.content += "</tbody></table></div>\n";
  return html_of(page, language);
}

}  // namespace vigie
