#include "notation/closure/closure_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "notation/page/figures.h"
#include "notation/page/scorecard_words.h"

namespace vigie {
namespace {

constexpr std::size_t frozen_width = 100;
constexpr std::size_t digest_shown = 8;

std::string page_of(const Closure& closure, const Scorecard& card, Language language) {
  const PageStyle style{.language = language, .width = frozen_width};
  const DateStyle dates{.language = language};
  Evaluation of_period;
  std::uint32_t first_version = 0;
  for (const TargetResult& result : card.evaluation.targets) {
    if (card.terms.agreement(result.agreement).id != closure.agreement) continue;
    TargetResult one = result;
    std::erase_if(one.periods,
                  [&](const Attainment& period) { return period.period != closure.period; });
    if (one.periods.empty()) continue;
    if (of_period.targets.empty()) first_version = result.agreement;
    of_period.targets.push_back(std::move(one));
  }
  std::string versions;
  for (const ClosedVersion& version : closure.versions) {
    if (!versions.empty()) versions += ", ";
    versions +=
        fmt::format("{}@{} {}", closure.agreement, version.version, short_digest(version.digest));
  }
  const auto moment = [&](Instant at) {
    return Moment{.at = at, .local = card.terms.zone(first_version).civil(at)};
  };
  std::vector<Argument> arguments{{"agreement", closure.agreement},
                                  {"period", period_text(closure.period, language)},
                                  {"as_of", moment(closure.basis.as_of)},
                                  {"versions", versions},
                                  {"zones", closure.basis.zones},
                                  {"calculation", std::int64_t{closure.basis.calculation}}};
  if (closure.basis.known_at) arguments.push_back({"known_at", moment(*closure.basis.known_at)});
  if (!closure.reason.empty()) arguments.push_back({"reason", closure.reason});
  std::string page;
  for (const auto& line : wrapped(said(PageText::closed_as, arguments, dates), style.width)) {
    page += line + "\n";
  }
  const Scorecard shown{.evaluation = of_period, .terms = card.terms};
  std::vector<const TargetResult*> results;
  for (const TargetResult& result : of_period.targets) results.push_back(&result);
  page += periods_table(shown, results, style);
  return page + regularisation_text(closure.regularised, closure.regularised_amounts, style);
}

}  // namespace

std::string short_digest(const std::string& digest) { return digest.substr(0, digest_shown); }

void freeze(Closure& closure, const Scorecard& card) {
  for (ClosedTarget& target : closure.targets) target.shown = period_json(target.attainment);
  closure.page = {.en = page_of(closure, card, Language::en),
                  .fr = page_of(closure, card, Language::fr)};
}

}  // namespace vigie
