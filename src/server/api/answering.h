// How use cases are run and answered, whatever they are about.
#pragma once

#include <functional>

#include "server/api/asking.h"
#include "usecase/desk.h"

namespace vigie {

/// A thing as JSON, and what its fields of HTTP say of it.
struct AnswerBody {
  std::string json;
  std::string reference;
  std::int64_t version = 0;
};

using Creation = std::function<Outcome<AnswerBody>(Desk&)>;
using Change = std::function<Outcome<AnswerBody>(Desk&, const Addressed&)>;
using Reading = std::function<Outcome<AnswerBody>(const Look&)>;
using PageReading = std::function<Outcome<std::string>(const Look&, const ListAsked&)>;

/// 201 with its place; the first answer again when the key is that of an earlier request.
Response answer_creation(Installation& here, const Call& call, Permission permission,
                         const Creation& work);
Response answer_change(Installation& here, const Call& call, Permission permission,
                       const Change& work);
Response answer_read(Installation& here, const Call& call, Permission permission,
                     const Reading& read);
Response answer_page(Installation& here, const Call& call, Permission permission,
                     const PageReading& read);

}  // namespace vigie
