#include "usecase/import/load_writer.h"

namespace vigie {

namespace {

/// Writes a load under the act of its desk; may run twice.
class LoadWriter {
 public:
  LoadWriter(Act& act, const LoadOrigin& origin, const Load& load)
      : act_{act}, rows_{act.rows()}, origin_{origin}, load_{load} {}

  std::vector<Key<TicketRow>> write() {
    gather();
    give_keys();
    load_tickets(rows_, origin_, new_);
    for (LoadedTicket& ticket : taken_over_) take_over_ticket(rows_, origin_, ticket);
    act_.load(std::span{events_});
    load_import_tickets(rows_, tickets_);
    return std::move(touched_);
  }

 private:
  void gather() {
    auto loaded = load_.loaded.begin();
    for (const TicketOfFile& told : load_.told) {
      if (!told.is_new()) {
        add(told, told.known->key);
        continue;
      }
      (told.known ? taken_over_ : new_).push_back(*loaded++);
      LoadedTicket& ticket = told.known ? taken_over_.back() : new_.back();
      ticket.row.touched = act_.number();
      if (told.known) add(told, ticket.key);
    }
  }

  void give_keys() {
    if (new_.empty()) return;
    const auto keys = reserve_ticket_keys(rows_, std::ssize(new_));
    std::size_t next = 0;
    for (const TicketOfFile& told : load_.told) {
      if (told.known) continue;
      new_[next].key = keys[next];
      add(told, keys[next++]);
    }
  }

  void add(const TicketOfFile& told, Key<TicketRow> key) {
    if (!told.added.empty() || told.is_new()) touched_.push_back(key);
    for (TicketEventRow event : told.added) {
      event.ticket = key;
      events_.push_back(std::move(event));
    }
    const bool is_there = told.known && told.known->by == origin_.import;
    if (is_there || (told.added.empty() && !told.is_new())) return;
    tickets_.push_back({.import = origin_.import, .ticket = key, .settles = !told.is_new()});
  }

  Act& act_;
  Connection& rows_;
  const LoadOrigin& origin_;
  const Load& load_;
  std::vector<LoadedTicket> new_;
  std::vector<LoadedTicket> taken_over_;
  std::vector<TicketEventRow> events_;
  std::vector<ImportTicketRow> tickets_;
  std::vector<Key<TicketRow>> touched_;
};

}  // namespace

std::vector<Key<TicketRow>> write_load(Act& act, const LoadOrigin& origin, const Load& load) {
  return LoadWriter{act, origin, load}.write();
}

}  // namespace vigie
