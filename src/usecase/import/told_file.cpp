#include "usecase/import/told_file.h"

#include <algorithm>
#include <tuple>

#include "usecase/typed_text.h"
#include "vocabulary/finding.h"

namespace vigie {

namespace {

constexpr std::chrono::minutes most_ahead{5};  // of the database's clock: design E6

/// What makes an event what it is: all that it says, but not when its source learnt it.
auto identity_of(const TicketEventRow& row) {
  return std::tie(row.happened_at, row.word, row.attribute, row.effect, row.relation, row.consent,
                  row.party, row.team, row.person, row.value, row.other, row.on_date,
                  row.supersedes);
}

/// Known events that the file has not told again yet: equal ones are told in their order.
class KnownEvents {
 public:
  explicit KnownEvents(const std::vector<TicketEventRow>& stored) {
    for (const TicketEventRow& row : stored) left_.push_back(&row);
    std::ranges::stable_sort(
        left_, [](const auto* a, const auto* b) { return identity_of(*a) < identity_of(*b); });
  }

  /// The sequence of one that is the same; it is told now. 0: there is none.
  std::int64_t take(const TicketEventRow& told) {
    const auto first = std::ranges::lower_bound(left_, &told, [](const auto* a, const auto* b) {
      return identity_of(*a) < identity_of(*b);
    });
    if (first == left_.end() || identity_of(**first) != identity_of(told)) return 0;
    const std::int64_t sequence = (*first)->sequence;
    left_.erase(first);
    return sequence;
  }

  std::int64_t left() const { return std::ssize(left_); }

 private:
  std::vector<const TicketEventRow*> left_;
};

/// PostgreSQL stores no NUL in a text.
std::string storable(std::string_view text) {
  std::string kept{text};
  std::erase(kept, '\0');
  return kept;
}

}  // namespace

std::vector<std::string_view> ToldFile::keys_from(std::size_t first) const {
  std::vector<std::string_view> keys;
  const std::size_t last = std::min(first + at_once, tickets_.size());
  for (std::size_t i = first; i < last; ++i) {
    keys.push_back(names_.text(Id<Ticket>{tickets_.places()[i].ticket}));
  }
  return keys;
}

/// The key itself where that may be one and is free; else one that says where it comes from.
std::string ToldFile::reference_for(std::size_t index, std::string_view base, bool is_taken) const {
  if (!is_taken && reference_from(base) && !taken_.contains(base)) return std::string{base};
  return in_capitals(for_.row.reference) + "-" + std::to_string(index + 1);
}

void ToldFile::name(Connection& rows, std::size_t first) {
  const auto keys = keys_from(first);
  const auto known = known_tickets(rows, for_.row.source, keys);
  std::vector<std::string> bases;
  for (const std::string_view key : keys) bases.push_back(in_capitals(key));
  const std::vector<std::string_view> asked{bases.begin(), bases.end()};
  const auto taken = references_taken(rows, asked);
  references_.resize(first);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto found = known.find(keys[i]);
    references_.push_back(found != known.end()
                              ? found->second.row.reference
                              : reference_for(first + i, bases[i], taken.contains(bases[i])));
    taken_.insert(references_.back());
  }
}

std::string ToldFile::name_of_other(Id<Ticket> other) const {
  if (!other) return {};
  const std::uint32_t place = other.value < by_name_.size() ? by_name_[other.value] : 0;
  return place == 0 ? storable(in_capitals(names_.text(other))) : references_[place - 1];
}

const std::optional<ToldFile::Customer>& ToldFile::customer_called(Connection& rows,
                                                                   std::string_view designation) {
  const auto found = customers_.find(designation);
  if (found != customers_.end()) return found->second;
  std::optional<Customer> customer;
  const auto party = designation.empty()
                         ? std::optional<KeptParty>{KeptParty{.key = for_.row.customer, .row = {}}}
                         : party_by_designation(rows, designation);
  if (party && for_.scope.covers({.customer = party->key})) {
    customer = Customer{.key = party->key, .designation = {}};
    if (designation.empty()) {
      rows.run("select designation from party where id = $1",
               std::array<Parameter, 1>{party->key.value}, [&](const Row& row) {
                 customer->designation = names_.intern<AttributeValue>(row.text(0));
               });
    }
  }
  return customers_.emplace(designation, customer).first->second;
}

/// That of the last event that says one; the import's when none does.
const std::optional<ToldFile::Customer>& ToldFile::customer_of(Connection& rows,
                                                               const History& history) {
  std::string_view designation;
  for (const Event& event : history.events) {
    const bool says = event.word == EventWord::classified && event.attribute == Attribute::customer;
    if (says) designation = names_.text(event.value);
  }
  return customer_called(rows, designation);
}

TicketEventRow ToldFile::row_of_told(const Event& event) const {
  TicketEventRow row = row_of(event, {}, names_);
  row.other = name_of_other(event.other);
  for (std::string* text : {&row.party, &row.team, &row.person, &row.value}) {
    if (text->find('\0') != std::string::npos) *text = storable(*text);
  }
  row.loaded_by = for_.import;
  return row;
}

/// Gives each event of the file its sequence here, and finds those that are new.
void ToldFile::compare_one(Connection& rows, TicketOfFile& ticket,
                           const std::vector<TicketEventRow>& stored, Findings& findings) {
  const auto& customer = customer_of(rows, ticket.history);
  if (!customer) {
    findings.add(FindingCode::import_customer_unknown, ticket.foreign_key);
    ticket.history.events.clear();
    return;
  }
  ticket.customer = customer->key;
  auto& events = ticket.history.events;
  if (customer->designation && !events.empty()) {
    Event event{.at = events.front().at, .recorded_at = events.front().recorded_at};
    event.word = EventWord::classified;
    event.attribute = Attribute::customer;
    event.effect = Effect::origin;
    event.value = {customer->designation};
    events.push_back(event);
  }
  KnownEvents known{stored};
  ticket.loaded_before = std::ranges::count_if(
      stored, [&](const TicketEventRow& row) { return row.loaded_by == for_.import; });
  std::int64_t last = ticket.known ? ticket.known->last_sequence : 0;
  std::vector<std::int64_t> here{0};  // sequence in the file -> sequence here; 0: left out
  for (Event& event : events) {
    TicketEventRow row = row_of_told(event);
    const bool corrects_nothing =
        event.supersedes >= here.size() || (event.supersedes > 0 && here[event.supersedes] == 0);
    if (event.at > for_.now + most_ahead) {
      findings.add(FindingCode::event_ahead, ticket.foreign_key);
      here.push_back(0);
      event.sequence = 0;
      continue;
    }
    row.supersedes = corrects_nothing ? 0 : here[event.supersedes];
    std::int64_t sequence = known.take(row);
    if (sequence == 0) {
      sequence = ++last;
      row.sequence = sequence;
      ticket.added.push_back(std::move(row));
    }
    here.push_back(sequence);
    event.sequence = static_cast<std::uint32_t>(sequence);
    event.supersedes = corrects_nothing ? 0 : static_cast<std::uint32_t>(here[event.supersedes]);
  }
  std::erase_if(events, [](const Event& event) { return event.sequence == 0; });
  std::ranges::sort(events, {}, &Event::sequence);
  ticket.not_told = known.left();
  if (ticket.not_told > 0) {
    findings.add(FindingCode::event_not_told_again, ticket.foreign_key,
                 static_cast<std::uint64_t>(ticket.not_told));
  }
}

std::vector<TicketOfFile> ToldFile::compare(Connection& rows, std::size_t first,
                                            Findings& findings) {
  const auto keys = keys_from(first);
  const auto known = known_tickets(rows, for_.row.source, keys);
  std::vector<Key<TicketRow>> there;
  for (const auto& [key, ticket] : known) there.push_back(ticket.key);
  const auto stored = there.empty() ? std::map<Key<TicketRow>, std::vector<TicketEventRow>>{}
                                    : events_from_imports(rows, for_.import, there);
  std::vector<TicketOfFile> told;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    TicketOfFile ticket{.index = first + i,
                        .foreign_key = std::string{keys[i]},
                        .reference = references_[first + i]};
    tickets_.read(first + i, ticket.history);
    const auto found = known.find(keys[i]);
    if (found != known.end()) ticket.known = found->second;
    static const std::vector<TicketEventRow> none;
    const auto events = ticket.known ? stored.find(ticket.known->key) : stored.end();
    compare_one(rows, ticket, events == stored.end() ? none : events->second, findings);
    if (!ticket.history.events.empty()) told.push_back(std::move(ticket));
  }
  return told;
}

}  // namespace vigie
