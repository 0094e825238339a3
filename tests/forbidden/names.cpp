// The id of a site is not that of a party, and neither is a number.
#include "engine/base/id.h"
#include "engine/catalogue/site.h"
#include "engine/catalogue/value.h"
#include "engine/party/party.h"
#include "engine/ticket/event.h"

namespace vigie {

std::string_view name_of_party(Id<Party> party);

void twins(Names& names) {
  [[maybe_unused]] const auto site = names.intern<Site>("Nîmes");
  [[maybe_unused]] const auto party = names.intern<Party>("ACME");
  [[maybe_unused]] const auto name = name_of_party(party);
  [[maybe_unused]] const bool same = party == names.find<Party>("NOVA");
  [[maybe_unused]] const Holder holder{.party = party, .team = names.intern<Team>("N2")};
  [[maybe_unused]] Id<Ticket> ticket{7};
  [[maybe_unused]] const Value priority = names.intern<AttributeValue>("P2");
}

#ifdef VIGIE_FORBIDDEN
void nonsense(Names& names) {
  const auto site = names.intern<Site>("Nîmes");
  const auto team = names.intern<Team>("N2");
  const auto party = names.intern<Party>("ACME");
  const auto name = name_of_party(site);             // must not compile
  const bool same = party == site;                   // must not compile
  const Holder holder{.party = team, .team = team};  // must not compile
  const Id<Ticket> ticket = 7;                       // must not compile
  const std::uint32_t number = party;                // must not compile
  const Value priority = party;                      // must not compile
  const auto sum = party + party;                    // must not compile
}
#endif

}  // namespace vigie
