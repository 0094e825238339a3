#include "notation/case/case_figures.h"

#include "notation/clauses.h"
#include "notation/scalar_rate.h"

namespace vigie {

namespace {

bool read_figure(const YamlNode& node, CaseFigure& figure) {
  if (node.text == "none") return true;
  ScalarCursor cursor{node.text};
  const auto met = cursor.take_number();
  const auto measured = met && cursor.take("of") ? cursor.take_number() : std::nullopt;
  if (measured && *measured > 0 && *met <= *measured && cursor.at_end()) {
    figure.met = *met;
    figure.measured = *measured;
    figure.rate = Ratio{*met, *measured};
    return true;
  }
  const auto rate = rate_from(node.text);
  if (rate) figure.rate = *rate;
  return rate.has_value();
}

}  // namespace

std::vector<CaseFigure> case_figures_from(const YamlNode& figures, std::vector<Fault>& faults) {
  std::vector<CaseFigure> all;
  for (const auto& target : figures.entries) {
    if (target.value.kind != YamlKind::mapping) {
      faults.push_back(wrong_shape(target.value, target.key, YamlKind::mapping));
    }
    for (const auto& period : target.value.entries) {
      CaseFigure figure{.target = target.key,
                        .period = period.key,
                        .rate = {},
                        .met = 0,
                        .measured = 0,
                        .place = period.place};
      if (period.value.kind == YamlKind::scalar && read_figure(period.value, figure)) {
        all.push_back(std::move(figure));
        continue;
      }
      faults.push_back(node_fault(FaultCode::case_line_malformed, period.value,
                                  {{"word", period.value.text}},
                                  {{"96.5 %", CureWord::none, {}},
                                   {"11 of 12", CureWord::none, {}},
                                   {"none", CureWord::none, {}}}));
    }
  }
  return all;
}

}  // namespace vigie
