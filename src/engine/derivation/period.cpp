#include "engine/derivation/period.h"

#include "engine/clock/calculation.h"
#include "engine/derivation/period_view.h"

namespace vigie {

namespace {

std::optional<Ratio> rate_of(const PeriodView& view) {
  const Attainment& attainment = view.attainment();
  if (attainment.availability) return attainment.availability->committed.up_share;
  const Tally& net = attainment.net_agreed;
  if (net.measured() == 0) return std::nullopt;
  return Ratio{net.met, net.measured()};
}

Derivation outcome_of(const PeriodView& view) {
  const Attainment& attainment = view.attainment();
  const auto rate = rate_of(view);
  if (!rate) return reason(Explanation::period_empty, "J7");
  auto code = Explanation::period_shown;
  if (attainment.attained) {
    code = *attainment.attained ? Explanation::period_attained : Explanation::period_missed;
  }
  auto outcome = reason(code, "J7");
  outcome.with("rate", *rate);
  if (attainment.required) outcome.with("required", *attainment.required);
  return outcome;
}

Derivation basis_of(const PeriodView& view) {
  constexpr std::size_t digits = 6;  // of the digest: enough to tell two calendars apart
  auto section = reason(Explanation::section_basis, "J10");
  const std::string& calendar = view.commitment().calendar;
  section.children = {
      reason(Explanation::basis_name).with("name", view.agreement_name()),
      reason(Explanation::basis_calendar)
          .with("calendar", calendar.empty() ? view.hours().name() : calendar)
          .with("digest", view.hours().digest().substr(0, digits)),
      reason(Explanation::basis_zones).with("release", std::string{view.request().zones}),
      reason(Explanation::basis_calculation).with("version", std::int64_t{calculation_version})};
  return section;
}

}  // namespace

Derivation derive_period(const PeriodDerivation& request) {
  const PeriodView view{request};
  auto root = reason(Explanation::period_title, "J11");
  root.with("target", view.commitment().id)
      .with("period", request.attainment.period)
      .with("as_of", view.moment(request.evaluation.as_of))
      .with("outcome", Reasons{outcome_of(view)});
  const bool is_availability = request.time != nullptr && request.attainment.availability;
  root.children = is_availability ? availability_sections(view) : ticket_sections(view);
  root.children.push_back(basis_of(view));
  return root;
}

}  // namespace vigie
