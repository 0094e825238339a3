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

  /// The folder of PostgreSQL's programs; empty where they are missing.
  static std::string programs();

  /// In `folder`, which must be there and empty; without one, in a folder that is gone with this.
  explicit PostgresqlForTest(std::string programs, std::string folder = {});
  ~PostgresqlForTest();
  PostgresqlForTest(const PostgresqlForTest&) = delete;
  PostgresqlForTest& operator=(const PostgresqlForTest&) = delete;

  std::string url(const std::string& database) const;
  /// The URL of a new database, empty.
  std::string new_database();
  /// Runs a statement as the server's owner, outside of any transaction.
  void run(const std::string& sql) const;

  /// With more in the environment of its processes.
  void start(const std::vector<std::string>& environment = {});
  /// As `pg_ctl stop -m immediate`: nothing is finished, no page written.
  void stop_at_once();
  /// As `pg_ctl stop -m fast`: all is written.
  void stop_well();
  /// All its processes by SIGKILL, as a machine goes that loses its power.
  void kill();

 private:
  void make_cluster() const;
  pid_t launch(const std::vector<std::string>& command,
               const std::vector<std::string>& environment = {}) const;
  void stop(int signal);
  bool answers() const;

  std::string programs_;  // a folder
  std::string folder_;
  bool is_folder_ours_ = false;
  pid_t server_ = 0;
  int databases_ = 0;
};

}  // namespace vigie
