#include <zstd.h>

#include <new>
#include <vector>

#include "connector/raw_bytes.h"

namespace vigie {

namespace {

class Unzstd final : public Source {
 public:
  explicit Unzstd(std::unique_ptr<RawBytes> stored)
      : stored_(std::move(stored)), buffer_(RawBytes::piece_size), stream_(ZSTD_createDStream()) {
    if (stream_ == nullptr) throw std::bad_alloc{};
  }
  ~Unzstd() override { ZSTD_freeDStream(stream_); }
  Unzstd(const Unzstd&) = delete;
  Unzstd& operator=(const Unzstd&) = delete;

  std::uint64_t bytes_read() const override { return stored_->bytes_read(); }
  std::optional<std::uint64_t> bytes_total() const override { return stored_->bytes_total(); }

  std::string_view next() override {
    ZSTD_outBuffer out{buffer_.data(), buffer_.size(), 0};
    while (out.pos == 0) {
      if (in_.pos == in_.size && !may_hold_more_) {
        const std::string_view piece = stored_->next();
        in_ = {piece.data(), piece.size(), 0};
        if (piece.empty()) {
          if (is_inside_) report_truncated(stored_->name(), "zstd");
          return {};
        }
      }
      const std::size_t outcome = ZSTD_decompressStream(stream_, &out, &in_);
      if (ZSTD_isError(outcome) != 0) {
        report_damaged(stored_->name(), "zstd", ZSTD_getErrorName(outcome));
      }
      is_inside_ = outcome != 0;
      may_hold_more_ = is_inside_ && out.pos == out.size;
    }
    return {buffer_.data(), out.pos};
  }

 private:
  std::unique_ptr<RawBytes> stored_;
  std::vector<char> buffer_;
  ZSTD_DStream* stream_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  bool is_inside_ = false;
  bool may_hold_more_ = false;  // decompressed bytes that the last piece had no room for
};

}  // namespace

std::unique_ptr<Source> unzstd(std::unique_ptr<RawBytes> stored) {
  return std::make_unique<Unzstd>(std::move(stored));
}

}  // namespace vigie
