#include "engine/compliance/availability_down.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace vigie {

namespace {

/// Common denominators beyond it are not sought: lengths of a century still fit in 128 bits.
constexpr Wide most_denominator = Wide{1} << 44;

}  // namespace

Ratio product(Ratio a, Ratio b) {
  const Wide numerator = static_cast<Wide>(a.numerator) * b.numerator;
  const Wide denominator = static_cast<Wide>(a.denominator) * b.denominator;
  const Wide divisor = std::max(greatest_divisor(numerator, denominator), Wide{1});
  return {static_cast<std::int64_t>(numerator / divisor),
          static_cast<std::int64_t>(denominator / divisor)};
}

void DownTime::add(Duration length, Ratio weight) {
  if (length.count() == 0 || weight.numerator == 0) return;
  add(Part{weight.denominator, static_cast<Wide>(length.count()) * weight.numerator});
}

void DownTime::add(const DownTime& more) {
  for (const Part& part : more.parts_) add(part);
}

void DownTime::add(const Part& part) {
  const auto at = std::lower_bound(
      parts_.begin(), parts_.end(), part.denominator,
      [](const Part& known, std::int64_t denominator) { return known.denominator < denominator; });
  if (at != parts_.end() && at->denominator == part.denominator) {
    at->numerator += part.numerator;
  } else {
    parts_.insert(at, part);
  }
}

DownTime::Sum DownTime::sum() const {
  Wide multiple = 1;
  for (const Part& part : parts_) {
    multiple = multiple / greatest_divisor(multiple, part.denominator) * part.denominator;
    if (multiple > most_denominator) break;
  }
  Sum sum{0, multiple > most_denominator ? 1 : multiple};
  for (const Part& part : parts_) {
    sum.numerator += part.numerator * sum.denominator / part.denominator;
  }
  return sum;
}

Duration DownTime::cut() const {
  const Sum all = sum();
  return Duration{static_cast<std::int64_t>(all.numerator / all.denominator)};
}

bool DownTime::exceeds(Duration limit) const {
  const Sum all = sum();
  return all.numerator > all.denominator * limit.count();
}

std::optional<Ratio> DownTime::up_share(Duration observed) const {
  if (observed.count() <= 0) return std::nullopt;
  const Sum all = sum();
  const Wide whole = all.denominator * observed.count();
  const Wide up = whole - all.numerator;
  const Wide divisor = std::max(greatest_divisor(whole, up), Wide{1});
  if (whole / divisor > std::numeric_limits<std::int64_t>::max()) {
    return Ratio{(observed - cut()).count(), observed.count()};
  }
  return Ratio{static_cast<std::int64_t>(up / divisor), static_cast<std::int64_t>(whole / divisor)};
}

}  // namespace vigie
