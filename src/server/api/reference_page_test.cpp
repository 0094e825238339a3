#include "server/api/reference_page.h"

#include <gmock/gmock.h>

#include <map>
#include <regex>
#include <set>

#include "server/api/api_for_test.h"
#include "server/api/api_routes.h"
#include "server/api/openapi.h"
#include "server/problem.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<std::string> found_in(const std::string& text, const char* pattern) {
  const std::regex regex{pattern};
  std::vector<std::string> found;
  for (std::sregex_iterator at{text.begin(), text.end(), regex}, end; at != end; ++at) {
    found.push_back((*at)[1]);
  }
  return found;
}

std::set<std::string> set_of(const std::vector<std::string>& list) {
  EXPECT_EQ(std::set(list.begin(), list.end()).size(), list.size()) << "an id is there twice";
  return {list.begin(), list.end()};
}

std::map<std::string, std::string> pages_in(Language language) {
  const auto routes = described_routes();
  return {{"/reference", operations_page(routes, {}, language)},
          {"/reference/refusals", refusals_page(routes, language)},
          {"/reference/rights", rights_page(language)}};
}

TEST(Reference, every_link_leads_to_a_page_and_to_a_place_on_it) {
  for (const Language language : {Language::en, Language::fr}) {
    const auto pages = pages_in(language);
    std::map<std::string, std::set<std::string>> places;
    for (const auto& [address, html] : pages) {
      places[address] = set_of(found_in(html, "id=\"([^\"]+)\""));
    }
    for (const auto& [address, html] : pages) {
      for (const std::string& link : found_in(html, "href=\"([^\"]+)\"")) {
        if (link == "/api/openapi.json" || link == "/reference/style.css" || link == "data:,") {
          continue;
        }
        const std::size_t hash = std::min(link.find('#'), link.size());
        const std::string page = link.substr(0, std::min(link.find_first_of("?#"), link.size()));
        const std::string& target = page.empty() ? address : page;
        ASSERT_TRUE(places.contains(target)) << address << " links to " << link;
        EXPECT_TRUE(hash == link.size() || places[target].contains(link.substr(hash + 1)))
            << address << " links to " << link;
      }
    }
  }
}

TEST(Reference, a_problem_points_to_its_refusal) {
  const auto ids =
      set_of(found_in(pages_in(Language::en)["/reference/refusals"], "id=\"([^\"]+)\""));
  for (std::size_t i = 0; i < std::size(Vocabulary<Refusal>::words); ++i) {
    const Response told = problem({.refusal = static_cast<Refusal>(i)});
    const auto types = found_in(told.body, "\"type\":\"/reference/refusals#([^\"]+)\"");
    ASSERT_EQ(types.size(), 1U) << told.body;
    EXPECT_TRUE(ids.contains(types[0])) << types[0];
  }
}

TEST(Reference, every_operation_and_every_body_has_its_place) {
  const auto html = pages_in(Language::fr)["/reference"];
  for (const Route& route : described_routes()) {
    EXPECT_THAT(html, HasSubstr("id=\"" + operation_of(route) + "\""));
  }
  EXPECT_THAT(html, HasSubstr("id=\"body-PartyToAdd\""));
  EXPECT_THAT(html, HasSubstr("<code>name</code> <small>obligatoire</small></th><td>texte, au "
                              "plus 200 caractères</td>"));
  EXPECT_THAT(html, HasSubstr("<code>parent</code></th>"));
}

TEST(Reference, both_languages_are_there_the_reader_s_first) {
  const auto french = pages_in(Language::fr)["/reference/refusals"];
  const std::size_t fr = french.find("il n’y a rien à cette adresse");
  const std::size_t en = french.find("there is nothing at this address");
  EXPECT_LT(fr, en);
  EXPECT_THAT(french, HasSubstr("<html lang=\"fr\">"));
  EXPECT_THAT(pages_in(Language::en)["/reference/rights"], HasSubstr("service delivery manager"));
}

TEST(Reference, nothing_runs_and_nothing_comes_from_elsewhere) {
  for (const Language language : {Language::en, Language::fr}) {
    for (const auto& [address, html] : pages_in(language)) {
      for (const char* forbidden :
           {"<script", "<style", " style=", " onclick", "http:", "https:"}) {
        EXPECT_THAT(html, Not(HasSubstr(forbidden))) << address;
      }
    }
  }
  EXPECT_THAT(std::string{reference_style()}, Not(HasSubstr("url(")));
  EXPECT_THAT(std::string{reference_style()}, Not(HasSubstr("@import")));
}

TEST(Reference, what_html_would_read_is_shown) {
  EXPECT_EQ(escaped_html("a<b> & \"c\""), "a&lt;b&gt; &amp; &quot;c&quot;");
}

class ReferenceApi : public ApiForTest {
 protected:
  std::vector<Route> routes(Installation&) override { return documentation_routes(limits_); }
  const Limits limits_;
};
VIGIE_ON_BOTH_DATABASES(ReferenceApi);

TEST_P(ReferenceApi, a_page_is_in_the_language_asked_for_and_lets_nothing_in) {
  const Response french = ask({.path = "/reference/refusals?lang=fr"});
  EXPECT_EQ(french.status, 200);
  EXPECT_THAT(french.body, HasSubstr("<h1>Refus</h1>"));
  EXPECT_THAT(french.fields,
              testing::Contains(testing::Pair("Content-Security-Policy",
                                              testing::StartsWith("default-src 'none'"))));
  const Response preferred = ask({.path = "/reference", .fields = {{"Accept-Language", "fr"}}});
  EXPECT_THAT(preferred.body, HasSubstr("<h1>Opérations</h1>"));
  EXPECT_EQ(ask({.path = "/reference/style.css"}).body, reference_style());
  EXPECT_EQ(code_of(ask({.path = "/reference?lang=de"})), "parameter_malformed");
  EXPECT_EQ(code_of(ask({.path = "/reference/rights?language=fr"})), "parameter_unknown");
}

TEST_P(ReferenceApi, the_description_is_that_of_the_program) {
  EXPECT_EQ(ask({.path = "/api/openapi.json"}).body, openapi_of(described_routes(), {}));
}

}  // namespace
}  // namespace vigie
