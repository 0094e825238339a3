// Deliveries on both databases: taken once, tried again, given up, held, gathered.
#include "usecase/notice/round.h"

#include <gmock/gmock.h>

#include <set>

#include "store/people/person_erasure.h"
#include "usecase/identity/account.h"
#include "usecase/notice/notices_for_test.h"
#include "usecase/notice/postman.h"
#include "usecase/notice/webhook_signature.h"
#include "usecase/stream/told_event.h"

namespace vigie {
namespace {

/// Keeps what it was given; answers what it was told to.
class Bag final : public Carrier {
 public:
  Receipt carry(const Parcel& parcel) override {
    const std::scoped_lock lock{mutex};
    ids.push_back(parcel.id);
    sizes.push_back(parcel.letters.size());
    if (parcel.webhook) secrets = parcel.webhook->secrets;
    return answer;
  }

  std::mutex mutex;
  std::vector<std::string> ids;
  std::vector<std::size_t> sizes;
  std::vector<std::string> secrets;
  Receipt answer{Handed::taken, {}};
};

class RoundsOfBoth : public NoticesOfBoth {
 protected:
  std::int64_t mail(const RoundTerms& terms = {}) {
    return deliver_some(here(), NoticeChannel::email, bag_, terms, stops_);
  }
  std::int64_t call() { return deliver_some(here(), NoticeChannel::webhook, bag_, {}, stops_); }
  void make_due() { run("update delivery set due_at = 0 where state = 'waiting'"); }

  Bag bag_;
  std::atomic<bool> stops_{false};
};
VIGIE_ON_BOTH_DATABASES(RoundsOfBoth);

TEST_P(RoundsOfBoth, each_is_delivered_once_and_is_in_the_inbox) {
  const auto ada = account_for_test(here(), "ada");
  tell_for_test(here(), {.count = 30, .accounts = {ada}});
  EXPECT_EQ(count("channel = 'inbox' and state = 'delivered'"), 30);
  EXPECT_EQ(mail(), 20);
  EXPECT_EQ(mail(), 10);
  EXPECT_EQ(mail(), 0);
  EXPECT_EQ(std::set(bag_.ids.begin(), bag_.ids.end()).size(), 30U);
  EXPECT_EQ(count("channel = 'email' and state = 'delivered' and attempt = 1"), 30);
}

TEST_P(RoundsOfBoth, what_is_addressed_again_is_there_once) {
  const auto ada = account_for_test(here(), "ada");
  tell_for_test(here(), {.count = 60, .accounts = {ada}});
  tell_for_test(here(), {.count = 60, .accounts = {ada}});
  EXPECT_EQ(count("1 = 1"), 120);
}

TEST_P(RoundsOfBoth, nobody_without_an_address_or_with_a_closed_account_has_mail) {
  const auto ada = account_for_test(here(), "ada");
  const auto ben = account_for_test(here(), "ben");
  run("update person set email = null where reference = 'ada'");
  tell_for_test(here(), {.accounts = {ada, ben}});
  EXPECT_EQ(count("channel = 'email'"), 1);
  run("update account set closed_at = 1");
  EXPECT_EQ(mail(), 1);
  EXPECT_TRUE(bag_.ids.empty());
  EXPECT_EQ(count("channel = 'email' and state = 'dropped'"), 1);
}

TEST_P(RoundsOfBoth, what_waits_for_an_account_is_dropped_when_it_is_closed) {
  const auto ada = account_for_test(here(), "ada");
  tell_for_test(here(), {.count = 3, .accounts = {ada, account_for_test(here(), "ben")}});
  mail({.batch = 1});
  run("update delivery set due_at = 9000000000000000 where state = 'waiting'");
  const auto closed = perform(here(), program_itself(), Permission::manage_accounts,
                              [](Desk& desk) -> Outcome<AccountView> {
                                return change_account(
                                    desk, {.reference = "ada", .version = 1},
                                    {.name = {}, .language = {}, .grants = {}, .is_closed = true});
                              });
  ASSERT_TRUE(closed.has_value());
  EXPECT_EQ(count("channel = 'email' and state = 'dropped' and ended_at is not null"), 2);
  EXPECT_EQ(count("channel = 'email' and state = 'delivered'"), 1) << "what was told stays so";
  EXPECT_EQ(count("channel = 'email' and state = 'waiting'"), 3) << "ben's";
}

TEST_P(RoundsOfBoth, what_a_killed_node_had_taken_comes_again_under_the_same_id) {
  const auto ada = account_for_test(here(), "ada");
  tell_for_test(here(), {.accounts = {ada}});
  std::vector<KeptRow<DeliveryRow>> taken;
  here().database.act([&](Connection& rows) {
    taken = take_deliveries(rows, NoticeChannel::email, 20, std::chrono::milliseconds{1});
  });
  ASSERT_EQ(taken.size(), 1U);
  std::this_thread::sleep_for(std::chrono::milliseconds{5});
  EXPECT_EQ(mail(), 1);
  EXPECT_EQ(bag_.ids, std::vector{taken[0].row.reference});
  EXPECT_EQ(count("state = 'delivered' and attempt = 2"), 1);
}

TEST_P(RoundsOfBoth, what_is_not_taken_is_tried_again_later_and_given_up_at_last) {
  const auto ada = account_for_test(here(), "ada");
  tell_for_test(here(), {.accounts = {ada}});
  bag_.answer = {Handed::again, "busy"};
  EXPECT_EQ(mail({.attempts = 2}), 1);
  EXPECT_EQ(count("state = 'waiting' and attempt = 1 and error = 'busy'"), 1);
  EXPECT_EQ(mail({.attempts = 2}), 0);
  make_due();
  EXPECT_EQ(mail({.attempts = 2}), 1);
  EXPECT_EQ(count("state = 'failed' and ended_at is not null"), 1);
}

TEST_P(RoundsOfBoth, what_is_refused_for_good_is_not_tried_again) {
  const auto ada = account_for_test(here(), "ada");
  tell_for_test(here(), {.accounts = {ada}});
  bag_.answer = {Handed::refused, "no such mailbox"};
  mail();
  EXPECT_EQ(count("state = 'failed' and error = 'no such mailbox'"), 1);
}

TEST_P(RoundsOfBoth, while_nobody_is_there_one_is_tried_and_the_others_wait) {
  const auto ada = account_for_test(here(), "ada");
  tell_for_test(here(), {.count = 30, .accounts = {ada}});
  bag_.answer = {Handed::away, "no connection"};
  EXPECT_EQ(mail(), 20);
  EXPECT_EQ(bag_.ids.size(), 1U);
  EXPECT_EQ(count("channel = 'email' and attempt = 0 and state = 'waiting'"), 29);
  EXPECT_EQ(mail(), 0);
}

TEST_P(RoundsOfBoth, what_is_preferred_later_or_in_one_message_is_held) {
  const auto ada = account_for_test(here(), "ada");
  tell_for_test(here(), {.count = 3, .accounts = {ada}});
  const Instant until{Duration{here().database.now()} + std::chrono::hours{1}};
  RoundTerms terms;
  terms.when = [&](const Letter&, Instant) {
    return TellingTime{.way = TellingTime::Way::in_digest, .until = until};
  };
  EXPECT_EQ(mail(terms), 3);
  EXPECT_EQ(mail(terms), 0);
  EXPECT_EQ(count("state = 'waiting' and attempt = 0 and digest_at = due_at"), 3);
  tell_for_test(here(), {.from = 4, .accounts = {ada}, .is_urgent = true});
  EXPECT_EQ(mail(terms), 1);
  make_due();
  EXPECT_EQ(mail(terms), 3);
  EXPECT_EQ(bag_.sizes, (std::vector<std::size_t>{1, 3}));
  EXPECT_EQ(count("channel = 'email' and state = 'delivered'"), 4);
}

TEST_P(RoundsOfBoth, a_digest_that_was_not_taken_has_the_same_id_again) {
  const auto ada = account_for_test(here(), "ada");
  tell_for_test(here(), {.count = 3, .accounts = {ada}});
  run("update delivery set digest_at = due_at where channel = 'email'");
  bag_.answer = {Handed::again, "busy"};
  EXPECT_EQ(mail(), 3);
  make_due();
  bag_.answer = {Handed::taken, {}};
  EXPECT_EQ(mail(), 3);
  ASSERT_EQ(bag_.ids.size(), 2U);
  EXPECT_EQ(bag_.ids[0], bag_.ids[1]);
}

TEST_P(RoundsOfBoth, who_wants_no_mail_has_none) {
  const auto ada = account_for_test(here(), "ada");
  tell_for_test(here(), {.accounts = {ada}});
  RoundTerms terms;
  terms.when = [](const Letter&, Instant) { return TellingTime{.way = TellingTime::Way::never}; };
  EXPECT_EQ(mail(terms), 1);
  EXPECT_EQ(count("channel = 'email' and state = 'dropped'"), 1);
}

TEST_P(RoundsOfBoth, a_webhook_is_signed_with_both_secrets_while_they_change) {
  const std::string secret = made_webhook_secret();
  const auto hook = webhook_for_test(here(), "desk", "https://desk.example/", secret);
  tell_for_test(here(), {.webhooks = {hook}});
  EXPECT_EQ(call(), 1);
  EXPECT_EQ(bag_.secrets, std::vector{secret});
  run("update webhook set old_secret = secret, old_until = 9000000000000000");
  tell_for_test(here(), {.from = 2, .webhooks = {hook}});
  EXPECT_EQ(call(), 1);
  EXPECT_EQ(bag_.secrets, (std::vector{secret, secret}));
}

TEST_P(RoundsOfBoth, a_webhook_that_is_gone_is_closed_and_told_of_nothing_more) {
  const auto hook =
      webhook_for_test(here(), "desk", "https://desk.example/", made_webhook_secret());
  const auto other = webhook_for_test(here(), "b", "https://b.example/", made_webhook_secret());
  tell_for_test(here(), {.count = 3, .webhooks = {hook}});
  bag_.answer = {Handed::gone, "HTTP 410"};
  EXPECT_EQ(call(), 3);
  EXPECT_EQ(bag_.ids.size(), 1U);
  EXPECT_EQ(count("state = 'dropped'"), 3);
  EXPECT_EQ(whole_of(here().database,
                     "select count(*) from webhook where is_closed = 1 and gone_at is not null"),
            1);
  EXPECT_EQ(whole_of(here().database, "select count(*) from act where word = 'webhook_changed'"),
            1);
  bag_.answer = {Handed::taken, {}};
  tell_for_test(here(), {.from = 4, .webhooks = {hook, other}});
  EXPECT_EQ(call(), 2);
  EXPECT_EQ(count("state = 'delivered'"), 1);
}

TEST_P(RoundsOfBoth, a_postman_sleeps_until_he_is_called) {
  const auto ada = account_for_test(here(), "ada");
  class Window final : public Carrier {
   public:
    explicit Window(Bag& bag) : bag_{bag} {}
    Receipt carry(const Parcel& parcel) override { return bag_.carry(parcel); }

   private:
    Bag& bag_;
  };
  PostLine line{.channel = NoticeChannel::email, .senders = 3, .carrier = {}};
  line.carrier = [&](const auto&) { return std::make_unique<Window>(bag_); };
  Postman postman{here(), {.lines = {line}}};
  tell_for_test(here(), {.count = 100, .accounts = {ada}});
  postman.call();
  for (int i = 0; i < 500 && count("channel = 'email' and state = 'delivered'") < 100; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  EXPECT_EQ(std::set(bag_.ids.begin(), bag_.ids.end()).size(), 100U);
  EXPECT_EQ(bag_.ids.size(), 100U);
}

TEST_P(RoundsOfBoth, who_is_erased_is_told_nothing_more_and_prefers_nothing) {
  const auto ada = account_for_test(here(), "ada");
  tell_for_test(here(), {.accounts = {ada}});
  here().database.act([&](Connection& rows) {
    keep_preference(rows, {.account = ada, .zone = {}, .hours = {}});
    const auto person = person_by_reference(rows, Scope::whole(), "ada");
    erase_texts_of(rows, {.person = *person, .account = ada, .at = {}});
  });
  EXPECT_EQ(count("state = 'dropped'"), 1);
  EXPECT_EQ(whole_of(here().database, "select count(*) from notice_preference"), 0);
}

TEST_P(RoundsOfBoth, whoever_is_signed_in_hears_that_there_are_notices) {
  tell_for_test(here(), {.accounts = {account_for_test(here(), "ada")}});
  std::vector<EventToTell> events;
  for (int i = 0; i < 500 && events.empty(); ++i) {
    events = events_after(here(), 0, 10);
    if (events.empty()) std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
  ASSERT_FALSE(events.empty());
  EXPECT_EQ(events.back().event.thing, Thing::notice);
  EXPECT_TRUE(may_hear(Rights::of(UserRole::technician), events.back().concerned));
  EXPECT_FALSE(may_hear(Rights{}, events.back().concerned));
}

TEST(Waits, they_grow_and_come_apart) {
  EXPECT_GE(wait_after(1, 1), std::chrono::seconds{1});
  EXPECT_LT(wait_after(1, 1), std::chrono::milliseconds{1'100});
  EXPECT_NE(wait_after(1, 1), wait_after(1, 2));
  EXPECT_GE(wait_after(99, 3), std::chrono::hours{24});
}

}  // namespace
}  // namespace vigie
