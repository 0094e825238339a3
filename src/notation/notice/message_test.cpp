#include "notation/notice/message.h"

#include <gmock/gmock.h>

namespace vigie {
namespace {

using testing::HasSubstr;
using testing::Not;

Instant at(std::int64_t day, std::int64_t minutes) {
  return Instant{std::chrono::days{day} + std::chrono::minutes{minutes}};
}

/// Monday 2 March 2026.
constexpr std::int64_t monday = 20'514;

ToldNotice notice() {
  return {.watches = WarningTrigger::share_of_target,
          .amount = 750,
          .subject = "INC-104340",
          .customer = "ACME & Sons",
          .team = "network",
          .agreement = "acme",
          .commitment = "Resolve <P2>",
          .kind = AgreementKind::sla,
          .metric = Metric::resolution,
          .period = {},
          .target = std::chrono::hours{4},
          .of_at = at(monday, 12 * 60 + 30),
          .due_at = at(monday, 13 * 60 + 30),
          .rule = "Three quarters",
          .link = "https://vigie.example/tickets/INC-104340"};
}

TEST(NoticeMessage, it_says_what_when_who_has_the_ball_and_what_to_do) {
  const NoticeMessage message = message_of(notice(), {}, std::nullopt);
  EXPECT_EQ(message.subject, "INC-104340: 75 % of the time used (Resolve <P2>, ACME & Sons)");
  EXPECT_EQ(message.text,
            "75 % of the time for “Resolve <P2>” has been used.\n"
            "\n"
            "Ticket: INC-104340\n"
            "Customer: ACME & Sons\n"
            "Commitment: Resolve <P2> (SLA), resolution, 4h\n"
            "Agreement: acme\n"
            "Due: Mon 2 Mar 2026 13:30\n"
            "The ball is with: network\n"
            "\n"
            "What to do: act before it is due, or pass the ball on. Whoever takes this notice in "
            "charge stops the escalation.\n"
            "\n"
            "https://vigie.example/tickets/INC-104340\n"
            "\n"
            "Times are those of UTC.\n");
}

TEST(NoticeMessage, in_french_with_its_typography) {
  const NoticeMessage message = message_of(notice(), {.language = Language::fr}, std::nullopt);
  EXPECT_EQ(message.subject,
            "INC-104340\u00a0: 75\u00a0% du délai écoulé (Resolve <P2>, ACME & Sons)");
  EXPECT_THAT(message.text,
              HasSubstr("75\u00a0% du délai de «\u00a0Resolve <P2>\u00a0» est écoulé."));
  EXPECT_THAT(message.text, HasSubstr("Échéance\u00a0: lun. 2 mars 2026 13:30\n"));
  EXPECT_THAT(message.html, HasSubstr("<html lang=\"fr\">"));
}

TEST(NoticeMessage, values_are_never_markup) {
  const NoticeMessage message = message_of(notice(), {}, std::nullopt);
  EXPECT_THAT(message.html, HasSubstr("Resolve &lt;P2&gt;, ACME &amp; Sons"));
  EXPECT_THAT(message.html, Not(HasSubstr("<P2>")));
  EXPECT_THAT(message.html, HasSubstr("<a href=\"https://vigie.example/tickets/INC-104340\""));
}

TEST(NoticeMessage, what_has_nothing_to_say_takes_its_line_with_it) {
  ToldNotice bare = notice();
  bare.customer.clear();
  bare.team.clear();
  bare.link.clear();
  const NoticeMessage message = message_of(bare, {}, std::nullopt);
  EXPECT_EQ(message.subject, "INC-104340: 75 % of the time used (Resolve <P2>)");
  EXPECT_THAT(message.text, Not(HasSubstr("Customer")));
  EXPECT_THAT(message.text, Not(HasSubstr("ball is with")));
  EXPECT_THAT(message.text, Not(HasSubstr("\n\n\n")));
}

TEST(NoticeMessage, a_late_one_says_how_late_and_a_higher_level_says_so) {
  ToldNotice late = notice();
  late.amount = 1'000;
  late.late = std::chrono::minutes{200} + std::chrono::seconds{20};
  late.level = 2;
  const std::string text = message_of(late, {}, std::nullopt).text;
  EXPECT_THAT(text, HasSubstr("The time for “Resolve <P2>” was used up on Mon 2 Mar 2026 12:30."));
  EXPECT_THAT(text, HasSubstr("This notice comes 3h20 late: its point was reached on Mon 2 Mar "
                              "2026 12:30."));
  EXPECT_THAT(text, HasSubstr("this is level 2 of the escalation."));
}

TEST(NoticeMessage, each_kind_of_point_has_its_words_in_both_languages) {
  for (const Word& word : Vocabulary<WarningTrigger>::words) {
    for (const Language language : {Language::en, Language::fr}) {
      ToldNotice told = notice();
      told.watches = *from_key<WarningTrigger>(word.key);
      told.amount = 2;
      told.period = "2026-03";
      const NoticeMessage message = message_of(told, {.language = language}, std::nullopt);
      EXPECT_THAT(message.subject + message.text, Not(HasSubstr("{"))) << word.key;
      EXPECT_THAT(message.subject + message.text, Not(HasSubstr("["))) << word.key;
    }
  }
}

TEST(NoticeMessage, a_last_day_is_the_same_for_readers_of_other_zones) {
  ToldNotice ends = notice();
  ends.watches = WarningTrigger::agreement_ends;
  ends.subject = "acme";
  ends.due_at = at(monday, -60);  // midnight in Paris
  EXPECT_EQ(message_of(ends, {}, std::nullopt).subject,
            "acme: its last day is 2 Mar 2026 (ACME & Sons)");
}

TEST(NoticeMessage, the_house_may_have_words_of_its_own) {
  const NoticeTemplate house{.subject = "[{customer}] {ticket} {late}",
                             .body = "Hello,\n{fact}\n{late}\nSee <b>{ticket}</b> {nothing}\n"};
  const NoticeMessage message = message_of(notice(), {}, house);
  EXPECT_EQ(message.subject, "[ACME & Sons] INC-104340 ");
  EXPECT_EQ(message.text,
            "Hello,\n75 % of the time for “Resolve <P2>” has been used.\nSee <b>INC-104340</b> "
            "{nothing}\n");
  EXPECT_THAT(message.html, HasSubstr("See &lt;b&gt;INC-104340&lt;/b&gt;"));
  EXPECT_EQ(unknown_placeholder(house.body), "nothing");
  EXPECT_EQ(unknown_placeholder(house.subject), std::nullopt);
}

TEST(NoticeMessage, a_digest_lists_the_last_ones_and_counts_the_others) {
  std::vector<ToldNotice> several(3, notice());
  several[2].subject = "INC-2";
  const NoticeMessage digest = digest_message(several, {}, 2);
  EXPECT_EQ(digest.subject, "3 notices: INC-2: 75 % of the time used (Resolve <P2>, ACME & Sons)");
  EXPECT_THAT(digest.text, HasSubstr("3 notices since the last message:\n\nINC-104340: 75 %"));
  EXPECT_THAT(digest.text, HasSubstr("\nINC-2: 75 % of the time used"));
  EXPECT_THAT(digest.text, HasSubstr("And 1 more, in the application."));
  EXPECT_EQ(digest_message(std::span{several}.first(1), {}, 2).text,
            message_of(notice(), {}, std::nullopt).text);
}

}  // namespace
}  // namespace vigie
