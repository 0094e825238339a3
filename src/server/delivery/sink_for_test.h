// Servers of e-mail and webhooks as tests see them: what they were given, and what they answer.
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace vigie {

/// Listens on a port of this machine; each connection has a thread, which `talk` answers on.
class SinkForTest {
 public:
  using Talk = std::function<void(int connection)>;

  explicit SinkForTest(Talk talk);
  ~SinkForTest();
  SinkForTest(const SinkForTest&) = delete;
  SinkForTest& operator=(const SinkForTest&) = delete;

  std::string host() const { return "127.0.0.1:" + std::to_string(port_); }

 private:
  void accept_all();

  Talk talk_;
  int listener_ = -1;
  int port_ = 0;
  std::mutex mutex_;
  std::vector<int> connections_;
  std::vector<std::thread> threads_;
  std::thread accepting_;
};

/// Takes mail without TLS. What it answers to the end of a message is `reply`; to its recipient,
/// `reply_to_recipient`.
class MailSinkForTest {
 public:
  MailSinkForTest();

  std::string host() const { return sink_.host(); }
  std::vector<std::string> messages();
  std::vector<std::string> recipients();
  std::atomic<int> connections{0};
  std::string reply = "250 taken";
  std::string reply_to_recipient = "250 known";

 private:
  void talk(int connection);

  std::mutex mutex_;
  std::vector<std::string> messages_;
  std::vector<std::string> recipients_;
  SinkForTest sink_;
};

/// A call as it came.
struct CallForTest {
  std::string id;
  std::string timestamp;
  std::string signature;
  std::string body;
};

/// Answers each call with the status that `status_of` says, by its number from 1.
class WebhookSinkForTest {
 public:
  explicit WebhookSinkForTest(std::function<int(int)> status_of = [](int) { return 200; });

  std::string url() const { return "http://" + sink_.host() + "/hook"; }
  /// Those that were answered with 2xx.
  std::vector<CallForTest> taken();
  int asked();

 private:
  void talk(int connection);

  std::function<int(int)> status_of_;
  std::mutex mutex_;
  int asked_ = 0;
  std::vector<CallForTest> taken_;
  SinkForTest sink_;
};

}  // namespace vigie
