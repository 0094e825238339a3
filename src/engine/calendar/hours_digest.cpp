#include "engine/calendar/hours_digest.h"

#include <array>

#include "engine/base/digest.h"

namespace vigie {
namespace {

/// Numbers in little-endian bytes, so that every machine gives the same digest.
class HoursDigest {
 public:
  void add(std::string_view text) {
    add(static_cast<std::uint64_t>(text.size()));
    for (const char c : text) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
  }
  void add(std::uint64_t number) {
    if (size_ == waiting_.size()) send();
    for (unsigned i = 0; i < 8; ++i) waiting_[size_ + i] = static_cast<char>(number >> (8 * i));
    size_ += 8;
  }
  void add(Instant at) { add(static_cast<std::uint64_t>(at.time_since_epoch().count())); }

  std::string text() {
    send();
    return digest_.text();
  }

 private:
  void send() {
    digest_.add({waiting_.data(), size_});
    size_ = 0;
  }

  Digest digest_;
  std::array<char, 4096> waiting_{};
  std::size_t size_ = 0;
};

}  // namespace

std::string digest_of_hours(const HoursIndex& hours, const std::vector<Interval>& open) {
  HoursDigest digest;
  digest.add(hours.zone().name());
  digest.add(static_cast<std::uint64_t>(open.size()));
  for (const Interval& one : open) {
    digest.add(one.from);
    digest.add(one.to);
  }
  std::uint64_t bits = 1;
  for (CivilDay day = first_civil_day; day < last_civil_day; day += std::chrono::days{1}) {
    bits = bits << 2U | (hours.is_business_day(day) ? 2U : 0U) | (hours.is_holiday(day) ? 1U : 0U);
    if (bits >> 62U != 0) {
      digest.add(bits);
      bits = 1;
    }
  }
  digest.add(bits);
  return digest.text();
}

}  // namespace vigie
