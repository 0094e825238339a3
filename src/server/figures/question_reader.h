// The parameters of a question about figures.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "engine/base/instant.h"
#include "server/api/asking.h"

namespace vigie {

/// 2026-03-02; none when `text` is no such day, or one beyond what can be judged.
std::optional<CivilDay> day_from(std::string_view text);

/// Each parameter is asked for by its name; what was not asked for is refused.
class QuestionReader {
 public:
  explicit QuestionReader(const Call& call) : call_{call} {}

  /// None when it is not there.
  std::optional<std::string> text(std::string_view name);
  /// RFC 3339, with its offset from UTC.
  std::optional<Instant> instant(std::string_view name);
  /// 2026-03-02.
  std::optional<CivilDay> day(std::string_view name);
  /// `lang`, else the language of the request.
  Language language();
  /// `true` or `false`; false when it is not there.
  bool flag(std::string_view name);

  /// The first thing that is wrong, once all was asked for. Refused: parameter_malformed,
  /// parameter_unknown.
  std::optional<Refused> refusal() const;

 private:
  void refuse(std::string_view name, std::string_view text);

  const Call& call_;
  std::set<std::string, std::less<>> known_;
  std::optional<Refused> refused_;
};

}  // namespace vigie
