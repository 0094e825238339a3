// The rows of one ticket told as events: an event a change.
#pragma once

#include <span>
#include <vector>

#include "engine/ticket/histories.h"
#include "notation/profile/profile.h"

namespace vigie {

/// Meanings of a profile with their names made ids.
struct ToldState {
  bool is_ignored = true;
  Phase phase = Phase::open;
  Id<Party> party;
  Value reason;
  bool is_requested = false;
};

struct ToldAction {
  bool is_ignored = true;
  EventWord word = EventWord::commented;
  Id<Party> party;
  Value value;
};

struct ToldAttribute {
  Attribute attribute = Attribute::none;
  Value value;
  Effect effect = Effect::now;
};

/// What one row shows. Spans stay valid while it is told.
struct ToldRow {
  Instant at;
  const ToldState* state = nullptr;
  Holder holder;  // no party: nobody is named
  Id<Person> person;
  std::span<const ToldAction> actions;
  std::span<const ToldAttribute> attributes;  // always the same ones, in the same order
};

/// An instant that a column gives for the whole ticket.
struct ToldColumn {
  EventWord word = EventWord::opened;
  Winner wins = Winner::column;
  Instant at;
  Value name = {};  // of a carried date; the ticket carries it from its opening
};

/// Tells ticket after ticket; its storage is reused.
class Telling {
 public:
  explicit Telling(const Profile& profile) : profile_(profile) {}

  /// Instants of columns that said nothing are left out by the caller. `origin`: attributes as from
  /// the opening.
  void begin(std::span<const ToldColumn> columns, std::span<const ToldAttribute> origin);
  /// Rows in the order in which they count.
  void tell(const ToldRow& row);
  /// Appends what was told, sorted by instant; at equal instants the opening and its attributes
  /// come first, then the rows, then what the other columns say.
  void finish(Id<Ticket> ticket, Histories& histories);

 private:
  enum class Rank : std::uint8_t { opening, attribute, row, column };
  struct Told {
    Event event;
    Rank rank;
  };

  Event& add(EventWord word, Instant at, Rank rank);
  void tell_actions(const ToldRow& row);
  void tell_attributes(const ToldRow& row);
  void tell_holder(const ToldRow& row);
  void tell_state(const ToldRow& row);
  void await(const ToldState& state, Instant at);
  void reach(EventWord word, Phase phase, Instant at);
  bool column_wins(EventWord word) const;
  void add_columns();

  const Profile& profile_;
  std::span<const ToldColumn> columns_;
  std::span<const ToldAttribute> origin_;
  std::vector<Told> told_;
  std::vector<Event> events_;
  std::vector<ToldAttribute> shown_;  // by the last row
  Phase phase_ = Phase::open;         // as told by states
  ToldState wait_;
  Holder holder_;
  Id<Person> person_;
  std::optional<Instant> first_row_;
  Instant ends_at_;  // a column ends the ticket here: later states change nothing
};

}  // namespace vigie
