// How one wants to be told.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "engine/base/described.h"
#include "engine/time/zone.h"
#include "usecase/desk.h"
#include "usecase/list_page.h"
#include "vocabulary/notice.h"

namespace vigie {

struct NoticePreferences {
  std::int64_t version = 0;
  EmailChoice email{};
  std::string daily_at;
  std::string zone;
  std::string hours;
};

template <>
inline constexpr std::string_view title_of<NoticePreferences> = "NoticePreferences";
template <>
inline constexpr auto fields_of<NoticePreferences> = std::tuple{
    field("version", &NoticePreferences::version, "Raised by one by each change; 0: never chosen."),
    field("email", &NoticePreferences::email, "How often there is e-mail."),
    field("daily_at", &NoticePreferences::daily_at, "When the message of the day is sent: 08:00."),
    field("zone", &NoticePreferences::zone,
          "IANA name, for hours and for the times in messages; empty: that of the installation."),
    field("hours", &NoticePreferences::hours,
          "mon-fri 08:00-18:00: e-mail that is not urgent waits for them; empty: any hour."),
};

struct PreferencesAsked {
  EmailChoice email{};
  std::optional<std::string> daily_at;
  std::optional<std::string> zone;
  std::optional<std::string> hours;
};

template <>
inline constexpr std::string_view title_of<PreferencesAsked> = "NoticePreferencesToSet";
template <>
inline constexpr auto fields_of<PreferencesAsked> = std::tuple{
    field("email", &PreferencesAsked::email, "How often there is e-mail."),
    field("daily_at", &PreferencesAsked::daily_at,
          "When the message of the day is sent; 08:00 unless said."),
    field("zone", &PreferencesAsked::zone, "IANA name; that of the installation unless said."),
    field("hours", &PreferencesAsked::hours, "As agreements write them; any hour unless said."),
};

/// Texts as the doors read them.
struct PreferenceReader {
  ZoneSource& zones;
  std::function<std::optional<std::string>(std::string_view)> hours;  // as they are kept
  std::function<std::optional<std::int64_t>(std::string_view)> minute_of_day;
};

/// One's own. Refused: unauthenticated.
Outcome<NoticePreferences> notice_preferences(const Look& look);

/// One's own, all of it in place of what was there. Refused, in this order: unauthenticated,
/// hours_malformed (daily_at, hours), zone_unknown.
Outcome<NoticePreferences> set_notice_preferences(Desk& desk, const PreferencesAsked& asked,
                                                  const PreferenceReader& reader);

}  // namespace vigie
