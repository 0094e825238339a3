#include "server/api/source/source_for_test.h"

#include "notation/page/rfc3339.h"
#include "server/api/import/import_for_test.h"
#include "usecase/ticket/ticket_view.h"

namespace vigie {

Outcome<Caller> SourceForTest::let_in(const Request& request) {
  if (request.fields.count("cookie") > 0) return IdentityForTest::let_in(request);
  return program_itself();
}

Instant SourceForTest::now() {
  Instant at;
  here().database.read([&](Connection& rows) { at = clock_of_database(rows); });
  return at;
}

Response SourceForTest::add(const std::string& reference, const std::string& kind,
                            const std::string& more) {
  if (epoch_ == Instant{}) {
    epoch_ = std::chrono::floor<std::chrono::seconds>(now()) - std::chrono::hours{1};
  }
  Response added = ask({.method = Method::post,
                        .path = "/api/sources",
                        .body = R"({"reference": ")" + reference + R"(", "name": "Our )" +
                                reference + R"(", "kind": ")" + kind + "\"" + more + "}"});
  if (added.status == 201) secret_ = text_in(added, "secret");
  return added;
}

Response SourceForTest::patch(const std::string& path, const std::string& version,
                              const std::string& body) {
  return ask({.method = Method::patch,
              .path = path,
              .body = body,
              .fields = {{"If-Match", "\"" + version + "\""}}});
}

Response SourceForTest::tell(const std::string& reference, const std::string& body) {
  return ask({.method = Method::post,
              .path = "/api/sources/" + reference + "/facts",
              .body = body,
              .fields = {{"Authorization", "Bearer " + secret_}}});
}

Response SourceForTest::tell_signed(const std::string& reference, const std::string& id,
                                    const std::string& body, std::chrono::seconds late) {
  const auto sent = std::chrono::floor<std::chrono::seconds>(now()) - late;
  const std::string timestamp = std::to_string(sent.time_since_epoch().count());
  return ask(
      {.method = Method::post,
       .path = "/api/sources/" + reference + "/facts",
       .body = body,
       .fields = {{"webhook-id", id},
                  {"webhook-timestamp", timestamp},
                  {"webhook-signature",
                   webhook_signature(secret_, {.id = id, .timestamp = timestamp, .body = body})}}});
}

std::string SourceForTest::stamp(int minute) const {
  return rfc3339(epoch_ + std::chrono::minutes{minute});
}

std::string SourceForTest::alerts(const std::vector<std::string>& each) const {
  std::string list;
  for (const std::string& alert : each) list += (list.empty() ? "" : ", ") + alert;
  return R"({"version": "4", "status": "firing", "alerts": [)" + list + "]}";
}

std::string SourceForTest::fires(int began, const std::string& fingerprint,
                                 const std::string& labels) const {
  return R"({"status": "firing", "fingerprint": ")" + fingerprint + R"(", "labels": {)" + labels +
         R"(}, "annotations": {"summary": "No mail"}, "startsAt": ")" + stamp(began) +
         R"(", "endsAt": "0001-01-01T00:00:00Z"})";
}

std::string SourceForTest::ends(int began, int ended, const std::string& fingerprint) const {
  return R"({"status": "resolved", "fingerprint": ")" + fingerprint +
         R"(", "labels": {"service": "mail"}, "startsAt": ")" + stamp(began) + R"(", "endsAt": ")" +
         stamp(ended) + "\"}";
}

std::string SourceForTest::outages() {
  std::string text;
  const auto minute = [&](std::int64_t at) {
    const auto since = Instant{Duration{at}} - epoch_;
    return std::to_string(std::chrono::duration_cast<std::chrono::minutes>(since).count());
  };
  here().database.read([&](Connection& rows) {
    rows.run(
        "select reference, item, began_at, coalesce(restored_at, 0), withdrawn from outage"
        " order by id",
        {}, [&](const Row& row) {
          text += (text.empty() ? "" : "; ") + std::string{row.text(0)} + " " +
                  std::string{row.text(1)} + " ";
          if (row.whole(4) != 0) {
            text += "withdrawn";
            return;
          }
          text += minute(row.whole(2)) + "-";
          if (row.whole(3) != 0) text += minute(row.whole(3));
        });
  });
  return text;
}

}  // namespace vigie
