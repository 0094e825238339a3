// What a file tells, beside what is known.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/import/loaded_ticket.h"
#include "usecase/import/import_reader.h"

namespace vigie {

/// One ticket of the file, and what of it is new.
struct TicketOfFile {
  std::size_t index = 0;  // in the file
  std::string foreign_key;
  std::string reference;
  std::optional<KnownTicket> known;  // none: it never came
  Key<PartyRow> customer{};
  History history;                    // as the file tells it, to be judged
  std::vector<TicketEventRow> added;  // what is not known yet, with its sequence; no ticket's key
  std::int64_t not_told = 0;          // events that an earlier import told, and this file does not
  std::int64_t loaded_before = 0;     // events that this import has brought already

  /// Whether it does not count yet: what it shows is made here.
  bool is_new() const { return !known || !known->is_in_effect; }
  /// How many events this import brings, now or before.
  std::int64_t events_here() const { return std::ssize(added) + loaded_before; }
};

/// What the import is, and for whom.
struct ToldFor {
  Key<ImportRow> import{};
  const ImportRow& row;
  const Scope& scope;  // of who asked, for `run_imports`
  Instant now;         // of the database
};

/// Looks up the tickets of a file a few hundred at a time. Source: design S5, E1.
class ToldFile {
 public:
  /// `names` are those of the file; all live longer.
  ToldFile(const Histories& histories, Names& names, const ToldFor& told_for)
      : tickets_{histories.tickets()},
        by_name_{histories.stored().by_name},
        names_{names},
        for_{told_for} {}

  std::size_t size() const { return tickets_.size(); }
  static constexpr std::size_t at_once = most_looked_up;

  /// First, for each range of `at_once` in their order: what each ticket is called here.
  void name(Connection& rows, std::size_t first);

  /// Then, in any order: those from `first` on, `at_once` at most, with what is new of them. Left
  /// out, and findings: tickets of customers that are not known or not within the scope, events
  /// later than the clock.
  std::vector<TicketOfFile> compare(Connection& rows, std::size_t first, Findings& findings);

  /// What another ticket that an event of the file names is called here; empty: none.
  std::string name_of_other(Id<Ticket> other) const;

 private:
  struct Customer {
    Key<PartyRow> key{};
    Id<AttributeValue> designation;
  };

  std::vector<std::string_view> keys_from(std::size_t first) const;
  std::string reference_for(std::size_t index, std::string_view base, bool is_taken) const;
  const std::optional<Customer>& customer_called(Connection& rows, std::string_view designation);
  const std::optional<Customer>& customer_of(Connection& rows, const History& history);
  TicketEventRow row_of_told(const Event& event) const;
  void compare_one(Connection& rows, TicketOfFile& ticket,
                   const std::vector<TicketEventRow>& stored, Findings& findings);

  Tickets tickets_;
  std::span<const std::uint32_t> by_name_;
  Names& names_;
  const ToldFor& for_;
  std::vector<std::string> references_;       // by index
  std::set<std::string, std::less<>> taken_;  // by tickets of this file
  std::map<std::string, std::optional<Customer>, std::less<>> customers_;  // by designation
};

}  // namespace vigie
