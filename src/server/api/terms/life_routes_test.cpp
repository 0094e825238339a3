// The life of a version over the API, on both databases.
#include "server/api/terms/life_routes.h"

#include <gmock/gmock.h>

#include "engine/base/digest.h"
#include "server/api/identity_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string document(int version, const std::string& from, const std::string& more = "state: draft",
                     const std::string& within = "4h") {
  return "id: sla-acme\\nversion: " + std::to_string(version) + "\\n" + more +
         "\\nbetween: {provider: nova, customer: acme}\\nin_force: {from: " + from +
         "}\\nzone: Europe/Paris\\ntargets:\\n  resolve: {metric: resolution, within: " + within +
         " in always, required: 90 % per month}\\n";
}

/// What is sent as JSON has its line ends escaped.
std::string digest_of_sent(std::string text) {
  for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n")) {
    text.replace(at, 2, "\n");
  }
  return digest_of(text);
}

class LifeApi : public IdentityForTest {
 protected:
  void SetUp() override {
    IdentityForTest::SetUp();
    if (IsSkipped()) return;
    add_account("eve", R"([{"role": "sdm"}])");
    add_account("fay", R"([{"role": "finance", "customer": "acme"}])");
    add_account("guy", R"([{"role": "customer", "customer": "zenith"}])");
    add_account("tom", R"([{"role": "technician"}])");
    eve_ = sign_in("eve");
  }
  Response add(const std::string& text) {
    return post_as(eve_, "/api/agreements", R"({"document": ")" + text + "\"}");
  }
  Response act(const std::string& what, const std::string& body, const std::string& as = {}) {
    return post_as(as.empty() ? eve_ : as, "/api/agreements/sla-acme/" + what, body);
  }
  Response step(int number, const std::string& state, const std::string& more = {}) {
    return act("steps", R"({"number": )" + std::to_string(number) + R"(, "state": ")" + state +
                            "\"" + more + "}");
  }
  Response sign(int number, const std::string& digest, const std::string& side,
                const std::string& day = "2026-01-15") {
    return act("signatures",
               R"({"number": )" + std::to_string(number) + R"(, "digest": ")" + digest +
                   R"(", "side": ")" + side +
                   R"(", "name": "Ann Martin", "capacity": "director", "signed_on": ")" + day +
                   "\"}");
  }
  Response read(int number) {
    return ask_as(eve_, {.path = "/api/agreements/sla-acme/versions/" + std::to_string(number)});
  }
  /// Takes a version from draft to signed by both.
  void sign_both(int number, const std::string& digest) {
    EXPECT_EQ(step(number, "in_negotiation").status, 201);
    EXPECT_EQ(sign(number, digest, "provider").status, 201);
    EXPECT_EQ(sign(number, digest, "customer").status, 201);
  }
  std::string state_of(int number) { return text_in(read(number), "state"); }

  std::string eve_;
};
VIGIE_ON_BOTH_DATABASES(LifeApi);

TEST_P(LifeApi, a_draft_is_negotiated_signed_by_both_and_in_force_from_its_day) {
  const std::string text = document(1, "2026-02-01");
  ASSERT_EQ(add(text).status, 201);
  EXPECT_EQ(state_of(1), "draft");
  const std::string digest = digest_of_sent(text);
  EXPECT_EQ(code_of(sign(1, digest, "provider")), "step_not_allowed");
  EXPECT_THAT(step(1, "in_negotiation", R"(, "comment": "sent to Acme")").body,
              HasSubstr(R"("next":["draft","refused","withdrawn"])"));
  EXPECT_EQ(code_of(sign(1, std::string(32, '0'), "provider")), "text_not_signed");
  EXPECT_EQ(code_of(sign(1, digest, "provider", "2199-01-01")), "signed_in_the_future");
  EXPECT_EQ(sign(1, digest, "provider").status, 201);
  EXPECT_EQ(state_of(1), "in_negotiation") << "one side has not signed yet";
  EXPECT_EQ(code_of(sign(1, digest, "provider")), "signature_repeated");
  const Response signed_by_both = sign(1, digest, "customer", "2026-03-20");
  EXPECT_THAT(signed_by_both.body, HasSubstr(R"("reference":"sla-acme@1")"));
  EXPECT_THAT(signed_by_both.body, HasSubstr(R"("state":"in_force","next":["suspended",)"));
  EXPECT_THAT(signed_by_both.body, HasSubstr(R"("comment":"sent to Acme")"));
  EXPECT_THAT(signed_by_both.body, HasSubstr(R"("by":"eve")"));
  EXPECT_THAT(signed_by_both.body, HasSubstr(R"("signed_on":"2026-03-20")"));
}

TEST_P(LifeApi, a_version_that_was_signed_for_later_is_not_in_force_yet) {
  const std::string text = document(1, "2190-01-01");
  ASSERT_EQ(add(text).status, 201);
  sign_both(1, digest_of_sent(text));
  EXPECT_EQ(state_of(1), "signed");
}

TEST_P(LifeApi, only_what_was_signed_judges) {
  ASSERT_EQ(add(document(1, "2020-01-01")).status, 201);
  const std::string open =
      R"({"customer": "acme", "title": "Slow", "opened_at": "2026-03-02T10:00:00Z"})";
  EXPECT_THAT(post_as(eve_, "/api/tickets", open).body, HasSubstr(R"("clocks":[])"));
  sign_both(1, digest_of_sent(document(1, "2020-01-01")));
  EXPECT_THAT(post_as(eve_, "/api/tickets", open).body, HasSubstr(R"("commitment":"resolve")"));
}

TEST_P(LifeApi, a_draft_is_revised_until_one_side_has_signed) {
  ASSERT_EQ(add(document(1, "2026-02-01")).status, 201);
  const std::string other = document(1, "2026-02-01", "state: draft", "8h");
  const auto revise = [&](const std::string& text, int number = 1) {
    return act("revisions",
               R"({"number": )" + std::to_string(number) + R"(, "document": ")" + text + "\"}");
  };
  const Response revised = revise(other);
  EXPECT_THAT(revised.body, HasSubstr(R"("revision":2)"));
  EXPECT_EQ(text_in(revised, "digest"), digest_of_sent(other));
  EXPECT_EQ(code_of(revise(document(2, "2026-02-01"))), "agreement_version_unknown");
  EXPECT_EQ(code_of(revise(other, 7)), "agreement_version_unknown");
  EXPECT_EQ(code_of(revise("id: sla-acme")), "document_faulty");
  std::string of_zenith = other;
  of_zenith.replace(of_zenith.find("customer: acme"), 14, "customer: zenith");
  EXPECT_EQ(code_of(revise(of_zenith)), "designation_unknown");
  step(1, "in_negotiation");
  EXPECT_EQ(code_of(sign(1, digest_of_sent(document(1, "2026-02-01")), "provider")),
            "text_not_signed")
      << "the text before is no longer the one to sign";
  EXPECT_EQ(sign(1, digest_of_sent(other), "provider").status, 201);
  EXPECT_EQ(code_of(revise(other)), "version_frozen");
}

TEST_P(LifeApi, an_amendment_takes_over_on_its_day_of_effect) {
  ASSERT_EQ(add(document(1, "2026-01-01", "state: in_force")).status, 201);
  const std::string second = document(2, "2026-04-15", "state: draft", "8h");
  ASSERT_EQ(add(second).status, 201);
  EXPECT_THAT(read(1).body, Not(HasSubstr("in_force_to"))) << "a draft amends nothing";
  sign_both(2, digest_of_sent(second));
  EXPECT_THAT(read(1).body, HasSubstr(R"("in_force_to":"2026-04-14")"));
  EXPECT_EQ(state_of(1), "expired");
  EXPECT_EQ(state_of(2), "in_force");
}

TEST_P(LifeApi, what_is_stopped_judges_until_its_last_day) {
  ASSERT_EQ(add(document(1, "2026-01-01", "state: in_force")).status, 201);
  EXPECT_EQ(code_of(step(1, "suspended")), "step_date_missing");
  EXPECT_EQ(code_of(step(1, "draft")), "step_not_allowed");
  EXPECT_EQ(code_of(step(9, "draft")), "agreement_version_unknown");
  const Response stopped = step(1, "terminated", R"(, "on": "2026-05-31")");
  EXPECT_THAT(stopped.body, HasSubstr(R"("state":"terminated","next":[])"));
  EXPECT_THAT(stopped.body, HasSubstr(R"("in_force_to":"2026-05-31")"));
  const auto opened = [&](const std::string& at) {
    return post_as(eve_, "/api/tickets",
                   R"({"customer": "acme", "title": "Slow", "opened_at": ")" + at + "\"}")
        .body;
  };
  EXPECT_THAT(opened("2026-05-31T10:00:00Z"), HasSubstr("resolve"));
  EXPECT_THAT(opened("2026-06-01T10:00:00Z"), Not(HasSubstr("resolve")));
}

TEST_P(LifeApi, nothing_is_signed_before_those_who_were_asked_have_approved_that_text) {
  const std::string text = document(1, "2026-02-01");
  ASSERT_EQ(add(text).status, 201);
  step(1, "in_negotiation");
  const auto ask_of = [&](const std::string& who) {
    return act("approvals", R"({"number": 1, "account": ")" + who + "\"}");
  };
  EXPECT_EQ(ask_of("fay").status, 201);
  EXPECT_EQ(code_of(ask_of("fay")), "approval_asked_already");
  EXPECT_EQ(code_of(ask_of("guy")), "account_unknown") << "of another customer";
  EXPECT_EQ(code_of(ask_of("tom")), "account_unknown") << "a technician does not approve";
  EXPECT_EQ(code_of(ask_of("nobody")), "account_unknown");
  EXPECT_EQ(code_of(sign(1, digest_of_sent(text), "provider")), "approval_missing");
  const std::string fay = sign_in("fay");
  const auto answer = [&](const std::string& digest, const std::string& is_approved) {
    return act(
        "approval-answers",
        R"({"number": 1, "digest": ")" + digest + R"(", "is_approved": )" + is_approved + "}", fay);
  };
  EXPECT_EQ(code_of(answer(std::string(32, '0'), "true")), "text_not_signed");
  EXPECT_THAT(answer(digest_of_sent(text), "false").body, HasSubstr(R"("state":"declined")"));
  EXPECT_EQ(code_of(answer(digest_of_sent(text), "true")), "approval_not_asked") << "answered";
  EXPECT_EQ(code_of(sign(1, digest_of_sent(text), "provider")), "approval_missing");
  const std::string other = document(1, "2026-02-01", "state: draft", "8h");
  act("revisions", R"({"number": 1, "document": ")" + other + "\"}");
  EXPECT_THAT(answer(digest_of_sent(other), "true").body, HasSubstr(R"("state":"approved")"));
  EXPECT_EQ(sign(1, digest_of_sent(other), "provider").status, 201);
  EXPECT_EQ(code_of(ask_of("ann")), "version_frozen");
}

TEST_P(LifeApi, the_text_of_a_version_is_given_word_for_word) {
  ASSERT_EQ(add(document(1, "2026-02-01")).status, 201);
  const Response text = ask_as(eve_, {.path = "/api/agreements/sla-acme/versions/1/document"});
  EXPECT_EQ(text.media_type, "application/yaml");
  EXPECT_EQ(digest_of(text.body), digest_of_sent(document(1, "2026-02-01")));
  EXPECT_EQ(code_of(ask_as(eve_, {.path = "/api/agreements/sla-acme/versions/2"})), "not_found");
  EXPECT_EQ(code_of(ask_as(eve_, {.path = "/api/agreements/sla-acme/versions/one/document"})),
            "not_found");
}

TEST_P(LifeApi, what_an_amendment_says_otherwise_is_told_clause_by_clause) {
  ASSERT_EQ(add(document(1, "2026-01-01", "state: in_force")).status, 201);
  ASSERT_EQ(add(document(3, "2026-04-15", "state: draft", "8h")).status, 201);
  const auto difference = [&](const std::string& number) {
    return ask_as(eve_, {.path = "/api/agreements/sla-acme/versions/" + number + "/difference"});
  };
  EXPECT_EQ(difference("3").body,
            R"({"reference":"sla-acme@3","version":2,"since":1,"clauses":[)"
            R"({"clause":"version","before":"1","after":"3"},)"
            R"({"clause":"state","before":"in_force","after":"draft"},)"
            R"({"clause":"in_force.from","before":"2026-01-01","after":"2026-04-15"},)"
            R"({"clause":"targets.resolve.within","before":"4h in always",)"
            R"("after":"8h in always"}]})");
  EXPECT_EQ(difference("1").body, R"({"reference":"sla-acme@1","version":2,"clauses":[]})");
  EXPECT_EQ(code_of(difference("2")), "not_found");
}

TEST_P(LifeApi, a_signature_edited_by_hand_is_named) {
  const std::string text = document(1, "2026-02-01");
  ASSERT_EQ(add(text).status, 201);
  sign_both(1, digest_of_sent(text));
  EXPECT_TRUE(verify_journal(here().database, here().sealer.key()).damages.empty());
  run("update agreement_signature set signed_on = signed_on - 1 where side = 'customer'");
  auto found = verify_journal(here().database, here().sealer.key());
  ASSERT_EQ(found.damages.size(), 1U);
  EXPECT_EQ(found.damages[0].table, "agreement_signature");
  EXPECT_EQ(found.damages[0].kind, DamageKind::row_changed);
  run("update agreement_signature set name = 'Somebody Else' where side = 'provider'");
  found = verify_journal(here().database, here().sealer.key());
  ASSERT_EQ(found.damages.size(), 2U);
  EXPECT_EQ(found.damages[0].kind, DamageKind::text_changed);
  EXPECT_EQ(found.damages[0].table, "agreement_signature");
}

TEST_P(LifeApi, a_step_edited_by_hand_is_named) {
  ASSERT_EQ(add(document(1, "2026-02-01")).status, 201);
  step(1, "withdrawn");
  run("update agreement_step set state = 'draft'");
  const auto found = verify_journal(here().database, here().sealer.key());
  ASSERT_EQ(found.damages.size(), 1U);
  EXPECT_EQ(found.damages[0].table, "agreement_step");
}

TEST_P(LifeApi, who_has_seen_an_older_version_of_the_agreement_decides_nothing) {
  ASSERT_EQ(add(document(1, "2026-02-01")).status, 201);
  const auto step_with = [&](const std::string& tag) {
    return ask_as(eve_, {.method = Method::post,
                         .path = "/api/agreements/sla-acme/steps",
                         .body = R"({"number": 1, "state": "in_negotiation"})",
                         .fields = {{"If-Match", tag}}});
  };
  EXPECT_EQ(code_of(step_with("\"7\"")), "version_changed");
  EXPECT_EQ(step_with("\"1\"").status, 201);
}

}  // namespace
}  // namespace vigie
