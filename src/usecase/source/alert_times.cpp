#include "usecase/source/alert_times.h"

#include <algorithm>

#include "vocabulary/finding.h"

namespace vigie {

/// The first that begins later than `at`.
std::size_t AlertTimes::after(Instant at) const {
  const auto found = std::ranges::upper_bound(
      kept_, at, {}, [](const KeptAlert& each) { return each.row.began_at; });
  return static_cast<std::size_t>(found - kept_.begin());
}

void AlertTimes::insert(AlertRow told) {
  const auto place = static_cast<std::ptrdiff_t>(after(told.began_at));
  kept_.insert(kept_.begin() + place, {.key = {}, .row = std::move(told)});
  is_changed_.insert(is_changed_.begin() + place, true);
}

/// Said again: what it is called now, and that it was heard.
void AlertTimes::refresh(std::size_t index, const AlertRow& told) {
  AlertRow& row = kept_[index].row;
  row.heard_at = told.heard_at;
  row.title = told.title;
  if (!row.outage) {
    row.customer = told.customer;
    row.item = told.item;
    row.weight = told.weight;
    row.finding = told.finding;
  }
  is_changed_[index] = true;
}

void AlertTimes::take(AlertRow told, bool is_sample, bool is_end) {
  if (!is_sample) return take_whole(std::move(told), is_end);
  if (is_end) return take_end(std::move(told));
  take_beginning(std::move(told));
}

void AlertTimes::take_whole(AlertRow told, bool is_end) {
  const std::size_t next = after(told.began_at);
  const bool is_known = next > 0 && kept_[next - 1].row.began_at == told.began_at;
  if (!is_known) return insert(std::move(told));
  const std::size_t last = last_part_of(next - 1);
  if (is_end) {
    end_whole(next - 1, last, *told.ended_at);
  } else if (changes_weight(last, told)) {
    return go_on(last, told);
  }
  refresh(last, told);
}

/// A time is one row, and one more for each other weight that it went on with.
std::size_t AlertTimes::last_part_of(std::size_t index) const {
  while (index + 1 < kept_.size() && kept_[index + 1].row.continues) ++index;
  return index;
}

/// The first end that is heard counts. What was to go on later than it never was: of no length.
void AlertTimes::end_whole(std::size_t first, std::size_t last, Instant ended) {
  if (kept_[last].row.ended_at) return;
  for (; last > first && kept_[last].row.began_at >= ended; --last) {
    kept_[last].row.ended_at = kept_[last].row.began_at;
    is_changed_[last] = true;
  }
  kept_[last].row.ended_at = ended;
  is_changed_[last] = true;
}

/// Before it is an outage, what is said last is what it weighs from the beginning.
bool AlertTimes::changes_weight(std::size_t last, const AlertRow& told) const {
  const AlertRow& row = kept_[last].row;
  return row.outage && !row.ended_at && told.finding.empty() && row.weight != told.weight &&
         told.heard_at > row.began_at;
}

void AlertTimes::go_on(std::size_t last, const AlertRow& told) {
  AlertRow part = kept_[last].row;
  part.began_at = told.heard_at;
  part.heard_at = told.heard_at;
  part.title = told.title;
  part.weight = told.weight;
  part.changes_at.reset();
  part.continues = true;
  insert(std::move(part));
}

/// It was seen down: since then, until it was seen up.
void AlertTimes::take_beginning(AlertRow told) {
  const std::size_t next = after(told.began_at);
  if (next > 0) {
    KeptAlert& last = kept_[next - 1];
    if (last.row.began_at == told.began_at) return refresh(next - 1, told);
    if (last.row.ended_at && *last.row.ended_at > told.began_at) {
      told.ended_at = last.row.ended_at;
      told.outage = last.row.outage;
      last.row.ended_at.reset();  // it lasts until the next begins
      is_changed_[next - 1] = true;
      return insert(std::move(told));
    }
  }
  const bool is_awaited = next < kept_.size() && is_end_alone(kept_[next].row);
  if (!is_awaited) return insert(std::move(told));
  kept_[next].row.began_at = told.began_at;
  refresh(next, told);
}

/// It was seen up: what was down until then has ended. Alone, it waits for its beginning.
void AlertTimes::take_end(AlertRow told) {
  const Instant ended = *told.ended_at;
  const std::size_t next = after(ended);
  if (next == 0) return insert_end(std::move(told));
  AlertRow& last = kept_[next - 1].row;
  if (last.ended_at && *last.ended_at <= ended) {
    if (*last.ended_at < ended) insert_end(std::move(told));
    return;
  }
  const std::optional<Instant> later = last.ended_at;
  last.ended_at = ended;
  last.heard_at = told.heard_at;
  is_changed_[next - 1] = true;
  const bool begins_again = next < kept_.size() && kept_[next].row.began_at == later;
  if (!later || begins_again) return;
  told.ended_at = later;
  insert_end(std::move(told));
}

bool AlertTimes::is_end_alone(const AlertRow& row) { return row.ended_at == row.began_at; }

void AlertTimes::insert_end(AlertRow told) {
  told.began_at = *told.ended_at;
  told.finding = key_of(FindingCode::alert_end_alone);
  insert(std::move(told));
}

void AlertTimes::set_outage(std::size_t index, std::optional<Key<OutageRow>> outage) {
  if (kept_[index].row.outage == outage) return;
  kept_[index].row.outage = outage;
  is_changed_[index] = true;
}

void AlertTimes::set_change(std::optional<Instant> changes_at) {
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    const auto at = i + 1 == kept_.size() ? changes_at : std::nullopt;
    if (kept_[i].row.changes_at == at) continue;
    kept_[i].row.changes_at = at;
    is_changed_[i] = true;
  }
}

void AlertTimes::write(Connection& rows) {
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    if (!is_changed_[i]) continue;
    if (kept_[i].key.value == 0) {
      kept_[i].key = add_kept(rows, kept_[i].row);
    } else {
      change_alert(rows, kept_[i]);
    }
    is_changed_[i] = false;
  }
}

}  // namespace vigie
