// The columns of a profile made ready: where each stands in a row, and what its values mean.
#pragma once

#include <deque>
#include <limits>
#include <vector>

#include "engine/base/id.h"
#include "notation/profile/cell_codes.h"
#include "notation/profile/telling.h"

namespace vigie {

inline constexpr std::size_t no_column = std::numeric_limits<std::size_t>::max();

/// One column: which cell of a row it reads, and where its code stands among those of a row (or of
/// a ticket).
template <class Meaning, class Made>
struct CodedColumn {
  std::size_t cell = no_column;
  std::size_t slot = 0;
  CellCodes<Meaning, Made> codes;

  bool is_there() const { return cell != no_column; }
};

struct CodedAttribute {
  const AttributeRule* rule = nullptr;
  CodedColumn<std::string, Value> column;
};

struct CodedColumns {
  /// `columns` as `columns_of(profile)` gives them; `profile` and `names` outlive the result.
  CodedColumns(const Profile& profile, const std::vector<ExportColumn>& columns, Names& names);

  CodedColumn<StateMeaning, ToldState> state;
  CodedColumn<GroupMeaning, Holder> group;
  CodedColumn<std::string, Id<Person>> person;
  std::deque<CodedColumn<ActionMeaning, ToldAction>> actions;
  std::deque<CodedAttribute> of_rows;     // attributes that may change from row to row
  std::deque<CodedAttribute> of_tickets;  // attributes of the first or the last row
  std::vector<ToldAttribute> constants;
  std::size_t codes_a_row = 0;
  std::size_t codes_a_ticket = 0;

  /// What the profile does not map, counted or refused as it says.
  std::vector<Fault> report_unmapped(Findings& findings) const;

 private:
  void add_attribute(const AttributeRule& rule, const std::vector<ExportColumn>& columns,
                     Names& names);
};

/// Where `column` stands; `no_column` when it is not named.
std::size_t index_of(const std::vector<ExportColumn>& columns, const ExportColumn& column);

}  // namespace vigie
