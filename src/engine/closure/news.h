// What was recorded of a ticket after a closure, as the cause of a moved verdict.
#pragma once

#include <optional>
#include <unordered_set>

#include "engine/closure/closure.h"
#include "engine/ticket/histories.h"

namespace vigie {

/// The facts that a closure did not know: recorded after what it knew, or happened after it.
class News {
 public:
  News(const Histories& histories, const Names& names, const ClosureBasis& closed);

  /// The weightiest news of a ticket, in the order correction, reopening, relation,
  /// requalification, late record; none when nothing new was recorded of it.
  std::optional<RegularisationCause> of(const std::string& ticket) const;

 private:
  bool is_new(const Event& event) const;
  void read_relations();

  const Histories& histories_;
  const Names& names_;
  ClosureBasis closed_;
  std::unordered_set<std::uint32_t> related_;  // tickets that another one's news concern
};

}  // namespace vigie
