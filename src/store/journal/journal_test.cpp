// What is sealed stays as it was, or is named.
#include <gmock/gmock.h>

#include <thread>

#include "store/database/database_for_test.h"
#include "store/database/migrations.h"
#include "store/journal/act.h"
#include "store/journal/sealer.h"
#include "store/journal/verify.h"

namespace vigie {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

class Journal : public OnBothDatabases {
 protected:
  void SetUp() override {
    OnBothDatabases::SetUp();
    if (IsSkipped()) return;
    database_ = open();
    ASSERT_TRUE(migrate(*database_, migrations()).has_value());
    sealer_ = std::make_unique<Sealer>(*database_, Sealer::Terms{.key = key_});
  }

  void add_party(const std::string& name) {
    database_->act([&](Connection& rows) {
      Act act{rows,
              key_,
              {.word = ActWord::party_added,
               .thing = Thing::party,
               .reference = name,
               .door = Door::api,
               .origin = "192.0.2.7 " + name}};
      act.change("name", {}, name);
      act.change("kind", {}, "customer");
      act.end();
    });
    sealer_->note_act();
  }

  void wait_for(std::int64_t position) const {
    for (int i = 0; i < 500 && sealer_->position() < position; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    ASSERT_EQ(sealer_->position(), position);
  }

  void edit(std::string_view sql) {
    database_->act([&](Connection& rows) { rows.run(sql, {}); });
  }

  std::vector<Damage> damages() { return verify_journal(*database_, key_).damages; }

  SealingKey key_ = SealingKey::made();
  std::unique_ptr<Database> database_;
  std::unique_ptr<Sealer> sealer_;
};
VIGIE_ON_BOTH_DATABASES(Journal);

TEST_P(Journal, committed_acts_have_positions_without_a_gap_and_verify) {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([this, i] {
      for (int j = 0; j < 25; ++j) add_party(std::to_string(100 * i + j));
    });
  }
  for (std::thread& thread : threads) thread.join();
  wait_for(100);
  const Verification found = verify_journal(*database_, key_);
  EXPECT_EQ(found.acts, 100);
  EXPECT_GT(found.blocks, 0);
  EXPECT_THAT(found.damages, IsEmpty());
  EXPECT_EQ(whole_of(*database_, "select max(position) from act_seal"), 100);
  EXPECT_EQ(whole_of(*database_, "select count(*) from act_seal where position is null"), 0);
}

TEST_P(Journal, an_act_that_throws_leaves_no_position_behind) {
  EXPECT_THROW(database_->act([&](Connection& rows) {
    Act act{rows, key_, {.word = ActWord::party_added, .thing = Thing::party, .reference = "acme"}};
    throw std::runtime_error{"no"};
  }),
               std::runtime_error);
  add_party("zenith");
  wait_for(1);
  EXPECT_THAT(damages(), IsEmpty());
}

TEST_P(Journal, a_row_that_was_edited_is_named) {
  add_party("acme");
  add_party("zenith");
  wait_for(2);
  edit("update act_change set field = 'label' where act = 2 and rank = 1");
  const auto found = damages();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, DamageKind::row_changed);
  EXPECT_EQ(found[0].table, "act_change");
  EXPECT_EQ(found[0].act, 2);
  EXPECT_EQ(found[0].number, 1);
}

TEST_P(Journal, a_text_that_was_edited_is_named) {
  add_party("acme");
  wait_for(1);
  edit("update act_change set after = 'Acne' where act = 1 and rank = 1");
  const auto found = damages();
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, DamageKind::text_changed);
  edit("update act set origin = 'elsewhere'");
  EXPECT_THAT(damages(), SizeIs(2));
}

TEST_P(Journal, an_act_whose_row_or_author_was_taken_away_is_named) {
  add_party("acme");
  add_party("zenith");
  wait_for(2);
  edit("delete from act_change where act = 1 and rank = 2");
  edit("update act set door = 'job' where number = 2");
  const auto found = damages();
  ASSERT_THAT(found, SizeIs(2));
  EXPECT_EQ(found[0].kind, DamageKind::act_changed);
  EXPECT_EQ(found[0].act, 1);
  EXPECT_EQ(found[1].act, 2);
}

TEST_P(Journal, an_act_that_was_taken_out_of_the_chain_is_missed) {
  for (const char* name : {"acme", "zenith", "orion"}) add_party(name);
  wait_for(3);
  edit("delete from act_seal where act = 2");
  std::vector<DamageKind> kinds;
  for (const Damage& damage : damages()) kinds.push_back(damage.kind);
  EXPECT_THAT(kinds, testing::Contains(DamageKind::act_missing));
  EXPECT_THAT(kinds, testing::Contains(DamageKind::block_changed));
}

TEST_P(Journal, what_was_erased_still_verifies) {
  add_party("acme");
  wait_for(1);
  edit("update act_change set before = null, after = null, salt = null");
  edit("update act set origin = null, origin_salt = null");
  const Verification found = verify_journal(*database_, key_);
  EXPECT_THAT(found.damages, IsEmpty());
  EXPECT_EQ(found.erased, 3);
}

TEST_P(Journal, whoever_lacks_the_key_cannot_seal) {
  add_party("acme");
  wait_for(1);
  EXPECT_FALSE(verify_journal(*database_, SealingKey::made()).damages.empty());
}

TEST_P(Journal, what_an_earlier_run_left_is_sealed_by_the_next) {
  sealer_.reset();
  database_->act([&](Connection& rows) {
    Act act{rows, key_, {.word = ActWord::installed, .thing = Thing::installation}};
    act.end();
  });
  EXPECT_EQ(whole_of(*database_, "select count(*) from act_seal where position is null"), 1);
  sealer_ = std::make_unique<Sealer>(*database_, Sealer::Terms{.key = key_});
  EXPECT_EQ(sealer_->position(), 1);
}

}  // namespace
}  // namespace vigie
