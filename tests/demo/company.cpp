#include "company.h"

#include <stdexcept>

#include "demo/demo.h"
#include "notation/agreement.h"
#include "notation/ndjson_events.h"

namespace vigie::planted {

namespace {

void read_events(Company& company) {
  Findings findings;
  EventLineReader reader{"demo", company.names, company.histories, company.outages, findings};
  std::uint64_t number = 0;
  std::string rest;
  tell_demo({.tickets = 30'000, .seed = 7, .zones = company.zones}, [&](std::string_view lines) {
    while (!lines.empty()) {
      const std::size_t end = lines.find('\n');
      reader.read(lines.substr(0, end), ++number);
      lines.remove_prefix(end + 1);
    }
  });
  if (findings.total() != 0) throw std::runtime_error("the demo's events have findings");
}

void read_terms(Company& company) {
  std::vector<Agreement> agreements;
  for (const DemoDocument& document : demo_agreements()) {
    auto read = read_agreement(document.text, std::string{document.name}, company.names);
    if (!read.agreement) throw std::runtime_error(std::string{document.name} + " is refused");
    agreements.push_back(std::move(*read.agreement));
  }
  auto made = Terms::from(std::move(agreements), company.zones, company.names);
  if (!made.faults.empty()) throw std::runtime_error("the demo's agreements are refused");
  company.terms = std::move(made.terms);
}

}  // namespace

const TargetResult& Company::target(const std::string& name) const {
  for (const TargetResult& result : evaluation.targets) {
    const Agreement& agreement = terms.agreement(result.agreement);
    const std::string known = agreement.id + "@" + std::to_string(agreement.version) + " " +
                              agreement.commitments[result.commitment].id;
    if (known == name) return result;
  }
  throw std::runtime_error("no target " + name);
}

const Attainment& Company::of(const std::string& target_name, const std::string& period) const {
  for (const Attainment& attainment : target(target_name).periods) {
    if (attainment.period == period) return attainment;
  }
  throw std::runtime_error(target_name + " has no period " + period);
}

const Company& company() {
  static const Company one = [] {
    Company made;
    read_terms(made);
    read_events(made);
    made.evaluation = evaluate({.terms = made.terms,
                                .histories = made.histories,
                                .names = made.names,
                                .as_of = *made.histories.last_event(),
                                .keep_verdicts = true,
                                .outages = &made.outages});
    return made;
  }();
  return one;
}

std::int64_t percent(const Tally& tally) {
  return tally.measured() == 0 ? 100 : tally.met * 100 / tally.measured();
}

}  // namespace vigie::planted
