#include "usecase/notice/preference.h"

#include "store/identity/account.h"
#include "store/notice/preference.h"
#include "usecase/told_change.h"

namespace vigie {

namespace {

constexpr std::int64_t usual_minute = 480;  // 08:00

std::string two_digits(std::int64_t number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

NoticePreferences view_of(const NoticePreferenceRow& row) {
  return {.version = row.version,
          .email = row.email,
          .daily_at = two_digits(row.digest_minute / 60) + ":" + two_digits(row.digest_minute % 60),
          .zone = row.zone,
          .hours = row.hours};
}

NoticePreferenceRow usual(Key<AccountRow> account) {
  return {.account = account, .version = 0, .digest_minute = usual_minute, .zone = {}, .hours = {}};
}

NoticePreferenceRow kept_or_usual(Connection& rows, Key<AccountRow> account) {
  return preference_of(rows, account).value_or(usual(account));
}

/// Refused, in this order: hours_malformed, zone_unknown.
std::optional<Refused> set(NoticePreferenceRow& row, const PreferencesAsked& asked,
                           const PreferenceReader& reader) {
  row.email = asked.email;
  if (asked.daily_at) {
    const auto minute = reader.minute_of_day(*asked.daily_at);
    if (!minute) return refused(Refusal::hours_malformed, {{"text", *asked.daily_at}});
    row.digest_minute = *minute;
  }
  if (asked.hours && !asked.hours->empty()) {
    const auto hours = reader.hours(*asked.hours);
    if (!hours) return refused(Refusal::hours_malformed, {{"text", *asked.hours}});
    row.hours = *hours;
  }
  row.zone = asked.zone.value_or("");
  if (!row.zone.empty() && reader.zones.find(row.zone) == nullptr) {
    return refused(Refusal::zone_unknown, {{"zone", row.zone}});
  }
  return std::nullopt;
}

}  // namespace

Outcome<NoticePreferences> notice_preferences(const Look& look) {
  if (!look.caller.account) return refused(Refusal::unauthenticated);
  return view_of(kept_or_usual(look.rows, *look.caller.account));
}

Outcome<NoticePreferences> set_notice_preferences(Desk& desk, const PreferencesAsked& asked,
                                                  const PreferenceReader& reader) {
  const auto account = desk.caller().account;
  if (!account) return refused(Refusal::unauthenticated);
  const NoticePreferenceRow before = kept_or_usual(desk.rows(), *account);
  NoticePreferenceRow row = usual(*account);
  if (auto refusal = set(row, asked, reader)) return *std::move(refusal);
  row.version = before.version + 1;
  const auto owner = account_of_key(desk.rows(), *account);
  Act& act = desk.open(ActWord::account_changed, Thing::account, owner->person.reference);
  keep_preference(desk.rows(), row);
  const NoticePreferences was = view_of(before);
  tell_changes(act, &was, view_of(row));
  return view_of(row);
}

}  // namespace vigie
