// E-mail over TLS to a server that is not ours: aiosmtpd, which lets nobody send without signing
// in.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iostream>

#include "connector/zone_folder.h"
#include "engine/base/require.h"
#include "server/delivery/mail_carrier.h"
#include "server/transport/channel_papers_for_test.h"
#include "usecase/notice/notices_for_test.h"

namespace vigie {
namespace {

constexpr const char* python = "/usr/bin/python3";  // that of Debian, which has aiosmtpd

/// drills/mail_sink.py in a process of its own, until this object goes.
class MailProgramForTest {
 public:
  explicit MailProgramForTest(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {python, "drills/mail_sink.py", "0"});
    std::vector<char*> given;
    for (std::string& each : arguments) given.push_back(each.data());
    given.push_back(nullptr);
    int ends[2];
    ensure(pipe2(ends, O_CLOEXEC) == 0, "a pipe");
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ensure(posix_spawn(&pid_, python, &actions, nullptr, given.data(), environ) == 0, "a process");
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    FILE* said = fdopen(ends[0], "r");
    if (fscanf(said, "ready %d", &port_) != 1) port_ = 0;
    fclose(said);
  }
  ~MailProgramForTest() {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  MailProgramForTest(const MailProgramForTest&) = delete;
  MailProgramForTest& operator=(const MailProgramForTest&) = delete;

  std::string host() const { return "127.0.0.1:" + std::to_string(port_); }

 private:
  pid_t pid_ = 0;
  int port_ = 0;
};

class MailOverTls : public testing::TestWithParam<MailServer::Security> {
 protected:
  void SetUp() override {
    if (std::system("/usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null") != 0) {
      std::cout << "note: python3-aiosmtpd is absent: e-mail over TLS is not tried\n";
      GTEST_SKIP();
    }
    papers_ = folder_.make("server");
    taken_ = folder_.write("taken.txt", "");
    const bool is_asked = GetParam() == MailServer::Security::starttls;
    server_.emplace(std::vector<std::string>{taken_, is_asked ? "starttls" : "tls",
                                             papers_.certificate, papers_.key, "vigie", "secret"});
    mail_ = {.server = {.host = server_->host(), .security = GetParam()},
             .from = "vigie@nova.example",
             .user = "vigie",
             .password = "secret",
             .longest = std::chrono::seconds{5},
             .authorities = papers_.certificate};
  }

  Handed carried() {
    Parcel parcel{.id = "0123", .letters = {sample_letter(WarningTrigger::share_of_target)}};
    parcel.letters[0].email = "ada@nova.example";
    const DeliveryTerms terms{.address = {}, .zone = {}, .mail = mail_};
    return mail_carrier({.terms = terms, .zones = zones_, .stops = stops_})->carry(parcel).handed;
  }
  /// The id of each message that arrived, and who had signed in.
  std::string taken() const {
    std::ifstream file{taken_};
    return {std::istreambuf_iterator<char>{file}, {}};
  }

  PapersForTest folder_;
  TlsFiles papers_;
  std::string taken_;
  std::optional<MailProgramForTest> server_;
  MailTerms mail_;
  ZoneFolder zones_;
  std::atomic<bool> stops_{false};
};
INSTANTIATE_TEST_SUITE_P(Both, MailOverTls,
                         testing::Values(MailServer::Security::tls, MailServer::Security::starttls),
                         [](const auto& tried) {
                           return tried.param == MailServer::Security::tls ? "tls" : "starttls";
                         });

TEST_P(MailOverTls, a_message_arrives_from_who_has_signed_in) {
  EXPECT_EQ(mail_trial(mail_), "");
  EXPECT_EQ(taken(), "");
  EXPECT_EQ(carried(), Handed::taken);
  EXPECT_EQ(taken(), "0123 vigie\n");
}

TEST_P(MailOverTls, a_server_that_nobody_vouches_for_is_told_nothing) {
  for (const std::string& authorities : {std::string{}, folder_.make("other").certificate}) {
    mail_.authorities = authorities;
    EXPECT_EQ(carried(), Handed::away);
    EXPECT_THAT(mail_trial(mail_), testing::HasSubstr("certificate"));
  }
  mail_.authorities = papers_.certificate;
  mail_.server.host.replace(0, std::string_view{"127.0.0.1"}.size(), "localhost");
  EXPECT_EQ(carried(), Handed::away) << "its certificate is of another name";
  EXPECT_EQ(taken(), "");
}

TEST_P(MailOverTls, while_we_are_not_let_in_messages_wait) {
  mail_.password = "other";
  EXPECT_EQ(carried(), Handed::away);
  EXPECT_NE(mail_trial(mail_), "");
  mail_.user.clear();
  EXPECT_EQ(carried(), Handed::away) << "530 is of us, not of the message";
  EXPECT_EQ(taken(), "");
}

TEST_P(MailOverTls, it_is_not_spoken_to_in_clear) {
  mail_.server.security = GetParam() == MailServer::Security::tls ? MailServer::Security::starttls
                                                                  : MailServer::Security::tls;
  mail_.longest = std::chrono::seconds{1};
  EXPECT_EQ(carried(), Handed::away);
  EXPECT_EQ(taken(), "");
}

}  // namespace
}  // namespace vigie
