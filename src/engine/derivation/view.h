// One judgement with its agreement, story and zone at hand: what the parts of a derivation share.
#pragma once

#include <string>
#include <vector>

#include "engine/derivation/derive.h"
#include "engine/ticket/timeline.h"

namespace vigie {

using Reasons = std::vector<Derivation>;

inline Derivation reason(Explanation code, std::string_view source = {}) {
  return {.code = code, .arguments = {}, .source = source, .children = {}};
}

class DerivationView {
 public:
  explicit DerivationView(const DeriveRequest& request);

  const DeriveRequest& request() const { return request_; }
  const Judgement& judgement() const { return request_.judgement; }
  const Reading& reading() const { return request_.judgement.reading; }
  const Agreement& agreement() const { return agreement_; }
  const Commitment& commitment() const { return commitment_; }
  const Timeline& timeline() const { return timeline_; }
  const Zone& zone() const { return zone_; }

  /// Open time: the clock of this commitment counts in hours of a calendar.
  bool counts_open_time() const;
  /// Hours of a commitment of this agreement, for the site of the ticket at `at`.
  const HoursIndex& hours_of(std::size_t commitment, Instant at) const;
  const HoursIndex& hours() const;

  Moment moment(Instant at) const { return {.at = at, .local = zone_.civil(at)}; }
  std::string text(Value value) const { return std::string{request_.names.text(value)}; }
  /// "ACME", "NOVA / N2", "the customer": the party by the name that the agreement gives it.
  Reasons named(const Holder& holder) const;
  Reasons named(Role role) const;
  /// The event of that sequence; null when there is none.
  const Event* event(std::uint32_t sequence) const;
  const Span* span_at(Instant at) const;

 private:
  Reasons named_by_word(Role word) const;
  bool names_party(Id<Party> party) const;
  Role kind_outside(Id<Party> party) const;
  const DeriveRequest& request_;
  const Agreement& agreement_;
  const Commitment& commitment_;
  const Zone& zone_;
  Timeline timeline_;
};

/// The stretch as open and closed parts of a calendar, or the wall clock's when `hours` is null;
/// many openings are put together. Changes of the clocks inside it are said.
Reasons parts_of(const DerivationView& view, const HoursIndex* hours, Interval stretch);

/// "within 4h in office": the limit of a promise.
Derivation within_words_of(const Commitment& commitment);

// Sections of a derivation, in the order of the page.
Reasons outcome_of(const DerivationView& view);
Derivation promise_section(const DerivationView& view);
Derivation clock_section(const DerivationView& view);
Derivation steps_section(const DerivationView& view);
Derivation due_section(const DerivationView& view);
Derivation held_section(const DerivationView& view);
Reasons finding_sections(const DerivationView& view);
Derivation basis_section(const DerivationView& view);

}  // namespace vigie
