// What is told of one ticket, put in the order of time.
#pragma once

#include <string_view>

#include "engine/base/id.h"
#include "engine/ticket/history.h"

namespace vigie {

/// Events may be told in any order; `end` sorts them, numbers them, and drops what is not known
/// yet at `until`.
class Told {
 public:
  Told(Names& names, std::string_view ticket) : names_(names) {
    history_.ticket = names.intern<Ticket>(ticket);
  }

  Event& at(Instant instant, EventWord word);
  Event& classified(Instant instant, Attribute attribute, std::string_view value,
                    Effect effect = Effect::now);
  Event& assigned(Instant instant, std::string_view party, std::string_view team);
  Event& about(Instant instant, EventWord word, std::string_view value);
  Event& related(Instant instant, EventWord word, std::string_view other);
  Id<Party> party(std::string_view name) { return names_.intern<Party>(name); }
  History end(Instant until);

 private:
  Names& names_;
  History history_;
};

}  // namespace vigie
