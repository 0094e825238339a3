// Messages and calls as they reach servers, and what becomes of those that are not taken.
#include <gmock/gmock.h>

#include <set>

#include "connector/zone_folder.h"
#include "server/api/notice/webhook_trial.h"
#include "server/delivery/mail_carrier.h"
#include "server/delivery/post_office.h"
#include "server/delivery/sink_for_test.h"
#include "server/delivery/webhook_carrier.h"
#include "usecase/notice/notices_for_test.h"
#include "usecase/notice/webhook_signature.h"

namespace vigie {
namespace {

using testing::HasSubstr;

Parcel parcel_for_test() {
  Parcel parcel{.id = "0123", .letters = {sample_letter(WarningTrigger::share_of_target)}};
  parcel.letters[0].email = "ada@nova.example";
  parcel.letters[0].language = SpokenLanguage::fr;
  parcel.letters[0].customer = "Société <b>";
  return parcel;
}

class MailCarriers : public testing::Test {
 protected:
  std::unique_ptr<Carrier> carrier(MailServer::Security security = MailServer::Security::none) {
    terms_.mail = MailTerms{.server = {.host = sink_.host(), .security = security},
                            .from = "vigie@nova.example",
                            .user = {},
                            .password = {},
                            .longest = std::chrono::seconds{5}};
    return mail_carrier({.terms = terms_, .zones = zones_, .stops = stops_});
  }

  MailSinkForTest sink_;
  ZoneFolder zones_;
  DeliveryTerms terms_{.address = "https://vigie.example", .zone = "Europe/Paris"};
  std::atomic<bool> stops_{false};
};

TEST_F(MailCarriers, a_message_has_its_id_its_thread_and_both_forms) {
  EXPECT_EQ(carrier()->carry(parcel_for_test()).handed, Handed::taken);
  ASSERT_EQ(sink_.messages().size(), 1U);
  const std::string message = sink_.messages()[0];
  EXPECT_EQ(sink_.recipients(), std::vector<std::string>{"<ada@nova.example>"});
  for (const char* part : {"Message-Id: <0123@nova.example>", "In-Reply-To: <", "References: <",
                           "Auto-Submitted: auto-generated", "X-Vigie-Notice: trial",
                           "Subject: =?UTF-8?", "text/plain", "text/html", "multipart/alternative",
                           "Soci=C3=A9t=C3=A9 &lt;b&gt;", "https://vigie.example/tickets/INC-1"}) {
    EXPECT_THAT(message, HasSubstr(part));
  }
}

TEST_F(MailCarriers, a_connection_is_kept_for_the_next_message) {
  const auto kept = carrier();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(kept->carry(parcel_for_test()).handed, Handed::taken);
  EXPECT_EQ(sink_.messages().size(), 3U);
  EXPECT_EQ(sink_.connections, 1);
}

TEST_F(MailCarriers, a_digest_is_one_message) {
  Parcel parcel = parcel_for_test();
  parcel.letters.push_back(parcel.letters[0]);
  EXPECT_EQ(carrier()->carry(parcel).handed, Handed::taken);
  EXPECT_EQ(sink_.messages().size(), 1U);
}

TEST_F(MailCarriers, what_a_server_says_of_a_message_is_not_what_it_says_of_itself) {
  sink_.reply_to_recipient = "550 no such mailbox";
  EXPECT_EQ(carrier()->carry(parcel_for_test()).handed, Handed::refused);
  sink_.reply_to_recipient = "450 busy";
  EXPECT_EQ(carrier()->carry(parcel_for_test()).handed, Handed::again);
  sink_.reply_to_recipient = "250 known";
  sink_.reply = "554 not this text";
  EXPECT_EQ(carrier()->carry(parcel_for_test()).handed, Handed::refused);
  sink_.reply = "451 later";
  EXPECT_EQ(carrier()->carry(parcel_for_test()).handed, Handed::again);
  EXPECT_TRUE(sink_.messages().empty());
}

TEST_F(MailCarriers, without_a_server_or_without_its_tls_nothing_is_sent) {
  EXPECT_EQ(carrier(MailServer::Security::starttls)->carry(parcel_for_test()).handed, Handed::away);
  EXPECT_EQ(carrier(MailServer::Security::tls)->carry(parcel_for_test()).handed, Handed::away);
  EXPECT_TRUE(sink_.messages().empty());
  terms_.mail->server.host = "127.0.0.1:1";
  EXPECT_EQ(mail_carrier({.terms = terms_, .zones = zones_, .stops = stops_})
                ->carry(parcel_for_test())
                .handed,
            Handed::away);
}

class WebhookCarriers : public testing::Test {
 protected:
  Receipt call(const std::string& url, std::vector<std::string> hosts = {"127.0.0.1"}) {
    Parcel parcel = parcel_for_test();
    parcel.webhook = CalledWebhook{.url = url, .secrets = {secret_}};
    return webhook_carrier({.address = {},
                            .hosts = std::move(hosts),
                            .longest = std::chrono::seconds{5},
                            .stops = stops_})
        ->carry(parcel);
  }

  std::string secret_ = made_webhook_secret();
  std::atomic<bool> stops_{false};
};

TEST_F(WebhookCarriers, a_call_is_signed_and_tells_what_happened) {
  WebhookSinkForTest sink;
  EXPECT_EQ(call(sink.url()).handed, Handed::taken);
  ASSERT_EQ(sink.taken().size(), 1U);
  const CallForTest taken = sink.taken()[0];
  EXPECT_EQ(taken.id, "0123");
  EXPECT_TRUE(is_signed_by(secret_, {taken.id, taken.timestamp, taken.body}, taken.signature));
  EXPECT_THAT(taken.body, HasSubstr(R"({"type":"notice.created","timestamp":)"));
  EXPECT_THAT(taken.body, HasSubstr(R"("subject":"INC-1")"));
  EXPECT_THAT(taken.body, HasSubstr(R"("used_per_mille":750)"));
}

TEST_F(WebhookCarriers, an_answer_decides_what_becomes_of_it) {
  const std::pair<int, Handed> answers[] = {{204, Handed::taken},
                                            {301, Handed::again},
                                            {404, Handed::again},
                                            {410, Handed::gone},
                                            {500, Handed::again}};
  for (const auto& [status, handed] : answers) {
    WebhookSinkForTest sink{[status](int) { return status; }};
    EXPECT_EQ(call(sink.url()).handed, handed) << status;
    EXPECT_EQ(sink.asked(), 1) << status;
  }
}

TEST_F(WebhookCarriers, this_machine_is_not_called_unless_it_is_listed) {
  WebhookSinkForTest sink;
  EXPECT_EQ(call(sink.url(), {}).handed, Handed::refused);
  EXPECT_EQ(call("http://localhost:1/", {"localhost"}).handed, Handed::away);
  EXPECT_EQ(call("https://127.0.0.1.nip.invalid/", {}).handed, Handed::away);
  EXPECT_EQ(sink.asked(), 0);
}

class PostOffices : public NoticesOfBoth {
 protected:
  void wait_for(const std::string& condition, std::int64_t wanted) {
    for (int i = 0; i < 1'000 && count(condition) < wanted; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    EXPECT_EQ(count(condition), wanted) << condition;
  }
};
VIGIE_ON_BOTH_DATABASES(PostOffices);

TEST_P(PostOffices, each_notice_reaches_mail_and_webhook_though_one_call_in_three_fails) {
  MailSinkForTest mail;
  WebhookSinkForTest hook{[](int number) { return number % 3 == 0 ? 500 : 200; }};
  const auto ada = account_for_test(here(), "ada");
  const std::string secret = made_webhook_secret();
  const auto webhook = webhook_for_test(here(), "desk", hook.url(), secret);
  Limits limits;
  limits.set(Limit::mail_senders, 2);
  limits.set(Limit::webhook_senders, 3);
  limits.set(Limit::delivery_batch, 5);
  limits.set(Limit::delivery_attempts, 9);
  limits.set(Limit::delivery_lease_milliseconds, 20'000);
  limits.set(Limit::mail_milliseconds, 5'000);
  limits.set(Limit::webhook_milliseconds, 5'000);
  limits.set(Limit::webhook_answer_bytes, 100);
  limits.set(Limit::digest_notices, 10);
  ZoneFolder zones;
  PostOffice office{
      {.here = here(),
       .terms = {.mail = MailTerms{.server = *mail_server_from("smtp+clear://" + mail.host()),
                                   .from = "vigie@nova.example",
                                   .user = {},
                                   .password = {}},
                 .webhook_hosts = {"127.0.0.1"}},
       .limits = limits,
       .zones = zones,
       .failed = [](const std::exception& error) { ADD_FAILURE() << error.what(); }}};
  tell_for_test(here(), {.count = 40, .accounts = {ada}, .webhooks = {webhook}});
  office.call();
  wait_for("channel = 'email' and state = 'delivered'", 40);
  while (hook.taken().size() < 40 && hook.asked() < 200) {
    run("update delivery set due_at = 0 where state = 'waiting' and error <> ''");
    office.call();
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
  }
  wait_for("channel = 'webhook' and state = 'delivered'", 40);
  std::set<std::string> ids;
  for (const CallForTest& call : hook.taken()) ids.insert(call.id);
  EXPECT_EQ(ids.size(), 40U);
  EXPECT_EQ(hook.taken().size(), 40U);
  EXPECT_EQ(mail.messages().size(), 40U);
}

TEST_P(PostOffices, a_zone_that_does_not_exist_is_told_at_the_start) {
  ZoneFolder zones;
  const auto open = [&] {
    PostOffice{{.here = here(),
                .terms = {.zone = "Mars/Base"},
                .limits = {},
                .zones = zones,
                .failed = {}}};
  };
  EXPECT_THROW(open(), std::runtime_error);
}

}  // namespace
}  // namespace vigie
