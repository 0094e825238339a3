// Which commitments apply to a circumstance, and why. Design A2.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "engine/agreement/agreement.h"

namespace vigie {

/// Where a commitment is: indices in the list of agreements and in its commitments.
struct CommitmentRef {
  std::uint32_t agreement = 0;
  std::uint32_t commitment = 0;
  friend auto operator<=>(const CommitmentRef&, const CommitmentRef&) = default;
};

/// Commitments of one chain replace each other: same kind of agreement, obliged party and metric.
/// One commitment of a chain applies to a circumstance at a time.
using Chain = std::uint32_t;

/// The commitment that applies, for one chain, and those it was preferred to.
struct Choice {
  Chain chain = 0;
  CommitmentRef chosen;
  std::vector<CommitmentRef> set_aside;  // only when asked for
};

/// Tells whether a named window of an agreement's calendar was open when the ticket was opened.
class WindowOracle {
 public:
  virtual ~WindowOracle() = default;
  virtual bool is_open(CommitmentRef ref, const Circumstance& circumstance) const = 0;
};

/// Agreements indexed by customer. Immutable; any number of threads may read it.
class CommitmentIndex {
 public:
  CommitmentIndex(std::span<const Agreement> agreements, Names& names);

  /// Agreements that may concern tickets of `customer`, in order, whatever their dates.
  std::span<const std::uint32_t> agreements_of(Value customer) const;

  /// Fills `choices` (cleared first) in order of chain, from `agreements`, those in force. The most
  /// specific level wins, then the most narrowing attributes in the order of `Applicability`;
  /// equals, which checking refuses, go to the first. A ticket without a customer is every
  /// customer's.
  void select(const Circumstance& circumstance, std::span<const std::uint32_t> agreements,
              const WindowOracle& windows, bool with_set_aside, std::vector<Choice>& choices) const;

  /// The priority of the ticket, else the one that the agreement's matrix makes of its impact and
  /// urgency, else none. Design A5.
  Value priority_under(std::uint32_t agreement, const Circumstance& circumstance) const;

  Chain chain_of(CommitmentRef ref) const;
  /// Level and narrowing attributes as one number: the higher is the more specific. Equal numbers
  /// in one chain for one circumstance are a fault of the agreements.
  std::uint32_t precedence_of(CommitmentRef ref) const;

 private:
  struct Entry {
    Chain chain = 0;
    std::uint32_t precedence = 0;
  };
  std::span<const Agreement> agreements_;
  std::vector<std::map<std::pair<Value, Value>, Value>> matrices_;  // by agreement
  std::vector<std::vector<Entry>> entries_;                         // by agreement, by commitment
  std::map<Value, std::vector<std::uint32_t>> by_customer_;
  std::vector<std::uint32_t> for_unknown_customers_;
  std::vector<std::uint32_t> all_;
};

/// What one agreement makes of a circumstance.
struct Covering {
  Value priority;         // the one retained, or made from impact and urgency
  bool is_major = false;  // from the declaration on, or from the opening: `major_from`
};

/// Whether `applicability` leaves `circumstance` in, its window left aside.
bool covers(const Applicability& applicability, const Circumstance& circumstance,
            const Covering& under);

}  // namespace vigie
