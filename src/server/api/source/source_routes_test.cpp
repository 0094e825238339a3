// Sources of facts over the API, and who is let in by their door.
#include <gmock/gmock.h>

#include "server/api/source/source_for_test.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class Sources : public SourceForTest {};
VIGIE_ON_BOTH_DATABASES(Sources);

TEST_P(Sources, one_is_added_with_a_secret_that_is_shown_once) {
  const Response added = add("prom", "alertmanager",
                             R"(, "customer": "acme", "opens_after_seconds": 120,)"
                             R"( "profile": "service: /labels/app"})"
                             "");
  EXPECT_EQ(added.status, 422) << "one brace too many";
  const Response made = add("prom", "alertmanager",
                            R"(, "customer": "acme", "opens_after_seconds": 120,)"
                            R"( "profile": "service: /labels/app")");
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_TRUE(is_webhook_secret(secret_));
  const Response shown = get("/api/sources/prom");
  EXPECT_THAT(shown.body, HasSubstr(R"("opens_after_seconds":120,"closes_after_seconds":0)"));
  EXPECT_THAT(shown.body, HasSubstr(R"("customer":"acme")"));
  EXPECT_THAT(shown.body, Not(HasSubstr("whsec_")));
  EXPECT_THAT(get("/api/sources").body, HasSubstr("prom"));
  EXPECT_THAT(get("/api/sources?search=zzz").body, Not(HasSubstr("prom")));
  EXPECT_EQ(code_of(get("/api/sources?cursor=x")), "cursor_unknown");
  EXPECT_EQ(code_of(get("/api/sources/other")), "not_found");
}

TEST_P(Sources, what_cannot_be_a_source_is_refused) {
  EXPECT_EQ(code_of(add("a b", "generic")), "reference_malformed");
  EXPECT_EQ(code_of(ask({.method = Method::post,
                         .path = "/api/sources",
                         .body = R"({"reference": "a", "name": " ", "kind": "generic"})"})),
            "name_malformed");
  EXPECT_EQ(code_of(add("a", "alertmanager", R"(, "customer": "nobody")")), "customer_unknown");
  EXPECT_EQ(code_of(add("a", "tickets")), "source_needs_customer");
  EXPECT_EQ(code_of(add("a", "alertmanager", R"(, "opens_after_seconds": -1)")),
            "parameter_malformed");
  EXPECT_EQ(code_of(add("a", "alertmanager", R"(, "closes_after_seconds": 86401)")),
            "parameter_malformed");
  const Response faulty = add("a", "alertmanager", R"(, "profile": "servcie: /labels/app")");
  EXPECT_EQ(code_of(faulty), "document_faulty");
  EXPECT_THAT(faulty.body, HasSubstr(R"("pointer":"/profile")"));
  EXPECT_THAT(faulty.body, HasSubstr(R"("line":1,"column":1)"));
  EXPECT_EQ(code_of(add("a", "generic")), "document_faulty");
  EXPECT_EQ(code_of(add("a", "tickets", R"(, "customer": "acme", "profile": "ticket: n")")),
            "document_faulty");
  EXPECT_EQ(add("a", "uptime_kuma").status, 201);
  EXPECT_EQ(code_of(add("a", "uptime_kuma")), "reference_taken");
}

TEST_P(Sources, one_is_changed_and_closed) {
  add("prom", "alertmanager");
  EXPECT_EQ(code_of(patch("/api/sources/prom", "2", "{}")), "version_changed");
  EXPECT_EQ(code_of(patch("/api/sources/prom", "1", R"({"name": ""})")), "name_malformed");
  EXPECT_EQ(code_of(patch("/api/sources/prom", "1", R"({"profile": "x: y"})")), "document_faulty");
  EXPECT_EQ(code_of(patch("/api/sources/prom", "1", R"({"closes_after_seconds": 86401})")),
            "parameter_malformed");
  EXPECT_EQ(patch("/api/sources/prom", "1", R"({"closed": true, "name": "Old"})").status, 200);
  EXPECT_EQ(code_of(tell("prom", alerts({}))), "source_closed");
  EXPECT_EQ(patch("/api/sources/prom", "2", R"({"closed": false})").status, 200);
  EXPECT_EQ(tell("prom", alerts({})).status, 202);
  EXPECT_TRUE(verify_journal(here().database, here().sealer.key()).damages.empty());
}

TEST_P(Sources, another_secret_takes_the_place_of_the_one_before) {
  add("prom", "alertmanager");
  const std::string first = secret_;
  const Response made = ask({.method = Method::post,
                             .path = "/api/sources/prom/secret",
                             .fields = {{"If-Match", "\"1\""}}});
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(code_of(tell("prom", alerts({}))), "call_not_let_in");
  secret_ = text_in(made, "secret");
  EXPECT_NE(secret_, first);
  EXPECT_EQ(tell("prom", alerts({})).status, 202);
  EXPECT_EQ(code_of(ask({.method = Method::post,
                         .path = "/api/sources/prom/secret",
                         .fields = {{"If-Match", "\"1\""}}})),
            "version_changed");
}

TEST_P(Sources, who_shows_no_secret_is_not_told_whether_the_source_is_there) {
  add("prom", "alertmanager");
  const std::string secret = secret_;
  secret_ = made_webhook_secret();
  const Response wrong = tell("prom", alerts({}));
  const Response nowhere = tell("other", alerts({}));
  EXPECT_EQ(wrong.status, 401);
  EXPECT_EQ(code_of(wrong), "call_not_let_in");
  EXPECT_EQ(code_of(nowhere), "call_not_let_in");
  EXPECT_EQ(code_of(tell("-", alerts({}))), "call_not_let_in");
  EXPECT_EQ(code_of(tell_signed("prom", "m1", alerts({}))), "call_not_let_in");
  const Response none =
      ask({.method = Method::post, .path = "/api/sources/prom/facts", .body = alerts({})});
  EXPECT_EQ(code_of(none), "call_not_let_in");
  secret_ = secret;
  EXPECT_EQ(tell("prom", alerts({})).status, 202);
}

TEST_P(Sources, a_signed_call_is_taken_once_and_only_in_time) {
  add("prom", "alertmanager");
  const std::string body = alerts({fires(0)});
  const Response first = tell_signed("prom", "m1", body);
  EXPECT_EQ(first.status, 202) << first.body;
  EXPECT_THAT(first.body, HasSubstr(R"("alerts":1,"ignored":0,"kept":0,"opened":1)"));
  EXPECT_EQ(tell_signed("prom", "m1", body).body, first.body);
  EXPECT_THAT(tell_signed("prom", "m2", body).body, HasSubstr(R"("opened":0)"));
  EXPECT_EQ(code_of(tell_signed("prom", "m1", alerts({}))), "call_id_reused");
  EXPECT_EQ(code_of(tell_signed("prom", "m3", body, std::chrono::minutes{6})), "call_not_timely");
  EXPECT_EQ(code_of(tell_signed("prom", "m4", body, std::chrono::minutes{-6})), "call_not_timely");
  EXPECT_EQ(tell_signed("prom", "m5", body, std::chrono::minutes{4}).status, 202);
  EXPECT_EQ(outages(), "OUT-1 mail 0-");
}

TEST_P(Sources, a_forged_call_is_refused) {
  add("prom", "alertmanager");
  const auto sent = std::chrono::floor<std::chrono::seconds>(now());
  const std::string timestamp = std::to_string(sent.time_since_epoch().count());
  const std::string body = alerts({fires(0)});
  const std::string signature =
      webhook_signature(secret_, {.id = "m1", .timestamp = timestamp, .body = body});
  const auto with = [&](const std::string& id, const std::string& stamp, const std::string& text) {
    return code_of(ask(
        {.method = Method::post,
         .path = "/api/sources/prom/facts",
         .body = text,
         .fields = {
             {"webhook-id", id}, {"webhook-timestamp", stamp}, {"webhook-signature", signature}}}));
  };
  EXPECT_EQ(with("m2", timestamp, body), "call_not_let_in");
  EXPECT_EQ(with("m1", timestamp + "1", body), "call_not_let_in");
  EXPECT_EQ(with("m1", timestamp, alerts({fires(1)})), "call_not_let_in");
  EXPECT_EQ(with("m1", timestamp, body), "");
  EXPECT_EQ(outages(), "OUT-1 mail 0-");
}

TEST_P(Sources, a_body_that_is_not_what_the_source_sends_is_told_so) {
  add("prom", "alertmanager");
  const Response junk = tell("prom", "not json");
  EXPECT_EQ(code_of(junk), "body_not_understood");
  EXPECT_THAT(junk.body, HasSubstr("not_json"));
  const Response french =
      ask({.method = Method::post,
           .path = "/api/sources/prom/facts",
           .body = R"({"alerts": [{"status": "x"}]})",
           .fields = {{"Authorization", "Bearer " + secret_}, {"Accept-Language", "fr"}}});
  EXPECT_THAT(french.body, HasSubstr(R"("pointer":"/alerts/0/status")"));
  EXPECT_THAT(french.body, HasSubstr("l’un de ceux-ci"));
}

TEST_P(Sources, technicians_do_not_manage_them) {
  add("prom", "alertmanager");
  add_account("tech", R"([{"role": "technician"}])");
  const std::string cookie = sign_in("tech");
  EXPECT_EQ(code_of(ask_as(cookie, {.path = "/api/sources"})), "not_permitted");
}

}  // namespace
}  // namespace vigie
