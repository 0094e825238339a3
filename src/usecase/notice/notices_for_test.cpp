#include "usecase/notice/notices_for_test.h"

#include "store/notice/webhook.h"
#include "store/people/party.h"
#include "usecase/notice/kept_secret.h"

namespace vigie {

namespace {

Key<PartyRow> party_for_test(Connection& rows) {
  if (const auto there = kept_by_reference<PartyRow>(rows, "acme")) return there->key;
  return add_kept(rows, PartyRow{.reference = "acme",
                                 .kind = PartyKind::customer,
                                 .parent = {},
                                 .name = "ACME",
                                 .name_sort = "acme",
                                 .designation = "ACME"});
}

Key<WarningRuleRow> rule_for_test(Connection& rows) {
  if (const auto there = kept_by_reference<WarningRuleRow>(rows, "three-quarters")) {
    return there->key;
  }
  const auto ladder =
      add_kept(rows, EscalationLadderRow{.reference = "all", .name = "All", .name_sort = "all"});
  return add_kept(rows, WarningRuleRow{.reference = "three-quarters",
                                       .name = "Three quarters",
                                       .name_sort = "three quarters",
                                       .watches = WarningTrigger::share_of_target,
                                       .amount = 750,
                                       .ladder = ladder,
                                       .agreement = {},
                                       .priority = {},
                                       .team = {},
                                       .since = {}});
}

NoticeRow notice_for_test(std::int64_t number, Instant now) {
  return {.reference = "notice-" + std::to_string(number),
          .watches = WarningTrigger::share_of_target,
          .amount = 750,
          .thing = Thing::ticket,
          .subject = "INC-" + std::to_string(number),
          .team = "network",
          .site = {},
          .of_at = now,
          .at = now,
          .agreement = "acme",
          .agreement_version = 1,
          .commitment = "resolve-p2",
          .label = "Resolve P2",
          .kind = AgreementKind::sla,
          .metric = Metric::resolution,
          .period = {},
          .target = std::chrono::hours{4},
          .due_at = now + std::chrono::hours{1},
          .level = 1};
}

}  // namespace

Key<AccountRow> account_for_test(Installation& here, const std::string& name,
                                 SpokenLanguage language) {
  Key<AccountRow> key{};
  here.database.act([&](Connection& rows) {
    const auto person = add_person_row(rows, {.reference = name,
                                              .party = party_for_test(rows),
                                              .name = name,
                                              .name_sort = name,
                                              .email = name + "@nova.example",
                                              .erased_at = {}});
    key = add_account_row(
        rows, {.person = person, .language = language, .password_digest = {}, .closed_at = {}});
  });
  return key;
}

Key<WebhookRow> webhook_for_test(Installation& here, const std::string& reference,
                                 const std::string& url, const std::string& secret) {
  Key<WebhookRow> key{};
  here.database.act([&](Connection& rows) {
    key = add_kept(rows, WebhookRow{.reference = reference,
                                    .name = reference,
                                    .name_sort = reference,
                                    .url = url,
                                    .secret = sealed_secret(here.sealer.key(), secret)});
  });
  return key;
}

std::vector<std::string> tell_for_test(Installation& here, const NoticesForTest& told) {
  std::vector<std::string> references;
  here.database.act([&](Connection& rows) {
    references.clear();
    Act act{rows,
            here.sealer.key(),
            {.word = ActWord::notices_made,
             .thing = Thing::notice,
             .reference = "",
             .account = {},
             .origin = {}}};
    std::vector<NoticeRow> notices;
    for (std::int64_t i = 0; i < told.count; ++i) {
      NoticeRow notice = notice_for_test(told.from + i, act.at());
      notice.act = act.number();
      notice.rule = rule_for_test(rows);
      notice.customer = party_for_test(rows);
      references.push_back(notice.reference);
      notices.push_back(std::move(notice));
    }
    const auto keys = add_notices(rows, notices);
    std::vector<ToTell> all;
    for (std::size_t i = 0; i < notices.size(); ++i) {
      if (!keys[i]) continue;
      all.push_back({.notice = *keys[i],
                     .reference = notices[i].reference,
                     .level = 1,
                     .is_urgent = told.is_urgent,
                     .accounts = told.accounts,
                     .webhooks = told.webhooks});
    }
    address(rows, act.at(), all);
    act.end();
  });
  here.sealer.note_act();
  return references;
}

void NoticesOfBoth::SetUp() {
  OnBothDatabases::SetUp();
  if (IsSkipped()) return;
  auto opened =
      open_installation({.database = settings(), .journal_key = keys_.path() + "/journal.key"});
  ASSERT_TRUE(opened);
  opened_ = std::move(opened).value();
}

void NoticesOfBoth::TearDown() {
  opened_.reset();
  OnBothDatabases::TearDown();
}

std::int64_t NoticesOfBoth::count(const std::string& condition) {
  return whole_of(here().database, "select count(*) from delivery where " + condition);
}

void NoticesOfBoth::run(const std::string& sql) {
  here().database.act([&](Connection& rows) { rows.run(sql, {}); });
}

}  // namespace vigie
