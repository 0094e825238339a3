// A call of a source, taken once.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "engine/base/described.h"
#include "engine/outage/alert.h"
#include "usecase/agreement/terms_in_force.h"
#include "usecase/source/letting_in.h"

namespace vigie {

/// Alerts that ended earlier are forgotten, and not taken any more.
inline constexpr std::chrono::hours alerts_are_kept{24 * 30};

/// What came of a call.
struct FactsTaken {
  std::int64_t alerts = 0;
  std::int64_t ignored = 0;
  std::int64_t kept = 0;
  std::int64_t opened = 0;
  std::int64_t ended = 0;
  std::int64_t corrected = 0;
  std::int64_t tickets = 0;
  std::int64_t events = 0;
  std::int64_t findings = 0;
};

template <>
inline constexpr std::string_view title_of<FactsTaken> = "FactsTaken";
template <>
inline constexpr auto fields_of<FactsTaken> = std::tuple{
    field("alerts", &FactsTaken::alerts, "How many times something was said of an alert."),
    field("ignored", &FactsTaken::ignored, "Said of nothing, or of what is not listened to."),
    field("kept", &FactsTaken::kept,
          "Of the alerts, those that could not be mapped: they are listed."),
    field("opened", &FactsTaken::opened, "Outages that were opened."),
    field("ended", &FactsTaken::ended, "Outages that were ended."),
    field("corrected", &FactsTaken::corrected,
          "Events of outages that were corrected, as what came later tells it otherwise."),
    field("tickets", &FactsTaken::tickets, "Tickets about which something is new."),
    field("events", &FactsTaken::events, "Events of tickets that were not known."),
    field("findings", &FactsTaken::findings, "How many things were noticed about tickets."),
};

/// What a call says, once it is known who calls. `take` writes it, within the act of the call.
struct CallToTake {
  SourceCall call;
  std::string origin;
  Permission permission = Permission::write_outages;
  std::function<Outcome<FactsTaken>(Desk&, const KeptSource&, Instant now)> take;
};

/// Takes it, or answers what it was answered the first time: `answer_of` writes what is kept. A
/// call without an id is not kept: what it says is known by itself. Refused, in this order: as
/// `let_in`; call_id_reused; as `take`.
Outcome<std::string> take_call(Installation& here, const CallToTake& asked,
                               const std::function<std::string(const FactsTaken&)>& answer_of);

struct AlertsToTake {
  const KeptSource& source;
  Instant now;
  const std::vector<AlertSaid>& said;
};

/// Takes what was said of alerts.
FactsTaken take_alerts(Desk& desk, TermsShelf& shelf, const AlertsToTake& asked);

}  // namespace vigie
