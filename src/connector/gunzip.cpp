#include <zlib.h>

#include <vector>

#include "connector/raw_bytes.h"

namespace vigie {

namespace {

constexpr int gzip_only = 15 + 16;  // largest window, gzip wrapper; zlib.h, inflateInit2

class Gunzip final : public Source {
 public:
  explicit Gunzip(std::unique_ptr<RawBytes> stored)
      : stored_(std::move(stored)), buffer_(RawBytes::piece_size) {
    if (inflateInit2(&stream_, gzip_only) != Z_OK) throw std::bad_alloc{};
  }
  ~Gunzip() override { inflateEnd(&stream_); }
  Gunzip(const Gunzip&) = delete;
  Gunzip& operator=(const Gunzip&) = delete;

  std::uint64_t bytes_read() const override { return stored_->bytes_read(); }
  std::optional<std::uint64_t> bytes_total() const override { return stored_->bytes_total(); }

  std::string_view next() override {
    stream_.next_out = buffer_.data();
    stream_.avail_out = static_cast<uInt>(buffer_.size());
    while (stream_.avail_out == buffer_.size()) {
      if (stream_.avail_in == 0 && !refill()) {
        if (is_inside_) report_truncated(stored_->name(), "gzip");
        return {};
      }
      if (!is_inside_ && !begin_member()) return {};
      inflate_some();
    }
    return {reinterpret_cast<const char*>(buffer_.data()), buffer_.size() - stream_.avail_out};
  }

 private:
  bool refill() {
    const std::string_view piece = stored_->next();
    // zlib reads through a pointer that it does not declare const unless ZLIB_CONST is set.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
    stream_.avail_in = static_cast<uInt>(piece.size());
    return !piece.empty();
  }

  /// Zeros after the last member are padding (tar and tapes do so), not a member.
  bool begin_member() {
    while (had_member_ && stream_.avail_in > 0 && *stream_.next_in == 0) {
      ++stream_.next_in;
      if (--stream_.avail_in == 0) refill();
    }
    if (stream_.avail_in == 0) return false;
    inflateReset(&stream_);
    is_inside_ = true;
    return true;
  }

  void inflate_some() {
    const int outcome = inflate(&stream_, Z_NO_FLUSH);
    if (outcome == Z_STREAM_END) {
      is_inside_ = false;
      had_member_ = true;
    } else if (outcome != Z_OK && outcome != Z_BUF_ERROR) {
      report_damaged(stored_->name(), "gzip", stream_.msg != nullptr ? stream_.msg : "?");
    }
  }

  std::unique_ptr<RawBytes> stored_;
  std::vector<Bytef> buffer_;
  z_stream stream_{};
  bool is_inside_ = false;
  bool had_member_ = false;
};

}  // namespace

std::unique_ptr<Source> gunzip(std::unique_ptr<RawBytes> stored) {
  return std::make_unique<Gunzip>(std::move(stored));
}

}  // namespace vigie
