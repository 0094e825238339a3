#include <charconv>

#include "usecase/import/load_writer.h"
#include "usecase/import/read_import.h"

namespace vigie {

namespace {

constexpr std::size_t events_of_act = 3'000;  // others write between two

/// How far it came: kept with each act, so that a kill loses and repeats nothing.
struct Counted {
  std::size_t next = 0;  // ticket of the file
  std::int64_t tickets = 0;
  std::int64_t tickets_added = 0;
  std::int64_t events = 0;
  std::int64_t events_added = 0;
  std::int64_t not_told = 0;

  std::string text() const {
    std::string text = std::to_string(next);
    for (const std::int64_t each : {tickets, tickets_added, events, events_added, not_told}) {
      text += " " + std::to_string(each);
    }
    return text;
  }
  static Counted from(std::string_view text) {
    Counted counted;
    const auto read = [&](auto& into) {
      while (text.starts_with(' ')) text.remove_prefix(1);
      const auto end = std::from_chars(text.data(), text.data() + text.size(), into).ptr;
      text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    };
    read(counted.next);
    for (std::int64_t* each : {&counted.tickets, &counted.tickets_added, &counted.events,
                               &counted.events_added, &counted.not_told}) {
      read(*each);
    }
    return counted;
  }
  void add(const TicketOfFile& ticket) {
    ++tickets;
    tickets_added += ticket.is_new() ? 1 : 0;
    events += static_cast<std::int64_t>(ticket.history.events.size());
    events_added += ticket.events_here();
    not_told += ticket.not_told;
  }
};

/// Loads what a job was asked to load.
class Loading {
 public:
  Loading(JobAtWork& at_work, ReadImport& read)
      : at_work_{at_work}, read_{read}, counted_{Counted::from(at_work.row().step)} {}

  Outcome<ImportTold> load_all() {
    Findings findings = read_.told.findings;
    while (counted_.next < read_.file->size()) {
      Findings found;
      std::vector<TicketOfFile> told;
      at_work_.here().database.read([&](Connection& rows) {
        found = Findings{};
        told = read_.file->compare(rows, counted_.next, found);
      });
      findings.absorb(found);
      const std::size_t end = std::min(counted_.next + ToldFile::at_once, read_.file->size());
      if (auto refused = write(std::move(told), end)) return *std::move(refused);
    }
    return end(findings);
  }

 private:
  std::optional<Refused> write(std::vector<TicketOfFile> told, std::size_t end) {
    Load load;
    for (TicketOfFile& ticket : told) {
      counted_.add(ticket);
      counted_.next = ticket.index + 1;
      load.events += ticket.added.size();
      if (ticket.is_new()) load.loaded.push_back(read_.judge->judge(ticket));
      load.told.push_back(std::move(ticket));
      if (load.events < events_of_act) continue;
      if (auto refused = write(load)) return refused;
      load = {};
    }
    counted_.next = end;
    return write(load);
  }

  std::optional<Refused> write(const Load& load) {
    at_work_.tell(static_cast<std::int64_t>(counted_.next),
                  static_cast<std::int64_t>(read_.file->size()));
    const bool adds = load.events > 0 || !load.loaded.empty();
    if (!adds) return std::nullopt;
    const auto written =
        at_work_.perform(Permission::run_imports, counted_.text(), [&](Desk& desk) -> Outcome<int> {
          Act& act =
              desk.open(ActWord::import_rows_loaded, Thing::import, read_.kept.row.reference);
          write_load(act, {.import = read_.kept.key, .source = read_.kept.row.source}, load);
          return 0;
        });
    if (!written) return written.error();
    return std::nullopt;
  }

  Outcome<ImportTold> end(const Findings& findings) {
    ImportTold told{.import = read_.kept.row.reference,
                    .rows = static_cast<std::int64_t>(read_.told.rows),
                    .tickets = counted_.tickets,
                    .tickets_added = counted_.tickets_added,
                    .events = counted_.events,
                    .events_added = counted_.events_added,
                    .events_not_told = counted_.not_told,
                    .findings = told_of(findings),
                    .first = {}};
    const auto done =
        at_work_.perform(Permission::run_imports, counted_.text(), [&](Desk& desk) -> Outcome<int> {
          auto now = import_by_reference(desk.rows(), desk.scope(), told.import);
          if (!now) return refused(Refusal::not_found);
          if (now->row.state == ImportState::loaded) return 0;  // a kill came after it
          if (now->row.state != ImportState::loading) {
            return Refused{
                Refusal::import_state_wrong, {{"state", std::string{key_of(now->row.state)}}}, {}};
          }
          Act& act = desk.open(ActWord::import_loaded, Thing::import, told.import);
          act.change("state", std::string{key_of(now->row.state)},
                     std::string{key_of(ImportState::loaded)});
          now->row.state = ImportState::loaded;
          now->row.terms = read_.terms->digest;
          keep_told(desk.rows(), *now, told, findings);
          return 0;
        });
    if (!done) return done.error();
    return told;
  }

  JobAtWork& at_work_;
  ReadImport& read_;
  Counted counted_;
};

}  // namespace

Outcome<ImportTold> load(JobAtWork& at_work, const ImportParts& parts) {
  const auto made = read_import(at_work, parts);
  if (!made) return made.error();
  return Loading{at_work, **made}.load_all();
}

}  // namespace vigie
