// Sources of facts and their calls, for tests.
#pragma once

#include <chrono>

#include "server/api/identity_for_test.h"
#include "usecase/notice/webhook_signature.h"
#include "usecase/source/settling.h"

namespace vigie {

/// Asks as the program itself; calls of sources are let in by what they show.
class SourceForTest : public IdentityForTest {
 protected:
  Outcome<Caller> let_in(const Request& request) override;

  /// Adds a source; `more` begins with a comma. Keeps its secret for the calls that follow.
  Response add(const std::string& reference, const std::string& kind, const std::string& more = {});
  Response get(const std::string& path) { return ask({.path = path}); }
  Response patch(const std::string& path, const std::string& version, const std::string& body);

  /// A call with the secret after Bearer.
  Response tell(const std::string& reference, const std::string& body);
  /// A signed call, sent `late` seconds ago.
  Response tell_signed(const std::string& reference, const std::string& id, const std::string& body,
                       std::chrono::seconds late = {});

  /// Alertmanager's body: {fingerprint, begins, ends} as minutes from `epoch_`; no end: it fires.
  std::string alerts(const std::vector<std::string>& each) const;
  std::string fires(int began, const std::string& fingerprint = "f1",
                    const std::string& labels = R"("service": "mail")") const;
  std::string ends(int began, int ended, const std::string& fingerprint = "f1") const;

  /// Every outage: "OUT-1 mail 0-5" in minutes from `epoch_`, "withdrawn" when it never was.
  std::string outages();
  Instant now();
  /// The minute 0 of alerts: an hour ago, when the test began.
  Instant epoch_;
  std::string secret_;
  std::string stamp(int minute) const;
};

}  // namespace vigie
