// A PostgreSQL server of the tests' own.
#pragma once

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

namespace vigie {

/// On a socket in a folder of its own, run by an unprivileged user as PostgreSQL wants; it is
/// stopped with this, and with the test program however that ends.
class PostgresqlForTest {
 public:
  /// The one of this test program, started when it is first asked for; none where PostgreSQL's
  /// programs are missing.
  static PostgresqlForTest* shared();

  explicit PostgresqlForTest(std::string programs);
  ~PostgresqlForTest();
  PostgresqlForTest(const PostgresqlForTest&) = delete;
  PostgresqlForTest& operator=(const PostgresqlForTest&) = delete;

  std::string url(const std::string& database) const;
  /// The URL of a new database, empty.
  std::string new_database();
  /// Runs a statement as the server's owner, outside of any transaction.
  void run(const std::string& sql) const;

  void start();
  /// As `pg_ctl stop -m immediate`: nothing is finished, no page written.
  void stop_at_once();

 private:
  void make_cluster() const;
  pid_t launch(const std::vector<std::string>& command) const;
  void stop(int signal);
  bool answers() const;

  std::string programs_;  // a folder
  std::string folder_;
  pid_t server_ = 0;
  int databases_ = 0;
};

}  // namespace vigie
