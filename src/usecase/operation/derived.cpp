#include "usecase/operation/derived.h"

#include "store/ticket/in_effect.h"
#include "store/ticket/words.h"
#include "usecase/ticket/judging.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {

namespace {

constexpr std::int64_t tickets_at_once = 100;

std::vector<Key<TicketRow>> tickets_after(Connection& rows, std::int64_t after) {
  std::vector<Key<TicketRow>> keys;
  static const std::string select =
      "select t.id from ticket t where t.id > $1 and " + in_effect("t") + " order by t.id limit $2";
  rows.run(select, std::array<Parameter, 2>{after, tickets_at_once},
           [&](const Row& row) { keys.push_back({row.whole(0)}); });
  return keys;
}

}  // namespace

std::int64_t make_derived_again(Database& database, TermsShelf& shelf,
                                const std::function<void(std::int64_t, std::int64_t)>& progress) {
  std::int64_t all = 0;
  database.read([&](Connection& rows) {
    rows.run("select count(*) from ticket t where " + in_effect("t"), {},
             [&](const Row& row) { all = row.whole(0); });
  });
  std::int64_t done = 0;
  std::int64_t last = 0;
  while (done < all) {
    std::vector<Key<TicketRow>> keys;
    database.act([&](Connection& rows) {
      keys = tickets_after(rows, last);
      const SharedTerms terms = shelf.terms(rows);
      const Instant now = clock_of_database(rows);
      for (const Key<TicketRow> key : keys) {
        const Judged judged = judge_again({.rows = rows, .as_of = now, .touched = {}}, *terms, key);
        add_words(rows, key, judged.row.reference + " " + judged.row.title);
      }
    });
    if (keys.empty()) break;
    last = keys.back().value;
    done += static_cast<std::int64_t>(keys.size());
    if (progress) progress(done, all);
  }
  return done;
}

}  // namespace vigie
