#include "server/api/reference_page.h"

#include <fmt/format.h>

namespace vigie {

namespace {

struct PageLink {
  std::string_view address;
  ReferenceText title;
};

constexpr PageLink page_links[] = {
    {"/reference", ReferenceText::operations},
    {"/reference/refusals", ReferenceText::refusals},
    {"/reference/rights", ReferenceText::rights},
};

std::string_view code_of_language(Language language) {
  return language == Language::fr ? "fr" : "en";
}

std::string navigation(const ReferencePage& page, Language language) {
  std::string links;
  for (const PageLink& link : page_links) {
    const bool is_here = link.address == page.address;
    links += fmt::format("<li><a href=\"{}\"{}>{}</a></li>\n",
                         reference_address(link.address, {}, language),
                         is_here ? " aria-current=\"page\"" : "", word_of(link.title, language));
  }
  return fmt::format("<nav class=\"pages\" aria-label=\"{}\"><ul>\n{}</ul></nav>\n",
                     word_of(ReferenceText::pages, language), links);
}

std::string masthead(const ReferencePage& page, Language language) {
  const std::string_view other =
      code_of_language(language == Language::fr ? Language::en : Language::fr);
  return fmt::format(
      "<a class=\"skip\" href=\"#content\">{}</a>\n"
      "<header><p class=\"name\">{}</p>\n{}"
      "<p class=\"aside\"><a href=\"/api/openapi.json\">OpenAPI 3.1</a> {}</p>\n"
      "<p class=\"language\"><a href=\"{}?lang={}\" lang=\"{}\" "
      "hreflang=\"{}\">{}</a></p></header>\n",
      word_of(ReferenceText::skip, language), word_of(ReferenceText::api_of_vigie, language),
      navigation(page, language), word_of(ReferenceText::for_programs, language), page.address,
      other, other, other, word_of(ReferenceText::other_language, language));
}

std::string anchors_of(const ReferencePage& page, Language language) {
  if (page.anchors.empty()) return {};
  std::string links;
  for (const ReferenceAnchor& anchor : page.anchors) {
    links += fmt::format("<li{}><a href=\"#{}\">{}</a></li>\n",
                         anchor.is_heading ? " class=\"heading\"" : "", anchor.id, anchor.text);
  }
  return fmt::format("<nav class=\"anchors\" aria-label=\"{}\"><ul>\n{}</ul></nav>\n",
                     word_of(ReferenceText::on_this_page, language), links);
}

}  // namespace

std::string escaped_html(std::string_view text) {
  std::string html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

std::string reference_address(std::string_view page, std::string_view anchor, Language language) {
  return fmt::format("{}?lang={}{}{}", page, code_of_language(language), anchor.empty() ? "" : "#",
                     anchor);
}

std::string link_to(Refusal refusal, Language language) {
  const std::string_view code = key_of(refusal);
  return fmt::format("<a href=\"{}\"><code>{}</code></a>",
                     reference_address("/reference/refusals", code, language), code);
}

std::string html_of(const ReferencePage& page, Language language) {
  const std::string title = escaped_html(word_of(page.title, language));
  return fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{} · {}</title>\n"
      "<link rel=\"stylesheet\" href=\"/reference/style.css\">\n<link rel=\"icon\" "
      "href=\"data:,\">\n"
      "</head>\n<body>\n{}<div class=\"columns\">\n{}<main id=\"content\" tabindex=\"-1\">\n"
      "<h1>{}</h1>\n<p class=\"lead\">{}</p>\n{}</main>\n</div>\n</body>\n</html>\n",
      code_of_language(language), title, word_of(ReferenceText::api_of_vigie, language),
      masthead(page, language), anchors_of(page, language), title,
      escaped_html(word_of(page.lead, language)), page.content);
}

}  // namespace vigie
