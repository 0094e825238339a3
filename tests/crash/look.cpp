#include "crash/look.h"

#include <chrono>
#include <set>
#include <thread>

#include "store/database/database_for_test.h"
#include "store/journal/verify.h"

namespace vigie::crash {

namespace {

/// Each counts what must not be.
const std::string halves[] = {
    // A ticket without its opening, or with a hole in its events.
    "select count(*) from ticket t where not exists (select 1 from ticket_event e where "
    "e.ticket = t.id and e.word = 'opened')",
    "select count(*) from ticket t where (select count(*) from ticket_event e where e.ticket = "
    "t.id) <> (select coalesce(max(e.sequence), 0) from ticket_event e where e.ticket = t.id)",
    // A ticket that was not judged: all are incidents of a customer with an agreement.
    "select count(*) from ticket t where not exists (select 1 from ticket_clock c where c.ticket "
    "= t.id)",
    // A ticket that is resolved in its row and not in its events, or the other way round.
    "select count(*) from ticket t where (t.ended_at is not null) <> exists (select 1 from "
    "ticket_event e where e.ticket = t.id and e.word = 'resolved')",
    // A thing without the act that made it, an act without its seal.
    "select count(*) from ticket t where loaded_by is null and not exists (select 1 from act a "
    "where a.thing = 'ticket' and a.reference = t.reference and a.word = 'ticket_opened')",
    "select count(*) from party p where p.kind = 'supplier' and not exists (select 1 from act a "
    "where a.thing = 'party' and a.reference = p.reference)",
    "select count(*) from act a where not exists (select 1 from act_seal s where s.act = a.number)",
    // A signature without the act that recorded it, an agreement whose life and signatures differ.
    "select count(*) from agreement_signature s where not exists (select 1 from act a where "
    "a.number = s.act and a.word = 'agreement_signed')",
    "select count(*) from act a where a.word = 'agreement_signed' and not exists (select 1 from "
    "agreement_signature s where s.act = a.number)",
    // An import that is said to be here and lacks some of its tickets.
    "select count(*) from import i where i.state in ('loaded', 'published') and (select count(*) "
    "from ticket t where t.loaded_by = i.id) <> " +
        std::to_string(tickets_of_import),
    // An answer that is kept without its act, or kept for a write that is not there.
    "select count(*) from answer k where k.status = 201 and k.location like '/api/parties/%' and "
    "not exists (select 1 from party p where '/api/parties/' || p.reference = k.location)",
    "select count(*) from answer k where k.status = 201 and k.location like '/api/tickets/%' and "
    "not exists (select 1 from ticket t where k.location like '/api/tickets/' || t.reference || "
    "'%')"};

std::set<std::string> texts_of(Database& database, const char* sql) {
  std::set<std::string> texts;
  database.read([&](Connection& rows) {
    texts.clear();
    rows.run(sql, {}, [&](const Row& row) { texts.emplace(row.text(0)); });
  });
  return texts;
}

void wait_until_sealed(Database& database) {
  for (int i = 0; i < 1'000; ++i) {
    if (whole_of(database, "select count(*) from act_seal where position is null") == 0) return;
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
}

}  // namespace

std::string text_of(const Found& found) {
  return std::to_string(found.acknowledged) + " writes acknowledged, " +
         std::to_string(found.acts) + " acts, " + std::to_string(found.lost) + " lost, " +
         std::to_string(found.halves) + " half writes" +
         (found.first_half.empty() ? "" : " (" + found.first_half + ")") + ", " +
         std::to_string(found.damages) + " damages of the chain, " + std::to_string(found.changed) +
         " answers changed";
}

bool is_well(const Found& found) {
  return found.lost == 0 && found.halves == 0 && found.damages == 0 && found.changed == 0;
}

void look_at(Database& database, const SealingKey& key, std::span<const Write> writes,
             Found& found) {
  wait_until_sealed(database);
  const auto parties = texts_of(database, "select reference from party");
  const auto titles = texts_of(database, "select title from ticket");
  const auto keys = texts_of(database, "select key from answer");
  const auto filled = texts_of(database,
                               "select '/api/imports/' || reference || '/file' from import "
                               "where state not in ('added', 'cancelled')");
  for (const Write& write : writes) {
    if (!write.is_acknowledged()) continue;
    ++found.acknowledged;
    const bool is_party = write.path == "/api/parties";
    const bool is_ticket = write.path == "/api/tickets";
    if (write.is_file) {
      found.lost += filled.contains(write.path) ? 0 : 1;
      continue;
    }
    const bool is_there = keys.contains(write.key) && (!is_party || parties.contains(write.key)) &&
                          (!is_ticket || titles.contains(write.key));
    found.lost += is_there ? 0 : 1;
  }
  for (const std::string& sql : halves) {
    const std::int64_t count = whole_of(database, sql);
    if (count > 0 && found.first_half.empty()) found.first_half = sql;
    found.halves += count;
  }
  const Verification verified = verify_journal(database, key);
  found.acts = verified.acts;
  found.damages += static_cast<std::int64_t>(verified.damages.size());
  found.damages += whole_of(database,
                            "select count(*) - coalesce(max(position), 0) from act_seal where "
                            "position is not null");
}

void ask_again(std::uint16_t port, const Access& access, std::span<Write> writes, Found& found) {
  constexpr std::size_t last_ones = 12;
  http_for_test::Client client{port};
  for (std::size_t i = 0; i < writes.size(); ++i) {
    Write& write = writes[i];
    if (write.is_acknowledged() && (write.is_file || i + last_ones < writes.size())) continue;
    Write again = write;
    ask_for(client, access, again);
    const bool is_same = !write.is_acknowledged() || again.answer == write.answer;
    found.changed += again.is_acknowledged() && is_same ? 0 : 1;
    write = again;
    if (write.is_file) continue;
    ask_for(client, access, again);
    found.changed += again.answer == write.answer ? 0 : 1;
  }
}

}  // namespace vigie::crash
