// The threads of a node that deliver notices.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "usecase/notice/round.h"

namespace vigie {

/// A channel that a node serves.
struct PostLine {
  NoticeChannel channel{};
  std::int64_t senders = 1;  // threads, each with a carrier of its own
  std::function<std::unique_ptr<Carrier>(const std::atomic<bool>& stops)> carrier;
  RoundTerms terms = {};
};

struct PostTerms {
  std::vector<PostLine> lines;
  std::chrono::milliseconds poll{60'000};                  // how often it looks that nobody called
  std::function<void(const std::exception&)> failed = {};  // on a thread of the postman; quick
};

/// Sleeps until the first delivery of a channel is due. The first sender of a channel looks, the
/// others come when there is more than one batch. Ends with what is under way, which is carried by
/// whoever comes next. Source: design S4, E7.
class Postman {
 public:
  Postman(Installation& here, PostTerms terms);
  ~Postman();
  Postman(const Postman&) = delete;
  Postman& operator=(const Postman&) = delete;

  /// Something was written: what waits is looked at. On any thread; quick.
  void call();

 private:
  struct Channel {
    const PostLine& line;
    std::uint64_t more = 0;  // raised when there is more than the first sender can take
  };

  void look(Channel& channel);
  void come(Channel& channel);
  std::chrono::milliseconds until_next(NoticeChannel channel);
  std::int64_t round(const PostLine& line, Carrier& carrier);
  void ask_for_more(Channel& channel);

  Installation& here_;
  PostTerms terms_;
  std::atomic<bool> stops_{false};
  std::mutex mutex_;
  std::condition_variable called_;
  std::uint64_t calls_ = 0;
  std::vector<std::unique_ptr<Channel>> channels_;
  std::vector<std::thread> threads_;
};

}  // namespace vigie
