// How an account wants to be told.
#pragma once

#include <optional>
#include <string>

#include "store/database/connection.h"
#include "store/journal/rows.h"
#include "vocabulary/notice.h"

namespace vigie {

struct NoticePreferenceRow {
  Key<AccountRow> account{};
  std::int64_t version = 1;
  EmailChoice email = EmailChoice::at_once;
  std::int64_t digest_minute = 0;  // of the day of the zone, from 0
  std::string zone;
  std::string hours;
};

template <>
inline constexpr StoreTable table_of<NoticePreferenceRow> = StoreTable::notice_preference;
template <>
inline constexpr auto fields_of<NoticePreferenceRow> = std::tuple{
    field("account", &NoticePreferenceRow::account, "Whose wish it is."),
    field("version", &NoticePreferenceRow::version, "Raised by one by each change."),
    field("email", &NoticePreferenceRow::email, "How often there is e-mail."),
    field("digest_minute", &NoticePreferenceRow::digest_minute,
          "Of the day: when the message of the day is sent."),
    field("zone", &NoticePreferenceRow::zone, "IANA name; empty: that of the installation."),
    field("hours", &NoticePreferenceRow::hours, "Open hours of a week; empty: any."),
};

/// None: at once, at any hour.
std::optional<NoticePreferenceRow> preference_of(Connection& rows, Key<AccountRow> account);
/// In place of the one that was there.
void keep_preference(Connection& rows, const NoticePreferenceRow& row);

}  // namespace vigie
