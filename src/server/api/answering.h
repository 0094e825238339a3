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
  std::string_view folder = {};  // where it is found; empty: at the address that was asked
};

using CreationWork = std::function<Outcome<AnswerBody>(Desk&)>;
using ChangeWork = std::function<Outcome<AnswerBody>(Desk&, const Addressed&)>;
using ReadWork = std::function<Outcome<AnswerBody>(const Look&)>;
using PageWork = std::function<Outcome<std::string>(const Look&, const ListAsked&)>;

/// 201 with its place; the first answer again when the key is that of an earlier request.
Response answer_creation(Installation& here, const Call& call, Permission permission,
                         const CreationWork& work);
/// The same for an act on a thing: its place is that of the thing's version.
Response answer_act(Installation& here, const Call& call, Permission permission,
                    const ChangeWork& work);
Response answer_change(Installation& here, const Call& call, Permission permission,
                       const ChangeWork& work);
Response answer_read(Installation& here, const Call& call, Permission permission,
                     const ReadWork& read);
Response answer_page(Installation& here, const Call& call, Permission permission,
                     const PageWork& read, bool is_searched = false);

}  // namespace vigie
