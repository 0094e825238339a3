#include <gtest/gtest.h>

#include "server/api/answer_check_for_test.h"
#include "server/api/api_routes.h"
#include "server/problem.h"

namespace vigie {
namespace {

class AnswerCheckTest : public testing::Test {
 protected:
  std::string fault_in(const Response& response, std::string path = "/api/parties/acme") {
    return check_.fault_in(router_, {.method = Method::get, .path = std::move(path)}, response);
  }
  static Response party(std::string body) { return {.body = std::move(body), .entity_tag = "1"}; }

  Router router_{described_routes()};
  AnswerCheck check_{router_.routes()};
};

constexpr const char* acme = R"({"reference":"acme","version":1,"kind":"customer","name":"A"})";

TEST_F(AnswerCheckTest, what_is_as_described_is_well) {
  EXPECT_EQ(fault_in(party(acme)), "");
  EXPECT_EQ(fault_in(problem({.refusal = Refusal::not_found})), "");
  EXPECT_EQ(fault_in(problem({.refusal = Refusal::storage_away})), "");
  EXPECT_EQ(fault_in(problem({.refusal = Refusal::not_found}), "/api/nothing"), "");
}

TEST_F(AnswerCheckTest, a_body_that_is_not_as_described_is_a_fault) {
  EXPECT_NE(fault_in(party("{}")), "");
  EXPECT_NE(fault_in(party(R"({"reference":"a","version":"1","kind":"customer","name":"A"})")), "");
  EXPECT_NE(fault_in(party(R"({"reference":"a","version":1,"kind":"friend","name":"A"})")), "");
  EXPECT_NE(fault_in(party(R"({"reference":"a","version":1,"kind":"owner","name":"A","x":1})")),
            "");
  EXPECT_NE(fault_in(party("{")), "");
}

TEST_F(AnswerCheckTest, a_status_a_refusal_or_a_field_that_is_not_described_is_a_fault) {
  EXPECT_NE(fault_in({.status = 202, .body = acme, .entity_tag = "1"}), "");
  EXPECT_NE(fault_in(problem({.refusal = Refusal::reference_taken})), "");
  EXPECT_NE(fault_in(problem({.refusal = Refusal::not_ready})), "");
  EXPECT_NE(fault_in({.body = acme}), "") << "without its version";
  EXPECT_NE(fault_in({.media_type = "text/plain", .body = acme, .entity_tag = "1"}), "");
  EXPECT_NE(fault_in(problem({.refusal = Refusal::version_missing}), "/api/nothing"), "");
}

}  // namespace
}  // namespace vigie
