// An installation whose clocks are told of, for tests.
#pragma once

#include "server/api/identity_for_test.h"
#include "usecase/warning/firing.h"

namespace vigie {

/// `acme` is promised a resolution in 4 hours, day and night. `sam` is service delivery manager of
/// acme, `zoe` of zenith, `tim` technician of the team `network`.
class WarningForTest : public IdentityForTest {
 protected:
  void SetUp() override;

  WarningParts parts() { return {.here = here(), .shelf = shelf(), .rotas = rotas()}; }
  Response post(const std::string& path, const std::string& body) {
    return post_as(ann_, path, body);
  }
  Response get(const std::string& path) { return ask_as(ann_, {.path = path}); }
  Response patch(const std::string& path, const std::string& version, const std::string& body);
  /// One level, told at once. `recipients`: as JSON.
  void add_ladder(const std::string& recipients);
  /// A rule with that ladder, as if it had been made a year ago. `more` begins with a comma.
  void add_rule(const std::string& watches, int amount, const std::string& more = {});
  /// Of acme, opened so long ago. Gives its reference.
  std::string open_ticket(std::chrono::minutes ago);
  void tell(const std::string& ticket, const std::string& event, std::chrono::minutes ago,
            const std::string& more = {});
  /// All that has come.
  std::int64_t fire();
  /// Does the jobs that wait.
  void finish_jobs();

  /// "TICKET COMMITMENT WATCHES" of each notice, in the order in which they were made.
  std::vector<std::string> notices();
  /// "ACCOUNT LEVEL" of each delivery to an inbox.
  std::vector<std::string> inboxes();
  /// The answers to `select` as one text a row: its columns are texts.
  std::vector<std::string> texts(const std::string& select);

  Instant now_;  // of the database, when the test began

 private:
  std::string ann_;
};

/// "2026-03-02T10:00:00.000001Z".
std::string stamp_of(Instant at);

}  // namespace vigie
