// Rows that were edited by hand are named, in both languages and for programs.
#include <gmock/gmock.h>

#include "installation.h"

namespace vigie::operation {
namespace {

using program::Ran;
using program::Workplace;
using testing::HasSubstr;
using testing::Not;

class Verify : public testing::Test {
 protected:
  void SetUp() override { put_company(place_); }

  Ran verify(const std::string& more = "", const std::string& language = "en") const {
    return place_.run("vigie verify" + of("company.db") + more, language);
  }
  void edit_by_hand(const std::string& sql) const { edit(*opened(place_, "company.db"), sql); }

  Workplace place_;
};

TEST_F(Verify, an_installation_that_nobody_touched_is_whole) {
  const Ran ran = verify();
  EXPECT_EQ(ran.exit, 0);
  EXPECT_THAT(ran.output, HasSubstr("The journal is whole"));
  EXPECT_THAT(ran.output, HasSubstr("Head: "));
  EXPECT_THAT(verify("", "fr").output, HasSubstr("Le journal est intact"));
  EXPECT_THAT(verify("--format json").output, HasSubstr("\"verified\":true"));
}

TEST_F(Verify, an_event_of_a_ticket_edited_by_hand_is_named) {
  edit_by_hand(
      "update ticket_event set happened_at = happened_at - 60000000 where word = 'resolved'"
      " and ticket = (select id from ticket where reference = 'T-100001')");
  const Ran ran = verify();
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.output, HasSubstr("ticket_event: row "));
  EXPECT_THAT(ran.output, HasSubstr("this row is not as it was written"));
  EXPECT_THAT(ran.output, HasSubstr("ticket opened, ticket T-100001"));
  EXPECT_THAT(verify("", "fr").output, HasSubstr("ticket ouvert, ticket T-100001"));
  EXPECT_THAT(verify("--format json").output, HasSubstr(R"("reference":"T-100001")"));
}

TEST_F(Verify, a_document_a_change_and_a_zone_edited_by_hand_are_named) {
  edit_by_hand(
      "update agreement_version set document = replace(document, '8h', '9h')"
      " where agreement = (select id from agreement where reference = 'acme')");
  edit_by_hand("update act_change set after = 'Sofia L.' where after = 'Sofia Lambert'");
  edit_by_hand("update zone_data set bytes = x'00' where name = 'Europe/Paris'");
  const Ran ran = verify();
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.output, HasSubstr("agreement_version: row "));
  EXPECT_THAT(ran.output, HasSubstr("agreement acme"));
  EXPECT_THAT(ran.output, HasSubstr("act_change: row "));
  EXPECT_THAT(ran.output, HasSubstr("account customer"));
  EXPECT_THAT(ran.output, HasSubstr("zone_data: row "));
}

TEST_F(Verify, a_row_that_was_taken_away_is_missed) {
  edit_by_hand(
      "delete from ticket_event where sequence = 2 and ticket ="
      " (select id from ticket where reference = 'T-100002')");
  const Ran ran = verify();
  EXPECT_EQ(ran.exit, 1);
  EXPECT_THAT(ran.output, HasSubstr("or the list of its rows, is not as it was sealed"));
  EXPECT_THAT(ran.output, HasSubstr("ticket T-100002"));
}

TEST_F(Verify, a_head_that_was_noted_shows_that_the_end_was_cut) {
  const Ran noted = verify();
  const std::size_t at = noted.output.find("Head: ") + 6;
  const std::string head = noted.output.substr(at, noted.output.find('\n', at) - at);
  EXPECT_EQ(verify("--head " + head).exit, 0);
  edit_by_hand("delete from block where number = (select max(number) from block)");
  const Ran cut = verify("--head " + head);
  EXPECT_EQ(cut.exit, 1);
  EXPECT_THAT(cut.output, HasSubstr("the journal no longer has this head"));
  const Ran wrong = verify("--head 12:xyz");
  EXPECT_EQ(wrong.exit, 1);
  EXPECT_THAT(wrong.output, HasSubstr("is not the head of a journal"));  // head_malformed
}

TEST_F(Verify, without_its_key_nothing_is_verified_and_no_key_is_made) {
  const Ran ran =
      place_.run("rm company.db.key; vigie verify" + of("company.db") + "; echo $?; ls");
  EXPECT_THAT(ran.output, HasSubstr("the journal was begun with a key"));
  EXPECT_THAT(ran.output, HasSubstr("\n1\n"));
  EXPECT_THAT(ran.output, Not(HasSubstr("company.db.key\n")));
}

}  // namespace
}  // namespace vigie::operation
