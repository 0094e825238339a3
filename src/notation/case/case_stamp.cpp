#include "notation/case/case_stamp.h"

#include <chrono>
#include <cstdio>

#include "notation/stamp.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

using std::chrono::minutes;

std::optional<CaseStamp> read_iso(const std::string& text, const Zone& zone) {
  static const StampRules rules{.formats = {*StampFormat::from("iso")}, .zone = {}};
  const auto reading = StampReader{rules, &zone}.read(text);
  switch (reading.kind) {
    case StampKind::read:
      return CaseStamp{reading.at, std::nullopt};
    case StampKind::in_gap:
      return CaseStamp{reading.at, FindingCode::stamp_in_gap};
    case StampKind::ambiguous:
      return CaseStamp{reading.at, FindingCode::stamp_ambiguous};
    default:
      return std::nullopt;
  }
}

bool looks_like_hour(std::string_view word) {
  return word.size() >= 5 && word[2] == ':' && word.find_first_not_of("0123456789:.") == word.npos;
}

}  // namespace

std::optional<CaseStamp> take_stamp(WordStream& words, const Zone& zone, bool hour_may_miss) {
  WordStream ahead = words;
  std::string text{ahead.take()};
  if (looks_like_hour(ahead.peek())) {
    text += " " + std::string{ahead.take()};
    if (read_offset(ahead.peek())) text += ahead.take();
  } else if (hour_may_miss) {
    text += " 00:00";
  } else {
    return std::nullopt;
  }
  const auto stamp = read_iso(text, zone);
  if (stamp) words = ahead;
  return stamp;
}

std::optional<CaseStamp> case_stamp_from(std::string_view text, const Zone& zone) {
  WordStream words{text, {}};
  auto stamp = take_stamp(words, zone, false);
  return words.at_end() ? stamp : std::nullopt;
}

std::string case_stamp_text(Instant at, const Zone& zone) {
  const CivilTime local = zone.civil(at);
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss hour{local - day};
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(hour.hours().count()), static_cast<int>(hour.minutes().count()));
  std::string stamp = text;
  if (hour.seconds().count() != 0 || hour.subseconds().count() != 0) {
    std::snprintf(text, sizeof text, ":%02d", static_cast<int>(hour.seconds().count()));
    stamp += text;
  }
  if (hour.subseconds().count() != 0) {
    std::snprintf(text, sizeof text, ".%06d", static_cast<int>(hour.subseconds().count()));
    stamp += text;
    stamp.erase(stamp.find_last_not_of('0') + 1);
  }
  if (zone.instant_of_stamp(local) == at) return stamp;
  const auto offset = std::chrono::duration_cast<minutes>(zone.offset_at(at)).count();
  std::snprintf(text, sizeof text, " %c%02d:%02d", offset < 0 ? '-' : '+',
                static_cast<int>(std::abs(offset) / 60), static_cast<int>(std::abs(offset) % 60));
  return stamp + text;
}

}  // namespace vigie
