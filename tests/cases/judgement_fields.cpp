#include "judgement_fields.h"

#include <algorithm>

#include "engine/clock/judge.h"
#include "notation/case/case_stamp.h"
#include "shown.h"
#include "vocabulary/finding.h"

namespace vigie::cases {

namespace {

using Show = std::string (*)(const Outcome&, const Judgement&);

struct Field {
  std::string_view name;
  Show show;
};

std::string stamp(const Outcome& outcome, const Judgement& judgement, std::optional<Instant> at) {
  return at ? case_stamp_text(*at, outcome.terms.terms.zone(judgement.agreement)) : "none";
}

const Agreement& agreement_of(const Outcome& outcome, const Judgement& judgement) {
  return outcome.terms.terms.agreements()[judgement.agreement];
}

constexpr Field fields[] = {
    {"verdict", [](const Outcome&, const Judgement& j) { return std::string{key_of(j.verdict)}; }},
    {"gross", [](const Outcome&, const Judgement& j) { return std::string{key_of(j.gross)}; }},
    {"state",
     [](const Outcome&, const Judgement& j) { return std::string{key_of(j.reading.state)}; }},
    {"elapsed", [](const Outcome&, const Judgement& j) { return shown(j.reading.elapsed); }},
    {"remaining", [](const Outcome&, const Judgement& j) { return shown(j.reading.remaining); }},
    {"target", [](const Outcome&, const Judgement& j) { return shown(j.reading.target); }},
    {"due", [](const Outcome& o, const Judgement& j) { return stamp(o, j, j.reading.due); }},
    {"breached_at",
     [](const Outcome& o, const Judgement& j) { return stamp(o, j, j.reading.breached_at); }},
    {"started_at",
     [](const Outcome& o, const Judgement& j) { return stamp(o, j, j.reading.started_at); }},
    {"stopped_at",
     [](const Outcome& o, const Judgement& j) { return stamp(o, j, j.reading.stopped_at); }},
    {"under", [](const Outcome& o,
                 const Judgement& j) { return agreement_of(o, j).commitments[j.commitment].id; }},
    {"version", [](const Outcome& o,
                   const Judgement& j) { return std::to_string(agreement_of(o, j).version); }},
    {"why", [](const Outcome&,
               const Judgement& j) { return std::string{j.why ? key_of(*j.why) : "none"}; }},
    {"ground",
     [](const Outcome&, const Judgement& j) {
       return std::string{j.ground ? key_of(*j.ground) : "none"};
     }},
};

Duration of_measure(const HeldTime& held, std::string_view measure) {
  if (measure == "wall") return held.wall;
  if (measure == "held") return held.in_hours;
  return held.in_own_hours.value_or(Duration{0});
}

}  // namespace

std::optional<std::string> scalar_field(const Outcome& outcome, const Judgement& judgement,
                                        std::string_view field) {
  for (const auto& known : fields) {
    if (known.name == field) return known.show(outcome, judgement);
  }
  return std::nullopt;
}

std::optional<Fields> map_field(const Outcome&, const Judgement& judgement,
                                std::string_view field) {
  if (field != "held" && field != "wall" && field != "own") return std::nullopt;
  Fields map;
  for (std::size_t i = 0; i < std::size(Vocabulary<Role>::words); ++i) {
    const auto role = static_cast<Role>(i);
    Duration sum{0};
    for (const auto& held : judgement.reading.held) {
      if (held.role == role) sum += of_measure(held, field);
    }
    if (sum.count() != 0) map.emplace_back(key_of(role), shown(sum));
  }
  return map;
}

std::vector<std::string> lines_of(const Outcome& outcome, const Judgement& judgement) {
  const auto history = outcome.file.tickets.histories.find(judgement.ticket);
  if (!history) return {};
  const Relations relations{outcome.file.tickets.histories, outcome.as_of, outcome.known_at};
  JudgeStorage storage;
  std::vector<Judgement> again;
  Findings findings;
  judge_ticket({.terms = outcome.terms.terms,
                .history = *history,
                .relations = relations,
                .as_of = outcome.as_of,
                .known_at = outcome.known_at,
                .with_segments = true},
               outcome.file.names, storage, again, findings);
  std::vector<std::string> lines;
  for (const auto& other : again) {
    if (other.agreement != judgement.agreement || other.commitment != judgement.commitment ||
        other.cycle != judgement.cycle) {
      continue;
    }
    for (const auto& segment : other.reading.segments) {
      lines.push_back(std::string{key_of(segment.treatment)} + " " + shown(segment.in_hours));
    }
  }
  return lines;
}

std::vector<std::string> targets_of(const Outcome& outcome, std::string_view ticket) {
  std::vector<std::string> targets;
  for (const auto& judgement : outcome.evaluation.verdicts) {
    if (outcome.file.names.text(judgement.ticket) != ticket) continue;
    const auto& target = agreement_of(outcome, judgement).commitments[judgement.commitment].id;
    if (std::find(targets.begin(), targets.end(), target) == targets.end()) {
      targets.push_back(target);
    }
  }
  return targets;
}

std::vector<std::string> findings_of_ticket(const Outcome& outcome, std::string_view ticket) {
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < std::size(Vocabulary<FindingCode>::words); ++i) {
    const auto code = static_cast<FindingCode>(i);
    for (const auto* findings : {&outcome.evaluation.findings, &outcome.file.tickets.findings}) {
      const auto& examples = findings->of(code).examples;
      if (std::find(examples.begin(), examples.end(), ticket) == examples.end()) continue;
      codes.emplace_back(key_of(code));
      break;
    }
  }
  return codes;
}

}  // namespace vigie::cases
