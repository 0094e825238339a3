// What is said of an alert, beside what was said before.
#pragma once

#include <vector>

#include "engine/outage/alert.h"
#include "store/source/alert.h"

namespace vigie {

/// The times of one alert, by their beginnings, and which of them have changed.
class AlertTimes {
 public:
  explicit AlertTimes(std::vector<KeptAlert> kept)
      : kept_{std::move(kept)},
        is_changed_(kept_.size()),
        is_cut_{std::ssize(kept_) >= most_times_of_alert} {}

  /// Takes what was said, heard at `said.heard_at`. `told.ended_at` may come before, after or with
  /// the beginning; the same again changes nothing but when it was heard, and the weight from then
  /// on, once it is an outage; a beginning that is said again once its end is known is a late copy.
  /// `is_sample`: it tells what was seen at an instant.
  void take(AlertRow told, bool is_sample, bool is_end);

  const std::vector<KeptAlert>& all() const { return kept_; }
  /// Whether earlier times than these are kept.
  bool are_cut() const { return is_cut_; }

  void set_outage(std::size_t index, std::optional<Key<OutageRow>> outage);
  /// Of the alert: when silence changes something.
  void set_change(std::optional<Instant> changes_at);

  /// Writes those that have changed.
  void write(Connection& rows);

 private:
  std::size_t after(Instant at) const;
  void insert(AlertRow told);
  void refresh(std::size_t index, const AlertRow& told);
  void take_whole(AlertRow told, bool is_end);
  std::size_t last_part_of(std::size_t index) const;
  void end_whole(std::size_t first, std::size_t last, Instant ended);
  bool changes_weight(std::size_t last, const AlertRow& told) const;
  void go_on(std::size_t last, const AlertRow& told);
  void take_beginning(AlertRow told);
  void take_end(AlertRow told);
  static bool is_end_alone(const AlertRow& row);
  void insert_end(AlertRow told);

  std::vector<KeptAlert> kept_;  // without a key: new
  std::vector<bool> is_changed_;
  bool is_cut_;
};

}  // namespace vigie
