#include "server/api/answering.h"

#include "store/answer/answer.h"

namespace vigie {

namespace {

Response response_of(const AnswerBody& body, int status) {
  return {.status = status, .body = body.json, .entity_tag = std::to_string(body.version)};
}

Response created(const AnswerRow& row) {
  Response response{.status = static_cast<int>(row.status),
                    .body = row.body,
                    .entity_tag = std::to_string(row.version)};
  response.fields.emplace_back("Location", row.location);
  return response;
}

/// The first answer, or what the work gives now.
Outcome<AnswerRow> answer_once(Desk& desk, AnswerRow row, const CreationWork& work) {
  if (!row.key.empty()) {
    if (auto first = answer_of(desk.rows(), row.account, row.key)) {
      if (first->request != row.request) return refused(Refusal::idempotency_key_reused);
      return *std::move(first);
    }
  }
  auto made = work(desk);
  if (!made) return made.error();
  if (!made->folder.empty()) row.location = made->folder;
  row.status = 201;
  row.body = made->json;
  row.version = made->version;
  row.location += "/" + made->reference;
  if (!row.key.empty()) keep_answer(desk.rows(), row);
  return row;
}

}  // namespace

Response answer_creation(Installation& here, const Call& call, Permission permission,
                         const CreationWork& work) {
  const Outcome<std::string> key = key_asked(call);
  if (!key) return refusal_response(call, key.error());
  const auto done = perform(here, call.caller, permission, [&](Desk& desk) {
    AnswerRow row{.key = call.caller.account ? *key : std::string{},
                  .request = digest_of_request(call.request),
                  .body = {},
                  .location = call.request.path};
    if (call.caller.account) row.account = *call.caller.account;
    return answer_once(desk, std::move(row), work);
  });
  if (!done) return refusal_response(call, done.error());
  return created(*done);
}

Response answer_act(Installation& here, const Call& call, Permission permission,
                    const ChangeWork& work) {
  Addressed at{.reference = call.in_path("reference"), .version = {}};
  if (call.request.fields.count("if-match") > 0) {
    const Outcome<std::int64_t> version = version_asked(call);
    if (!version) return refusal_response(call, version.error());
    at.version = *version;
  }
  return answer_creation(here, call, permission, [&](Desk& desk) -> Outcome<AnswerBody> {
    auto done = work(desk, at);
    if (done) done = AnswerBody{done->json, std::to_string(done->version), done->version};
    return done;
  });
}

Response answer_change(Installation& here, const Call& call, Permission permission,
                       const ChangeWork& work) {
  const Outcome<std::int64_t> version = version_asked(call);
  if (!version) return refusal_response(call, version.error());
  const Addressed at{.reference = call.in_path("reference"), .version = *version};
  const auto done =
      perform(here, call.caller, permission, [&](Desk& desk) { return work(desk, at); });
  if (!done) return refusal_response(call, done.error());
  return response_of(*done, 200);
}

Response answer_read(Installation& here, const Call& call, Permission permission,
                     const ReadWork& read) {
  const auto seen =
      look(here, call.caller, permission, [&](const Look& rows) { return read(rows); });
  if (!seen) return refusal_response(call, seen.error());
  return response_of(*seen, 200);
}

Response answer_page(Installation& here, const Call& call, Permission permission,
                     const PageWork& read, bool is_searched) {
  const Outcome<ListAsked> asked = page_asked(call, is_searched);
  if (!asked) return refusal_response(call, asked.error());
  const auto seen =
      look(here, call.caller, permission, [&](const Look& rows) { return read(rows, *asked); });
  if (!seen) return refusal_response(call, seen.error());
  return {.body = *seen};
}

}  // namespace vigie
