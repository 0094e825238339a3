// What two documents say otherwise, clause by clause.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/described.h"

namespace vigie {

/// A clause that is not said alike; `before` or `after` is none when only one document says it.
struct ClauseDifference {
  std::string clause;  // "targets.resolve.within"; of a list of mappings "life[2].state"
  std::optional<std::string> before;
  std::optional<std::string> after;
  friend bool operator==(const ClauseDifference&, const ClauseDifference&) = default;
};

template <>
inline constexpr std::string_view title_of<ClauseDifference> = "ClauseDifference";
template <>
inline constexpr auto fields_of<ClauseDifference> = std::tuple{
    field("clause", &ClauseDifference::clause, "Where it stands: targets.resolve.within."),
    field("before", &ClauseDifference::before, "What the earlier text says; none: nothing."),
    field("after", &ClauseDifference::after, "What the later text says; none: nothing."),
};

/// In the order of the later text, then what only the earlier one says. Both are YAML documents
/// that were read without fault. How a text is laid out, its comments and the order of its keys
/// make no difference. Linear in the clauses, but for looking each up.
std::vector<ClauseDifference> clause_differences(std::string_view before, std::string_view after);

}  // namespace vigie
