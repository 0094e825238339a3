#include "engine/clock/judge.h"

#include <algorithm>
#include <tuple>

#include "engine/clock/chain.h"
#include "engine/clock/exclusion.h"
#include "engine/clock/in_force.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

std::optional<Instant> resolution_of(const Timeline& timeline) {
  std::optional<Instant> at;
  for (const Mark& mark : timeline.marks) {
    if (mark.word == EventWord::resolved) at = mark.at;
    if (mark.word == EventWord::reopened) at.reset();
  }
  if (at) return at;
  if (timeline.merged_at) return timeline.merged_at;
  return timeline.cancelled_at ? timeline.cancelled_at : timeline.closed_at;
}

class Judge {
 public:
  Judge(const JudgeRequest& request, const Names& names, JudgeStorage& storage,
        std::vector<Judgement>& judgements, Findings& findings)
      : request_(request),
        terms_(request.terms),
        names_(names),
        storage_(storage),
        judgements_(judgements),
        findings_(findings),
        found_(storage.found) {
    found_.clear();
  }

  void run() {
    Timeline& timeline = storage_.timeline;
    read_timeline({request_.history, request_.as_of, request_.known_at}, timeline);
    if (request_.relations.is_in_ring(request_.history.ticket)) {
      timeline.findings.push_back(FindingCode::relation_ring);
    }
    const std::string_view ticket = names_.text(request_.history.ticket);
    for (const FindingCode code : timeline.findings) findings_.add(code, ticket);
    if (!timeline.is_opened) return;
    take_over_merged(timeline);
    ended_at_ = resolution_of(timeline);
    const std::size_t first = judgements_.size();
    judge_chains();
    if (judgements_.size() == first) found_.push_back(FindingCode::not_promised);
    note_unknown_parties();
    put_in_order(first);
    if (waited_unasked_) found_.push_back(FindingCode::pause_without_request);
    if (lacks_zone_) found_.push_back(FindingCode::site_without_zone);
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    for (const FindingCode code : found_) {
      const auto& told = timeline.findings;
      if (std::find(told.begin(), told.end(), code) == told.end()) findings_.add(code, ticket);
    }
  }

 private:
  /// By agreement, then commitment; those of one commitment stay in the order of their cycles.
  void put_in_order(std::size_t first) {
    const auto begin = judgements_.begin() + static_cast<std::ptrdiff_t>(first);
    const auto is_before = [](const Judgement& a, const Judgement& b) {
      return std::tie(a.agreement, a.commitment) < std::tie(b.agreement, b.commitment);
    };
    if (std::is_sorted(begin, judgements_.end(), is_before)) return;
    std::stable_sort(begin, judgements_.end(), is_before);
  }

  /// The survivor of a merge goes back to the earliest opening: its first span does too.
  void take_over_merged(Timeline& timeline) {
    own_opened_at_ = timeline.opened_at;
    opened_at_ = timeline.opened_at;
    const auto earlier = request_.relations.earliest_merged_opening(request_.history.ticket);
    if (!earlier || *earlier >= opened_at_) return;
    opened_at_ = *earlier;
    if (!timeline.spans.empty()) timeline.spans.front().from = *earlier;
  }

  /// A holder that no agreement names is a third party, or a name misspelt in a profile.
  void note_unknown_parties() {
    std::vector<Id<Party>> told;
    Id<Party> known;
    for (const Span& span : storage_.timeline.spans) {
      const Id<Party> party = span.holder.party;
      if (!party || party == known) continue;
      if (terms_.names_party(party)) {
        known = party;
        continue;
      }
      if (std::find(told.begin(), told.end(), party) != told.end()) continue;
      told.push_back(party);
      findings_.add(FindingCode::unknown_party, names_.text(party));
    }
  }

  void judge_chains() {
    const auto& changes = storage_.timeline.changes;
    ChainPool& chains = storage_.chains;
    read_legs(changes.size(), {}, chains);
    const bool reaches_back =
        std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
          return change.effect == Effect::origin && !change.consent &&
                 change.at > storage_.timeline.opened_at;
        });
    if (reaches_back) add_left_chains(chains);
    for (ChainLegs& chain : chains.chains()) {
      if (reaches_back) refuse_late_requalifications(chain);
      judge(chain);
    }
  }

  /// Promises that no longer apply once every requalification reaches back: one of them may have
  /// been broken before. They have no leg unless a requalification is refused.
  void add_left_chains(ChainPool& chains) {
    const std::vector<bool> refused(storage_.timeline.changes.size(), true);
    ChainPool left;
    read_legs(refused.size(), refused, left);
    for (const ChainLegs& one : left.chains()) {
      if (!is_among(chains.chains(), one.chain)) chains.add(one.chain);
    }
  }

  /// One leg per stretch for each chain that has a commitment in one of them.
  void read_legs(std::size_t changes_read, const std::vector<bool>& not_from_origin,
                 ChainPool& chains) {
    chains.clear();
    read_stretches({.timeline = storage_.timeline,
                    .opened_at = opened_at_,
                    .changes_read = changes_read,
                    .not_from_origin = not_from_origin},
                   storage_.stretches);
    switch_windows();
    for (std::size_t i = 0; i < storage_.stretches.size(); ++i) {
      const Stretch& stretch = storage_.stretches[i];
      find_in_force(stretch);
      terms_.index().select(stretch.circumstance, storage_.in_force, terms_, request_.with_segments,
                            storage_.choices);
      add_legs(stretch, i, chains);
    }
  }

  void find_in_force(const Stretch& stretch) {
    if (in_force_of_ == stretch.circumstance.customer) return;
    in_force_of_ = stretch.circumstance.customer;
    read_in_force({.terms = terms_,
                   .opened_at = opened_at_,
                   .ended_at = ended_at_,
                   .as_of = request_.as_of,
                   .customer = stretch.circumstance.customer},
                  storage_.in_force);
  }

  /// Targets that depend on the window in which time passes change with it, until the end.
  void switch_windows() {
    find_in_force(storage_.stretches.front());
    const Instant end = ended_at_.value_or(request_.as_of);
    cut_at_windows(terms_.window_changes(storage_.in_force, {opened_at_, end}), storage_.stretches);
  }

  static bool is_among(std::span<ChainLegs> chains, Chain chain) {
    return std::any_of(chains.begin(), chains.end(),
                       [&](const ChainLegs& known) { return known.chain == chain; });
  }

  void add_legs(const Stretch& stretch, std::size_t index, ChainPool& chains) {
    for (const Choice& choice : storage_.choices) {
      if (is_among(chains.chains(), choice.chain)) continue;
      ChainLegs& added = chains.add(choice.chain);
      if (index > 0) added.legs.push_back(leg_of(storage_.stretches[0], nullptr));
    }
    for (ChainLegs& chain : chains.chains()) {
      const auto choice = std::find_if(storage_.choices.begin(), storage_.choices.end(),
                                       [&](const Choice& one) { return one.chain == chain.chain; });
      const Choice* chosen = choice == storage_.choices.end() ? nullptr : &*choice;
      Leg leg = leg_of(stretch, chosen);
      if (!chain.legs.empty() && chain.legs.back().ref == leg.ref) continue;
      chain.legs.push_back(leg);
    }
    give_hours(chains.chains());
  }

  Leg leg_of(const Stretch& stretch, const Choice* choice) {
    Leg leg{.from = stretch.from, .consent = stretch.consent};
    if (choice == nullptr) return leg;
    const Value site = storage_.stretches.front().circumstance.site;
    leg.ref = choice->chosen;
    leg.commitment = &terms_.commitment(choice->chosen);
    leg.hours = &terms_.hours(choice->chosen.agreement, choice->chosen.commitment, site);
    lacks_zone_ |= terms_.lacks_zone(choice->chosen, site);
    return leg;
  }

  /// Where nothing is promised, time is shown in the hours of the nearest promise.
  static void give_hours(std::span<ChainLegs> chains) {
    for (ChainLegs& chain : chains) {
      const auto promised = std::find_if(chain.legs.begin(), chain.legs.end(),
                                         [](const Leg& leg) { return leg.hours != nullptr; });
      for (Leg& leg : chain.legs) {
        if (leg.hours == nullptr && promised != chain.legs.end()) leg.hours = promised->hours;
      }
    }
  }

  /// A requalification that comes after the old target was passed, without the other party's
  /// consent, only counts from then on. Design J4.
  void refuse_late_requalifications(ChainLegs& chain) {
    const auto& changes = storage_.timeline.changes;
    std::vector<bool> refused(changes.size(), false);
    bool any = false;
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const Change& change = changes[i];
      if (change.effect != Effect::origin || change.consent ||
          change.at <= storage_.timeline.opened_at) {
        continue;
      }
      if (!was_passed(chain.chain, i, refused)) continue;
      refused[i] = true;
      any = true;
    }
    if (!any) return;
    if (auto legs = legs_of(chain.chain, changes.size(), refused)) chain = *std::move(legs);
  }

  std::optional<ChainLegs> legs_of(Chain chain, std::size_t changes_read,
                                   const std::vector<bool>& refused) {
    ChainPool chains;
    read_legs(changes_read, refused, chains);
    for (ChainLegs& legs : chains.chains()) {
      if (legs.chain == chain) return std::move(legs);
    }
    return std::nullopt;
  }

  bool was_passed(Chain chain, std::size_t change, const std::vector<bool>& refused) {
    const auto legs = legs_of(chain, change, refused);
    if (!legs) return false;
    const Instant at = storage_.timeline.changes[change].at;
    read(*legs, false);
    for (const ChainReading& reading : storage_.readings) {
      const auto& breached_at = reading.measured.reading.breached_at;
      if (breached_at && *breached_at < at) return true;
    }
    return false;
  }

  /// Into `storage_.readings`.
  void read(const ChainLegs& chain, bool with_segments) {
    const ChainRequest request{.judge = request_,
                               .timeline = storage_.timeline,
                               .opened_at = opened_at_,
                               .own_opened_at = own_opened_at_,
                               .with_segments = with_segments};
    read_chain(request, chain.legs, storage_, waited_unasked_);
  }

  void judge(const ChainLegs& chain) {
    read(chain, request_.with_segments);
    auto& readings = storage_.readings;
    if (readings.empty()) return;
    const Commitment& commitment = terms_.commitment(readings.back().ref);
    mark_counted(readings, commitment);
    std::uint16_t cycle = 0;
    for (ChainReading& reading : readings) add(std::move(reading), cycle++);
  }

  void add(ChainReading&& reading, std::uint16_t cycle) {
    const bool no_due = reading.measured.has_no_due;
    const bool counted = reading.is_counted;
    Judgement judgement{.ticket = request_.history.ticket,
                        .agreement = reading.ref.agreement,
                        .commitment = reading.ref.commitment,
                        .cycle = cycle,
                        .verdict = reading.verdict,
                        .gross = reading.verdict,
                        .why = reading.why,
                        .opened_at = opened_at_,
                        .ended_at = reading.ended_at,
                        .reading = std::move(reading.measured.reading)};
    if (judgement.why) {
      found_.push_back(*judgement.why);
    } else if (no_due) {
      found_.push_back(FindingCode::no_open_time);
    }
    const auto exclusion = read_exclusion(terms_, judgement, request_.as_of);
    judgement.standing = exclusion.standing;
    judgement.ground = exclusion.ground;
    if (exclusion.standing == Standing::agreed) judgement.verdict = Verdict::excluded;
    judgement.is_counted = counted && !is_counted_by_root(judgement);
    judgements_.push_back(std::move(judgement));
  }

  bool is_counted_by_root(const Judgement& judgement) const {
    return storage_.timeline.parent && request_.relations.root_of(judgement.ticket) &&
           terms_.agreement(judgement.agreement).counted_children == CountedChildren::root;
  }

  const JudgeRequest& request_;
  const Terms& terms_;
  const Names& names_;
  JudgeStorage& storage_;
  std::vector<Judgement>& judgements_;
  Findings& findings_;
  Instant opened_at_;
  Instant own_opened_at_;
  std::optional<Instant> ended_at_;   // resolution, else end of the ticket
  std::optional<Value> in_force_of_;  // the customer for whom `storage_.in_force` was read
  std::vector<FindingCode>& found_;   // by judging; each is told once a ticket
  bool waited_unasked_ = false;
  bool lacks_zone_ = false;
};

}  // namespace

void judge_ticket(const JudgeRequest& request, const Names& names, JudgeStorage& storage,
                  std::vector<Judgement>& judgements, Findings& findings) {
  Judge{request, names, storage, judgements, findings}.run();
}

}  // namespace vigie
