// The outcomes of one commitment, added up period by period as they come. Design J7, J9.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <vector>

#include "engine/agreement/period.h"
#include "engine/compliance/evaluation.h"

namespace vigie {

/// What a period needs to know of one judgement.
struct JudgementOutcome {
  Instant opened_at;
  std::optional<Instant> breached_at;
  std::optional<Instant> ended_at;     // reached, cancelled, merged or closed; none: still open
  Verdict verdict = Verdict::pending;  // gross: no exclusion taken
  Standing standing = Standing::none;  // of an exclusion
  Duration elapsed{};
};

/// The three figures of a period: exclusions untouched, those agreed taken, those claimed too.
enum class Counting : std::uint8_t { gross, net_agreed, net_claimed };
inline constexpr std::array all_countings{Counting::gross, Counting::net_agreed,
                                          Counting::net_claimed};

/// Whether an exclusion takes the outcome out of the figure.
bool is_left_out(const JudgementOutcome& outcome, Counting figure);

/// The instant that says in which period it is counted; none: in none yet. Design J7.
std::optional<Instant> counted_at(const JudgementOutcome& outcome, PeriodOf period_of);

/// Of outcomes: met or breached, and not left out.
bool is_measured(const JudgementOutcome& outcome, Counting figure);

/// A tally for each figure.
class Tallies {
 public:
  Tally& operator[](Counting figure) { return of_[static_cast<std::size_t>(figure)]; }
  const Tally& operator[](Counting figure) const { return of_[static_cast<std::size_t>(figure)]; }
  void add(const JudgementOutcome& outcome);
  Tallies& operator+=(const Tallies& more);

 private:
  std::array<Tally, all_countings.size()> of_;
};

/// One commitment of one version, and how far is looked. Outlives the books that count for it.
struct BookTerms {
  const Agreement& agreement;
  const Commitment& commitment;
  Interval holding;  // when the version judges
  Instant as_of;
  std::optional<Interval> within;  // only outcomes whose period instant falls in it
  PeriodTerms periods;
  bool keeps_outcomes;  // a clause looks at each ticket of a period, not only at their number
};

BookTerms book_terms(const Agreement& agreement, const Commitment& commitment, const Zone& zone,
                     Interval holding, Instant as_of, std::optional<Interval> within = {});

struct KeptOutcome {
  JudgementOutcome outcome;
  std::int64_t late = -1;  // index among the late tickets of the book; -1: not one
};

/// A period while it is being counted.
struct BookPage {
  Period period;
  Tallies counted;
  Tallies pending;
  std::vector<KeptOutcome> kept;  // the counted
  std::vector<KeptOutcome> open;  // not reached yet: pending, or passed and still open
};

/// Takes outcomes in the order of tickets. Books of neighbouring tickets are put together with
/// `absorb`, in that order, and say what one book of all of them would have said.
class PeriodBook {
 public:
  explicit PeriodBook(const BookTerms& terms) : terms_(&terms) {}

  /// `late`: for an agreement with a penalty schedule, of what missed its target; its period is
  /// filled here. Null: nothing.
  void take(const JudgementOutcome& outcome, const LateTicket* late);
  void absorb(PeriodBook&& later);

  /// Adds the pages between the first and the last that are not there.
  void fill_between();

  const BookTerms& terms() const { return *terms_; }
  std::map<Instant, BookPage>& pages() { return pages_; }  // by the first instant of the period
  Tallies& total() { return total_; }
  std::vector<LateTicket>& late() { return late_; }  // without a period: it does not count

  /// Breached, and not counted in the period of the breach: what may be overdue at an end.
  const std::vector<JudgementOutcome>& lasting() const { return lasting_; }

 private:
  BookPage& page_of(Instant at);
  std::int64_t take_late(const LateTicket& late, const BookPage& page);
  void take_into_total(const JudgementOutcome& outcome, bool is_counted);

  const BookTerms* terms_;
  std::map<Instant, BookPage> pages_;
  BookPage* last_ = nullptr;
  Tallies total_;
  std::vector<JudgementOutcome> lasting_;
  std::vector<LateTicket> late_;
};

/// What `more` holds goes behind what `all` holds.
template <class T>
void move_behind(std::vector<T>& all, std::vector<T>& more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  more = {};
}

}  // namespace vigie
