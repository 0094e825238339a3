// How the export of another tool becomes events: which column says what, and what its words mean.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/fault.h"
#include "engine/base/ratio.h"
#include "notation/stamp.h"
#include "notation/stream/csv.h"
#include "vocabulary/import.h"
#include "vocabulary/ticket.h"

namespace vigie {

struct YamlNode;

/// A column of the export, and where the profile names it.
struct ExportColumn {
  std::string name;  // empty: none
  Place place;
  bool is_named() const { return !name.empty(); }
};

/// What the values of a column mean; those it does not know follow `fallback`, else `unmapped`.
template <class Meaning>
struct ValueMap {
  std::vector<std::pair<std::string, Meaning>> values;  // in the order of the profile
  std::optional<Meaning> fallback;
  Unmapped unmapped = Unmapped::keep;
};

/// A column whose cell is the instant of an event of the ticket: opened_at, resolved_at, ... For
/// the word dated, it is a date that the ticket carries, under a name.
struct EventColumn {
  EventWord word = EventWord::opened;
  std::string name;  // of a carried date
  ExportColumn column;
  RowChoice from = RowChoice::last_row;
  Winner wins = Winner::column;
};

/// What a state of the tool means while a ticket is in it.
struct StateMeaning {
  bool is_ignored = false;  // the state before goes on
  Phase phase = Phase::open;
  std::string party;          // awaited
  std::string reason;         // of the wait
  bool is_requested = false;  // entering it asks the awaited party, on record
};

/// An event that a row records besides the state it shows.
struct ActionMeaning {
  bool is_ignored = false;
  EventWord word = EventWord::commented;
  std::string party;
  std::string value;
};

struct ActionRule {
  ExportColumn column;
  ValueMap<ActionMeaning> words;
};

/// An attribute of the ticket, from a column or always the same.
struct AttributeRule {
  Attribute attribute = Attribute::none;
  ExportColumn column;
  std::string constant;  // when there is no column
  RowChoice from = RowChoice::row;
  Effect effect = Effect::now;  // of a change from row to row
  ValueMap<std::string> map;
};

/// Whom a group of the tool stands for.
struct GroupMeaning {
  std::string party;  // empty: the provider
  std::string team;   // empty: none
};

struct HolderRule {
  ExportColumn group;
  ExportColumn person;
  ValueMap<GroupMeaning> groups;  // a group that it does not know is a team of the provider
};

/// What a probe saw of a service.
enum class ProbeStateKind : std::uint8_t { up, down, unknown, ignore };

struct ProbeState {
  ProbeStateKind kind = ProbeStateKind::up;
  Ratio severity{1, 1};  // of down
  friend bool operator==(const ProbeState&, const ProbeState&) = default;
};

/// An export whose rows are the observations of a probe, rather than tickets.
struct ProbeRule {
  ExportColumn of;      // the service or item that it watches
  ExportColumn column;  // what it saw
  std::vector<std::pair<std::string, ProbeState>> states;
  std::vector<std::pair<std::string, std::string>> services;  // other names for some of them
};

struct Profile {
  std::string id;
  std::string title;
  SourceFormat format = SourceFormat::csv;
  CsvForm csv;
  std::vector<std::string> missing;  // cells that say nothing; the empty one always does
  ExportColumn ticket;
  ExportColumn stamp;  // when the row was written; none: a row a ticket, events from columns only
  RowOrder order = RowOrder::by_stamp;
  StampRules stamps;
  Place zone_place;
  std::vector<EventColumn> events;
  ExportColumn state;
  ValueMap<StateMeaning> states;
  std::vector<ActionRule> actions;
  std::vector<AttributeRule> attributes;
  HolderRule holder;
  std::optional<ProbeRule> probe;  // then nothing is said of tickets
};

struct ProfileRead {
  std::optional<Profile> profile;  // none when there are faults
  std::vector<Fault> faults;
};

/// Reads a profile as it is documented in docs/reference/profile.md. The zone is only named here:
/// whoever imports finds it.
ProfileRead profile_from(const YamlNode& document);

/// All the columns that the profile names, each once, in a fixed order.
std::vector<ExportColumn> columns_of(const Profile& profile);

}  // namespace vigie
