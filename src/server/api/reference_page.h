// The reference of the API as pages for people: our own HTML, without script, that asks nothing of
// anyone else.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/router/route.h"
#include "vocabulary/reference.h"

namespace vigie {

/// Every operation, and every body.
std::string operations_page(const std::vector<Route>& routes, const JsonBounds& bounds,
                            Language language);

/// Every refusal, each with an anchor that is its code; in both languages, the reader's first.
std::string refusals_page(const std::vector<Route>& routes, Language language);

/// Every right, and the roles that hold it.
std::string rights_page(Language language);

/// The style of all of them.
std::string_view reference_style();

/// A place on a page, for its list of anchors.
struct ReferenceAnchor {
  std::string id;
  std::string text;
  bool is_heading = false;  // of those that follow
};

/// A whole page about `content`, which is HTML.
struct ReferencePage {
  std::string_view address;  // "/reference/refusals"
  ReferenceText title{};
  ReferenceText lead{};
  std::vector<ReferenceAnchor> anchors;
  std::string content;
};
std::string html_of(const ReferencePage& page, Language language);

/// Text as HTML shows it.
std::string escaped_html(std::string_view text);

/// The address of a page in that language, at that anchor when there is one.
std::string reference_address(std::string_view page, std::string_view anchor, Language language);

/// A link to the refusal on its page.
std::string link_to(Refusal refusal, Language language);

}  // namespace vigie
