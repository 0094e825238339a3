#include "engine/agreement/lifecycle.h"

#include <gtest/gtest.h>

#include "engine/agreement/agreement.h"

namespace vigie {
namespace {

using std::chrono::days;
constexpr CivilDay january{days{20'454}};  // 2026-01-01

Agreement version(int number, CivilDay from, std::optional<CivilDay> to = {},
                  AgreementState state = AgreementState::signed_) {
  Agreement made;
  made.id = "sla";
  made.version = number;
  made.state = state;
  made.in_force = {.from = from, .to = to};
  return made;
}

TEST(Lifecycle, a_version_goes_from_draft_to_negotiation_and_ends_once) {
  using enum AgreementState;
  EXPECT_EQ(states_after(draft), (std::vector{in_negotiation, withdrawn}));
  EXPECT_EQ(states_after(in_negotiation), (std::vector{draft, refused, withdrawn}));
  EXPECT_EQ(states_after(in_force), (std::vector{suspended, terminated}));
  for (const AgreementState end : {expired, terminated, refused, withdrawn}) {
    EXPECT_TRUE(states_after(end).empty()) << key_of(end);
  }
}

TEST(Lifecycle, nobody_signs_by_a_step_and_every_state_is_reached_from_another) {
  for (std::size_t i = 0; i < std::size(Vocabulary<AgreementState>::words); ++i) {
    for (const AgreementState next : states_after(static_cast<AgreementState>(i))) {
      EXPECT_NE(next, AgreementState::signed_);
      EXPECT_NE(next, AgreementState::in_force);
      EXPECT_NE(next, AgreementState::expired);
    }
  }
}

TEST(Lifecycle, an_amendment_ends_what_it_amends_the_day_before) {
  std::vector<Agreement> all{version(1, january), version(2, january + days{100}),
                             version(3, january + days{200}, {}, AgreementState::draft)};
  end_what_is_amended(all);
  EXPECT_EQ(all[0].in_force.to, january + days{99});
  EXPECT_EQ(all[1].in_force.to, std::nullopt) << "a draft amends nothing";
}

TEST(Lifecycle, an_amendment_leaves_a_version_that_ended_before_as_it_is) {
  std::vector<Agreement> all{version(1, january, january + days{30}),
                             version(2, january + days{100})};
  end_what_is_amended(all);
  EXPECT_EQ(all[0].in_force.to, january + days{30});
}

TEST(Lifecycle, what_is_renewed_tacitly_goes_on_until_its_amendment) {
  std::vector<Agreement> all{version(1, january, january + days{30}),
                             version(2, january + days{100})};
  all[0].tacit_renewal = true;
  end_what_is_amended(all);
  EXPECT_FALSE(all[0].tacit_renewal);
  EXPECT_EQ(all[0].in_force.to, january + days{99});
}

TEST(Lifecycle, an_amendment_that_takes_effect_first_leaves_nothing_of_what_it_amends) {
  std::vector<Agreement> all{version(1, january), version(2, january - days{10})};
  end_what_is_amended(all);
  EXPECT_EQ(all[0].in_force.to, january - days{1});
}

}  // namespace
}  // namespace vigie
