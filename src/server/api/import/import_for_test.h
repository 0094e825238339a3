// Imports asked for by HTTP and done at once, for tests.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "server/api/identity_for_test.h"
#include "server/api/import/import_routes.h"

namespace vigie {

/// Asks as the program itself; jobs are done by `work`, one after the other.
class ImportForTest : public IdentityForTest {
 protected:
  Outcome<Caller> let_in(const Request& request) override;

  /// Does all the jobs that wait.
  void work();
  /// One turn, which a program that stops cuts short.
  void work_until_stopped();
  /// Adds an import of `acme` from the source `desk`; gives its reference.
  std::string add(const std::string& profile, const std::string& source = "desk");
  Response put(const std::string& import, const std::string& bytes);
  /// POST of a step without a word.
  Response step(const std::string& import, const std::string& name);
  /// Added, filled, run and published; gives its reference.
  std::string publish(const std::string& profile, const std::string& bytes,
                      const std::string& source = "desk");
  Response get(const std::string& path) { return ask({.path = path}); }
  /// The result of the last job about an import.
  std::string result_of(const std::string& import);

  /// Everything that counts, told line by line: tickets, events, clocks.
  std::string effective_state();

  std::uint64_t most_rows_ = 1'000'000;
  std::atomic<bool> stops_{false};
  std::string last_;

 private:
  JobTerms terms();
};

/// A quoted text as JSON.
std::string json_text(const std::string& text);

}  // namespace vigie
