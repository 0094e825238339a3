// The demo company in a database: each persona finds something to read, and to do.
#include "cli/company/demo_filling.h"

#include <gtest/gtest.h>

#include <set>

#include "cli/company/demo_act.h"
#include "connector/zone_folder.h"
#include "server/document_reader.h"
#include "store/database/database_for_test.h"
#include "store/database/migrations.h"
#include "store/journal/verify.h"
#include "usecase/closure/closure_view.h"
#include "usecase/dispute/dispute.h"
#include "usecase/notice/inbox.h"
#include "usecase/outage/maintenance.h"
#include "usecase/penalty/penalty.h"
#include "usecase/people/site.h"
#include "usecase/people/team.h"
#include "usecase/ticket/event.h"
#include "usecase/ticket/ticket_list.h"

namespace vigie {
namespace {

class DemoCompany : public OnBothDatabases {
 protected:
  void SetUp() override {
    OnBothDatabases::SetUp();
    if (IsSkipped()) return;
    database_ = open();
    ASSERT_TRUE(migrate(*database_, migrations()).has_value());
    sealer_ = std::make_unique<Sealer>(*database_, Sealer::Terms{.key = SealingKey::made()});
    here_ = std::make_unique<Installation>(Installation{*database_, *sealer_});
    filled_ = fill(600);
  }
  void TearDown() override {
    here_.reset();
    sealer_.reset();
    database_.reset();
    OnBothDatabases::TearDown();
  }

  DemoFilled fill(std::uint64_t tickets) {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return fill_with_demo({.here = *here_,
                           .zones = zones_,
                           .tickets = tickets,
                           .seed = 7,
                           .until = Instant{now},
                           .password = "four blue herons"});
  }

  /// What someone of that role reads by that permission.
  template <class Read>
  auto read_as(UserRole role, Permission permission, Read read) {
    return demo_done(look(*here_, demo_person(work(), role), permission, read));
  }
  std::vector<TicketView> tickets_of(UserRole role, TicketShown shown) {
    return read_as(role, Permission::read_tickets,
                   [&](const Look& look) {
                     return tickets(look, shelf_, {.most = 200}, {.shown = shown});
                   })
        .items;
  }
  DemoWork work() { return {*here_, shelf_, zones_}; }

  ZoneFolder zones_;
  YamlDocumentReader reader_;
  TermsShelf shelf_{reader_, zones_};
  std::unique_ptr<Database> database_;
  std::unique_ptr<Sealer> sealer_;
  std::unique_ptr<Installation> here_;
  DemoFilled filled_;
};
VIGIE_ON_BOTH_DATABASES(DemoCompany);

TEST_P(DemoCompany, every_persona_has_something_to_read_and_the_journal_holds) {
  EXPECT_GE(filled_.tickets, 600U);
  EXPECT_EQ(filled_.accounts.size(), 8U);
  for (const DemoAccount& account : filled_.accounts) {
    EXPECT_FALSE(tickets_of(account.role, TicketShown::open).empty()) << account.email;
  }
  const auto letters = read_as(UserRole::sdm, Permission::be_signed_in,
                               [](const Look& look) { return inbox(look, {}, {}); });
  EXPECT_FALSE(letters.items.empty());
  const auto closed = read_as(UserRole::finance, Permission::read_figures,
                              [](const Look& look) { return closures(look, {}, {}); });
  EXPECT_EQ(closed.items.size(), 6U);
  const auto at_work = read_as(UserRole::technician, Permission::read_parties,
                               [](const Look& look) { return teams(look, {}); });
  EXPECT_EQ(at_work.items.size(), 5U);
  EXPECT_TRUE(verify_journal(*database_, sealer_->key()).damages.empty());
}

TEST_P(DemoCompany, disputes_stand_at_each_stage_and_work_is_announced_to_the_customer) {
  const auto contested = read_as(UserRole::customer, Permission::read_disputes,
                                 [&](const Look& look) { return disputes(look, shelf_, {}, {}); });
  std::multiset<std::string> stages;
  for (const DisputeView& dispute : contested.items) {
    stages.insert(std::string{key_of(dispute.state)} +
                  (dispute.turn ? " " + std::string{key_of(*dispute.turn)} : ""));
  }
  EXPECT_EQ(stages, (std::multiset<std::string>{"agreed", "claimed customer", "claimed provider",
                                                "refused"}));
  const auto windows = read_as(UserRole::customer, Permission::read_outages, [&](const Look& look) {
    return maintenances(look, shelf_, {}, {});
  });
  ASSERT_FALSE(windows.items.empty());
  EXPECT_EQ(windows.items.front().title, "Remplacement du cœur de réseau de Lyon");
  const auto down = read_as(UserRole::customer, Permission::read_outages,
                            [&](const Look& look) { return outages(look, shelf_, {}, {}); });
  ASSERT_GE(down.items.size(), 2U);
  EXPECT_FALSE(down.items.front().restored_at.has_value());
}

TEST_P(DemoCompany, what_the_house_says_is_read_inside_alone) {
  const auto said_to = [&](UserRole role) {
    std::int64_t internal = 0;
    std::int64_t notes = 0;
    for (const TicketView& ticket : tickets_of(UserRole::customer, TicketShown::open)) {
      const auto events = read_as(role, Permission::read_tickets, [&](const Look& look) {
        return events_of_ticket(look, ticket.reference, {.most = 200});
      });
      for (const EventView& event : events.items) {
        if (event.note) ++notes;
        if (event.audience == Audience::internal) ++internal;
      }
    }
    return std::pair{notes, internal};
  };
  const auto [ours, internal] = said_to(UserRole::technician);
  const auto [theirs, leaked] = said_to(UserRole::customer);
  EXPECT_GE(internal, 1);
  EXPECT_GE(theirs, 3);
  EXPECT_EQ(ours - theirs, internal);
  EXPECT_EQ(leaked, 0);
}

TEST_P(DemoCompany, a_company_that_is_there_is_left_as_it_is) { EXPECT_EQ(fill(600).tickets, 0U); }

}  // namespace
}  // namespace vigie
