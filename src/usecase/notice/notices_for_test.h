// An installation with people to tell, and notices for them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "store/database/database_for_test.h"
#include "usecase/notice/addressing.h"
#include "usecase/notice/parcel.h"
#include "usecase/opening.h"

namespace vigie {

/// Someone who may sign in; `name` is their reference, NAME@nova.example their address.
Key<AccountRow> account_for_test(Installation& here, const std::string& name,
                                 SpokenLanguage language = SpokenLanguage::en);

/// A program that is told of notices; its secret, and what it answers to.
Key<WebhookRow> webhook_for_test(Installation& here, const std::string& reference,
                                 const std::string& url, const std::string& secret);

struct NoticesForTest {
  std::int64_t from = 1;  // number of the first ticket: INC-1
  std::int64_t count = 1;
  std::vector<Key<AccountRow>> accounts = {};
  std::vector<Key<WebhookRow>> webhooks = {};
  bool is_urgent = false;
};

/// Notices that three quarters of a target are used, each on a ticket of its own, made and
/// addressed as one act of the program; their references, in order.
std::vector<std::string> tell_for_test(Installation& here, const NoticesForTest& told);

/// Each test has an empty installation, on both databases.
class NoticesOfBoth : public OnBothDatabases {
 protected:
  void SetUp() override;
  void TearDown() override;

  Installation& here() { return opened_->here(); }
  std::int64_t count(const std::string& condition);
  void run(const std::string& sql);

 private:
  FolderForTest keys_;
  std::unique_ptr<OpenedInstallation> opened_;
};

}  // namespace vigie
