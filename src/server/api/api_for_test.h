// The API asked without a socket, on both databases.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "server/api/answer_check_for_test.h"
#include "server/log.h"
#include "server/reception.h"
#include "store/database/database_for_test.h"
#include "usecase/desk.h"

namespace vigie {

/// A request as a test writes it.
struct Asked {
  Method method = Method::get;
  std::string path;  // with its query
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> fields = {};
};

/// Each test has an empty installation and asks as `caller_`.
class ApiForTest : public OnBothDatabases {
 protected:
  void SetUp() override;
  void TearDown() override;

  /// The routes that the test is about.
  virtual std::vector<Route> routes(Installation& here) = 0;

  /// Who asks by this request: `caller_`, unless the test is about that.
  virtual Outcome<Caller> let_in(const Request&) { return caller_; }

  /// Every answer is held to the description of the API; one that is not as described fails the
  /// test.
  Response ask(const Asked& asked);
  Installation& here() { return *here_; }

  Caller caller_ = program_itself();

 private:
  std::unique_ptr<Database> database_;
  std::unique_ptr<Sealer> sealer_;
  std::unique_ptr<Installation> here_;
  Limits limits_;
  std::unique_ptr<Log> log_;
  std::unique_ptr<Reception> reception_;
  std::unique_ptr<AnswerCheck> check_;
};

/// The code of the refusal that `response` tells; empty when it tells none.
std::string code_of(const Response& response);

}  // namespace vigie
