#include "notation/profile/probe.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "notation/page/rfc3339.h"
#include "notation/stamp_text.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

struct Sample {
  Instant at;
  ProbeState state;
};

struct Watched {
  Value of;
  std::vector<Sample> samples;
};

/// What went wrong with a stamp; none when it was read as it stands.
std::optional<FindingCode> finding_of(StampKind kind) {
  switch (kind) {
    case StampKind::read:
      return std::nullopt;
    case StampKind::in_gap:
      return FindingCode::stamp_in_gap;
    case StampKind::ambiguous:
      return FindingCode::stamp_ambiguous;
    case StampKind::unreadable:
      return FindingCode::stamp_unreadable;
    case StampKind::out_of_range:
      return FindingCode::stamp_out_of_range;
  }
  return std::nullopt;
}

/// Turns the samples of one service into the events of its outages.
class Watch {
 public:
  Watch(Value of, Value source, Names& names, OutageLog& outages)
      : of_(of), source_(source), names_(names), outages_(outages) {}

  void see(const Sample& sample) {
    if (is_first_ || sample.state != last_) tell(sample);
    is_first_ = false;
    last_ = sample.state;
  }

 private:
  void tell(const Sample& sample) {
    if (sample.state.kind == ProbeStateKind::up) {
      if (reference_) append(sample.at, OutageWord::restored, {});
      reference_ = {};
      return;
    }
    const bool is_new = !reference_;
    if (is_new) {
      const auto name = std::string{names_.text(of_)} + "@" + rfc3339(sample.at);
      reference_ = names_.intern<OutageReference>(name);
    }
    if (sample.state.kind == ProbeStateKind::unknown) {
      return append(sample.at, OutageWord::unknown, {});
    }
    const bool goes_on = !is_new && last_.kind == ProbeStateKind::down;
    append(sample.at, goes_on ? OutageWord::severity_changed : OutageWord::detected,
           sample.state.severity);
  }

  void append(Instant at, OutageWord word, std::optional<Ratio> severity) {
    outages_.append(reference_, of_,
                    {.at = at,
                     .recorded_at = at,
                     .word = word,
                     .severity = severity,
                     .users = std::nullopt,
                     .source = source_});
  }

  Value of_;
  Value source_;
  Names& names_;
  OutageLog& outages_;
  Id<OutageReference> reference_;  // of the outage that lasts
  ProbeState last_;
  bool is_first_ = true;
};

}  // namespace

struct ProbeGathering::Rows {
  Rows(const GatheringRequest& request, Names& table, Findings& found)
      : rule(*request.profile.probe),
        missing(request.profile.missing),
        source(request.source),
        names(table),
        findings(found),
        stamps(request.profile.stamps, request.zone) {
    const auto columns = columns_of(request.profile);
    const auto place_of = [&](const ExportColumn& column) {
      const auto at = std::find_if(columns.begin(), columns.end(), [&](const ExportColumn& one) {
        return one.name == column.name;
      });
      return static_cast<std::size_t>(at - columns.begin());
    };
    of_cell = place_of(rule.of);
    state_cell = place_of(rule.column);
    stamp_cell = place_of(request.profile.stamp);
  }

  std::string_view said(std::span<const std::string_view> cells, std::size_t cell) const {
    const std::string_view text = trimmed(cells[cell]);
    const bool is_missing = std::find(missing.begin(), missing.end(), text) != missing.end();
    return is_missing ? std::string_view{} : text;
  }

  Watched& watched_of(std::string_view service) {
    const auto named = std::find_if(rule.services.begin(), rule.services.end(),
                                    [&](const auto& pair) { return pair.first == service; });
    const auto name = named == rule.services.end() ? service : std::string_view{named->second};
    const Value of = names.intern<AttributeValue>(name);
    const auto [at, is_new] = by_value.emplace(of.value, watched.size());
    if (is_new) watched.push_back({.of = of, .samples = {}});
    return watched[at->second];
  }

  /// None for a state that is to be passed over.
  std::optional<ProbeState> state_of(std::string_view text, std::uint64_t line) {
    for (const auto& [value, state] : rule.states) {
      if (value != text) continue;
      if (state.kind == ProbeStateKind::ignore) return std::nullopt;
      return state;
    }
    find(FindingCode::unmapped_value, line);
    return ProbeState{.kind = ProbeStateKind::unknown};
  }

  void find(FindingCode code, std::uint64_t line) {
    findings.add(code, source + ":" + std::to_string(line));
  }

  const ProbeRule& rule;
  const std::vector<std::string>& missing;
  std::string source;
  Names& names;
  Findings& findings;
  StampReader stamps;
  std::size_t of_cell = 0;
  std::size_t state_cell = 0;
  std::size_t stamp_cell = 0;
  std::vector<Watched> watched;  // in the order of their first rows
  std::unordered_map<std::uint32_t, std::size_t> by_value;
};

ProbeGathering::ProbeGathering(const GatheringRequest& request, Names& names, Findings& findings)
    : rows_(std::make_unique<Rows>(request, names, findings)) {}

ProbeGathering::~ProbeGathering() = default;

void ProbeGathering::take(std::span<const std::string_view> cells, std::uint64_t line) {
  const auto service = rows_->said(cells, rows_->of_cell);
  if (service.empty()) return rows_->find(FindingCode::outage_of_nothing, line);
  const auto stamp = rows_->stamps.read(rows_->said(cells, rows_->stamp_cell));
  if (const auto code = finding_of(stamp.kind)) rows_->find(*code, line);
  const bool is_dated =
      stamp.kind != StampKind::unreadable && stamp.kind != StampKind::out_of_range;
  if (!is_dated) return;
  const auto state = rows_->state_of(rows_->said(cells, rows_->state_cell), line);
  if (state) rows_->watched_of(service).samples.push_back({stamp.at, *state});
}

void ProbeGathering::give(OutageLog& outages) {
  const Value source = rows_->names.intern<AttributeValue>("probe");
  for (Watched& watched : rows_->watched) {
    auto& samples = watched.samples;
    const auto is_earlier = [](const Sample& a, const Sample& b) { return a.at < b.at; };
    if (!std::is_sorted(samples.begin(), samples.end(), is_earlier)) {
      rows_->findings.add(FindingCode::reordered, rows_->names.text(watched.of));
      std::stable_sort(samples.begin(), samples.end(), is_earlier);
    }
    Watch watch{watched.of, source, rows_->names, outages};
    for (const Sample& sample : samples) watch.see(sample);
    const Interval seen{samples.front().at, samples.back().at};
    if (!seen.is_empty()) outages.append(Observation{watched.of, seen});
  }
}

}  // namespace vigie
