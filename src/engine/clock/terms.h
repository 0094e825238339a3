// Agreements made ready to judge: calendars compiled, rules indexed, names resolved.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/agreement/agreement.h"
#include "engine/agreement/roles.h"
#include "engine/agreement/select.h"
#include "engine/base/fault.h"
#include "engine/base/id.h"
#include "engine/calendar/hours_index.h"
#include "engine/clock/measure.h"
#include "engine/time/zone.h"

namespace vigie {

/// All the versions of all the agreements of a run, ready. Immutable once made; any number of
/// threads may read it. Copies share what was compiled. Lives no longer than its ZoneSource.
class Terms : public OwnHours, public WindowOracle {
 public:
  /// Compiles. Faults: an unknown zone, an unknown holiday set, a calendar or window that is not
  /// defined; each with the place of the clause. `names` is the table of the facts.
  struct Made;
  static Made from(std::vector<Agreement> agreements, ZoneSource& zones, Names& names);

  const std::vector<Agreement>& agreements() const;
  const Agreement& agreement(std::uint32_t index) const { return agreements()[index]; }
  const Commitment& commitment(CommitmentRef ref) const {
    return agreement(ref.agreement).commitments[ref.commitment];
  }
  const CommitmentIndex& index() const;
  const Roles& roles(std::uint32_t agreement) const;
  /// Whether some agreement, or the words of roles, name `party`.
  bool names_party(Id<Party> party) const;
  /// Hours of a commitment for a ticket of `site` (calendars that follow the site differ by it).
  const HoursIndex& hours(std::uint32_t agreement, std::uint32_t commitment, Value site) const;
  /// True when the hours of a commitment depend on the site, and `site` has no zone of its own.
  bool lacks_zone(CommitmentRef ref, Value site) const;
  const Zone& zone(std::uint32_t agreement) const;
  /// When a version judges: local midnights of its zone, its last day included. Empty for a version
  /// that was never signed. Design A3, A4.
  Interval holding(std::uint32_t agreement) const;
  /// Nothing later is judged under a version: the end of its holding, or of the day that it names
  /// for tickets still open then. Design A4.
  Instant judged_until(std::uint32_t agreement) const;
  /// All the versions of the same agreement, itself included, in order of effect.
  const std::vector<std::uint32_t>& versions(std::uint32_t agreement) const;
  /// Instants in `within` at which a window that switches opens or closes, sorted; empty when
  /// no commitment of `agreements` switches. Linear in the days.
  std::vector<Instant> window_changes(const std::vector<std::uint32_t>& agreements,
                                      Interval within) const;
  /// The exclusions claimed for a ticket, in the order of the document; then those beside it.
  std::vector<const Exclusion*> exclusions(std::uint32_t agreement, Id<Ticket> ticket) const;
  /// The same, of those claimed for outages.
  std::vector<const Exclusion*> outage_exclusions(std::uint32_t agreement) const;
  /// The same terms, with exclusions that were not written in their documents: one list an
  /// agreement, by index, in the place of those that were beside it. Nothing is compiled again.
  Terms with_exclusions(std::vector<std::vector<Exclusion>> beside, Names& names) const;
  /// Names that the commitments of the facts go by: of a milestone, of a carried date.
  Value milestone(CommitmentRef ref) const;
  Value carried_date(CommitmentRef ref) const;
  /// Release of the zones that were compiled.
  const std::string& zones_version() const;

  const HoursIndex* of(const Holder& holder) const override;
  bool is_open(CommitmentRef ref, const Circumstance& circumstance) const override;

 private:
  struct Compiled;
  friend class TermsCompiler;
  std::shared_ptr<const Compiled> compiled_;
  struct Beside;
  std::shared_ptr<const Beside> beside_;  // null: nothing is
};

struct Terms::Made {
  Terms terms;
  std::vector<Fault> faults;  // terms are usable only when empty
};

}  // namespace vigie
