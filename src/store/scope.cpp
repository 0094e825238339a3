#include "store/scope.h"

#include <algorithm>
#include <bit>

#include "vocabulary/words.h"

namespace vigie {

namespace {

bool holds(const Reach& reach, Key<PartyRow> customer) {
  return !reach.customers || std::ranges::binary_search(*reach.customers, customer);
}

bool covers(const Reach& reach, const Belonging& row) {
  return holds(reach, row.customer) && (!reach.part || reach.part == row.part) &&
         (reach.team.empty() || reach.team == row.team) &&
         (reach.site.empty() || reach.site == row.site);
}

bool is_everything(const Reach& reach) {
  return !reach.customers && !reach.part && reach.team.empty() && reach.site.empty();
}

/// Writes the condition of one reach.
class ConditionWriter {
 public:
  ConditionWriter(const BelongingColumns& columns, std::vector<Parameter>& values)
      : columns_{columns}, values_{values} {}

  std::string write(const Reach& reach) {
    text_.clear();
    if (reach.customers) ask_customers(*reach.customers);
    if (reach.part) ask(columns_.part, key_of(*reach.part));
    if (!reach.team.empty()) ask(columns_.team, reach.team);
    if (!reach.site.empty()) ask(columns_.site, reach.site);
    return text_.empty() ? "1 = 1" : text_;
  }

 private:
  std::string next(Parameter value) {
    values_.push_back(value);
    return "$" + std::to_string(values_.size());
  }
  std::string& condition() {
    if (!text_.empty()) text_ += " and ";
    return text_;
  }

  void ask(std::string_view column, std::string_view value) {
    if (column.empty()) {
      condition() += "1 = 0";
    } else {
      condition() += std::string{column} + " = " + next(value);
    }
  }

  // Padded with the last one to a power of two: few texts, and each connection keeps its
  // statements.
  void ask_customers(const std::vector<Key<PartyRow>>& customers) {
    if (customers.empty() || columns_.customer.empty()) {
      condition() += "1 = 0";
      return;
    }
    std::string list;
    const std::size_t count = std::bit_ceil(customers.size());
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) list += ", ";
      list += next(customers[std::min(i, customers.size() - 1)].value);
    }
    condition() += std::string{columns_.customer} + " in (" + list + ")";
  }

  BelongingColumns columns_;
  std::vector<Parameter>& values_;
  std::string text_;
};

}  // namespace

bool Scope::is_whole() const { return std::ranges::any_of(reaches_, is_everything); }

bool Scope::covers(const Belonging& row) const {
  return std::ranges::any_of(reaches_,
                             [&](const Reach& reach) { return vigie::covers(reach, row); });
}

bool Scope::meets(Key<PartyRow> customer) const {
  return std::ranges::any_of(reaches_, [&](const Reach& reach) { return holds(reach, customer); });
}

std::string scope_condition(const Scope& scope, const BelongingColumns& columns,
                            std::vector<Parameter>& values) {
  if (scope.is_whole()) return "1 = 1";
  if (scope.reaches().empty()) return "1 = 0";
  ConditionWriter writer{columns, values};
  std::string text;
  for (const Reach& reach : scope.reaches()) {
    text += (text.empty() ? "((" : " or (") + writer.write(reach) + ")";
  }
  return text + ")";
}

}  // namespace vigie
