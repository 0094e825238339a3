// What counts of tickets and of their events.
#pragma once

#include <string>
#include <string_view>

namespace vigie {

/// A condition on a row of `ticket` or `ticket_event`: somebody recorded it, or the import that
/// brought it is published. Every read of either has it, but those of imports and of the journal.
/// `alias`: of the table in the statement, "t". Source: design S5.
inline std::string in_effect(std::string_view alias) {
  const std::string column = std::string{alias} + ".loaded_by";
  return "(" + column + " is null or " + column +
         " in (select id from import where state = 'published'))";
}

}  // namespace vigie
