#include "connector/ahead.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <string>
#include <thread>

namespace vigie {

namespace {

class Ahead final : public Source {
 public:
  explicit Ahead(std::unique_ptr<Source> source)
      : source_(std::move(source)), reader_([this](const std::stop_token& stop) { read(stop); }) {}
  ~Ahead() override {
    reader_.request_stop();
    changed_.notify_all();
  }
  Ahead(const Ahead&) = delete;
  Ahead& operator=(const Ahead&) = delete;

  std::string_view next() override {
    std::unique_lock lock{mutex_};
    if (is_given_) ++taken_;
    is_given_ = false;
    changed_.notify_all();
    changed_.wait(lock, [this] { return taken_ < filled_ || is_over_; });
    if (taken_ == filled_) {
      if (failure_) std::rethrow_exception(failure_);
      return {};
    }
    is_given_ = true;
    return pieces_[taken_ % pieces_.size()];
  }
  std::uint64_t bytes_read() const override { return bytes_read_; }
  std::optional<std::uint64_t> bytes_total() const override { return source_->bytes_total(); }

 private:
  void read(const std::stop_token& stop) {
    try {
      while (!stop.stop_requested()) {
        const std::string_view piece = source_->next();
        bytes_read_ = source_->bytes_read();
        if (piece.empty()) break;
        std::unique_lock lock{mutex_};
        changed_.wait(lock, stop, [this] { return filled_ - taken_ < pieces_.size(); });
        if (stop.stop_requested()) return;
        std::string& place = pieces_[filled_ % pieces_.size()];
        lock.unlock();
        place.assign(piece);
        lock.lock();
        ++filled_;
        changed_.notify_all();
      }
    } catch (...) {
      failure_ = std::current_exception();
    }
    const std::lock_guard lock{mutex_};
    is_over_ = true;
    changed_.notify_all();
  }

  std::unique_ptr<Source> source_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::array<std::string, 8> pieces_;  // in a ring
  std::uint64_t filled_ = 0;
  std::uint64_t taken_ = 0;
  bool is_given_ = false;  // the piece at `taken_` is being looked at
  bool is_over_ = false;
  std::exception_ptr failure_;
  std::atomic<std::uint64_t> bytes_read_ = 0;
  std::jthread reader_;  // last: it uses all the others
};

}  // namespace

std::unique_ptr<Source> read_ahead(std::unique_ptr<Source> source) {
  return std::make_unique<Ahead>(std::move(source));
}

}  // namespace vigie
