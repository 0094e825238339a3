#include "usecase/source/ticket_taking.h"

#include "usecase/import/import_judging.h"
#include "usecase/import/load_writer.h"
#include "usecase/source/standing_import.h"
#include "usecase/ticket/judging.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {

namespace {

/// All that stands behind one call.
class TicketTaking {
 public:
  TicketTaking(Desk& desk, TermsShelf& shelf, const KeptSource& source, TicketsTold& told)
      : desk_{desk},
        shelf_{shelf},
        source_{source},
        told_{told},
        now_{clock_of_database(desk.rows())} {}

  FactsTaken take() {
    Findings findings = told_.told.findings;
    Act& act = desk_.open(ActWord::import_rows_loaded, Thing::fact_source, source_.row.reference);
    import_ = standing_import(act, source_);
    // A ticket whose key cannot be a reference is named after the call.
    import_.row.reference += "-" + std::to_string(act.number().value);
    const ToldFor told_for{
        .import = import_.key, .row = import_.row, .scope = desk_.scope(), .now = now_};
    ToldFile file{told_.told.histories, told_.names, told_for};
    ImportJudge judge{*told_.terms, file, told_.told.histories, told_.names, now_};
    for (std::size_t i = 0; i < file.size(); i += ToldFile::at_once) file.name(desk_.rows(), i);
    Load load;
    for (std::size_t i = 0; i < file.size(); i += ToldFile::at_once) {
      for (TicketOfFile& ticket : file.compare(desk_.rows(), i, findings)) add(ticket, judge, load);
    }
    taken_.findings = static_cast<std::int64_t>(findings.total());
    const auto touched =
        write_load(act, {.import = import_.key, .source = import_.row.source}, load);
    for (const Key<TicketRow> ticket : touched) {
      judge_again(act, *shelf_.terms(desk_.rows()), ticket);
    }
    return taken_;
  }

 private:
  void add(TicketOfFile& ticket, ImportJudge& judge, Load& load) {
    if (ticket.added.empty() && !ticket.is_new()) return;
    ++taken_.tickets;
    taken_.events += std::ssize(ticket.added);
    if (ticket.is_new()) load.loaded.push_back(judge.judge(ticket));
    load.told.push_back(std::move(ticket));
  }

  Desk& desk_;
  TermsShelf& shelf_;
  const KeptSource& source_;
  TicketsTold& told_;
  KeptImport import_;
  Instant now_;
  FactsTaken taken_;
};

}  // namespace

Outcome<std::shared_ptr<TicketsTold>> read_tickets(Installation& here, const TicketFacts& facts,
                                                   const KeptSource& source,
                                                   std::string_view body) {
  auto read = std::make_shared<TicketsTold>();
  here.database.read([&](Connection& rows) { read->terms = facts.shelf.terms(rows); });
  read->names = Names{read->terms->names.columns(), nullptr};
  bool is_given = false;
  const auto next = [&] { return std::exchange(is_given, true) ? std::string_view{} : body; };
  read->told = facts.reader.read({.profile = source.row.profile,
                                  .name = source.row.reference,
                                  .next = next,
                                  .most_rows = facts.most_rows,
                                  .progress = [](std::uint64_t) {}},
                                 read->names);
  if (!read->told.faults.empty()) {
    return Refused{Refusal::document_faulty, {}, std::move(read->told.faults)};
  }
  if (read->told.is_too_long) {
    return refused(Refusal::import_too_long, {{"most", std::to_string(facts.most_rows)}});
  }
  if (read->told.histories.tickets().empty()) return refused(Refusal::import_has_no_ticket);
  return read;
}

FactsTaken take_tickets(Desk& desk, TermsShelf& shelf, const KeptSource& source,
                        TicketsTold& told) {
  return TicketTaking{desk, shelf, source, told}.take();
}

}  // namespace vigie
