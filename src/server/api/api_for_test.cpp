#include "server/api/api_for_test.h"

#include <fcntl.h>

#include <algorithm>

#include "server/transport/request_head.h"
#include "store/database/migrations.h"

namespace vigie {

void ApiForTest::SetUp() {
  OnBothDatabases::SetUp();
  if (IsSkipped()) return;
  database_ = open();
  ASSERT_TRUE(migrate(*database_, migrations()).has_value());
  sealer_ = std::make_unique<Sealer>(*database_, Sealer::Terms{.key = SealingKey::made()});
  here_ = std::make_unique<Installation>(Installation{*database_, *sealer_});
  log_ = std::make_unique<Log>(::open("/dev/null", O_WRONLY | O_CLOEXEC));
  reception_ = std::make_unique<Reception>(
      routes(*here_),
      ReceptionTerms{.limits = limits_, .log = *log_, .gate = [this](const Request& request) {
                       return let_in(request);
                     }});
  check_ = std::make_unique<AnswerCheck>(reception_->router().routes());
}

void ApiForTest::TearDown() {
  reception_.reset();
  sealer_.reset();
  database_.reset();
  OnBothDatabases::TearDown();
}

Response ApiForTest::ask(const Asked& asked) {
  std::string head{word_of(asked.method, Language::en)};
  head += " " + asked.path + " HTTP/1.1\r\nHost: a\r\n";
  const bool says_type = std::ranges::any_of(
      asked.fields, [](const auto& field) { return field.first == "Content-Type"; });
  if (!asked.body.empty() && !says_type) head += "Content-Type: application/json\r\n";
  for (const auto& [name, value] : asked.fields) head += name + ": " + value + "\r\n";
  auto read = read_head(head + "\r\n", limits_);
  Request request = std::move(read).value().request;
  request.body = asked.body;
  const Admission admission = reception_->admit(request);
  Response response = reception_->answer(request, admission);
  EXPECT_EQ(check_->fault_in(reception_->router(), request, response), "")
      << asked.path << " is answered " << response.status << " " << response.body;
  return response;
}

std::string code_of(const Response& response) {
  return response.refusal ? std::string{key_of(*response.refusal)} : std::string{};
}

}  // namespace vigie
