#include "usecase/rights.h"

#include <gtest/gtest.h>

namespace vigie {
namespace {

constexpr Key<PartyRow> acme{1};
constexpr Key<PartyRow> zenith{2};

Reach reach_of(Key<PartyRow> customer) { return {.customers = std::vector{customer}}; }

TEST(Rights, a_permission_reaches_no_further_than_the_grants_that_hold_it) {
  const Rights rights = Rights::of({{.role = UserRole::technician, .reach = {}},
                                    {.role = UserRole::sdm, .reach = reach_of(acme)}});
  EXPECT_TRUE(rights.scope_of(Permission::write_tickets).is_whole());
  EXPECT_TRUE(rights.scope_of(Permission::read_parties).is_whole());
  const Scope& writes = rights.scope_of(Permission::write_agreements);
  EXPECT_TRUE(writes.meets(acme));
  EXPECT_FALSE(writes.meets(zenith));
}

TEST(Rights, several_grants_of_one_permission_are_added_up) {
  const Rights rights = Rights::of({{.role = UserRole::sdm, .reach = reach_of(acme)},
                                    {.role = UserRole::sdm, .reach = reach_of(zenith)}});
  EXPECT_TRUE(rights.scope_of(Permission::write_agreements).meets(acme));
  EXPECT_TRUE(rights.scope_of(Permission::write_agreements).meets(zenith));
  EXPECT_FALSE(rights.scope_of(Permission::write_agreements).is_whole());
}

TEST(Rights, what_is_not_held_reaches_nothing) {
  EXPECT_TRUE(Rights{}.roles().is_empty());
  const Rights auditor = Rights::of(UserRole::auditor);
  EXPECT_FALSE(auditor.hold(Permission::write_tickets));
  EXPECT_TRUE(auditor.scope_of(Permission::write_tickets).reaches().empty());
  EXPECT_FALSE(auditor.hold(Permission::anyone));
}

TEST(Rights, a_token_keeps_the_reach_of_its_owner_and_loses_what_it_was_not_given) {
  const Permission kept[] = {Permission::read_tickets, Permission::manage_accounts};
  const Rights token = Rights::of(UserRole::sdm, Scope::of({reach_of(acme)})).limited_to(kept);
  EXPECT_TRUE(token.hold(Permission::read_tickets));
  EXPECT_FALSE(token.scope_of(Permission::read_tickets).is_whole());
  EXPECT_FALSE(token.hold(Permission::write_tickets));
  EXPECT_FALSE(token.hold(Permission::manage_accounts)) << "its owner has it not";
}

}  // namespace
}  // namespace vigie
