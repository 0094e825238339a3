#include <gmock/gmock.h>

#include <atomic>
#include <cstdlib>
#include <random>

#include "server/stream/node_for_test.h"
#include "server/transport/client_for_test.h"
#include "store/database/database_for_test.h"
#include "store/identity/account.h"
#include "usecase/identity/account.h"
#include "usecase/outage/outage.h"
#include "usecase/people/party.h"

namespace vigie {
namespace {

using namespace http_for_test;  // NOLINT: the words of these tests
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Stream : public OnBothDatabases {
 protected:
  std::unique_ptr<NodeForTest> node(const Limits& limits = {}) {
    return std::make_unique<NodeForTest>(settings(), folder_.path() + "/key", limits);
  }
  static void add_party(NodeForTest& node, const std::string& reference) {
    const AddParty asked{
        .reference = reference, .kind = PartyKind::customer, .parent = {}, .name = reference};
    const auto added = perform(node.here(), program_itself(), Permission::write_parties,
                               [&](Desk& desk) { return vigie::add_party(desk, asked); });
    ASSERT_TRUE(added) << reference;
  }
  /// Adds an account that signs in with the password of the test.
  static void add_account(NodeForTest& node, const std::string& reference,
                          const std::string& customer) {
    const AddAccount asked{.reference = reference,
                           .name = "The " + reference,
                           .email = reference + "@nova.example",
                           .party = "nova",
                           .language = SpokenLanguage::en,
                           .grants = {{.role = UserRole::customer, .customer = customer}}};
    const auto added = perform(node.here(), program_itself(), Permission::manage_accounts,
                               [&](Desk& desk) { return vigie::add_account(desk, asked); });
    ASSERT_TRUE(added) << key_of(added.error().refusal);
    static const std::string digest = PasswordChecks::digest_of_password(NodeForTest::password);
    node.here().database.act([&](Connection& rows) {
      auto kept = account_by_reference(rows, Scope::whole(), reference).value();
      kept.row.password_digest = digest;
      ++kept.row.version;
      change_account_row(rows, kept.key, kept.row);
    });
  }
  static Client streaming(const NodeForTest& node, const std::string& fields,
                          const std::string& query = {}) {
    Client client{node.port()};
    EXPECT_TRUE(client.say(get("/api/stream" + query, fields)));
    return client;
  }

  FolderForTest folder_;
};
VIGIE_ON_BOTH_DATABASES(Stream);

TEST_P(Stream, it_begins_with_its_place_and_tells_what_is_done_from_there) {
  const auto node = this->node();
  Client client = streaming(*node, node->signed_in());
  EXPECT_THAT(client.hear_until("data: {}\n\n"), HasSubstr("event: open\n"));
  add_party(*node, "acme");
  EXPECT_THAT(client.hear_until(R"("reference":"acme")"), HasSubstr(R"(event: act
data: {"word":"party_added","thing":"party","reference":"acme")"));
}

TEST_P(Stream, without_a_session_or_a_token_nothing_is_told) {
  const auto node = this->node();
  Client client{node->port()};
  EXPECT_EQ(client.ask(get("/api/stream")).status, 401);
}

TEST_P(Stream, a_place_that_cannot_be_one_is_refused_and_one_of_another_epoch_begins_again) {
  const auto node = this->node();
  const std::string ann = node->signed_in();
  Client client{node->port()};
  EXPECT_EQ(client.ask(get("/api/stream?after=yesterday", ann)).status, 422);
  EXPECT_EQ(client.ask(get("/api/stream?before=0.1", ann)).status, 422);
  Client restored = streaming(*node, ann, "?after=77.1");
  EXPECT_THAT(restored.hear_until("data: {}\n\n"), HasSubstr("event: reset\n"));
  Client garbled = streaming(*node, ann + "Last-Event-ID: what?\r\n");
  EXPECT_THAT(garbled.hear_until("data: {}\n\n"), HasSubstr("event: reset\n"));
}

TEST_P(Stream, who_comes_back_after_a_start_of_the_program_hears_what_was_missed) {
  auto node = this->node();
  const std::string ann = node->signed_in();
  add_party(*node, "acme");
  add_party(*node, "zenith");
  node.reset();
  node = this->node();
  Client client = streaming(*node, ann, "?after=0.0");
  const std::string& heard = client.hear_until(R"("reference":"zenith")");
  EXPECT_THAT(heard, HasSubstr(R"("reference":"acme")"));
  EXPECT_THAT(heard, Not(HasSubstr("reset")));
}

TEST_P(Stream, who_missed_more_than_is_kept_is_told_to_begin_again) {
  Limits limits;
  limits.set(Limit::events_kept, 2);
  auto node = this->node(limits);
  const std::string ann = node->signed_in();
  for (const char* reference : {"a", "b", "c", "d"}) add_party(*node, reference);
  node.reset();
  node = this->node(limits);
  Client client = streaming(*node, ann, "?after=0.1");
  EXPECT_THAT(client.hear_until("data: {}\n\n"), HasSubstr("event: reset\n"));
  add_party(*node, "e");
  EXPECT_THAT(client.hear_until(R"("reference":"e")"), Not(HasSubstr(R"("reference":"d")")));
}

TEST_P(Stream, a_customer_hears_only_of_what_is_theirs) {
  const auto node = this->node();
  add_party(*node, "acme");
  add_party(*node, "zenith");
  add_account(*node, "carla", "acme");
  Client carla = streaming(*node, node->signed_in("carla"));
  Client ann = streaming(*node, node->signed_in());
  carla.hear_until("data: {}\n\n");
  ann.hear_until("data: {}\n\n");
  const auto rename = [&](const char* reference) {
    const auto done =
        perform(node->here(), program_itself(), Permission::write_parties, [&](Desk& desk) {
          return change_party(desk, {.reference = reference, .version = 1}, {.name = "Other"});
        });
    ASSERT_TRUE(done);
  };
  rename("zenith");
  rename("acme");
  constexpr std::string_view change =
      R"("word":"party_changed","thing":"party","reference":"acme")";
  const std::string& heard = carla.hear_until(change);
  EXPECT_THAT(heard, HasSubstr(std::string{change}));
  EXPECT_THAT(heard, Not(HasSubstr("zenith")));
  EXPECT_THAT(heard, Not(HasSubstr("signed_in")))
      << "who signs in is of those who read the journal";
  EXPECT_THAT(ann.hear_until(change), HasSubstr("zenith"));
}

// Not all who read a kind of thing read the journal.
TEST_P(Stream, each_hears_of_what_they_may_read_whatever_its_kind) {
  const auto node = this->node();
  add_party(*node, "acme");
  add_party(*node, "zenith");
  add_account(*node, "carla", "acme");
  Client carla = streaming(*node, node->signed_in("carla"));
  carla.hear_until("data: {}\n\n");
  const auto open = [&](const char* customer) {
    const auto done =
        perform(node->here(), program_itself(), Permission::write_outages, [&](Desk& desk) {
          return open_outage(desk, {.item = "vpn", .title = "Down", .customer = customer});
        });
    ASSERT_TRUE(done);
  };
  open("zenith");
  open("acme");
  const std::string& heard = carla.hear_until(R"("word":"outage_opened")");
  EXPECT_THAT(heard, HasSubstr(R"("thing":"outage","reference":"OUT-2","version":1)"));
  EXPECT_THAT(heard, Not(HasSubstr("OUT-1")));
}

TEST_P(Stream, it_ends_with_the_session_and_when_rights_change_and_others_hear_on) {
  const auto node = this->node();
  add_party(*node, "acme");
  add_account(*node, "carla", "acme");
  add_account(*node, "chris", "acme");
  const std::string leaves = node->signed_in("carla");
  Client gone = streaming(*node, leaves);
  Client changed = streaming(*node, node->signed_in("chris"));
  Client stays = streaming(*node, node->signed_in());
  for (Client* each : {&gone, &changed, &stays}) each->hear_until("data: {}\n\n");
  Client other{node->port()};
  EXPECT_EQ(other.ask("DELETE /api/session HTTP/1.1\r\nHost: test\r\n" + leaves + "\r\n").status,
            204);
  EXPECT_TRUE(gone.is_ended());
  const auto closed =
      perform(node->here(), program_itself(), Permission::manage_accounts, [&](Desk& desk) {
        return change_account(desk, {.reference = "chris", .version = 2}, {.is_closed = true});
      });
  EXPECT_TRUE(closed);
  EXPECT_TRUE(changed.is_ended());
  add_party(*node, "later");
  EXPECT_THAT(stays.hear_until(R"("reference":"later")"), HasSubstr(R"("reference":"later")"));
}

}  // namespace
}  // namespace vigie
