#include "server/api/import/import_for_test.h"

#include "engine/base/described.h"
#include "store/ticket/in_effect.h"

namespace vigie {

std::string json_text(const std::string& text) {
  JsonWriter json;
  json.value(std::string_view{text});
  return json.take();
}

Outcome<Caller> ImportForTest::let_in(const Request& request) {
  if (request.fields.count("cookie") > 0 || request.fields.count("authorization") > 0) {
    return IdentityForTest::let_in(request);
  }
  return program_itself();
}

JobTerms ImportForTest::terms() {
  JobTerms terms;
  add_import_works(terms.works,
                   {.reader = import_reader(), .shelf = shelf(), .most_rows = most_rows_});
  terms.failed = [](const std::exception& error) { ADD_FAILURE() << error.what(); };
  return terms;
}

void ImportForTest::work() {
  const JobTerms now = terms();
  JobSlot slot{here(), now, std::nullopt, stops_};
  while (slot.take_next()) {
  }
}

void ImportForTest::work_until_stopped() {
  const JobTerms now = terms();
  JobSlot slot{here(), now, std::nullopt, stops_};
  slot.take_next();
}

std::string ImportForTest::add(const std::string& profile, const std::string& source) {
  std::string body = R"({"customer": "acme", "source": ")" + source + "\"";
  if (!profile.empty()) body += ", \"profile\": " + json_text(profile);
  const Response added = ask({.method = Method::post, .path = "/api/imports", .body = body + "}"});
  EXPECT_EQ(added.status, 201) << added.body;
  return text_in(added, "reference");
}

Response ImportForTest::put(const std::string& import, const std::string& bytes) {
  return ask({.method = Method::put, .path = "/api/imports/" + import + "/file", .body = bytes});
}

Response ImportForTest::step(const std::string& import, const std::string& name) {
  return ask({.method = Method::post, .path = "/api/imports/" + import + "/" + name, .body = "{}"});
}

std::string ImportForTest::publish(const std::string& profile, const std::string& bytes,
                                   const std::string& source) {
  const std::string reference = add(profile, source);
  EXPECT_EQ(put(reference, bytes).status, 200);
  EXPECT_EQ(step(reference, "run").status, 201);
  work();
  EXPECT_EQ(step(reference, "publish").status, 201);
  work();
  return reference;
}

std::string ImportForTest::result_of(const std::string& import) {
  const std::string job = text_in(get("/api/imports/" + import), "job");
  return get("/api/jobs/" + job + "/result").body;
}

std::string ImportForTest::effective_state() {
  std::string state;
  const auto tell = [&](Connection& rows, const std::string& select, int columns) {
    rows.run(select, {}, [&](const Row& row) {
      for (int i = 0; i < columns; ++i) {
        state += row.is_null(i) ? "-" : std::string{row.text(i)};
        state += i + 1 == columns ? '\n' : '|';
      }
    });
  };
  here().database.read([&](Connection& rows) {
    state.clear();
    tell(rows,
         "select t.reference, cast(t.version as text), p.reference, t.phase, t.priority, t.holder,"
         " cast(t.opened_at as text), cast(t.ended_at as text)"
         " from ticket t join party p on p.id = t.customer where " +
             in_effect("t") + " order by t.reference",
         8);
    tell(rows,
         "select t.reference, cast(e.sequence as text), e.word, e.attribute, e.value, e.party,"
         " e.team, e.other, cast(e.happened_at as text) from ticket_event e"
         " join ticket t on t.id = e.ticket where " +
             in_effect("e") + " and " + in_effect("t") + " order by t.reference, e.sequence",
         9);
    tell(rows,
         "select t.reference, c.agreement, c.commitment, c.verdict, cast(c.due_at as text),"
         " cast(c.elapsed as text) from ticket_clock c join ticket t on t.id = c.ticket where " +
             in_effect("t") + " order by t.reference, c.rank",
         6);
  });
  return state;
}

}  // namespace vigie
