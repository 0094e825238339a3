// A database of a test's own, on each of the two.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "store/database/database.h"

namespace vigie {

/// A folder that is gone with it.
class FolderForTest {
 public:
  FolderForTest();
  ~FolderForTest();
  FolderForTest(const FolderForTest&) = delete;
  FolderForTest& operator=(const FolderForTest&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// A test that runs on both databases, on one that is empty. Skipped, with the reason, where the
/// programs of PostgreSQL are missing.
class OnBothDatabases : public testing::TestWithParam<Dialect> {
 protected:
  void SetUp() override;

  DatabaseSettings settings() const { return {.url = url_}; }
  std::unique_ptr<Database> open() const { return open(settings()); }
  static std::unique_ptr<Database> open(const DatabaseSettings& settings);

 private:
  FolderForTest folder_;
  std::string url_;
};

#define VIGIE_ON_BOTH_DATABASES(suite)                                                       \
  INSTANTIATE_TEST_SUITE_P(On, suite, testing::Values(Dialect::sqlite, Dialect::postgresql), \
                           [](const auto& one) { return std::string{key_of(one.param)}; })

/// The whole number that a statement answers, in one row and one column.
std::int64_t whole_of(Connection& connection, std::string_view sql, Parameters values = {});
std::int64_t whole_of(Database& database, std::string_view sql, Parameters values = {});

/// What the act or the read is refused with; none when it is done.
std::optional<DatabaseFault> fault_of(const std::function<void()>& act);

}  // namespace vigie
