#include "server/api/notice/notice_routes.h"

#include <gmock/gmock.h>

#include "connector/zone_folder.h"
#include "server/api/api_for_test.h"
#include "server/delivery/sink_for_test.h"
#include "usecase/notice/notices_for_test.h"

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

class NoticeApi : public ApiForTest {
 protected:
  std::vector<Route> routes(Installation& here) override {
    return notice_routes({here, delivery_, zones_});
  }
  void SetUp() override {
    ApiForTest::SetUp();
    if (IsSkipped()) return;
    ada_ = account_for_test(here(), "ada", SpokenLanguage::fr);
    caller_.account = ada_;
  }
  void tell(std::int64_t count, std::int64_t from = 1) {
    tell_for_test(here(), {.from = from, .count = count, .accounts = {ada_}});
  }
  Response put(const std::string& path, const std::string& body) {
    return ask({.method = Method::put, .path = path, .body = body});
  }
  Response post(const std::string& path, const std::string& body = {}) {
    return ask({.method = Method::post, .path = path, .body = body});
  }
  std::int64_t whole(const std::string& sql) { return whole_of(here().database, sql); }
  void run(const std::string& sql) {
    here().database.act([&](Connection& rows) { rows.run(sql, {}); });
  }

  DeliveryTerms delivery_{
      .address = "https://vigie.example", .zone = "Europe/Paris", .webhook_hosts = {"127.0.0.1"}};
  ZoneFolder zones_;
  Key<AccountRow> ada_{};
};
VIGIE_ON_BOTH_DATABASES(NoticeApi);

TEST_P(NoticeApi, one_reads_ones_own_notices_the_last_ones_first) {
  tell(3);
  const Response page = ask({.path = "/api/notices?limit=2"});
  EXPECT_THAT(page.body, HasSubstr(R"("reference":"notice-3")"));
  EXPECT_THAT(page.body, HasSubstr(R"("reference":"notice-2")"));
  EXPECT_THAT(page.body, Not(HasSubstr(R"("reference":"notice-1")")));
  EXPECT_THAT(page.body, HasSubstr("75\u00a0% du délai écoulé"));
  EXPECT_THAT(page.body, HasSubstr(R"("next":)"));
  EXPECT_THAT(ask({.path = "/api/me/unread-notices"}).body, R"({"count":3})");
  EXPECT_EQ(post("/api/notices/notice-2/read").status, 204);
  EXPECT_THAT(ask({.path = "/api/notices?unread=true"}).body, Not(HasSubstr("notice-2")));
  EXPECT_THAT(ask({.path = "/api/notices/notice-2"}).body, HasSubstr(R"("read_at":)"));
  EXPECT_EQ(post("/api/me/read-notices").status, 204);
  EXPECT_THAT(ask({.path = "/api/me/unread-notices"}).body, R"({"count":0})");
}

TEST_P(NoticeApi, nobody_reads_the_notices_of_another) {
  tell(1);
  caller_.account = account_for_test(here(), "ben");
  EXPECT_EQ(ask({.path = "/api/notices"}).body, R"({"items":[]})");
  EXPECT_EQ(code_of(ask({.path = "/api/notices/notice-1"})), "not_found");
  EXPECT_EQ(code_of(post("/api/notices/notice-1/read")), "not_found");
  caller_.account.reset();
  EXPECT_EQ(code_of(ask({.path = "/api/notices"})), "unauthenticated");
  EXPECT_EQ(code_of(ask({.path = "/api/me/unread-notices"})), "unauthenticated");
  EXPECT_EQ(code_of(ask({.path = "/api/me/notice-preferences"})), "unauthenticated");
}

TEST_P(NoticeApi, one_says_how_one_wants_to_be_told) {
  constexpr const char* path = "/api/me/notice-preferences";
  EXPECT_EQ(ask({.path = path}).body,
            R"({"version":0,"email":"at_once","daily_at":"08:00","zone":"","hours":""})");
  EXPECT_EQ(put(path, R"({"email": "daily", "daily_at": "07:30", "zone": "Europe/London",)"
                      R"( "hours": "lun-ven 08:00-18:00"})")
                .body,
            R"({"version":1,"email":"daily","daily_at":"07:30","zone":"Europe/London",)"
            R"("hours":"mon-fri 08:00-18:00"})");
  EXPECT_EQ(code_of(put(path, R"({"email": "hourly", "daily_at": "25:00"})")), "hours_malformed");
  EXPECT_EQ(code_of(put(path, R"({"email": "hourly", "hours": "closed"})")), "hours_malformed");
  EXPECT_EQ(code_of(put(path, R"({"email": "hourly", "zone": "Mars/Base"})")), "zone_unknown");
  EXPECT_EQ(whole("select count(*) from act where word = 'account_changed'"), 1);
}

TEST_P(NoticeApi, what_failed_is_seen_and_replayed) {
  tell(3);
  run("update delivery set state = 'failed', attempt = 9, error = 'HTTP 500' where channel = "
      "'email'");
  const Response page = ask({.path = "/api/deliveries?state=failed&limit=1"});
  EXPECT_THAT(page.body, HasSubstr(R"("error":"HTTP 500")"));
  EXPECT_THAT(page.body, HasSubstr(R"("person":"ada")"));
  EXPECT_THAT(ask({.path = "/api/delivery-summary"}).body, HasSubstr(R"("failed_email":3)"));
  EXPECT_THAT(ask({.path = "/api/delivery-summary"}).body, HasSubstr(R"("sends_email":false)"));
  const std::string_view at = R"("reference":")";
  const std::string one = page.body.substr(page.body.find(at) + at.size(), 32);
  EXPECT_THAT(post("/api/deliveries/" + one + "/replay").body, HasSubstr(R"("state":"waiting")"));
  EXPECT_THAT(ask({.path = "/api/deliveries/" + one}).body, HasSubstr(R"("attempt":0)"));
  EXPECT_EQ(code_of(post("/api/deliveries/" + one + "/replay")), "delivery_not_failed");
  EXPECT_EQ(code_of(post("/api/deliveries/none/replay")), "not_found");
  EXPECT_EQ(code_of(post("/api/delivery-replays", R"({"count": 3})")), "count_changed");
  EXPECT_EQ(code_of(post("/api/delivery-replays", R"({"state": "waiting", "count": 1})")),
            "delivery_not_failed");
  EXPECT_EQ(post("/api/delivery-replays", R"({"channel": "email", "count": 2})").body,
            R"({"count":2})");
  EXPECT_EQ(whole("select count(*) from act where word = 'deliveries_replayed'"), 2);
}

TEST_P(NoticeApi, a_webhook_is_kept_and_its_secret_shown_once) {
  const Response made = post(
      "/api/webhooks", R"({"reference": "Desk", "name": "Desk", "url": "https://d.example/"})");
  EXPECT_EQ(made.status, 201);
  EXPECT_THAT(made.body, HasSubstr(R"("secret":"whsec_)"));
  EXPECT_THAT(ask({.path = "/api/webhooks/desk"}).body, Not(HasSubstr("whsec_")));
  EXPECT_THAT(ask({.path = "/api/webhooks"}).body, HasSubstr(R"("url":"https://d.example/")"));
  const Response other = post("/api/webhooks/desk/secret", "{}");
  EXPECT_THAT(other.body, HasSubstr(R"("old_until":)"));
  EXPECT_THAT(other.body, HasSubstr("whsec_"));
  const auto change = [&](const std::string& body, const std::string& version) {
    return ask({.method = Method::patch,
                .path = "/api/webhooks/desk",
                .body = body,
                .fields = {{"If-Match", "\"" + version + "\""}}});
  };
  EXPECT_EQ(code_of(change(R"({"url": "http://d.example/"})", "2")), "webhook_address_refused");
  EXPECT_EQ(change(R"({"is_closed": true})", "2").status, 200);
  EXPECT_EQ(code_of(post("/api/webhooks/desk/secret", "{}")), "webhook_is_closed");
  EXPECT_EQ(code_of(post("/api/webhooks/desk/trial")), "webhook_is_closed");
  EXPECT_EQ(whole("select count(*) from act_change where after like 'whsec%'"), 0);
}

TEST_P(NoticeApi, what_is_no_webhook_is_refused_in_the_order_of_the_reference) {
  const auto refusal = [&](const std::string& body) {
    return code_of(post("/api/webhooks", body));
  };
  EXPECT_EQ(refusal(R"({"reference": "-", "name": "", "url": ""})"), "reference_malformed");
  EXPECT_EQ(refusal(R"({"reference": "a", "name": "", "url": ""})"), "name_malformed");
  for (const std::string url :
       {"http://desk.example/", "https://127.0.0.2/", "https://[::1]/", "https://169.254.169.254/",
        "https://u:p@desk.example/", "https://[::ffff:10.0.0.1", "ftp://desk.example/",
        "https://localhost/", "https://desk.example/#a", "https://[fe80::1]/"}) {
    EXPECT_EQ(refusal(R"({"reference": "a", "name": "A", "url": ")" + url + R"("})"),
              "webhook_address_refused")
        << url;
  }
  EXPECT_EQ(refusal(R"({"reference": "a", "name": "A", "url": "https://10.0.0.1/",)"
                    R"( "secret": "sesame"})"),
            "webhook_secret_malformed");
  EXPECT_EQ(refusal(R"({"reference": "a", "name": "A", "url": "http://127.0.0.1:9/"})"), "");
  EXPECT_EQ(refusal(R"({"reference": "a", "name": "A", "url": "https://10.0.0.1/"})"),
            "reference_taken");
}

TEST_P(NoticeApi, a_webhook_that_nobody_answers_for_says_so_when_it_is_tried) {
  post("/api/webhooks", R"({"reference": "a", "name": "A", "url": "http://127.0.0.1:1/"})");
  const Response tried = post("/api/webhooks/a/trial");
  EXPECT_THAT(tried.body, HasSubstr(R"("is_taken":false)"));
  EXPECT_THAT(tried.body, HasSubstr("connect"));
  EXPECT_EQ(code_of(post("/api/webhooks/b/trial")), "not_found");
}

TEST_P(NoticeApi, the_house_has_words_of_its_own) {
  constexpr const char* path = "/api/notice-templates/share_of_target/fr";
  EXPECT_THAT(ask({.path = path}).body, HasSubstr(R"("is_ours":true)"));
  EXPECT_THAT(ask({.path = "/api/notice-templates"}).body, HasSubstr("notice_to_give"));
  EXPECT_THAT(put(path, R"({"subject": "Alerte {ticket}", "body": "{fact}"})").body,
              HasSubstr(R"("version":1)"));
  const Response shown = post(std::string{path} + "/preview", R"({"body": "<b> {customer}"})");
  EXPECT_THAT(shown.body, HasSubstr(R"("subject":"Alerte INC-1")"));
  EXPECT_THAT(shown.body, HasSubstr("&lt;b&gt; ACME"));
  tell(1, 7);
  EXPECT_THAT(post(std::string{path} + "/preview", R"({"notice": "notice-7"})").body,
              HasSubstr("Alerte INC-7"));
  EXPECT_EQ(code_of(post(std::string{path} + "/preview", R"({"notice": "none"})")), "not_found");
  EXPECT_EQ(ask({.method = Method::delete_, .path = path}).status, 204);
  EXPECT_EQ(code_of(ask({.method = Method::delete_, .path = path})), "not_found");
  EXPECT_EQ(whole("select count(*) from act where word = 'template_changed'"), 2);
}

TEST_P(NoticeApi, a_template_that_cannot_be_filled_in_is_refused) {
  constexpr const char* path = "/api/notice-templates/share_of_target/en";
  EXPECT_EQ(code_of(put(path, R"({"subject": "a\nb", "body": "c"})")), "template_malformed");
  EXPECT_EQ(code_of(put(path, R"({"subject": "a", "body": " "})")), "template_malformed");
  const Response unknown = put(path, R"({"subject": "{tiket}", "body": "c"})");
  EXPECT_EQ(code_of(unknown), "placeholder_unknown");
  EXPECT_THAT(unknown.body, HasSubstr("{ticket}"));
  EXPECT_EQ(code_of(ask({.path = "/api/notice-templates/weather/en"})), "not_found");
}

TEST_P(NoticeApi, who_may_not_look_after_deliveries_does_not) {
  caller_.rights = Rights::of(UserRole::technician);
  for (const char* path :
       {"/api/deliveries", "/api/delivery-summary", "/api/webhooks", "/api/notice-templates"}) {
    EXPECT_EQ(code_of(ask({.path = path})), "not_permitted") << path;
  }
}

TEST_P(NoticeApi, mail_is_tried_with_a_message_to_who_asks) {
  EXPECT_EQ(ask({.path = "/api/mail"}).body,
            R"({"is_set":false,"server":"","is_encrypted":false,"from":"","user":""})");
  EXPECT_EQ(code_of(post("/api/mail/trial")), "mail_not_set");
  MailSinkForTest sink;
  delivery_.mail = {.server = {.host = sink.host(), .security = MailServer::Security::none},
                    .from = "vigie@nova.example",
                    .user = {},
                    .password = {}};
  EXPECT_THAT(ask({.path = "/api/mail"}).body,
              HasSubstr(R"("is_encrypted":false,"from":"vigie@nova.example")"));
  const Response taken = post("/api/mail/trial");
  EXPECT_THAT(taken.body, HasSubstr(R"({"is_taken":true,"to":"ada@)"));
  EXPECT_EQ(sink.messages().size(), 1);
  sink.reply = "554 no";
  const Response refused = post("/api/mail/trial");
  EXPECT_THAT(refused.body, HasSubstr(R"("is_taken":false)"));
  EXPECT_THAT(refused.body, HasSubstr("554"));
  delivery_.mail_password_file = "/no/such/file";
  EXPECT_THAT(post("/api/mail/trial").body, HasSubstr("/no/such/file"));
  caller_.account.reset();
  EXPECT_EQ(code_of(post("/api/mail/trial")), "unauthenticated");
}

}  // namespace
}  // namespace vigie
