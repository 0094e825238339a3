#include "server/api/openapi.h"

#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <fstream>
#include <iterator>
#include <set>

#include "notation/json/json_layout.h"
#include "server/api/api_routes.h"
#include "server/api/asking.h"
#include "server/api/route_refusals.h"

namespace vigie {
namespace {

boost::json::value description() {
  return boost::json::parse(openapi_of(described_routes(), body_bounds(Limits{})));
}

const boost::json::value& at(const boost::json::value& value, std::string_view pointer) {
  return value.at_pointer(pointer);
}

TEST(OpenApi, the_committed_description_is_the_one_that_the_program_prints) {
  std::ifstream file{"docs/reference/openapi.json"};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  EXPECT_EQ(text, laid_out(openapi_of(described_routes(), body_bounds(Limits{}))))
      << "./dev gen writes it again";
}

TEST(OpenApi, an_operation_says_what_it_takes_what_it_gives_and_who_may) {
  const auto all = description();
  const auto& add = at(all, "/paths/~1api~1parties/post");
  EXPECT_EQ(at(add, "/operationId"), "post_parties");
  EXPECT_EQ(at(add, "/tags/0"), "parties");
  EXPECT_EQ(at(add, "/x-permission/key"), "write_parties");
  EXPECT_EQ(boost::json::serialize(at(add, "/x-permission/roles")), R"(["administrator","sdm"])");
  EXPECT_EQ(at(add, "/requestBody/content/application~1json/schema/$ref"),
            "#/components/schemas/PartyToAdd");
  EXPECT_EQ(at(add, "/responses/201/content/application~1json/schema/$ref"),
            "#/components/schemas/Party");
  EXPECT_TRUE(at(add, "/responses/201/headers").as_object().contains("Location"));
  EXPECT_EQ(at(all, "/paths/~1healthz/get/security").as_array().size(), 0U);
}

TEST(OpenApi, a_list_is_a_page_with_its_parameters) {
  const auto all = description();
  const std::string list = boost::json::serialize(at(all, "/paths/~1api~1parties/get"));
  EXPECT_THAT(list, testing::HasSubstr("parameters/limit"));
  EXPECT_THAT(list, testing::HasSubstr("schemas/PartyPage"));
  EXPECT_EQ(at(all, "/components/schemas/PartyPage/properties/items/items/$ref"),
            "#/components/schemas/Party");
}

TEST(OpenApi, what_is_taken_is_bounded_and_what_is_given_is_not) {
  const auto all = description();
  EXPECT_EQ(at(all, "/components/schemas/PartyToAdd/properties/name/maxLength").as_int64(), 200);
  EXPECT_EQ(at(all, "/components/schemas/PartyToAdd/properties/parent/maxLength").as_int64(),
            limit_values[static_cast<std::size_t>(Limit::text_characters)].usual);
  EXPECT_FALSE(
      at(all, "/components/schemas/Party/properties/name").as_object().contains("maxLength"));
}

TEST(OpenApi, bounds_are_the_limits_in_force) {
  Limits limits;
  limits.set(Limit::list_items, 7);
  limits.set(Limit::text_characters, 70);
  EXPECT_EQ(body_bounds(limits).items, 7U);
  const auto all = boost::json::parse(openapi_of(described_routes(), body_bounds(limits)));
  EXPECT_EQ(at(all, "/components/schemas/PartyToAdd/properties/parent/maxLength").as_int64(), 70);
}

TEST(OpenApi, refusals_are_told_by_status_with_their_codes) {
  const auto all = description();
  const auto& change = at(all, "/paths/~1api~1parties~1{reference}/patch/responses");
  EXPECT_EQ(at(change, "/404/$ref"), "#/components/responses/not_found");
  EXPECT_EQ(at(change, "/412/$ref"), "#/components/responses/version_changed");
  const auto& codes = at(change, "/422/content/application~1problem+json/schema/allOf/1");
  EXPECT_EQ(boost::json::serialize(at(codes, "/properties/code/enum")),
            R"(["name_malformed","parent_unknown","body_not_understood","parent_within"])");
}

// Operations of /api/ that no session is asked for: how one signs in, and before whose door.
const std::set<std::string>& operations_for_anyone() {
  static const std::set<std::string> names{"post_session",
                                           "post_invitations_by_token_acceptance",
                                           "get_sign_in_openid",
                                           "get_sign_in_openid_callback",
                                           "post_sources_by_reference_facts",
                                           "get_brand"};
  return names;
}

TEST(OpenApi, every_route_is_a_sentence_with_a_right_and_a_name_of_its_own) {
  std::set<std::string> names;
  for (const Route& route : described_routes()) {
    EXPECT_TRUE(names.insert(operation_of(route)).second) << route.pattern;
    EXPECT_TRUE(!route.summary.empty() && route.summary.ends_with('.')) << route.pattern;
    EXPECT_TRUE(route.summary.empty() || std::isupper(route.summary.front()) != 0);
    const bool is_api = route.pattern.starts_with("/api/");
    EXPECT_TRUE(!is_api || route.permission != Permission::anyone ||
                operations_for_anyone().contains(operation_of(route)))
        << route.pattern << " is open to anyone";
  }
}

TEST(OpenApi, every_refusal_is_told_by_some_route) {
  std::set<Refusal> told{refusals_without_route().begin(), refusals_without_route().end()};
  for (const Route& route : described_routes()) {
    for (const Refusal refusal : refusals_of(route)) told.insert(refusal);
  }
  for (std::size_t i = 0; i < std::size(Vocabulary<Refusal>::words); ++i) {
    const auto refusal = static_cast<Refusal>(i);
    EXPECT_TRUE(told.contains(refusal)) << key_of(refusal) << ": list it in a route";
  }
}

TEST(JsonLayout, a_member_a_line_and_the_empty_on_theirs) {
  EXPECT_EQ(laid_out(R"({"a":[],"b":{"c":[1,"x,\"{y"]},"d":{}})"),
            "{\n  \"a\": [],\n  \"b\": {\n    \"c\": [\n      1,\n      \"x,\\\"{y\"\n    ]\n  },\n"
            "  \"d\": {}\n}\n");
}

}  // namespace
}  // namespace vigie
