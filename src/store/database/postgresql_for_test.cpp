#include "store/database/postgresql_for_test.h"

#include <fcntl.h>
#include <grp.h>
#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

#include "engine/base/require.h"

namespace vigie {

namespace {

namespace fs = std::filesystem;

// Debian keeps each version in a folder of its own; elsewhere they are on the path.
std::string programs_of_postgresql() {
  for (int version = 20; version >= 15; --version) {
    const std::string folder = "/usr/lib/postgresql/" + std::to_string(version) + "/bin";
    if (fs::exists(folder + "/initdb")) return folder;
  }
  for (const char* folder : {"/usr/bin", "/usr/local/bin", "/usr/local/pgsql/bin"}) {
    if (fs::exists(std::string{folder} + "/initdb")) return folder;
  }
  return {};
}

// The server refuses to be root.
const passwd* owner() {
  if (getuid() != 0) return nullptr;
  const passwd* const postgres = getpwnam("postgres");
  return postgres != nullptr ? postgres : getpwnam("nobody");
}

// In the new process, between fork and exec: only what may be called there.
[[noreturn]] void become(const passwd* owner, const std::string& log,
                         const std::vector<char*>& command, const std::vector<char*>& environment) {
  const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  const bool changed =
      owner == nullptr ||
      (setgroups(0, nullptr) == 0 && setgid(owner->pw_gid) == 0 && setuid(owner->pw_uid) == 0);
  prctl(PR_SET_PDEATHSIG, SIGQUIT);  // after the change of user, which forgets it
  if (changed) execve(command[0], command.data(), environment.data());
  _exit(127);
}

}  // namespace

namespace {

/// Neither gone nor waiting to be noticed gone.
bool is_alive(pid_t process) {
  std::ifstream about{"/proc/" + std::to_string(process) + "/stat"};
  std::string text;
  std::getline(about, text);
  const std::size_t name_end = text.rfind(") ");
  return name_end != std::string::npos && text.compare(name_end + 2, 1, "Z") != 0;
}

}  // namespace

PostgresqlForTest* PostgresqlForTest::shared() {
  static const std::string found = programs();
  if (found.empty()) return nullptr;
  static PostgresqlForTest server{found};
  return &server;
}

std::string PostgresqlForTest::programs() { return programs_of_postgresql(); }

PostgresqlForTest::PostgresqlForTest(std::string programs, std::string folder)
    : programs_{std::move(programs)}, folder_{std::move(folder)} {
  if (folder_.empty()) {
    is_folder_ours_ = true;
    folder_ = (fs::temp_directory_path() / "vigie-postgresql-XXXXXX").string();
    require(mkdtemp(folder_.data()) != nullptr, "a temporary folder can be made");
  }
  if (const passwd* const user = owner()) {
    require(chown(folder_.c_str(), user->pw_uid, user->pw_gid) == 0, "and given away");
  }
  make_cluster();
  start();
}

PostgresqlForTest::~PostgresqlForTest() {
  stop(SIGQUIT);  // nothing of it is kept
  std::error_code ignored;
  if (is_folder_ours_) fs::remove_all(folder_, ignored);
}

// Only the making is not synced: the server itself is run with fsync, as ours must be.
void PostgresqlForTest::make_cluster() const {
  const pid_t maker = launch({programs_ + "/initdb", "-D", folder_ + "/cluster", "--no-sync",
                              "--encoding=UTF8", "--locale=C", "--auth=trust", "--username=vigie"});
  int status = 0;
  waitpid(maker, &status, 0);
  require(status == 0, "initdb makes a cluster: see its log in the temporary folder");
}

pid_t PostgresqlForTest::launch(const std::vector<std::string>& command,
                                const std::vector<std::string>& environment) const {
  std::vector<char*> words;
  for (const std::string& word : command)
    words.push_back(const_cast<char*>(word.c_str()));  // NOLINT
  words.push_back(nullptr);
  std::vector<char*> variables;
  for (char** each = environ; *each != nullptr; ++each) variables.push_back(*each);
  for (const std::string& variable : environment)
    variables.push_back(const_cast<char*>(variable.c_str()));  // NOLINT
  variables.push_back(nullptr);
  const std::string log = folder_ + "/log";
  const passwd* const user = owner();
  const pid_t child = fork();
  require(child >= 0, "a process can be started");
  if (child == 0) become(user, log, words, variables);
  return child;
}

void PostgresqlForTest::start(const std::vector<std::string>& environment) {
  server_ = launch({programs_ + "/postgres", "-D", folder_ + "/cluster", "-k", folder_, "-c",
                    "listen_addresses=", "-c", "max_connections=100", "-c",
                    "recovery_init_sync_method=syncfs", "-c", "shared_buffers=64MB"},
                   environment);
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds{30};
  while (!answers()) {
    require(std::chrono::steady_clock::now() < until, "the server of the tests starts");
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
}

void PostgresqlForTest::stop_at_once() { stop(SIGQUIT); }

void PostgresqlForTest::stop_well() { stop(SIGINT); }

void PostgresqlForTest::kill() {
  if (server_ == 0) return;
  ::kill(server_, SIGSTOP);  // it starts no more
  std::vector<pid_t> children;
  std::ifstream list{"/proc/" + std::to_string(server_) + "/task/" + std::to_string(server_) +
                     "/children"};
  for (pid_t child = 0; list >> child;) children.push_back(child);
  for (const pid_t child : children) ::kill(child, SIGKILL);
  stop(SIGKILL);
  for (const pid_t child : children) {
    while (is_alive(child)) std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
}

void PostgresqlForTest::stop(int signal) {
  if (server_ == 0) return;
  ::kill(server_, signal);
  waitpid(server_, nullptr, 0);
  server_ = 0;
}

bool PostgresqlForTest::answers() const { return PQping(url("postgres").c_str()) == PQPING_OK; }

std::string PostgresqlForTest::url(const std::string& database) const {
  return "postgresql://vigie@/" + database + "?host=" + folder_;
}

std::string PostgresqlForTest::new_database() {
  const std::string name = "test_" + std::to_string(++databases_);
  run("create database " + name);
  return url(name);
}

void PostgresqlForTest::run(const std::string& sql) const {
  PGconn* const connection = PQconnectdb(url("postgres").c_str());
  PGresult* const answer = PQexec(connection, sql.c_str());
  EXPECT_EQ(PQresultStatus(answer), PGRES_COMMAND_OK) << PQerrorMessage(connection);
  PQclear(answer);
  PQfinish(connection);
}

}  // namespace vigie
