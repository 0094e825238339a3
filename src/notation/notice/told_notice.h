// What a message about a notice is made of.
#pragma once

#include <optional>
#include <string>

#include "engine/base/instant.h"
#include "engine/time/zone.h"
#include "vocabulary/agreement.h"
#include "vocabulary/notice.h"
#include "vocabulary/notice_text.h"

namespace vigie {

struct ToldNotice {
  WarningTrigger watches{};
  std::int64_t amount = 0;  // as the rule counts it: per mille, microseconds, misses, days
  std::string subject;      // reference of the ticket, or of the agreement
  std::string customer;     // its name; empty: nobody's
  std::string team;
  std::string agreement;
  std::string commitment;  // the parties' own word for it
  std::optional<AgreementKind> kind = {};
  std::optional<Metric> metric = {};
  std::string period;
  Duration target{};
  Instant of_at;
  std::optional<Duration> late = {};  // none: it came in time
  std::optional<Instant> due_at = {};
  std::int64_t level = 1;
  std::string rule;
  std::string link;
};

struct NoticeReader {
  Language language = Language::en;
  const Zone* zone = nullptr;  // none: UTC
};

/// Whether it is about a ticket, and not a period or an agreement.
constexpr bool is_about_ticket(WarningTrigger watches) {
  return watches == WarningTrigger::share_of_target || watches == WarningTrigger::time_left ||
         watches == WarningTrigger::waits_for_customer;
}

}  // namespace vigie
