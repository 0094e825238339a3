#include "engine/derivation/derive.h"

#include <algorithm>

#include "engine/clock/calculation.h"
#include "engine/derivation/view.h"

namespace vigie {

Derivation basis_section(const DerivationView& view) {
  const auto& hours = view.hours();
  auto section = reason(Explanation::section_basis, "J10");
  std::int64_t position = 0;
  for (const auto& event : view.request().history.events) {
    if (event.recorded_at <= view.request().known_at) {
      position = std::max(position, std::int64_t{event.sequence});
    }
  }
  const auto& agreement = view.agreement();
  constexpr std::size_t digits = 6;  // of the digest: enough to tell two calendars apart
  section.children = {
      reason(Explanation::basis_journal).with("position", position),
      reason(Explanation::basis_name)
          .with("name", agreement.id + "@" + std::to_string(agreement.version)),
      reason(Explanation::basis_calendar)
          .with("calendar",
                view.commitment().calendar.empty() ? hours.name() : view.commitment().calendar)
          .with("digest", hours.digest().substr(0, digits)),
      reason(Explanation::basis_zones).with("release", std::string{view.request().zones}),
      reason(Explanation::basis_calculation).with("version", std::int64_t{calculation_version})};
  return section;
}

Derivation derive(const DeriveRequest& request) {
  const DerivationView view{request};
  auto root = reason(Explanation::title, "J11");
  root.with("ticket", std::string{request.names.text(request.judgement.ticket)})
      .with("target", view.commitment().id)
      .with("as_of", view.moment(request.as_of));
  if (request.cycles > 1) {
    root.with("cycle", Reasons{reason(Explanation::cycle, "J5")
                                   .with("number", std::int64_t{request.judgement.cycle} + 1)
                                   .with("count", request.cycles)});
  }
  root.with("outcome", outcome_of(view));
  root.children = {promise_section(view), clock_section(view)};
  const bool has_clock =
      request.judgement.verdict != Verdict::not_measurable || !view.reading().segments.empty();
  if (has_clock) {
    root.children.push_back(steps_section(view));
    root.children.push_back(due_section(view));
    if (!view.reading().held.empty()) root.children.push_back(held_section(view));
  }
  for (auto& finding : finding_sections(view)) root.children.push_back(std::move(finding));
  root.children.push_back(basis_section(view));
  return root;
}

}  // namespace vigie
